"""Declaring that recording, or practice, changed."""

from collections.abc import Iterable
from typing import Any

from django import forms

from goldenthread import catalogue
from goldenthread.web.base.forms import a_day
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.breaks.operations import Checked
from goldenthread.workflow.breaks.rules import HOW, LONGEST_REASON, RECONCILED

WRITTEN = "2013-11-01 or 1/11/2013"


class Declaring(forms.Form):
    """What changed, where, on which day, what that did to the numbers, and why."""

    dataset = forms.ChoiceField(label="What is recorded, or done, otherwise")
    agency = forms.ChoiceField(label="At which agency", required=False)
    on = a_day("On which day", written=WRITTEN, help_text="The first day of the new way, such as 2013-11-01.")
    how = forms.ChoiceField(
        label="What that did", choices=[(how, f"{how.capitalize()}: {meaning}") for how, meaning in HOW.items()]
    )
    reason = forms.CharField(
        label="What changed, in your words",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Whoever reads a number that it touches reads this beside it.",
        error_messages={"required": "Say what changed", "max_length": f"Say it in up to {LONGEST_REASON} letters"},
    )
    measures = forms.CharField(
        label="Indicators that it touches (optional)",
        required=False,
        help_text="Their codes with commas between, such as CP2, CP3. Left out, all that read the dataset are touched.",
    )
    checked_by = forms.CharField(
        label="Who checked the count by hand",
        required=False,
        max_length=200,
        help_text=f"Only where it is {RECONCILED}.",
    )
    checked_on = a_day("When it was checked", written=WRITTEN, required=False)

    def __init__(self, *arguments: Any, agencies: Iterable[Agency], **named: Any) -> None:
        super().__init__(*arguments, **named)
        datasets = [(name, each.title) for name, each in catalogue.datasets().items()]
        everywhere = [("", "All agencies"), *((each.code, each.name) for each in agencies)]
        self.fields["dataset"].choices = datasets  # type: ignore[attr-defined]
        self.fields["agency"].choices = everywhere  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Who reconciled the count must be said whole, and only where it was."""
        given = super().clean() or {}
        if given.get("how") == RECONCILED:
            missing = {"checked_by": "Say who checked the count", "checked_on": f"Enter a day as {WRITTEN}"}
            for name, wrong in missing.items():
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, wrong)
        return given

    def checked(self) -> Checked | None:
        """Who reconciled the count, and when; none where nobody did."""
        given = self.cleaned_data
        return Checked(given["checked_by"], given["checked_on"]) if given["how"] == RECONCILED else None

    def codes(self) -> list[str]:
        """The indicators that are named."""
        return [code for code in self.cleaned_data["measures"].split(",") if code.strip()]
