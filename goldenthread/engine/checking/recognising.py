"""Recognising what a file is, by its headers and never by its name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goldenthread.engine.definitions import Format, Table

# A table whose key columns are incomplete is still taken for one of ours if it has this share of its headers.
_MOSTLY = 0.6


@dataclass(frozen=True)
class Recognised:
    """A table of a format, and where in the file each of its headers stands (position by header as declared)."""

    format: Format
    table: Table
    header_row: int
    positions: Mapping[str, int]
    as_written: tuple[str, ...]

    def columns(self) -> dict[str, int]:
        """The position of each column of the dataset that the file has."""
        taken = ((self.table.headers[header], at) for header, at in self.positions.items())
        return {column: at for column, at in taken if column}

    def header_of(self, column: str) -> str:
        """The sender's header for a column; the declared one where the file has none."""
        declared = next((header for header, name in self.table.headers.items() if name == column), column)
        return self.as_written[self.positions[declared]] if declared in self.positions else declared

    def can_hold(self, column: str) -> bool:
        """Whether files of this format have the column at all: what a format never holds is not missing from a file."""
        return column in self.table.headers.values()

    def missing(self) -> list[str]:
        """Declared headers that the file has not."""
        return [header for header in self.table.headers if header not in self.positions]

    def unknown(self) -> list[str]:
        """The sender's headers that the table does not declare."""
        known = set(self.positions.values())
        return [header for at, header in enumerate(self.as_written) if at not in known and header.strip()]

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
        return [self.as_written[at] for header, at in self.positions.items() if self.as_written[at] != header]


def recognise(records: Iterable[tuple[int, list[str]]], formats: Iterable[Format]) -> Recognised | None:
    """The best match of any of the first lines with any table of any format; none where nothing matches."""
    found = [
        match
        for row, headers in records
        for format_ in formats
        for table in format_.tables
        if (match := _match(row, headers, format_, table))
    ]
    return max(found, key=lambda match: (_complete(match), len(match.positions)), default=None)


def fold(header: str) -> str:
    """A header as it is compared: neither case nor space around it matters."""
    return header.strip().strip("\ufeff").casefold()


def _match(row: int, headers: list[str], format_: Format, table: Table) -> Recognised | None:
    places = {fold(header): at for at, header in reversed(list(enumerate(headers)))}
    positions = {header: places[fold(header)] for header in table.headers if fold(header) in places}
    match = Recognised(format_, table, row, positions, tuple(headers))
    mostly = len(positions) >= max(3, _MOSTLY * len(table.headers))
    return match if _complete(match) or mostly else None


def _complete(match: Recognised) -> bool:
    """Whether it has the headers by which the table is known, and most of its headers are the table's: one that two
    tables share is no sign of either.
    """
    named = [header for header in match.as_written if header.strip()]
    enough = len(match.positions) >= min(2, len(match.table.headers)) and 2 * len(match.positions) > len(named)
    return enough and all(header in match.positions for header in match.table.recognised_by)
