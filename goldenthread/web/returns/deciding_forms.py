"""What is asked of somebody who sends a draft, or accepts a return."""

from typing import Any

from django import forms

from goldenthread.workflow.returns.rules import LONGEST_REASON

_TOO_LONG = f"Say it in up to {LONGEST_REASON} letters"


def _reason() -> forms.CharField:
    return forms.CharField(
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One sentence, such as: dates of conferences were put right. Name no child: all members read it.",
        error_messages={"max_length": _TOO_LONG},
    )


class Sending(forms.Form):
    """Whether the numbers are checked; and, where the draft takes the place of `replaces`, why if its sender says."""

    reason = _reason()
    validated = forms.BooleanField(
        required=False,
        label="We have checked these numbers, and they will stand",
        help_text="Leave it if they may still change: they are then provisional until you or the analyst say so.",
    )

    def __init__(self, *arguments: Any, replaces: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["reason"].required = False
        self.fields["reason"].label = f"What is different from return {replaces} (optional)"
        if not replaces:
            del self.fields["reason"]


class Accepting(forms.Form):
    """Why a return takes the place of `replaces`; nothing where it takes that of none."""

    reason = _reason()

    def __init__(self, *arguments: Any, replaces: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["reason"].label = f"Why does it take the place of return {replaces}?"
        self.fields["reason"].error_messages["required"] = f"Say why it takes the place of return {replaces}"
        if not replaces:
            del self.fields["reason"]
