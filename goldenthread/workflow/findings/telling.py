"""What somebody tells of a finding, and how it is checked before it is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from goldenthread.catalogue.findings import INSPECTION, SOURCE_KINDS, STRAND_NAMED, THEME_NAMED
from goldenthread.engine.periods import UnknownPeriod, day, parse
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.findings.rules import GAP, LINES, LONGEST_LINE, LONGEST_TEXT, NATURES, TEXTS
from goldenthread.workflow.framework.operations import known_indicator
from goldenthread.workflow.history import given
from goldenthread.workflow.history.given import happened
from goldenthread.workflow.history.refusals import Refused

checked = partial(given.fitted, never="A finding never says who a child is", longest=LONGEST_TEXT)
"""A text as it is kept. Refused where it is needed and lacks, is too long, or may identify somebody."""

_NEEDED = {"text": "Say what was found", "source": "Say who found it, and in what"}


@dataclass(frozen=True)
class Told:
    """A finding as somebody tells it."""

    text: str
    source_kind: str
    source: str
    source_on: date
    nature: str = GAP
    evidence: str = ""
    evidence_period: str = ""
    themes: Sequence[str] = ()
    strands: Sequence[str] = ()
    agencies: Sequence[Agency] = ()
    cause: str = ""
    indicator: str = ""
    audit: Audit | None = None
    body: str = ""
    judgement: str = ""
    recommends: str = ""

    def checked(self) -> dict[str, Any]:
        """The columns of a finding as they are kept.

        Refused where a text is missing, too long or may identify somebody, where evidence says not which period it is
        about, and for a kind, period, theme, strand or indicator that there is not, or a day of the future.
        """
        _one_of("kind of source", self.source_kind, SOURCE_KINDS)
        _one_of("nature of a finding", self.nature, NATURES)
        for name in self.themes:
            _one_of("theme", name, THEME_NAMED)
        for name in self.strands:
            _one_of("strand", name, STRAND_NAMED)
        told = {
            name: checked(title, getattr(self, name), needed=_NEEDED.get(name, "")) for name, title in TEXTS.items()
        }
        told |= {
            name: checked(
                title, " ".join(getattr(self, name).split()), needed=_NEEDED.get(name, ""), longest=LONGEST_LINE
            )
            for name, title in LINES.items()
        }
        if self.source_kind == INSPECTION and not told["body"]:
            raise Refused("Say who inspected or reviewed: an inspection has a body that made it.")
        return {
            **told,
            "source_kind": self.source_kind,
            "nature": self.nature,
            "source_on": happened(self.source_on),
            "evidence_period": self._period(told["evidence"]),
            "indicator": known_indicator(self.indicator).code if self.indicator.strip() else "",
            "audit": self.audit,
        }

    def _period(self, evidence: str) -> str:
        """The code of the period that the evidence is about."""
        written = self.evidence_period.strip()
        if not written and evidence:
            raise Refused("Say which period the evidence is about: not the day on which it was written down.")
        if not written:
            return ""
        try:
            about = parse(written)
        except UnknownPeriod as unknown:
            raise Refused(str(unknown)) from None
        if about.first > self.source_on:
            raise Refused(f"The evidence cannot be about {about}: its source is of {day(self.source_on)}, before that.")
        return about.code


def _one_of(what: str, name: str, known: Iterable[str]) -> None:
    if name not in (there := list(known)):
        raise Refused(f"'{name}' is no {what}. They are: {', '.join(there)}.")
