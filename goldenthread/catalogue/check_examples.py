"""Worked examples of checks, beside their datasets: a few lines of a file, of which line 3 is wrong and no other."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from io import StringIO
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from goldenthread.engine.definitions import AnyCheck

_DATASETS = Path(__file__).parent / "datasets"


class Worked(BaseModel):
    """A file in the layout of our template whose line 3 is wrong and whose other lines are right.

    `beside` holds files of other datasets that come with it, by the name of the dataset. `shows` holds what the check's
    message shows and line 3 does not hold: ages that are worked out, the number of the other line where it is not 2.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    rows: str
    beside: Mapping[str, str] = {}
    shows: Mapping[str, str] = {}

    def told(self, check: AnyCheck) -> str:
        """What its sender is told of line 3, with what stands there; dots for what is not known here."""
        wrong = list(csv.DictReader(StringIO(self.rows)))[1]
        return check.message.format_map(defaultdict(lambda: "…", {"other_row": "2", **wrong, **self.shows}))


@cache
def check_examples() -> Mapping[tuple[str, str], Worked]:
    """Every worked example by dataset and code of the check, found by listing the folders."""
    return {
        (path.parent.name, code): Worked(**told)
        for path in sorted(_DATASETS.glob("*/checks.yaml"))
        for code, told in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    }


def example_of(dataset: str) -> str:
    """The invented example of a dataset: a file in the layout of our template."""
    return (_DATASETS / dataset / "example.csv").read_text(encoding="utf-8")
