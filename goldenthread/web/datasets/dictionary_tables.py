"""The dictionary as tables."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from goldenthread import catalogue
from goldenthread.catalogue.check_examples import Worked, example_of
from goldenthread.engine.definitions import CodeList, Dataset, Feed, Format
from goldenthread.engine.definitions import Table as TableOfFormat
from goldenthread.engine.english import begun
from goldenthread.engine.rendering.dictionary import derived_in_words, in_force, kind_in_words, remarks_on
from goldenthread.web.base.tables import Cell, Column, Table

WRONG = 3
"""The line of a worked example that is wrong."""


def columns(dataset: Dataset) -> Table:
    """One row for each column, those that are worked out on the way in last."""
    heads = (Column("Column"), Column("What it means"), Column("What stands in it"), Column("Remarks"))
    rows = [
        [Cell(each.name), Cell(begun(each.meaning)), Cell(begun(kind_in_words(each.kind))),
         Cell(begun("; ".join(remarks_on(each))) or "May be blank")]
        for each in dataset.columns
    ]  # fmt: skip
    rows += [
        [Cell(each.name), Cell(begun(each.meaning)), Cell(begun(derived_in_words(each))),
         Cell("Worked out on the way in; nobody sends it")]
        for each in dataset.derived
    ]  # fmt: skip
    return Table("Columns", heads, rows)


def codes(of: CodeList, shown: Mapping[str, str]) -> Table:
    """One row for each code; where codes came or went, with the years in which it could be used."""
    changes = [Column("In force")] if of.editions() else []
    rows = [
        [Cell(code), Cell(meaning, below=_also(of, code)), *([Cell(_force(of, code))] if changes else [])]
        for code, meaning in shown.items()
    ]
    return Table(of.title, [Column("Code", narrow=True), Column("Meaning"), *changes], rows)


def example(dataset: Dataset) -> Table:
    """The invented example, as it stands in a file."""
    return _file("An example: every child in it is invented", example_of(dataset.name))


def worked(dataset: Dataset, of: Worked) -> list[Table]:
    """The files of a worked example: the one in which a line is wrong first."""
    own = _file(f"{dataset.title}: line {WRONG} is wrong", of.rows, numbered=True)
    known = catalogue.datasets()
    beside = [_file(f"{known[name].title}, sent with it", rows, numbered=True) for name, rows in of.beside.items()]
    return [own, *beside]


def sent_in(dataset: Dataset) -> Table:
    """One row for each format that fills the dataset, from one of its tables or several."""
    heads = (Column("Format"), Column("Its tables"), Column("Columns it fills"), Column("What it does not hold"))
    fed = [(format_, list(_feeds(format_, dataset))) for format_ in catalogue.formats().values()]
    return Table("Files that fill it", heads, [_feeding(dataset, format_, feeds) for format_, feeds in fed if feeds])


def _feeds(format_: Format, dataset: Dataset) -> Iterator[tuple[TableOfFormat, Feed]]:
    for table in format_.tables:
        yield from ((table, feed) for feed in table.feeds() if feed.dataset == dataset.name)


def _feeding(dataset: Dataset, format_: Format, feeds: Sequence[tuple[TableOfFormat, Feed]]) -> list[Cell]:
    filled = {name for table, feed in feeds for name in _filled(table, feed)}
    lacking = [column.name for column in dataset.columns if column.name not in filled]
    how_many = f"{len(dataset.columns) - len(lacking)} of {len(dataset.columns)}"
    tables = "; ".join(dict.fromkeys(begun(table.title) for table, _ in feeds))
    return [Cell(format_.title), Cell(tables), Cell(how_many), Cell(", ".join(lacking) or "Nothing is lacking")]


def _filled(table: TableOfFormat, feed: Feed) -> set[str]:
    if feed.dataset != table.dataset:
        return {*feed.headers.values(), *feed.constants}
    spans = {name for pair in table.spans.values() for name in pair}
    melted = {table.melts.measure, table.melts.value} if table.melts else set()
    return {*feed.headers.values(), *feed.constants, *spans, *melted}


def _file(caption: str, text: str, *, numbered: bool = False) -> Table:
    headers, *lines = csv.reader(StringIO(text))
    rows = [[Cell(value) for value in line] for line in lines]
    if numbered:
        headers = ["Line", *headers]
        rows = [[_line(number), *row] for number, row in enumerate(rows, start=2)]
    return Table(caption, [Column(header) for header in headers], rows, stacks=False)


def _line(number: int) -> Cell:
    return Cell(f"{number}: wrong" if number == WRONG else str(number))


def _force(of: CodeList, code: str) -> str:
    return begun(in_force(of, code)) or "Always"


def _also(of: CodeList, code: str) -> str:
    others = [other for other, meant in of.also.items() if meant == code]
    return f"Also understood: {', '.join(others)}" if others else ""
