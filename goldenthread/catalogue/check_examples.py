"""Worked examples of checks, beside their datasets: a few lines of a file, of which line 3 is wrong and no other."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_DATASETS = Path(__file__).parent / "datasets"


class Worked(BaseModel):
    """A file in the layout of our template whose line 3 is wrong and whose other lines are right.

    `beside` holds files of other datasets that come with it, by the name of the dataset.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    rows: str
    beside: Mapping[str, str] = {}


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
