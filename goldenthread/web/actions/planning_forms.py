"""Keeping a recommendation, deciding it, and planning an action that is specific, measured, relevant and timed."""

from typing import Any

from django import forms

from goldenthread.web.actions.forms import NAMES_NOBODY, WRITTEN, Choices, Owning, line, on_day, words
from goldenthread.web.base.forms import a_day
from goldenthread.workflow.actions.planning import Plan
from goldenthread.workflow.actions.rules import KINDS, PLANNED

WHY = {
    "declined": "No action, because",
    "closed": "What closes it",
    "opened again": "Why it is opened again",
}
"""What is asked for each decision."""


class Recommending(forms.Form):
    """What was recommended, by whom, when, to whom."""

    text = words("What is recommended", help_text=NAMES_NOBODY, needed="Say what is recommended")
    kind = forms.ChoiceField(
        label="Kind of source",
        choices=[("", "Choose one"), *KINDS.items()],
        error_messages={"required": "Say which kind of source it comes from"},
    )
    source = line(
        "Who made it, and in what",
        help_text="The name of the report, review, audit or meeting.",
        needed="Say who made it, and in what",
    )
    source_on = a_day("On which day it was made", written=WRITTEN, help_text=f"Such as {WRITTEN}.")
    agency = forms.ChoiceField(label="Made to", required=False)
    themes = forms.CharField(
        label="Themes (optional)",
        required=False,
        max_length=500,
        help_text="What it is about, in a few words with commas between them: child protection plans, voice of the"
        " child. The register can be narrowed to one.",
    )
    audit = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(self, *arguments: Any, agencies: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["agency"].choices = [("", "The board"), *agencies]  # type: ignore[attr-defined]


class Rewording(forms.Form):
    """The text and the themes of one that is not decided yet."""

    edits = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    text = words("What is recommended", help_text=NAMES_NOBODY, needed="Say what is recommended")
    themes = forms.CharField(label="Themes (optional)", required=False, max_length=500)

    def told(self) -> dict[str, str]:
        """The texts."""
        return {name: self.cleaned_data[name] for name in ("text", "themes")}


class Deciding(forms.Form):
    """Because of what, and on which day."""

    because = words("Because", needed="Say why")
    on = on_day()

    def __init__(self, *arguments: Any, verb: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["because"].label = WHY[verb]


class Wording(forms.Form):
    """What will be done, in the five questions of a SMART plan, each with help beside it."""

    edits = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    what = words(
        "Specific: what will be done",
        help_text="One thing that somebody does, with whom and where, so that anybody can tell afterwards whether it"
        " was done. “Brief every cluster on SMART planning”, not “raise awareness”. " + NAMES_NOBODY,
        needed="Say what will be done",
    )
    indicator = forms.ChoiceField(
        label="Measured: the indicator that should move",
        required=False,
        help_text="What would be different for children or in practice, not that the action was done.",
    )
    measured_by = words(
        "Measured: another measure, where no indicator fits",
        rows=2,
        help_text="What will be looked at, by whom and when, such as the share of audited plans that are judged good.",
    )
    resources = words(
        "Achievable: the resources it needs (optional)",
        rows=2,
        help_text="People, days, money, and whether they are there.",
    )
    relevant = words("Relevant: why it is done", rows=2)
    due = a_day(
        "Timed: by when it will be done", written=WRITTEN, required=False, help_text=f"A day, such as {WRITTEN}."
    )
    why_no_date = words("Timed: why no day can be given", rows=2, help_text="Only where none can be.")

    def __init__(self, *arguments: Any, indicators: Any, for_one: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["indicator"].choices = [("", "None of these"), *indicators]  # type: ignore[attr-defined]
        self.fields["relevant"].help_text = (
            "The recommendation says why. Say more where that helps."
            if for_one
            else "It meets no recommendation, so say what else makes it worth doing."
        )

    def plan(self) -> Plan:
        """The plan as it was worded."""
        given = self.cleaned_data
        return Plan(**{name: given[name] for name in PLANNED}, indicator=given["indicator"], due=given["due"])


class Planning(Wording, Owning):
    """A whole plan: also who owns it, and since when."""

    on = on_day("Planned on (optional)")
    field_order = (
        "what",
        "indicator",
        "measured_by",
        "post",
        "agency",
        "holder",
        "resources",
        "relevant",
        "due",
        "why_no_date",
        "on",
    )
