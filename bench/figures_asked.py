"""What `figures.py` asks of everyone: ten figures of ten years, whole, by sex and by ethnicity; and how it is answered.

An answer is, for each figure, an array of whole numbers: groups by periods by how many say yes, say no and do not say.
Whoever also counts the children behind them, by which small numbers are protected, adds three numbers more.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from goldenthread.engine.periods import flow_periods_within, month_ends_within, parse

CHILDREN = "children" in sys.argv
WIDTH = 6 if CHILDREN else 3
"""How many numbers an answer has in each place: of rows, and of children where they are asked for."""
COVERS = parse("FY2010-11..FY2019-20").span
STOCKS, FLOWS = ("CP1", "CP3", "CLA1"), ("FD13", "FD14", "FD7", "FD16", "CP4", "CP5", "CLA5")
PROPORTIONS = ("FD14", "FD16", "CP5")
DATASETS = ("contacts", "referrals", "protection_plans", "looked_after_episodes", "people")

NOT_RECORDED = "not recorded"
SEXES = {"1": "Male", "2": "Female"}
ORIGINS = {"WBRI": "White", "MOTH": "Mixed", "AIND": "Asian or Asian British", "BAFR": "Black or Black British"}
GROUPS = [("all", "all"), *(("sex", each) for each in [*SEXES.values(), NOT_RECORDED])]
GROUPS += [("ethnicity", each) for each in [*ORIGINS.values(), NOT_RECORDED]]

Answer = dict[str, NDArray[np.int64]]
Found = TypeVar("Found")


def months(day: date) -> int:
    """The number of a month."""
    return day.year * 12 + day.month


FIRST_MONTH, LAST_MONTH = months(COVERS.first), months(COVERS.last)
DAYS = [each.last for each in month_ends_within(COVERS)]
_PERIODS = list(flow_periods_within(COVERS))
PERIODS = [(months(each.first) - FIRST_MONTH, months(each.last) - FIRST_MONTH) for each in _PERIODS]
CODES = {"stock": [each.code for each in month_ends_within(COVERS)], "flow": [each.code for each in _PERIODS]}


def codes_of(figure: str) -> list[str]:
    """The periods of a figure, in the order of an answer."""
    return CODES["stock" if figure in STOCKS else "flow"]


def files(folder: Path, dataset: str) -> list[str]:
    """The files with the rows of a dataset, one for each area."""
    return sorted(str(file) for file in (folder / dataset).iterdir())


def blank(times: int, numbers: int = 3) -> NDArray[np.int64]:
    """Nought everywhere."""
    return np.zeros((len(GROUPS), times, numbers), np.int64)


def of_periods(of_months: NDArray[np.int64]) -> NDArray[np.int64]:
    """What months come to in every period: rows of a longer period are those of its months."""
    until = np.cumsum(of_months, axis=1)
    until = np.concatenate([np.zeros_like(until[:, :1]), until], axis=1)
    first, last = np.array(PERIODS).T
    result: NDArray[np.int64] = until[:, last + 1] - until[:, first]
    return result


def answered(count: Callable[[Path], Found], arranged: Callable[[Found], Answer]) -> None:
    """Count as often as is asked, and keep the answer, and how long the fastest took, where they are wanted.

    What everybody would do in the same way, to arrange the numbers for comparing, is not timed.
    """
    folder, times, into = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        found = count(folder)
        took.append(time.perf_counter() - begun)
    np.savez(into, **arranged(found))
    Path(into).with_suffix(".json").write_text(json.dumps(min(took)))
