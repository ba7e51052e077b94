"""Taking figures away as a file: through the gate like every other look at them, and recorded before it leaves."""

from collections.abc import Callable, Collection, Mapping

from django.db import transaction
from django.utils import timezone

from goldenthread import catalogue
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figures
from goldenthread.engine.rendering.taking_away import TakenAway, about_csv, as_csv, as_parquet, as_xlsx
from goldenthread.engine.rendering.workbooks import TooLong
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import Query, Viewer, edition_in_force, figures

AS_FILE: Mapping[str, Callable[[TakenAway], bytes | str]] = {"csv": as_csv, "xlsx": as_xlsx, "parquet": as_parquet}
"""By the ending of the file: how figures are written out."""


def take_away(
    query: Query, kind: str, *, person: Person, named: Collection[str] | None = None, face: Face | None = None
) -> bytes | str:
    """The figures of the edition in force, as somebody may see them, as a file of a kind of `AS_FILE`.

    `named` are the names of those that are taken, where it is not all that the query finds. `face` is the rounded one,
    which is for everybody, where it is not their own. Refused where there is no edition, and where a workbook
    cannot hold so many.
    """
    edition, viewer = edition_in_force(), _seen(person, face)
    taken = _taken(_those(query, viewer, edition, named), edition, person)
    _record(taken, kind, by=person.actor)
    try:
        return AS_FILE[kind](taken)
    except TooLong as problem:
        raise Refused(str(problem)) from None


def take_about(query: Query, *, person: Person, named: Collection[str] | None = None, face: Face | None = None) -> str:
    """What is said about the figures that `take_away` gives for the same query, as CSV. It holds no figure."""
    edition, viewer = edition_in_force(), _seen(person, face)
    return about_csv(_taken(_those(query, viewer, edition, named), edition, person))


def _those(query: Query, viewer: Viewer, edition: Edition, named: Collection[str] | None) -> Figures:
    found = figures(query, viewer=_recorded(viewer), edition=edition)
    return found if named is None else found.named(named)


def _seen(person: Person, face: Face | None) -> Viewer:
    """Nobody takes away more than their own face: the rounded one shows less than every other."""
    return Viewer.rounded(person) if face is Face.ROUNDED else Viewer.of(person)


def _recorded(viewer: Viewer) -> Viewer:
    """That the figures are taken away is recorded here, and says more than that they were read."""
    return Viewer(viewer.face, actor=viewer.actor, recorded=True)


def _taken(found: Figures, edition: Edition, person: Person) -> TakenAway:
    return TakenAway(
        figures=found,
        indicators=catalogue.indicators(),
        board=str(Partnership.objects.first() or ""),
        published=timezone.localtime(edition.published_at),
        taken_by=person.name,
        taken_at=timezone.localtime(),
    )


@transaction.atomic
def _record(taken: TakenAway, kind: str, *, by: str) -> None:
    codes, number = sorted({figure.indicator for figure in taken.figures}), len(taken.figures)
    of, face = taken.figures.edition, str(taken.figures.face)
    record("took away", subject="edition", subject_id=of, by=by, kind=kind, face=face, figures=number, indicators=codes)
