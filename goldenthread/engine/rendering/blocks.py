"""Documents as blocks. Every format is made from the same blocks, and every number in them is tied to its figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from goldenthread.engine.comparing.told import Said
from goldenthread.engine.english import quoted
from goldenthread.engine.protecting.figures import Figure, as_record

_ROWS_OF_A_PAGE, _LETTERS_OF_A_PAGE = 15, 2000
_LETTERS_OF_A_LINE = 40
_WORDY = 19  # letters: a cell that has as many is words, and no date


@dataclass(frozen=True)
class Number:
    """One number of a figure, as it is shown: its `value`, `numerator`, `denominator`, `unknown` or `interval`."""

    figure: Figure
    what: str = "value"

    @property
    def shown(self) -> str:
        """The number as people read it; a dash where there is none to show."""
        if self.what == "value":
            return self.figure.shown
        if self.what == "interval":
            return self.figure.shown_interval or "–"
        return "–" if self.plain is None else f"{self.plain:,}"

    @property
    def plain(self) -> Decimal | int | None:
        """The number as a program reads it, rounded as it is shown; none for an interval, and where it is hidden."""
        if self.what == "interval":
            return None
        number: Decimal | int | None = self.figure.rounded if self.what == "value" else getattr(self.figure, self.what)
        return number

    @property
    def about(self) -> str:
        """Which figure of which edition it is: `CLA1, 31 March 2018, Male, edition 3`."""
        figure = self.figure
        group = [] if figure.breakdown == "all" else [figure.group]
        return ", ".join([figure.indicator, str(figure.period), *group, f"edition {figure.edition}"])


Cell = str | Number


@dataclass(frozen=True)
class Heading:
    """A heading; `level` 2 for a chapter, 3 for a part of one. `anchor` is how contents refer to it."""

    text: str
    anchor: str
    level: int = 2


@dataclass(frozen=True)
class Counted:
    """A number of the board's own records: `what` names the count, and `of` each record in it (`challenge 3`)."""

    what: str
    of: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.of)


@dataclass(frozen=True)
class Paragraph:
    """Prose. A paragraph that tells of figures names them, and of its sentences those that rest on a test; one that
    counts records names the counts."""

    text: str
    tells: tuple[Figure, ...] = ()
    claims: tuple[Said, ...] = ()
    counts: tuple[Counted, ...] = ()


@dataclass(frozen=True)
class Points:
    """A list of short texts."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True)
class DataTable:
    """A table with a caption. The first cell of a row is its header; numbers stand to the right.

    `claims` are the sentences in its cells that rest on a test. One `of_words` tells no figures, but records.
    """

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    claims: tuple[Said, ...] = ()
    of_words: bool = False

    def wordy(self) -> list[bool]:
        """Which columns hold words rather than numbers, the first always: these stand to the left, and need room."""
        columns = enumerate(self._columns())
        return [self.of_words or not at or any(map(_is_wordy, column)) for at, column in columns]

    def room(self) -> list[int]:
        """How much of the room each column of words needs beside the others, 2 to 4; 0 for one of numbers."""
        return [_room(column) if wordy else 0 for wordy, column in zip(self.wordy(), self._columns(), strict=True)]

    def is_short(self) -> bool:
        """Whether it is to stay on one page."""
        letters = sum(len(cell) for row in self.rows for cell in row if isinstance(cell, str))
        return len(self.rows) <= _ROWS_OF_A_PAGE and letters <= _LETTERS_OF_A_PAGE

    def _columns(self) -> list[list[Cell]]:
        return [[row[at] for row in self.rows] for at in range(len(self.headers))]


@dataclass(frozen=True)
class Picture:
    """A chart as SVG, with the words that say what it shows, and the figures it is drawn from.

    `claims` are the sentences among these words that rest on a test.
    """

    name: str
    svg: str
    description: str
    tells: tuple[Figure, ...]
    claims: tuple[Said, ...] = ()

    def numbers(self) -> list[Number]:
        """The value of each point, for those who read a table better than a line."""
        return [Number(figure) for figure in self.tells]


@dataclass(frozen=True)
class Terms:
    """Names, each with what is to be said of it."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Quotation:
    """What somebody wrote in a record of the board, in their own words. `by` says who, about what and when; `record` is
    the record, as counts name it."""

    text: str
    by: str
    record: str

    @property
    def words(self) -> str:
        """The words between quotation marks."""
        return quoted(self.text)


