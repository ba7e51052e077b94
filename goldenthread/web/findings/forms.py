"""Choosing which findings are shown, writing one, and saying what becomes of it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from goldenthread.catalogue.findings import SOURCE_KINDS, STRANDS, THEMES
from goldenthread.engine.suggesting import Suggestion, Topic
from goldenthread.web.base.forms import a_day, line, words
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.findings.rules import (
    BECAUSE,
    CLOSED,
    CONFIDENCE,
    GAP,
    LONGEST_LINE,
    LONGEST_TEXT,
    NATURES,
    ON_WHAT,
    WITHDRAWN,
)
from goldenthread.workflow.findings.telling import Told

WRITTEN = "2014-06-26 or 26/6/2014"
ALL, NO_CAUSE = "all", "no-cause"
"""What the list can be narrowed to beside the states of a finding."""

Choices = Sequence[tuple[str, str]]


def _choice(label: str, choices: Choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False)


def _any(first: str, topics: Iterable[Topic]) -> Choices:
    return [("", first), *((each.name, each.title) for each in topics)]


def _words(words: Iterable[str]) -> Choices:
    return [(each, each.capitalize()) for each in words]


class Choosing(forms.Form):
    """Which findings are shown. What nobody can choose is passed over."""

    words = forms.CharField(label="Words in it", required=False, max_length=100)
    kind = _choice("Source", [("", "Any source"), *SOURCE_KINDS.items()])
    theme = _choice("Theme", _any("Any theme", THEMES))
    strand = _choice("Strand", _any("Any strand", STRANDS))
    agency = _choice("About", [("", "Anybody")])
    confidence = _choice("How sure", [("", "However sure"), *_words(CONFIDENCE.states())])
    nature = _choice("Gap or strength", [("", "Gaps and strengths"), *_words(NATURES)])
    state = _choice(
        "How it stands",
        [
            ("", "Open"),
            (NO_CAUSE, "Open gaps without a cause"),
            (CLOSED, "Closed"),
            (WITHDRAWN, "Withdrawn"),
            (ALL, "All"),
        ],
    )

    def __init__(self, asked: Any, *, agencies: Iterable[Agency]) -> None:
        super().__init__(asked or None)
        named = [("", "Anybody"), *((each.code, each.name) for each in agencies)]
        self.fields["agency"].choices = named  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """What was chosen, without what was not or cannot be."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}


_text = partial(words, longest=LONGEST_TEXT)
_line = partial(line, longest=LONGEST_LINE)


def _ticks(label: str, choices: Choices = (), help_text: str = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, help_text=help_text
    )


class Writing(forms.Form):
    """A finding: what, from whom, on which evidence, about what."""

    edits = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    text = _text("What was found", needed="Say what was found", help_text="It names no child, family or worker.")
    nature = forms.ChoiceField(
        label="Is it a gap or a strength?", choices=_words(NATURES), widget=forms.RadioSelect, initial=GAP
    )
    source_kind = forms.ChoiceField(
        label="What kind of source it comes from",
        choices=[("", "Choose one"), *SOURCE_KINDS.items()],
        error_messages={"required": "Choose the kind of source"},
    )
    source = _line("The source", needed="Say who found it, and in what", help_text="Who found it, and in what.")
    source_on = a_day("The day of the source", written=WRITTEN, help_text="Not the day on which you write this.")
    audit = forms.ChoiceField(label="The audit on our register that found it (optional)", required=False)
    body = _line("Of an inspection or review: who inspected (optional)")
    judgement = _line("Of an inspection or review: what was judged (optional)", help_text="In its own words.")
    recommends = _text("What the source recommends (optional)", rows=3)
    evidence = _text("The evidence (optional)", help_text="What shows it. Without evidence it stays a claim.")
    evidence_period = _line(
        "The period that the evidence is about (needed with evidence)",
        longest=40,
        help_text="Not the day on which it was written: FY2013-14, FY2013-14Q3, 2014-02, or 2013-04..2013-11.",
    )
    agencies = _ticks("Agencies that it is about (optional)", help_text="None ticked: about the whole partnership.")
    themes = _ticks("Themes (optional)")
    strands = _ticks("Strands of the work that it touches (optional)")
    cause = _text("Why it is so (optional)", rows=3, help_text="The board has to tell the causes of weaknesses.")
    indicator = _line(
        "The measure that should move (optional)", longest=20, help_text="The code of an indicator, such as CP6."
    )

    PARTS = (
        ("found", "The finding", ("text", "nature")),
        ("source", "Where it comes from",
         ("source_kind", "source", "source_on", "audit", "body", "judgement", "recommends")),
        ("evidence", "What shows it", ("evidence", "evidence_period", "indicator", "cause")),
        ("themes", "What it is about", ("themes", "strands", "agencies")),
    )  # fmt: skip

    def __init__(
        self,
        *arguments: Any,
        agencies: Iterable[Agency],
        audits: Iterable[Audit],
        themes: Sequence[Suggestion] = (),
        strands: Sequence[Suggestion] = (),
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        self.choose("agencies", [(each.code, each.name) for each in agencies])
        self.choose("audit", [("", "None"), *((str(each.number), f"{each.number}: {each.title}") for each in audits)])
        self.choose("themes", _suggested_first(THEMES, themes))
        self.choose("strands", _suggested_first(STRANDS, strands))

    def choose(self, name: str, choices: Choices) -> None:
        """Offer some choices for a field."""
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def parts(self) -> Iterator[tuple[str, str, list[BoundField]]]:
        """The parts of the form: the name and the heading of each, and its fields."""
        for name, heading, fields in self.PARTS:
            yield name, heading, [self[field] for field in fields]

    def told(self, agencies: Sequence[Agency], audit: Audit | None) -> Told:
        """What is told, with the agencies and the audit that were chosen."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("edits", "agencies", "audit")}
        return Told(**given, agencies=agencies, audit=audit)


def _suggested_first(topics: Iterable[Topic], suggested: Sequence[Suggestion]) -> Choices:
    """Every topic: those that the wording suggests first, with the reason. None is ticked by itself."""
    first = {each.topic.name: f"{each.topic.title} (suggested, {each.why})" for each in suggested}
    return [*first.items(), *((each.name, each.title) for each in topics if each.name not in first)]


class Leading(forms.Form):
    """What a step rests on, why it is taken, and when."""

    basis = _text("On what")
    why = _text("Why (optional)", rows=3)
    on = a_day("On which day (optional)", written=WRITTEN, required=False, help_text="Left blank, today.")

    def __init__(self, *arguments: Any, verb: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if verb in BECAUSE:
            del self.fields["basis"]
            self._need("why", BECAUSE[verb])
        else:
            self._need("basis", ON_WHAT[verb])

    def _need(self, name: str, needed: str) -> None:
        field = self.fields[name]
        field.label, field.required = needed, True
        field.error_messages["required"] = needed
