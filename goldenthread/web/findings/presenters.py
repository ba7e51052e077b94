"""What the pages of findings show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from django.core.paginator import Page
from django.urls import reverse
from django.utils.text import Truncator

from goldenthread.engine.english import counted
from goldenthread.engine.suggesting import Suggestion
from goldenthread.web.base.naming import names_of
from goldenthread.web.base.on_threads import OnThreads, on_threads
from goldenthread.web.base.paging import page_asked_for
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.web.findings.forms import ALL, NO_CAUSE, Choosing
from goldenthread.web.findings.onward import onward_from
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.findings import reading
from goldenthread.workflow.findings.models import Finding, Findings, FindingWording, Step
from goldenthread.workflow.findings.rules import EVIDENCED, GAP, KEEP, MODERATE
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may

LISTED = (Column("Finding"), Column("Source"), Column("About"), Column("Evidence about"), Column("How sure"))
ASKED: Mapping[str, str] = {
    "evidenced": "Say that there is evidence",
    "moderated": "Say that it stands the test",
    "triangulated": "Say that other sources say the same",
    "taken back to moderated": "Take it back to moderated",
    "taken back to evidenced": "Take it back to evidenced",
    "taken back to claimed": "Take it back to claimed",
    "rewritten": "Write it anew",
    "closed": "Close it",
    "withdrawn": "Withdraw it",
    "opened again": "Open it again",
}
"""What a page calls each way of a finding."""

_LONGEST_IN_A_LIST = 240


@dataclass(frozen=True)
class FindingsPage:
    """The list: what was chosen, so many findings on a page, and how many gaps wait for a cause."""

    choose: Choosing
    chosen: str
    paged: Page[Finding]
    table: Table | None
    without_cause: int
    may_keep: bool


@dataclass(frozen=True)
class Way:
    """One thing that somebody can do about a finding now."""

    text: str
    href: str


@dataclass(frozen=True)
class FindingPage:
    """One finding as somebody may see it: `suggested` is for whoever keeps one that has no theme yet.

    Its `wordings` are for those who see every finding: an earlier text may have been about another agency.
    """

    finding: Finding
    particulars: list[tuple[str, str]]
    audit: Audit | None
    steps: list[Step]
    wordings: list[FindingWording]
    suggested: Sequence[Suggestion]
    names: Mapping[str, str]
    ways: list[Way]
    onward: list[Way]
    why_not: str
    on_threads: OnThreads


def findings_for(person: Person, asked: Mapping[str, str], on: date) -> FindingsPage:
    """The list that somebody may see, as they chose it."""
    seen = Finding.objects.visible_to(person)
    choose = _choosing(asked, seen)
    chosen = choose.chosen()
    found = cast("Sequence[Finding]", _chosen_of(seen, chosen).in_order())  # which is cut into pages as a list is
    paged = page_asked_for(found, asked)
    rows = [_row(each, on) for each in paged.object_list]
    return FindingsPage(
        choose=choose,
        chosen=urlencode(chosen),
        paged=paged,
        table=Table("Findings, the latest source first", LISTED, rows) if rows else None,
        without_cause=seen.weaknesses_without_cause().count(),
        may_keep=may(person, KEEP),
    )


def chosen_of(person: Person, asked: Mapping[str, str]) -> list[Finding]:
    """The findings that the list shows, all of them, for a file."""
    seen = Finding.objects.visible_to(person)
    return list(_chosen_of(seen, _choosing(asked, seen).chosen()).in_order())


def finding_called(number: int, person: Person) -> Finding:
    """The finding of a number; NotFound where there is none that this person may see."""
    return Finding.objects.visible_to(person).in_order().numbered(number)


def finding_page(number: int, person: Person, on: date) -> FindingPage:
    """One finding; NotFound where there is none that this person may see."""
    found = finding_called(number, person)
    ways, steps = reading.ways_for(person, found), list(found.steps.all())
    wordings = list(found.wordings.all()) if person.agency_id is None else []
    return FindingPage(
        finding=found,
        particulars=list(particulars(found, on)),
        audit=Audit.objects.visible_to(person).filter(findings=found.pk).first(),
        steps=steps,
        wordings=wordings,
        suggested=()
        if found.themes.all() or "rewritten" not in ways
        else suggested_for(found.text, found.recommends)[0],
        names=names_of([*(each.recorded_by for each in steps), *(each.written_by for each in wordings)]),
        ways=[Way(ASKED[verb], _address(found, verb)) for verb in ways],
        onward=[Way(text, href) for text, href in onward_from(found, person)],
        why_not=_why_not(found, person),
        on_threads=on_threads(found, person),
    )


def suggested_for(text: str, recommends: str) -> tuple[Sequence[Suggestion], Sequence[Suggestion]]:
    """The themes and the strands that the wording of a finding suggests."""
    wording = f"{text}\n{recommends}"
    return reading.themes_suggested(wording), reading.strands_suggested(wording)


def particulars(found: Finding, on: date) -> Iterator[tuple[str, str]]:
    """What is kept of a finding besides its text, with the heading of each."""
    yield "How sure we are", found.confidence.capitalize()
    yield "Kind of source", found.get_source_kind_display()
    yield "Source", found.source
    yield "Day of the source", f"{day(found.source_on)} ({_age(found, on)})"
    yield "Who inspected", found.body
    yield "What was judged", found.judgement
    yield "What the source recommends", found.recommends
    yield "Evidence", found.evidence or "None yet: it is a claim."
    yield "The evidence is about", str(found.about) if found.about else ""
    yield "Why it is so", found.cause or ("Nobody has said yet." if found.nature == GAP else "")
    yield "About", found.whom
    yield "Themes", "; ".join(map(str, found.themes.all()))
    yield "Strands", "; ".join(map(str, found.strands.all()))


def all_agencies() -> list[Agency]:
    """Every agency that a finding can be about."""
    return list(Agency.objects.all())


def agencies_called(codes: Sequence[str]) -> list[Agency]:
    """The agencies of some codes."""
    return [Agency.objects.named(code) for code in codes]


def audits_for(person: Person) -> list[Audit]:
    """The audits from which somebody can take a finding."""
    return list(Audit.objects.visible_to(person).standing())


def audit_called(number: str, person: Person) -> Audit | None:
    """The audit of a number, as a form gives it; none where it gives none."""
    return Audit.objects.visible_to(person).numbered(int(number)) if number else None


def as_initial(found: Finding) -> dict[str, Any]:
    """What the form begins from to write a finding anew."""
    return {
        **{name: getattr(found, name) for name in _AS_THEY_ARE},
        "audit": str(found.audit_id or ""),
        "agencies": [each.code for each in found.agencies.all()],
        "themes": [each.name for each in found.themes.all()],
        "strands": [each.name for each in found.strands.all()],
    }


_AS_THEY_ARE = (
    "edits", "text", "nature", "source_kind", "source", "source_on", "body", "judgement", "recommends", "evidence",
    "evidence_period", "cause", "indicator",
)  # fmt: skip


def _choosing(asked: Mapping[str, str], seen: Findings) -> Choosing:
    """Only agencies that some finding which they may see is about can be chosen."""
    named = Finding.agencies.through.objects.filter(finding__in=seen).values("agency")
    return Choosing(asked, agencies=Agency.objects.filter(pk__in=named))


def _chosen_of(seen: Findings, chosen: Mapping[str, str]) -> Findings:
    found = {"": seen.open(), NO_CAUSE: seen.weaknesses_without_cause(), ALL: seen}.get(chosen.get("state", ""))
    found = seen.filter(state=chosen["state"]) if found is None else found
    plain = {"kind": "source_kind", "confidence": "confidence", "nature": "nature"}
    found = found.filter(**{column: chosen[name] for name, column in plain.items() if name in chosen})
    for name, narrowed in (("theme", Findings.of_theme), ("strand", Findings.of_strand), ("agency", Findings.about)):
        found = narrowed(found, chosen[name]) if name in chosen else found
    return found.saying(chosen.get("words", ""))


def _row(found: Finding, on: date) -> list[Cell]:
    stands = "" if found.is_open() else f", {found.state}"
    themes = "; ".join(map(str, found.themes.all()))
    return [
        Cell(
            Truncator(found.text).chars(_LONGEST_IN_A_LIST),
            href=reverse("finding", args=[found.number]),
            below=f"{found.nature.capitalize()}, finding {found.number}{stands}",
        ),
        Cell(found.get_source_kind_display(), below=_source(found, on)),
        Cell(found.whom, below=themes),
        Cell(str(found.about) if found.about else "Not said"),
        Cell(found.confidence.capitalize(), below="nobody says why" if found.nature == GAP and not found.cause else ""),
    ]


def _source(found: Finding, on: date) -> str:
    """Who found it, when, and of an inspection what was judged."""
    said = (found.body, found.source, f"{day(found.source_on)}, {_age(found, on)}", found.judgement)
    return ". ".join(filter(None, said))


def _age(found: Finding, on: date) -> str:
    years, months = divmod(found.months_old(on), 12)
    if not years and not months:
        return "less than a month ago"
    told = [counted(number, what) for number, what in ((years, "year"), (months, "month")) if number]
    return f"{' and '.join(told)} ago"


def _address(found: Finding, verb: str) -> str:
    if verb == "rewritten":
        return reverse("finding_rewrite", args=[found.number])
    return reverse("finding_lead", args=[found.number, verb.replace(" ", "-")])


def _why_not(found: Finding, person: Person) -> str:
    """Why somebody who tests findings cannot test this one."""
    if not found.is_open() or found.confidence != EVIDENCED or not may(person, MODERATE):
        return ""
    return (
        "You wrote some of it, so somebody else says whether it stands the test."
        if reading.wrote(person, found)
        else ""
    )
