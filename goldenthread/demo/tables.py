"""The three tables of a return, as rows of text."""

from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass
class Tables:
    """The rows of a return, in the order of their columns."""

    header: list[Row]
    episodes: list[Row]
    reviews: list[Row]
