"""Cohorts: datasets that nobody sends, because they are worked out from others."""

from dataclasses import dataclass

from goldenthread.engine.definitions.datasets import Dataset


@dataclass(frozen=True)
class Cohort:
    """Rows that one SELECT makes from the rows of the datasets `reads`, each of which it calls by its own name.

    `dataset` states its columns; the SELECT gives them in any order, and `covers_first` and `covers_last` with them.
    `looks_back` is how many months before a day it needs to see: a period for which the returns do not reach back so
    far is not available, rather than small. `looks_ahead` likewise is how many months after a day it needs to see.
    """

    dataset: Dataset
    reads: tuple[str, ...]
    sql: str
    looks_back: int = 0
    looks_ahead: int = 0

    @property
    def name(self) -> str:
        """The name by which indicators ask for it."""
        return self.dataset.name
