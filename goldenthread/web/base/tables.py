"""Tables as pages show them: what stands in them. How they look is the template's business."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column. Numbers are set to the right; what is narrow stays on one line.

    `href` leads to the table sorted by it; `sorted` says how it is sorted by it now: `ascending` or `descending`.
    """

    text: str
    numeric: bool = False
    narrow: bool = False
    href: str = ""
    sorted: str = ""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, where it leads, and what stands below it in smaller letters.

    `heard` goes on from the text for those who hear it, where the text by itself does not say where it leads. What is
    `nought` is left out where a row is set out as a list.
    """

    text: str
    href: str = ""
    below: str = ""
    heard: str = ""
    nought: bool = False


@dataclass(frozen=True)
class Table:
    """A table. The first cell of a row is its heading. On a phone each row is set out as a list, if `stacks`."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    stacks: bool = True
