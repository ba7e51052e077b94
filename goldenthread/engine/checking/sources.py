"""Sources: the tables of a return, each read from one file, sheet or path, and what datasets their rows fill."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.engine.checking.recognising import Recognised
from goldenthread.engine.definitions import Column, Dataset, Feed
from goldenthread.engine.reading.tabular import Sheet


@dataclass(eq=False)
class Opened:
    """A table of one of our formats, as it came: in which file, and on which of its sheets."""

    file: str
    match: Recognised
    sheet: Sheet
    on_sheet: str = ""

    def let_go(self) -> None:
        """Let go of the rows, once they are staged."""
        self.sheet = self.sheet.without_rows()

    @property
    def place(self) -> str:
        """Where it is, as people say it."""
        return f"{self.file}, sheet {self.on_sheet}" if self.on_sheet else self.file


@dataclass(frozen=True)
class Source:
    """The rows of a table as rows of one dataset. `number` tells the sources of a dataset apart."""

    number: int
    opened: Opened
    feed: Feed
    is_main: bool

    @property
    def match(self) -> Recognised:
        """What the table was recognised as."""
        return self.opened.match

    def columns(self) -> dict[str, int]:
        """The position of each column of the dataset that the file has."""
        return self.match.columns(self.feed)

    def fills(self) -> set[str]:
        """The columns of the dataset that it fills, from the file or with what always holds."""
        filled = {*self.columns(), *self.feed.constants}
        if self.is_main:
            table = self.match.table
            filled |= {name for header, pair in table.spans.items() if self._has(header) for name in pair}
            filled |= {table.melts.measure, table.melts.value, table.melts.marker} - {""} if table.melts else set()
        return filled

    def header_of(self, column: str) -> str:
        """The sender's header for a column of the dataset."""
        return self.match.header_of(column, self.feed)

    def header_as_declared(self, column: str) -> str:
        """The header that its format declares for a column of the dataset."""
        return next((header for header, name in self.feed.headers.items() if name == column), column)

    def lacks(self, dataset: Dataset) -> list[Column]:
        """The columns without which none of its rows can be taken."""
        filled = self.fills()
        return [column for column in dataset.columns if column.must_be_there and column.name not in filled]

    def _has(self, header: str) -> bool:
        return header in self.match.positions


def sources_of(dataset: str, opened: Sequence[Opened]) -> list[Source]:
    """Everything that fills a dataset, what is mainly about it first."""
    fed = [
        (each, feed, nth == 0)
        for each in opened
        for nth, feed in enumerate(each.match.table.feeds())
        if feed.dataset == dataset
    ]
    in_order = sorted(fed, key=lambda found: not found[2])
    return [Source(number, each, feed, is_main) for number, (each, feed, is_main) in enumerate(in_order)]