Block = Heading | Paragraph | Points | DataTable | Picture | Terms | Quotation


@dataclass(frozen=True)
class Document:
    """A whole document. `marking` stands on every page of a paper that is not for everyone."""

    title: str
    subtitle: str
    made: str
    marking: str
    blocks: tuple[Block, ...]

    def chapters(self) -> list[Heading]:
        """The chapters, for the contents."""
        return [block for block in self.blocks if isinstance(block, Heading) and block.level == 2]

    def figures(self) -> Iterator[Figure]:
        """Every figure that any number in it comes from, once each, in the order in which they are met."""
        met: set[str] = set()
        for figure in (figure for block in self.blocks for figure in _figures_in(block)):
            if figure.name not in met:
                met.add(figure.name)
                yield figure


def claims(document: Document) -> list[dict[str, Any]]:
    """Every sentence of a document that claims something, with the tests that it rests on and what each found.

    `allowance` is by how much the variance was let grow for families; `of` are the facts that were tested.
    """
    found = dict.fromkeys(said for block in document.blocks for said in _claims_in(block))
    return [
        {
            "sentence": said.text,
            "tests": [
                {
                    "asked": answer.asked,
                    "test": answer.verdict.test,
                    "found": answer.verdict.finding.value,
                    "p": answer.verdict.p,
                    "allowance": answer.verdict.families,
                    "of": list(answer.of),
                }
                for answer in said.by
            ],
        }
        for said in found
    ]


def facts(document: Document) -> list[dict[str, Any]]:
    """Every number of a document, each with its indicator, period and edition, for a program to read."""
    return [
        {
            "id": figure.name,
            "indicator": figure.indicator,
            **as_record(figure),
            "shown": figure.shown,
            "population": figure.population,
            "edition": figure.edition,
        }
        for figure in document.figures()
    ]


def counts(document: Document) -> list[dict[str, Any]]:
    """Every number of records in a document, with the records that it counts."""
    found = dict.fromkeys(count for block in document.blocks for count in _counts_in(block))
    return [{"id": count.what, "number": count.number, "of": list(count.of)} for count in found]


def quotations(document: Document) -> list[dict[str, str]]:
    """Everything that a document tells in the words of a record."""
    return [
        {"of": block.record, "by": block.by, "text": block.text}
        for block in document.blocks
        if isinstance(block, Quotation)
    ]


def _is_wordy(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) >= _WORDY


def _room(column: list[Cell]) -> int:
    letters = [len(cell) for cell in column if isinstance(cell, str)]
    return min(4, 2 + sum(letters) // max(1, len(letters)) // _LETTERS_OF_A_LINE)


def _claims_in(block: Block) -> Iterator[Said]:
    if isinstance(block, Paragraph | Picture | DataTable):
        yield from block.claims
    if isinstance(block, Points):
        yield from (said for item in block.items for said in item.claims)


def _counts_in(block: Block) -> Iterator[Counted]:
    if isinstance(block, Paragraph):
        yield from block.counts
    if isinstance(block, Points):
        yield from (count for item in block.items for count in item.counts)


def _figures_in(block: Block) -> Iterator[Figure]:
    if isinstance(block, Paragraph | Picture):
        yield from block.tells
    if isinstance(block, Points):
        for item in block.items:
            yield from item.tells
    if isinstance(block, DataTable):
        yield from (cell.figure for row in block.rows for cell in row if isinstance(cell, Number))
