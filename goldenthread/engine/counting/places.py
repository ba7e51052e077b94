"""Places as groups: which there were, from when to when, and in which of them a child lived on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from goldenthread.engine.counting.evidence import opened, view_of
from goldenthread.engine.counting.groups import FIRST, UNRECORDED, place_number_sql
from goldenthread.engine.counting.parts import Part
from goldenthread.engine.definitions import Breakdown, ByPlace, Dataset, Places
from goldenthread.engine.definitions.breakdowns import NOT_RECORDED
from goldenthread.engine.periods import Period
from goldenthread.engine.words.literals import literal


@dataclass(frozen=True)
class Place:
    """A place as it was from one day until another: `until` is none where nothing says that it ended."""

    kind: str
    name: str
    part_of: str
    since: date
    until: date | None

    def is_there(self, on: date) -> bool:
        """Whether it was one on a day."""
        return self.since <= on and (self.until is None or on < self.until)


def listed_places(places: Places, *, dataset: Dataset, parts: Sequence[Part]) -> list[Place]:
    """Every place in some parts of the dataset in which places are listed, by kind and name, the earliest first."""
    with opened([dataset.name], datasets={dataset.name: dataset}, parts=parts) as connection:
        found = connection.execute(
            "SELECT kind, name, coalesce(part_of, ''), opened, nullif(closed, DATE 'infinity')"
            f" FROM ({_listed_sql(places)}) ORDER BY kind, name, opened"
        )
        return [Place(*row) for row in found.fetchall()]


def places_read(breakdowns: Iterable[Breakdown]) -> set[str]:
    """The datasets in which the places of some breakdowns are listed."""
    return {each.places.dataset for each in breakdowns if isinstance(each, ByPlace)}


def register_places(connection: duckdb.DuckDBPyConnection, breakdowns: Iterable[ByPlace]) -> None:
    """Two tables. `places`: those of each kind, numbered by name, and the days from which and until which each was one.
    `named_places`: what a row may name, and the number of the place that this is on which days.
    """
    connection.execute(
        "CREATE TEMP TABLE places (kind VARCHAR, number SMALLINT, name VARCHAR, opened DATE, closed DATE);"
        "CREATE TEMP TABLE named_places (kind VARCHAR, through VARCHAR, named VARCHAR, number SMALLINT, opened DATE,"
        " closed DATE)"
    )
    for places, kind, through in dict.fromkeys((each.places, each.kind, each.through) for each in breakdowns):
        connection.execute(f"CREATE OR REPLACE TEMP TABLE listed AS {_listed_sql(places)}")
        connection.execute(f"INSERT INTO places {_SHOWN}", {"kind": kind})
        connection.execute(f"INSERT INTO named_places {_NAMED_THROUGH if through else _NAMED}", {
            "kind": kind, "through": through
        })  # fmt: skip


@dataclass(frozen=True, eq=False)
class Listing:
    """The places that are groups, and of which place each is part.

    `places` are those of each kind: number, name, and the days from which and until which each was one. `parts` are,
    by the kind of the parts and that of their wholes: names of the part and of the whole, since when, until when.
    """

    places: Mapping[str, Sequence[tuple[int, str, date, date]]]
    parts: Mapping[tuple[str, str], Sequence[tuple[str, str, date, date]]]

    def named(self, kind: str) -> dict[int, str]:
        """The places of a kind by number, each once."""
        return {number: name for number, name, _, _ in self.places[kind]}

    def is_there(self, kind: str, number: int, period: Period) -> bool:
        """Whether a place is there on any day of a period."""
        return any(
            number == other and opened <= period.last and closed > period.first
            for other, _, opened, closed in self.places[kind]
        )

    def whole_of(self, name: str, kind: str, above: str, day: date) -> str:
        """The place of the kind above of which a place is part on a day."""
        wholes = (
            whole
            for part, whole, since, until in self.parts.get((kind, above), ())
            if part == name and since <= day < until
        )
        return next(wholes, NOT_RECORDED)


def listing(connection: duckdb.DuckDBPyConnection) -> Listing:
    """What `register_places` found."""
    places: dict[str, list[tuple[int, str, date, date]]] = {}
    for kind, number, name, begun, closed in connection.execute("SELECT * FROM places ORDER BY ALL").fetchall():
        places.setdefault(kind, []).append((number, name, begun, closed))
    parts: dict[tuple[str, str], list[tuple[str, str, date, date]]] = {}
    for kind, above, part, whole, since, until in connection.execute(_PARTS).fetchall():
        parts.setdefault((kind, above), []).append((part, whole, since, until))
    return Listing(places, parts)


def lived_sql(breakdowns: Sequence[ByPlace]) -> str:
    """Where each child lived from when until when, as the number of its group in each breakdown by one column.

    It is what the newest return says that had begun by then; before any return, what the first one says. Wherever
    places are put together anew, a stretch ends and another begins.
    """
    numbers = ", ".join(f'{place_number_sql(each)} AS "group {each.code}"' for each in breakdowns)
    placed = " ".join(placed_sql(each, "meant.named", "meant.since") for each in breakdowns)
    return f"""
        WITH lived AS ({_named_by_children(breakdowns[0])}),
        turns AS (
            SELECT named, DATE '-infinity' AS day FROM lived
            UNION SELECT named, opened FROM named_places UNION SELECT named, closed FROM named_places
        ),
        meant AS (
            SELECT named, day AS since, coalesce(lead(day) OVER in_turn, DATE 'infinity') AS until
            FROM turns WINDOW in_turn AS (PARTITION BY named ORDER BY day)
        ),
        numbered AS (SELECT meant.*, {numbers} FROM meant {placed})
        SELECT * REPLACE (greatest(lived.since, numbered.since) AS since, least(lived.until, numbered.until) AS until)
        FROM lived JOIN numbered USING (named)
        WHERE lived.since < numbered.until AND numbered.since < lived.until
    """


def _named_by_children(breakdown: ByPlace) -> str:
    """What each child's returns name as the place where it lived, from when until when."""
    column, rows = f'"{breakdown.column}"', view_of(breakdown.dataset)
    return f"""
        WITH said AS (
            SELECT child_key, covers_first, arg_max({column}, (covers_last, {column})) AS named
            FROM {rows} WHERE {column} IS NOT NULL GROUP BY child_key, covers_first
        ),
        moved AS (
            SELECT *, lag(named) OVER (PARTITION BY child_key ORDER BY covers_first) AS before FROM said
        )
        SELECT child_key, named,
               CASE WHEN before IS NULL THEN DATE '-infinity' ELSE covers_first END AS since,
               coalesce(lead(covers_first) OVER by_child, DATE 'infinity') AS until
        FROM moved WHERE before IS DISTINCT FROM named
        WINDOW by_child AS (PARTITION BY child_key ORDER BY covers_first)
    """


