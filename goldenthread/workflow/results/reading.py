"""The only way to numbers: figures of an edition, as somebody may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.conf import settings

from goldenthread import catalogue
from goldenthread.catalogue.families import FAMILIES
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.periods import Period
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figures, figures_from
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.results import read_results
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.beside_targets import Row, with_targets
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.returns.models import Part

ALL = "all"


@dataclass(frozen=True)
class Viewer:
    """Who looks, and which face they see. `recorded`: that they look stands in history already."""

    face: Face
    actor: str
    recorded: bool = False

    @classmethod
    def of(cls, person: Person) -> Self:
        """The face that somebody's role gives them: exact figures only with leave to see them."""
        face = Face.BOARD if may(person, "see figures exactly") else Face.PARTNERSHIP
        return cls(face, actor=person.actor)

    @classmethod
    def rounded(cls, person: Person) -> Self:
        """Somebody who looks at what everybody may be shown: it hides more than their own face does."""
        return cls(Face.ROUNDED, actor=person.actor)


@dataclass(frozen=True)
class Query:
    """Which figures: of one indicator, of several or (None) of all, of one period or all within one, by one breakdown.

    `breakdown=None` is every breakdown. A period that was counted itself is that one; any other is a stretch, and the
    figures are those of all periods within it. `among` asks for several periods by their codes.
    """

    code: str | tuple[str, ...] | None = None
    period: Period | None = None
    breakdown: str | None = ALL
    among: tuple[str, ...] | None = None


def figures(query: Query, *, viewer: Viewer, edition: Edition | None = None) -> Figures:
    """The figures of the edition in force, or of another, through the gate of the viewer's face.

    Refused where no edition has been published; NotFound for an indicator or breakdown that there is not. A period that
    no evidence covers gives one figure that says so. That somebody reads exact figures is recorded first.
    """
    edition = edition or edition_in_force()
    indicators = catalogue.indicators()
    codes = _codes(query)
    _check(codes, query.breakdown)
    if viewer.face is Face.BOARD and not viewer.recorded:
        record("read exactly", subject="edition", subject_id=edition.number, by=viewer.actor, indicators=codes)
    rows: Sequence[Row] = _rows(edition, codes, query)
    if query.breakdown in (COMPARATOR, None):
        rows = with_targets(rows, codes, edition, period=query.period, among=query.among)
    found = figures_from(rows, indicators=indicators, face=viewer.face, edition=edition.number, families=FAMILIES)
    if not found and isinstance(query.code, str) and query.period and query.breakdown in (ALL, None):
        lost = found.missing(indicators[query.code], query.period)
        return Figures([lost], face=viewer.face, edition=edition.number)
    return found


def _codes(query: Query) -> list[str]:
    if query.code is None:
        return list(catalogue.indicators())
    return [query.code] if isinstance(query.code, str) else list(query.code)


def edition_in_force() -> Edition:
    """The newest edition; Refused where there is none yet."""
    edition = Edition.objects.current()
    if edition is None:
        raise Refused("No edition has been published yet. Work one out with: goldenthread compute")
    return edition


def uncounted() -> list[int]:
    """Returns that are in force and not in the edition in force yet."""
    edition = Edition.objects.current()
    counted = edition.returns() if edition else set()
    return sorted(set(Part.objects.in_force().values_list("of__number", flat=True)) - counted)


def _rows(edition: Edition, codes: Sequence[str], query: Query) -> Sequence[Row]:
    store = FileStore(settings.GOLDENTHREAD_HOME, "results")
    paths = [store.path(edition.results[code]["digest"]) for code in codes if code in edition.results]
    if query.period is None:
        return read_results(paths, breakdown=query.breakdown, periods=query.among)
    rows = read_results(paths, period=query.period.code, breakdown=query.breakdown)
    within = (query.period.first, query.period.last)
    return rows or ([] if query.period.is_day else read_results(paths, within=within, breakdown=query.breakdown))


def _check(codes: Sequence[str], breakdown: str | None) -> None:
    indicators = catalogue.indicators()
    for code in codes:
        if code not in indicators:
            raise NotFound(f"There is no indicator {code}. They are: {', '.join(indicators)}.")
        known = [each.code for each in indicators[code].breakdowns]
        if len(codes) == 1 and breakdown not in (ALL, COMPARATOR, None, *known):
            raise NotFound(f"{code} is not broken down by {breakdown}. It is by: {', '.join(known) or 'nothing'}.")
