"""Writing the story behind a number, and deciding about it."""

from collections.abc import Mapping
from typing import Any

from django import forms

from goldenthread.workflow.stories.rules import LONGEST_PART, LONGEST_WHY, PARTS

HELP: Mapping[str, str] = {
    "behind": "Why the number is what it is, as far as anybody knows; and what nobody knows yet.",
    "unchanged": "What you would expect a year on. It begins with the forecast: put it in your own words.",
    "works": "What has helped here or elsewhere, and how one knows.",
    "partners": "Agencies and others who can turn it, and with what.",
    "deeds": "Who will do what by when, with what costs nothing among it.",
}


def _too_long(letters: int) -> str:
    return f"Say it in up to {letters:,} letters"


class Writing(forms.Form):
    """The parts of a story, and the number of the version that the writer began from."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for name, heading in PARTS.items():
            self.fields[name] = forms.CharField(
                label=heading,
                required=False,
                max_length=LONGEST_PART,
                widget=forms.Textarea(attrs={"rows": 6}),
                help_text=HELP[name],
                error_messages={"max_length": _too_long(LONGEST_PART)},
            )

    def began_from(self) -> int:
        """The number of the version that the writer began from, 0 for none."""
        return self.cleaned_data["based_on"] or 0

    def parts(self) -> dict[str, str]:
        """What is told, by the names of the parts."""
        return {name: self.cleaned_data[name] for name in PARTS}


class Deciding(forms.Form):
    """About which version somebody decides: the one that they have read."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class SendingBack(Deciding):
    """What is to be changed before it can be signed off."""

    why = forms.CharField(
        label="What is to be changed",
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what is to be changed", "max_length": _too_long(LONGEST_WHY)},
    )