def placed_sql(breakdown: ByPlace, named: str, day: str) -> str:
    """Joins the place that is named on a day."""
    place = f'"placed {breakdown.code}"'
    which = f"{place}.kind = {literal(breakdown.kind)} AND {place}.through = {literal(breakdown.through)}"
    then = f"{day} >= {place}.opened AND {day} < {place}.closed"
    return f"LEFT JOIN named_places AS {place} ON {which} AND {place}.named = {named} AND {then}"


def _listed_sql(places: Places) -> str:
    """Every place as the newest return has it. One that is listed again from a later day was another until then."""
    same = f'"{places.kind}", "{places.name}", "{places.opened}"'
    first = f'covers_last DESC, covers_first DESC, "{places.part_of}", "{places.closed}"'
    return f"""
        WITH newest AS (
            SELECT "{places.kind}" AS kind, "{places.name}" AS name, "{places.part_of}" AS part_of,
                   "{places.opened}" AS opened, "{places.closed}" AS closed
            FROM {view_of(places.dataset)}
            QUALIFY row_number() OVER (PARTITION BY {same} ORDER BY {first}) = 1
        )
        SELECT * REPLACE (least(coalesce(closed, DATE 'infinity'), coalesce(lead(opened) OVER again, DATE 'infinity'))
               AS closed), CAST({FIRST - 1} + dense_rank() OVER (PARTITION BY kind ORDER BY name) AS SMALLINT) AS number
        FROM newest WINDOW again AS (PARTITION BY kind, name ORDER BY opened)
    """


_PARTS = """
SELECT DISTINCT parts.through, parts.kind, parts.named, wholes.name, parts.opened, parts.closed
FROM named_places AS parts JOIN places AS wholes USING (kind, number) WHERE parts.through <> ''
"""
_SHOWN = "SELECT kind, number, name, opened, closed FROM listed WHERE kind = $kind EXCEPT SELECT * FROM places"
_NAMED = "SELECT kind, $through, name, number, opened, closed FROM listed WHERE kind = $kind"
_NAMED_THROUGH = f"""
SELECT $kind, $through, part.name, whole.number,
       greatest(part.opened, whole.opened), least(part.closed, whole.closed)
FROM listed AS part JOIN listed AS whole ON whole.kind = $kind AND whole.name = part.part_of
WHERE part.kind = $through
UNION ALL
SELECT $kind, $through, name, {UNRECORDED}, opened, closed FROM listed WHERE kind = $through AND part_of IS NULL
"""
