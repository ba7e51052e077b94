"""Naming an owner, setting a target, noting comparators."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from goldenthread.engine.periods import Period, UnknownPeriod, parse
from goldenthread.web.base.forms import a_day
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.framework.rules import LONGEST_NAME, LONGEST_POST, LONGEST_WHY, WHY


def _too_long(letters: int) -> str:
    return f"Say it in up to {letters} letters"


class Owning(forms.Form):
    """Which post at which agency, and who holds it now."""

    post = forms.CharField(
        label="Post",
        max_length=LONGEST_POST,
        help_text="What the post is called, such as Head of Service, Safeguarding: people change, posts stay.",
        error_messages={"required": "Enter what the post is called", "max_length": _too_long(LONGEST_POST)},
    )
    agency = forms.ChoiceField(label="At which agency")
    person = forms.CharField(
        label="Who holds the post now (optional)",
        required=False,
        max_length=LONGEST_NAME,
        error_messages={"max_length": _too_long(LONGEST_NAME)},
    )

    def __init__(self, *arguments: Any, agencies: Iterable[Agency], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["agency"].choices = [(each.code, each.name) for each in agencies]  # type: ignore[attr-defined]


class Aiming(forms.Form):
    """The value, from which period on, who set it on which day, and why."""

    value = forms.DecimalField(
        label="What it should come to",
        widget=forms.TextInput,
        error_messages={"required": "Enter a number", "invalid": "Enter a number, such as 90 or 45.5"},
    )
    first = forms.CharField(
        label="From which period on", max_length=20, error_messages={"required": "Enter the first period"}
    )
    set_on = a_day(
        "On which day it was set",
        written="2013-04-01 or 1/4/2013",
        help_text="The day of the meeting or decision, such as 1/4/2013.",
    )
    set_by = forms.CharField(
        label="Who set it",
        max_length=LONGEST_NAME,
        help_text="The meeting or post that decided, such as the performance sub group.",
        error_messages={"required": "Say who set it", "max_length": _too_long(LONGEST_NAME)},
    )
    why = forms.CharField(
        label="Why this value",
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why", "max_length": _too_long(LONGEST_WHY)},
    )

    def __init__(self, *arguments: Any, of_days: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        first = self.fields["first"]
        first.help_text = (
            "The last day of the first month, as 2014-03-31. It then holds for every month end."
            if of_days
            else "The first year, as FY2014-15; or quarter, as FY2014-15Q1; or month, as 2014-04. It then holds for"
            " every period as long."
        )

    def clean_first(self) -> Period:
        """The period that is written there; what is wrong says how periods are written."""
        try:
            return parse(self.cleaned_data["first"])
        except UnknownPeriod as unknown:
            raise ValidationError(str(unknown)) from None


class Explaining(forms.Form):
    """Why our figure and the published one differ."""

    how = forms.ChoiceField(
        label="What makes them differ",
        choices=[(how, f"{how.capitalize()}: {meaning}") for how, meaning in WHY.items()],
    )
    why = forms.CharField(
        label="In your words",
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as: the census was taken in June, and 12 plans were entered after it.",
        error_messages={"required": "Say why they differ", "max_length": _too_long(LONGEST_WHY)},
    )


class WhichArea(forms.Form):
    """Beside which area ours is set."""

    area = forms.ChoiceField(label="Area", required=False)

    def __init__(self, chosen: str, areas: Iterable[tuple[str, str]]) -> None:
        super().__init__({"area": chosen})
        self.fields["area"].choices = [("", "Choose an area"), *areas]  # type: ignore[attr-defined]


class Noting(forms.Form):
    """What an indicator is to be set beside."""

    noted = forms.CharField(
        label="What it is set beside",
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Which areas, by which list of which date, and by which average: such as statistical neighbours,"
        " list of April 2021, median.",
        error_messages={"required": "Say what it is set beside", "max_length": _too_long(LONGEST_WHY)},
    )
