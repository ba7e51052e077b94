"""Choosing what is shown of the plan, drawing one up, agreeing it, carrying tasks forward, and its upper levels."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from django import forms

from goldenthread.catalogue.codes.plans import AIM_KIND, SUB_GROUP
from goldenthread.web.base.forms import a_day, line, words
from goldenthread.workflow.plans.reading import SAID
from goldenthread.workflow.plans.rules import LONGEST_LINE, LONGEST_TEXT

WRITTEN = "2014-03-31 or 31/3/2014"


in_words = partial(words, longest=LONGEST_TEXT, rows=3)
in_a_line = partial(line, longest=LONGEST_LINE)


class Choosing(forms.Form):
    """Which tasks are shown. What nobody can choose is passed over."""

    year = forms.ChoiceField(label="Plan for", required=False)
    sub_group = forms.ChoiceField(label="Sub group", required=False)
    status = forms.ChoiceField(label="How it stands", required=False)
    owner = forms.ChoiceField(label="Owner", required=False)
    priority = forms.ChoiceField(label="Priority", required=False)

    def __init__(
        self,
        asked: Mapping[str, str],
        *,
        years: Sequence[tuple[str, str]],
        owners: Sequence[tuple[str, str]],
        priorities: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__({"year": years[-1][0] if years else "", **asked})
        every = {
            "year": list(reversed(years)),
            "sub_group": [("", "All"), *SUB_GROUP.codes.items()],
            "status": [("", "In any way"), *((name, said.capitalize()) for name, said in SAID.items())],
            "owner": [("", "Anybody"), *owners],
            "priority": [("", "All"), *priorities],
        }
        for name, choices in every.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """What was chosen, without what was not or cannot be."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}


class DrawingUp(forms.Form):
    """For which year a plan is drawn up."""

    year = forms.CharField(
        label="The financial year",
        max_length=20,
        help_text="Such as FY2014-15.",
        error_messages={"required": "Enter the year, such as FY2014-15"},
    )


class Agreeing(forms.Form):
    """When the board agreed it."""

    on = a_day("On which day the board agreed it", written=WRITTEN)


class Carrying(forms.Form):
    """One task that is carried forward: why it is still relevant, and by when it will be done then."""

    relevance = in_words("Why it is still relevant", needed="Say why it is still relevant", rows=2)
    due = a_day("By when it will be done", written=WRITTEN, required=False)
    why_no_date = in_words("Or why no date can be given", rows=1)

    def clean(self) -> dict[str, Any]:
        """It has a date, or says why there is none."""
        given = super().clean() or {}
        if not (given.get("due") or given.get("why_no_date") or "due" in self.errors):
            self.add_error("due", "Say by when it will be done, or why no date can be given")
        return given


class Aiming(forms.Form):
    """An outcome of the partnership's plan, or an obsession."""

    kind = forms.ChoiceField(label="What it is", choices=list(AIM_KIND.codes.items()), widget=forms.RadioSelect,
                             error_messages={"required": "Say whether it is an outcome or an obsession"})  # fmt: skip
    words = in_a_line("In words", needed="Say what the partnership aims at")
    since = a_day("The first day on which it stands in the partnership's plan", written=WRITTEN)
    until = a_day("The day from which it does no longer (optional)", written=WRITTEN, required=False)
    indicator = forms.CharField(
        label="The measure that tells of it (optional)", required=False, max_length=20,
        help_text="The code of an indicator, such as CLA1.",
    )  # fmt: skip


class Ending(forms.Form):
    """From which day on an aim stands no more."""

    on = a_day("The day from which it stands in the partnership's plan no longer", written=WRITTEN)


class Prioritising(forms.Form):
    """A priority of the board."""

    words = in_a_line("The priority", needed="Say what the priority is")
    aim = forms.ChoiceField(label="The outcome or obsession that it serves (optional)", required=False)

    def __init__(self, *arguments: Any, aims: Sequence[tuple[str, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["aim"].choices = [("", "None"), *aims]  # type: ignore[attr-defined]


class SettingObjective(forms.Form):
    """An objective of a priority."""

    priority = forms.ChoiceField(label="The priority", error_messages={"required": "Choose the priority it is for"})
    words = in_a_line("The objective", needed="Say what the objective is")

    def __init__(self, *arguments: Any, priorities: Sequence[tuple[str, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["priority"].choices = [("", "Choose one"), *priorities]  # type: ignore[attr-defined]
