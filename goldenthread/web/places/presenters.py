"""What the pages of places show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.catalogue.breakdowns import CLUSTER, LOCALITY
from goldenthread.catalogue.place_profile import Heading, profile
from goldenthread.engine.comparing.parts import beside_the_rest, how_many_by_chance, in_words
from goldenthread.engine.comparing.verdicts import Verdict
from goldenthread.engine.definitions import ByPlace, Indicator
from goldenthread.engine.protecting.primary import HIDDEN, WITHHELD
from goldenthread.web.base.addresses import indicator_address
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.telling import Latest, latest_among, of_group, of_how_many
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.places import Place, places

KINDS: Mapping[str, ByPlace] = {each.kind: each for each in (LOCALITY, CLUSTER)}
"""The kinds of place that have a profile, the larger first, each with the breakdown that counts by it."""


@dataclass(frozen=True)
class EveryPlace:
    """The way in: the edition in force, if any, and a table of each kind of place."""

    edition: Edition | None
    tables: list[Table]


def every_place() -> EveryPlace:
    """Every place that there is now."""
    edition = Edition.objects.current()
    known = places(edition) if edition else []
    of_kind = [(by, [each for each in known if each.kind == kind]) for kind, by in KINDS.items()]
    return EveryPlace(edition, [_listed(by, found, known) for by, found in of_kind if found])


def _listed(by: ByPlace, found: Sequence[Place], known: Sequence[Place]) -> Table:
    beside = "Clusters in it" if any(_within(each, known) for each in found) else "Part of"
    rows = [[Cell(each.name, href=_address(each)), Cell(_around(each, known))] for each in found]
    return Table("Localities" if by is LOCALITY else "Clusters", (Column(by.title), Column(beside)), rows)


def _around(place: Place, known: Sequence[Place]) -> str:
    """What belongs to a place, or what it belongs to."""
    return ", ".join(each.name for each in _within(place, known)) or place.part_of


def _within(place: Place, known: Sequence[Place]) -> list[Place]:
    return [each for each in known if each.part_of == place.name and each.kind != place.kind]


def _address(place: Place) -> str:
    return reverse("place", args=[place.kind, place.name])


@dataclass(frozen=True)
class Measured:
    """An indicator in a place, and in the whole area, at the same time; and what a test says of the two."""

    indicator: Indicator
    here: Latest
    whole: Latest

    @property
    def verdict(self) -> Verdict | None:
        """How the place stands beside the rest; none where nothing was counted."""
        series, here = self.whole.series, self.here.figure
        if series is None or here is None:
            return None
        return beside_the_rest(here, series.now, self.indicator, families=series.allowance)

    def row(self, by: ByPlace) -> list[Cell]:
        """It as the table has it, with the way to all places of the same kind."""
        title = Cell(self.indicator.title, href=indicator_address(self.indicator, by.code))
        figure, whole = self.here.figure, self.whole.figure
        if figure is None or whole is None:
            return [title, Cell("not covered"), Cell(""), Cell(whole.shown if whole else ""), Cell("")]
        beside = Cell(in_words(self.verdict) if self.verdict else "")
        shown = Cell(figure.shown, below=of_how_many(figure))
        return [title, shown, Cell(figure.shown_interval), Cell(whole.shown, below=str(whole.period)), beside]


@dataclass(frozen=True)
class PlaceProfile:
    """The profile of a place."""

    place: Place
    by: ByPlace
    around: Sequence[tuple[str, str]]
    edition: Edition
    measured: Mapping[Heading, Sequence[Measured]]

    @property
    def tables(self) -> list[tuple[str, Table]]:
        """What each heading is about, and its table."""
        columns = (
            Column("Indicator"), Column(self.place.name, numeric=True), Column("95% interval"),
            Column("The whole area", numeric=True), Column("Beside the rest"),
        )  # fmt: skip
        return [(heading.about, Table(heading.title, columns, [each.row(self.by) for each in those]))
                for heading, those in self.measured.items()]  # fmt: skip

    @property
    def by_chance(self) -> str:
        """How many differ, and how many would by chance."""
        every = (each.verdict for those in self.measured.values() for each in those)
        return how_many_by_chance([verdict for verdict in every if verdict])

    @property
    def hides(self) -> bool:
        """Whether any number of it is hidden."""
        figures = (each.here.figure for those in self.measured.values() for each in those)
        return any(figure.status in (HIDDEN, WITHHELD) for figure in figures if figure)

    @property
    def every_indicator(self) -> str:
        """The way to every indicator of the place."""
        return f"{reverse('scorecard')}?{urlencode({'of': f'{self.by.code}:{self.place.name}', 'tier': 'every'})}"


def profile_of(person: Person, kind: str, name: str) -> PlaceProfile:
    """The profile of a place as somebody may see it; NotFound where there is none of that kind and name now."""
    edition = Edition.objects.current()
    known = places(edition) if edition and kind in KINDS else []
    place = next((each for each in known if (each.kind, each.name) == (kind, name)), None)
    if edition is None or place is None:
        raise NotFound("There is no such place on the board's list.")
    by = KINDS[kind]
    whole = latest_among(person, (each for those in profile().values() for each in those))
    here = {each.indicator.code: each for each in of_group(person, whole, by.code, place.name)}
    there = {each.indicator.code: each for each in whole}
    measured = {
        heading: [Measured(each, here.get(each.code, Latest(each, None)), there[each.code]) for each in those]
        for heading, those in profile().items()
    }
    larger = [each for each in known if each.name == place.part_of and each.kind in KINDS]
    around = [(each.name, _address(each)) for each in [*larger, *_within(place, known)]]
    return PlaceProfile(place, by, around, edition, measured)
