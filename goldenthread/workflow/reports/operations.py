"""Making reports."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from goldenthread import catalogue
from goldenthread.catalogue.reports import reports
from goldenthread.engine.periods import Period, Span, day
from goldenthread.engine.protecting.faces import ON_PAPER, Face
from goldenthread.engine.protecting.figures import Figures
from goldenthread.engine.rendering.assembling import About, OwnWords, assemble
from goldenthread.engine.rendering.blocks import Block, Document, claims, counts, facts, quotations
from goldenthread.engine.rendering.html import page
from goldenthread.engine.rendering.pdf import CannotBeSet, pdf
from goldenthread.engine.rendering.word import word
from goldenthread.engine.rendering.years import periods_told
from goldenthread.workflow.actions import telling as recommendations
from goldenthread.workflow.actions import telling_impact as impact
from goldenthread.workflow.agencies.models import Agency, Partnership
from goldenthread.workflow.challenges import telling as challenges
from goldenthread.workflow.findings import reported as findings
from goldenthread.workflow.framework.reading import owners
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.plans import telling as plan
from goldenthread.workflow.reports.models import Report
from goldenthread.workflow.results.known import known_from, with_flows
from goldenthread.workflow.results.models import Edition, PartNamed
from goldenthread.workflow.results.reading import ALL, Query, Viewer, edition_in_force, figures
from goldenthread.workflow.stories.reading import stories_told
from goldenthread.workflow.threads import reporting as threads

FORMATS: Mapping[str, Callable[[Document], bytes]] = {
    "index.html": lambda document: page(document).encode(),
    "report.pdf": pdf,
    "report.docx": word,
}
"""The formats that a report is made in, by the name of its file: one document, said three times."""

FACTS = "facts.json"

REGISTERS: Mapping[str, Callable[[Period, Face], Sequence[Block]]] = {
    "findings": findings.told,
    "challenges": challenges.told,
    "recommendations": recommendations.told,
    "impact": impact.told,
    "plan": plan.told,
    "threads": threads.told,
}
"""What a report about a year tells of each register of the board, as one face may read of it."""


def write(name: str, year: Period, out: Path, *, face: Face, by: str) -> Report:
    """Make a report about a year and write it to a folder in every format, replacing what stood there.

    Every number in it is among the facts, with its indicator, period and edition.
    """
    report, document = make(name, year, face=face, by=by)
    files = _files(report, document)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for file, content in files.items():
            (out / file).write_bytes(content)
    except OSError as error:
        raise Refused(f"The report cannot be written to {out}: {error.strerror}. Choose another folder.") from error
    return report


def _files(report: Report, document: Document) -> dict[str, bytes]:
    """The report in every format, made before any is written: one that cannot be made leaves no half a report."""
    told = {"report": report.name, "number": report.number, "year": report.period, "face": report.face}
    known = {**told, "edition": report.edition.number}
    known |= {"facts": facts(document), "claims": claims(document)}
    known |= {"counts": counts(document), "quotations": quotations(document)}
    return {file: in_format(document, file) for file in FORMATS} | {FACTS: _json(known).encode()}


def in_format(document: Document, file: str) -> bytes:
    """A document in one of the formats; NotFound where there is no such, Refused where it cannot be made."""
    if file not in FORMATS:
        raise NotFound(f"A report is not made as {file}. It is made as: {', '.join(FORMATS)}.")
    try:
        return FORMATS[file](document)
    except CannotBeSet as problem:
        raise Refused(str(problem)) from problem


def make(name: str, year: Period, *, face: Face, by: str) -> tuple[Report, Document]:
    """A report as a document, numbered and remembered; NotFound for no such report, or a year nothing is about.

    Refused for a face that is for tables only.
    """
    if face not in ON_PAPER:
        raise Refused("A report is not made of rounded counts: its tests need the exact ones. Make the public one.")
    if name not in reports():
        raise NotFound(f"There is no report '{name}'. There is: {', '.join(reports())}.")
    edition = edition_in_force()
    if not any(Span.between(part["first"], part["last"]).overlaps(year.span) for part in edition.parts):
        raise NotFound(f"No return that has been accepted is about any of {year}, so there is nothing to report of it.")
    report = _remember(name, year, face, edition, by)
    viewer = Viewer(face, actor=by, recorded=True)
    found = _figures_of(with_flows(reports()[name].codes()), year, viewer, edition)
    document = assemble(
        reports()[name],
        _about(report, year, face, edition),
        figures_of=found.of,
        known=known_from(found),
        stories=_stories(year),
        records={register: told(year, face) for register, told in REGISTERS.items()},
    )
    return report, document


def _stories(year: Period) -> dict[str, OwnWords]:
    """The stories that are published of a year's figures, or of those of its last day."""
    owned = owners()
    return {
        code: OwnWords(f"its owner ({owned[code]})" if code in owned else "its owner", tuple(version.told))
        for code, version in stories_told([year.code, day(year.last).code]).items()
    }


def _figures_of(codes: Sequence[str], year: Period, viewer: Viewer, edition: Edition) -> Figures:
    """All that a report about a year may tell: each indicator's whole over the years, its groups in the year itself."""
    over_time = figures(Query(tuple(codes), among=periods_told(year)), viewer=viewer, edition=edition)
    of_the_year = (year.code, day(year.last).code)
    by_group = figures(Query(tuple(codes), breakdown=None, among=of_the_year), viewer=viewer, edition=edition)
    groups = (figure for figure in by_group if figure.breakdown != ALL)
    return Figures([*over_time, *groups], face=viewer.face, edition=edition.number)


@transaction.atomic
def _remember(name: str, year: Period, face: Face, edition: Edition, by: str) -> Report:
    report = Report.objects.create(
        name=name, period=year.code, face=face, edition=edition, made_at=timezone.now(), made_by=by
    )
    record("made", subject="report", subject_id=report.number, by=by, face=str(face), edition=edition.number)
    return report


def _about(report: Report, year: Period, face: Face, edition: Edition) -> About:
    published = timezone.localtime(edition.published_at).date()
    return About(
        board=Partnership.objects.get().name,
        year=year,
        face=face,
        edition=f"Edition {edition.number} of the board's figures, published on {day(published)}",
        sources=_sources(edition),
        made=str(day(timezone.localtime(report.made_at).date())),
        number=f"Report {report.number}",
    )


def _sources(edition: Edition) -> tuple[str, ...]:
    """One line for each return that the edition stands on."""
    titles = {name: dataset.title for name, dataset in catalogue.datasets().items()}
    names = dict(Agency.objects.values_list("code", "name"))
    held: dict[int, list[PartNamed]] = {}
    for part in edition.parts:
        held.setdefault(part["of_return"], []).append(part)
    return tuple(
        f"Return {number} of {names[parts[0]['agency']]}, covering {_day(parts[0]['first'])} to"
        f" {_day(parts[0]['last'])}: {', '.join(titles[part['dataset']].lower() for part in parts)}."
        for number, parts in sorted(held.items())
    )


def _day(written: str) -> str:
    return str(day(date.fromisoformat(written)))


def _json(told: dict[str, object]) -> str:
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
