"""Figures as files to take away: CSV, a workbook, Parquet. Each says what it holds, for whom, and of which edition.

A file outlives the page it came from, so the edition and the face stand in every row, and the definitions go with it:
as a second sheet of the workbook, in the metadata of the Parquet file, as a second file beside CSV, which has room for
nothing but one table.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa

from goldenthread.engine.definitions import Indicator
from goldenthread.engine.protecting.figures import Figures
from goldenthread.engine.rendering import delimited
from goldenthread.engine.rendering.delimited import Cell
from goldenthread.engine.rendering.records import FIELDS, FOR_WHOM, MEANINGS, Field, Holds, definition_of, record_of
from goldenthread.engine.rendering.workbooks import Sheet, workbook
from goldenthread.engine.store.parts import parquet_bytes

ABOUT = ("about", "name", "says")
METADATA = "goldenthread"
"""The key of a Parquet file's metadata under which all that is said about it stands, as JSON."""

_OF_THE_FILE: Mapping[str, Field] = {
    "published": Field(Holds.DAY, "The day on which the edition was published.", always=True),
    "face": Field(
        Holds.TEXT, "For whom it is: public, rounded (in fives), partnership, or board (exact).", always=True
    ),
}
COLUMNS: Mapping[str, Field] = {**FIELDS, **_OF_THE_FILE}
"""The columns of every file, in their order."""

_ARROW = {Holds.TEXT: pa.string(), Holds.WHOLE: pa.int64(), Holds.NUMBER: pa.float64(), Holds.DAY: pa.date32()}


@dataclass(frozen=True)
class TakenAway:
    """Figures as somebody takes them away: what is known of each indicator, whose figures they are, when their edition
    was published, who takes them and when.
    """

    figures: Figures
    indicators: Mapping[str, Indicator]
    board: str
    published: datetime
    taken_by: str
    taken_at: datetime

    def about(self) -> list[tuple[str, str, str]]:
        """All that is said about them: what it is about, its name, what it says."""
        return [*self._of_itself(), *self._of_columns(), *self._of_statuses(), *self._of_indicators()]

    def records(self) -> Iterator[dict[str, object]]:
        """One for each figure, by the names of `COLUMNS`."""
        of_the_file = {"published": self.published.date(), "face": str(self.figures.face)}
        for figure in self.figures:
            yield record_of(figure, self.indicators[figure.indicator]) | of_the_file

    def _of_itself(self) -> Iterator[tuple[str, str, str]]:
        yield "file", "board", self.board
        yield "file", "edition", f"{self.figures.edition}"
        yield "file", "published", self.published.isoformat(timespec="minutes")
        yield "file", "face", f"{self.figures.face}. {FOR_WHOM[self.figures.face]}"
        yield "file", "taken by", self.taken_by
        yield "file", "taken at", self.taken_at.isoformat(timespec="minutes")
        yield "file", "figures", f"{len(self.figures)}"

    def _of_columns(self) -> Iterator[tuple[str, str, str]]:
        yield from (("column", name, column.meaning) for name, column in COLUMNS.items())

    def _of_statuses(self) -> Iterator[tuple[str, str, str]]:
        yield from (("status", status, meaning) for status, meaning in MEANINGS.items())

    def _of_indicators(self) -> Iterator[tuple[str, str, str]]:
        for code in dict.fromkeys(figure.indicator for figure in self.figures):
            yield from ((code, name, text) for name, text in definition_of(self.indicators[code]).items() if text)


def as_csv(taken: TakenAway) -> str:
    """The figures as one table. What is said about them is a table of its own: `about_csv`."""
    return delimited.as_csv(list(COLUMNS), _rows(taken))


def about_csv(taken: TakenAway) -> str:
    """What is said about the figures, as a table."""
    return delimited.as_csv(ABOUT, taken.about())


def as_xlsx(taken: TakenAway) -> bytes:
    """A workbook: first what is said about the figures, then the figures. TooLong where they do not fit on a sheet."""
    about = Sheet("Read me", ABOUT, taken.about(), (16, 16, 110))
    widths = [max(10, len(name) + 3) for name in COLUMNS]
    return workbook(f"{taken.board}: edition {taken.figures.edition}", [about, Sheet("Figures", list(COLUMNS),
                    list(_rows(taken)), widths)])  # fmt: skip


def as_parquet(taken: TakenAway) -> bytes:
    """A Parquet file with a type for each column. Its metadata hold, as JSON, all that is said about the figures."""
    fields = [
        pa.field(name, _ARROW[column.holds], nullable=not column.always, metadata={"description": column.meaning})
        for name, column in COLUMNS.items()
    ]
    said: dict[str, dict[str, str]] = {}
    for about, name, text in taken.about():
        said.setdefault(about, {})[name] = text
    schema = pa.schema(fields, metadata={METADATA: json.dumps(said, ensure_ascii=False)})
    return parquet_bytes(pa.Table.from_pylist(list(taken.records()), schema=schema))


def _rows(taken: TakenAway) -> Iterator[Sequence[Cell]]:
    for record in taken.records():
        yield [_cell(record[name], column) for name, column in COLUMNS.items()]


def _cell(value: object, column: Field) -> Cell:
    """Days as 2014-03-31, which no spreadsheet mistakes for a day of another month; an empty cell for nothing."""
    if value is None or (isinstance(value, int | float) and column.holds is not Holds.TEXT):
        return value
    return str(value)
