"""The evidence that is counted: accepted rows in files, each with the days it speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from goldenthread.engine.periods import Span, merged


@dataclass(frozen=True)
class Part:
    """The accepted rows of one dataset in one return, by its number: a Parquet file named by its content."""

    dataset: str
    agency: str
    path: Path
    digest: str
    covers: Span
    of_return: int = 0


def parts_of(dataset: str, parts: Sequence[Part]) -> list[Part]:
    """Those of one dataset."""
    return [part for part in parts if part.dataset == dataset]


def covered(dataset: str, parts: Sequence[Part]) -> list[Span]:
    """The days that a dataset's parts speak of together, in as few spans as there can be."""
    return merged([part.covers for part in parts_of(dataset, parts)])
