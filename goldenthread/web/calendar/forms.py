"""Saying what is expected of an agency, and until when."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from goldenthread.engine.periods import Period, UnknownPeriod, parse
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.calendar.rules import EVERY, LONGEST_WAIT, things

_WRITTEN = "A month is written 2014-02, a quarter FY2013-14Q3, a half FY2013-14H1, a financial year FY2013-14, a school"


class PeriodField(forms.CharField):
    """A period, as it is written in commands and files; none where it is left out."""

    def clean(self, value: Any) -> Period | None:
        """The period that is written there; what is wrong says how periods are written."""
        written = super().clean(value)
        try:
            return parse(written) if written else None
        except UnknownPeriod as unknown:
            raise ValidationError(str(unknown)) from None


class Expecting(forms.Form):
    """What is expected, of whom, how often, by when, from when on."""

    agency = forms.ChoiceField(label="Agency")
    what = forms.ChoiceField(label="What it sends", help_text="Say each by itself where it sends several.")
    every = forms.ChoiceField(
        label="How often", choices=[(name, each.words.capitalize()) for name, each in EVERY.items()]
    )
    due_days = forms.IntegerField(
        label="Days after the end of the period by which it is due",
        min_value=0,
        max_value=LONGEST_WAIT,
        initial=30,
        widget=forms.TextInput,
        error_messages={
            "required": "Enter a number of days",
            "invalid": "Enter a number of days, such as 30",
            "max_value": f"Enter at most {LONGEST_WAIT} days",
            "min_value": "Enter 0 days or more",
        },
    )
    first = PeriodField(
        label="First period",
        help_text=f"{_WRITTEN} year AY2013-14.",
        max_length=20,
        error_messages={"required": "Enter the first period"},
    )
    last = PeriodField(
        label="Last period (optional)", required=False, max_length=20, help_text="If you know it already."
    )

    def __init__(self, *arguments: Any, agencies: Iterable[Agency], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["agency"].choices = [(each.code, each.name) for each in agencies]  # type: ignore[attr-defined]
        self.fields["what"].choices = list(things().items())  # type: ignore[attr-defined]


class Ending(forms.Form):
    """After which period nothing more is expected."""

    last = PeriodField(
        label="Last period that is still expected (optional)",
        required=False,
        max_length=20,
        help_text="Leave it out if it was never meant to be expected: nothing of it then stands in the calendar.",
    )
