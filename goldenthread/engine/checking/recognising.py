"""Recognising what a table is, by its headers and never by the name of its file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.engine.definitions import Feed, Format, Table

# A table whose key columns are incomplete is still taken for one of ours if it has this share of its headers.
_MOSTLY = 0.6


class Ambiguous(Exception):
    """A table could as well be one of two; the message names them."""


@dataclass(frozen=True)
class Recognised:
    """A table of a format, and where in the file each of its headers stands (position by header as declared)."""

    format: Format
    table: Table
    header_row: int
    positions: Mapping[str, int]
    as_written: tuple[str, ...]

    def columns(self, feed: Feed | None = None) -> dict[str, int]:
        """The position of each column of a dataset that the file has; of the main dataset, where none is named."""
        return {column: places[0] for column, places in self.places(feed).items()}

    def places(self, feed: Feed | None = None) -> dict[str, list[int]]:
        """The positions of all the headers that fill each column of a dataset."""
        headers: Mapping[str, str | None] = feed.headers if feed else self.table.headers
        found: dict[str, list[int]] = {}
        for header, at in self.positions.items():
            if column := headers.get(header):
                found.setdefault(column, []).append(at)
        return found

    def header_of(self, column: str, feed: Feed | None = None) -> str:
        """The sender's header for a column; the declared one where the file has none."""
        headers: Mapping[str, str | None] = feed.headers if feed else self.table.headers
        spans = {name: header for header, pair in self.table.spans.items() for name in pair}
        declared = next((header for header, name in headers.items() if name == column), spans.get(column, column))
        return self.as_written[self.positions[declared]] if declared in self.positions else declared

    def can_hold(self, column: str) -> bool:
        """Whether files of this format have the column at all: what a format never holds is not missing from a file."""
        return column in self.table.headers.values()

    def unknown(self) -> list[str]:
        """The sender's headers that the table does not declare."""
        known = set(self.positions.values())
        return [header for at, header in enumerate(self.as_written) if at not in known and header.strip()]

    def measures(self) -> list[tuple[str, int]]:
        """The columns of a table that melts which are measures, each with its position."""
        known = set(self.positions.values())
        return [(header.strip(), at) for at, header in enumerate(self.as_written) if at not in known and header.strip()]

    def nameless(self) -> list[int]:
        """Which columns have no header, counted from 1; those after the last header are no columns of the table."""
        last = max((at for at, header in enumerate(self.as_written) if header.strip()), default=0)
        return [at + 1 for at, header in enumerate(self.as_written[:last]) if not header.strip()]

    def repeated(self) -> list[str]:
        """Headers that stand there twice; the first is read."""
        folded = [fold(header) for header in self.as_written]
        return sorted({header for header in self.as_written if header.strip() and folded.count(fold(header)) > 1})

    def written_otherwise(self) -> list[str]:
        """Headers that are not written to the letter as declared (small letters, spaces around them)."""
        return [
            self.as_written[at]
            for header, at in self.positions.items()
            if self.as_written[at] != header and self.as_written[at] not in self.table.aliases.get(header, ())
        ]


def recognise(
    records: Sequence[tuple[int, list[str]]], formats: Iterable[Format], *, called: str = ""
) -> Recognised | None:
    """The best match of any of the first rows with any table of any format; none where nothing matches.

    `called` is the name of the sheet or file, which only decides between tables that the headers fit equally well.
    Ambiguous where it does not decide either.
    """
    tables = [(format_, table, _spellings(table)) for format_ in formats for table in format_.tables if not table.path]
    rows = [(row, headers, _places(headers)) for row, headers in records]
    found = [
        match
        for row, headers, places in rows
        for format_, table, spellings in tables
        if not spellings.isdisjoint(places) and (match := _match(row, headers, places, format_, table))
    ]
    if not found:
        return None
    best = max(map(_fit, found))
    equal = [match for match in found if _fit(match) == best]
    return equal[0] if len(equal) == 1 else _called(equal, called)


def whole(format_: Format, table: Table) -> Recognised:
    """A table of an XML document, in which every declared header has its place."""
    headers = tuple(table.headers)
    return Recognised(format_, table, 0, {header: at for at, header in enumerate(headers)}, headers)


@lru_cache(maxsize=20_000)  # the headers of every table are asked for again at each row that may hold a file's own
def fold(header: str) -> str:
    """A header as it is compared: neither case nor spaces nor punctuation matter."""
    folded = re.sub(r"[\W_]+", "", header).casefold()
    return folded or header.strip()


def _places(headers: list[str]) -> dict[str, int]:
    return {fold(header): at for at, header in reversed(list(enumerate(headers))) if header.strip()}


def _spellings(table: Table) -> frozenset[str]:
    """Every way in which a header of a table may stand there, folded."""
    return frozenset(fold(each) for header in table.headers for each in (header, *table.aliases.get(header, ())))


def _match(row: int, headers: list[str], places: Mapping[str, int], format_: Format, table: Table) -> Recognised | None:
    positions: dict[str, int] = {}
    for header in table.headers:
        for spelling in (header, *table.aliases.get(header, ())):
            if (at := places.get(fold(spelling))) is not None and at not in positions.values():
                positions[header] = at
                break
    match = Recognised(format_, table, row, positions, tuple(headers))
    mostly = table.mostly_ours and len(positions) >= max(3, _MOSTLY * len(table.headers))
    return match if _complete(match) or mostly else None


def _complete(match: Recognised) -> bool:
    """Whether it has the headers by which the table is known, and most of its headers are the table's: one that two
    tables share is no sign of either. Of a table that melts, the headers that are not declared are expected.
    """
    if not all(header in match.positions or header in match.as_written for header in match.table.recognised_by):
        return False
    if match.table.melts:
        return bool(match.measures())
    named = [header for header in match.as_written if header.strip()]
    enough = len(match.positions) >= min(2, len(match.table.headers))
    return enough and (2 * len(match.positions) > len(named) or not match.table.mostly_ours)


def _fit(match: Recognised) -> tuple[bool, int, int, int]:
    """How well headers fit a table: whether it is complete, how many are the table's, how few of the table's lack, and
    by how many it is known.
    """
    lacking = len(match.table.headers) - len(match.positions)
    return _complete(match), len(match.positions), -lacking, len(match.table.recognised_by)


def _called(equal: Sequence[Recognised], name: str) -> Recognised:
    """Of tables that fit equally well, the one that the sheet or file is called by."""
    wanted = fold(name)
    by_name = [match for match in equal if wanted and wanted in {fold(match.table.sheet), fold(match.table.name)}]
    tables = {(match.format.name, match.table.name) for match in by_name or equal}
    if len(tables) == 1 or _say_the_same(equal):
        return (by_name or list(equal))[0]
    titles = " or ".join(sorted({f"{match.table.title!r} ({match.format.title})" for match in by_name or equal}))
    names = " or ".join(sorted({match.table.name for match in by_name or equal}))
    raise Ambiguous(
        f"By its headers this could be {titles}. Call the file or the sheet {names}, so that it is clear which."
    )


def _say_the_same(equal: Sequence[Recognised]) -> bool:
    """Whether tables differ in their format alone, and fill the same dataset from the same headers."""
    return len({(match.table.dataset, tuple(sorted(match.table.headers.items(), key=str))) for match in equal}) == 1
