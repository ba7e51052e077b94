"""Files to fill in: a dataset as CSV or as a workbook, blank or with rows in it."""

import csv
from collections.abc import Callable, Mapping, Sequence
from io import StringIO

from goldenthread.engine.definitions import Dataset
from goldenthread.engine.rendering.delimited import as_csv
from goldenthread.engine.rendering.workbooks import Rows, template


def _as_text(dataset: Dataset, rows: Rows) -> bytes:
    return as_csv([column.name for column in dataset.columns], rows).encode()


TO_FILL: Mapping[str, Callable[[Dataset, Rows], bytes]] = {"csv": _as_text, "xlsx": template}
"""By the ending of the file: how a dataset is written out, with some rows or none."""


def rows_in(text: str, dataset: Dataset) -> Sequence[Sequence[str]]:
    """The rows of a file of ours, whatever the order of its headers, in the order of the dataset's columns."""
    names = [column.name for column in dataset.columns]
    return [[row.get(name) or "" for name in names] for row in csv.DictReader(StringIO(text))]
