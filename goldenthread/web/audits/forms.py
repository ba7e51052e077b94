"""Putting an audit on the register, and saying when the board considered it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from goldenthread.catalogue.codes.audits import (
    AUDIT_KIND,
    AUDIT_SUBJECT,
    JUDGEMENT,
    SYSTEMS_HINDERED,
    VOICE_RECORDED,
)
from goldenthread.engine.periods import Period, UnknownPeriod, parse
from goldenthread.web.base.forms import a_day
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.operations import NOT_LOOKED_AT, Found, Judged, Particulars
from goldenthread.workflow.audits.rules import LONGEST_SUMMARY, LONGEST_TITLE, MOST_CASES

_NOT_A_NUMBER = f"Enter a whole number from 0 to {MOST_CASES:,}"


class Registering(forms.Form):
    """An audit: what, whose, about when, how cases were judged, what was found."""

    title = forms.CharField(
        label="What it is called", max_length=LONGEST_TITLE, error_messages={"required": "Enter what it is called"}
    )
    kind = forms.ChoiceField(label="What kind of audit", choices=list(AUDIT_KIND.codes.items()))
    subject = forms.ChoiceField(label="What it is about", choices=list(AUDIT_SUBJECT.codes.items()))
    agency = forms.ChoiceField(label="Whose practice was looked at", required=False)
    about = forms.CharField(
        label="The period that the evidence is about",
        help_text="When the work was done that was looked at, not when somebody looked: FY2013-14, 2013-04..2013-11.",
        error_messages={"required": "Enter the period, such as 2013-04..2013-11"},
    )
    as_shares = forms.BooleanField(
        label="The report gave only percentages: the numbers below are those", required=False
    )
    voice = forms.ChoiceField(
        label="The child's voice", choices=list(VOICE_RECORDED.codes.items()), initial=NOT_LOOKED_AT
    )
    systems = forms.ChoiceField(
        label="IT systems that made records hard to find",
        choices=list(SYSTEMS_HINDERED.codes.items()),
        initial=NOT_LOOKED_AT,
    )
    summary = forms.CharField(
        label="What it found, in short (optional)",
        required=False,
        max_length=LONGEST_SUMMARY,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    issues = forms.CharField(
        label="Issues found, one on each line (optional)",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="No name of a child or family. Where an inspection had named it before, end the line with its day in"
        " brackets: (2011-07-01).",
    )

    def __init__(self, *arguments: Any, agencies: Iterable[Agency], **named: Any) -> None:
        super().__init__(*arguments, **named)
        several = [("", "That of several agencies"), *((each.code, each.name) for each in agencies)]
        self.fields["agency"].choices = several  # type: ignore[attr-defined]
        for name, title in JUDGEMENT.codes.items():
            self.fields[name] = forms.DecimalField(
                label=f"Judged {title.lower()} (optional)",
                required=False,
                min_value=0,
                max_value=MOST_CASES,
                widget=forms.TextInput,
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _NOT_A_NUMBER),
            )
        first = [name for name in self.fields if name not in ("voice", "systems", "summary", "issues")]
        self.order_fields(first)

    def clean_about(self) -> Period:
        """The period, which may be written in any of the ways in which periods are."""
        try:
            return parse(self.cleaned_data["about"].strip())
        except UnknownPeriod as unknown:
            raise ValidationError(str(unknown)) from None

    def clean(self) -> dict[str, Any]:
        """Cases are whole."""
        given = super().clean() or {}
        for name in JUDGEMENT.codes:
            number = given.get(name)
            if number is not None and not given.get("as_shares") and number != int(number):
                self.add_error(name, _NOT_A_NUMBER)
        return given

    def particulars(self, agency: Agency | None) -> Particulars:
        """What is known of it besides title, kind and subject."""
        given = self.cleaned_data
        numbers = {name: given[name] for name in JUDGEMENT.codes if given[name] is not None}
        shares = {name: float(number) for name, number in numbers.items()} if given["as_shares"] else {}
        cases = {} if given["as_shares"] else {name: int(number) for name, number in numbers.items()}
        return Particulars(
            agency=agency,
            judged=Judged(cases, shares),
            issues=[Found.read(line) for line in given["issues"].splitlines() if line.strip()],
            voice=given["voice"],
            systems=given["systems"],
            summary=given["summary"],
        )


class Considering(forms.Form):
    """On which day the board considered an audit."""

    on = a_day(
        "On which day the board considered it",
        written="2014-01-23 or 23/1/2014",
        help_text="The day of the meeting, such as 2014-01-23.",
    )
