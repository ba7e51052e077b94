"""Bringing an action log, and saying which of its columns is which."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from goldenthread.web.actions.forms import WRITTEN, line
from goldenthread.web.base.forms import a_day
from goldenthread.workflow.actions.importing.matching import TARGETS
from goldenthread.workflow.actions.importing.tables import LARGEST_LOG, MOST_ROWS
from goldenthread.workflow.actions.importing.taking import Matching
from goldenthread.workflow.actions.rules import KINDS

PASTED = "pasted table"


class Bringing(forms.Form):
    """A file, or a table that was copied from a spreadsheet."""

    chosen = forms.FileField(
        label="A CSV file or an Excel workbook",
        required=False,
        allow_empty_file=True,
        help_text=f"Up to {MOST_ROWS:,} rows and {LARGEST_LOG // 1024**2} MB.",
    )
    pasted = forms.CharField(
        label="Or paste the table here",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Copy the rows in your spreadsheet, the headers among them.",
    )

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        given = super().clean() or {}
        if not given.get("chosen") and not given.get("pasted", "").strip():
            raise ValidationError("Choose a file, or paste the table.")
        return given

    def brought(self) -> tuple[str, bytes]:
        """The name of what was brought, and what it holds."""
        chosen = self.cleaned_data["chosen"]
        if chosen:
            return chosen.name, chosen.read()
        return PASTED, self.cleaned_data["pasted"].encode()


class Choosing(forms.Form):
    """What each column is, and what holds for rows that do not say it."""

    kind = forms.ChoiceField(
        label="Kind of source",
        choices=[("", "Choose one"), *KINDS.items()],
        error_messages={"required": "Say which kind of source the recommendations come from"},
    )
    source = line(
        "Who made the recommendations, and in what",
        help_text="For rows in which no column says it.",
        needed="Say where the recommendations come from",
    )
    on = a_day(
        "The day of the log",
        written=WRITTEN,
        help_text="On which day the log was as it is. It also stands for days that a row lacks.",
    )
    fill_down = forms.BooleanField(
        label="A row without a recommendation belongs to the one above it",
        required=False,
        help_text="As where cells were merged.",
    )

    def __init__(self, *arguments: Any, columns: Sequence[tuple[str, str, str]], **named: Any) -> None:
        """`columns` has the header of each, what it is taken for, and why, with some of what stands in it."""
        super().__init__(*arguments, **named)
        for at, (header, target, why) in enumerate(columns):
            self.fields[f"column_{at}"] = forms.ChoiceField(
                label=header or f"Column {at + 1}, without a header",
                choices=list(TARGETS.items()),
                initial=target,
                help_text=why,
            )
        self.order_fields([f"column_{at}" for at in range(len(columns))])
        self._many = len(columns)

    def matching(self) -> Matching:
        """What was chosen."""
        given = self.cleaned_data
        columns = {at: given[f"column_{at}"] for at in range(self._many)}
        return Matching(columns, given["kind"], given["source"], given["on"], given["fill_down"])
