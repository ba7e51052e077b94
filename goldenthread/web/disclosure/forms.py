"""Asking that small numbers be shown, and deciding about it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from goldenthread.web.base.forms import words
from goldenthread.workflow.disclosure.rules import LONGEST_REASON, SHORTEST_REASON

Choices = Sequence[tuple[str, str]]


class Asking(forms.Form):
    """Which numbers, and why."""

    period = forms.ChoiceField(label="Of which period")
    breakdowns = forms.MultipleChoiceField(
        label="Which numbers",
        widget=forms.CheckboxSelectMultiple,
        help_text="The groups of a breakdown are shown together, or not at all.",
        error_messages={"required": "Say which numbers are meant"},
    )
    reason = words(
        "Why everybody should be shown them",
        longest=LONGEST_REASON,
        needed="Say why everybody should be shown them",
        help_text=f"In {SHORTEST_REASON} letters or more: what the public gains by it,"
        " and why no child can be known by it. It is kept.",
    )

    def __init__(self, *arguments: Any, periods: Choices, breakdowns: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["period"].choices = periods  # type: ignore[attr-defined]
        self.fields["breakdowns"].choices = breakdowns  # type: ignore[attr-defined]


class Saying(forms.Form):
    """Why it is declined or withdrawn."""

    because = words("Why", longest=LONGEST_REASON, needed="Say why")


class Agreeing(forms.Form):
    """That somebody has looked at the numbers."""

    looked = forms.BooleanField(
        label="I have looked at these numbers, and no child can be known by them",
        error_messages={"required": "Look at the numbers, and say that no child can be known by them"},
    )
