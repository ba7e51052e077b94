"""The ten figures as the engine counts them. Started by `figures.py`."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
from figures_asked import COVERS, DATASETS, FLOWS, GROUPS, STOCKS, Answer, answered, blank, codes_of, files
from numpy.typing import NDArray

from goldenthread import catalogue
from goldenthread.engine.counting import Part, count
from goldenthread.engine.definitions import Indicator

CHILDREN = ("yes_children", "no_children", "unknown_children")


def asked() -> list[Indicator]:
    """The ten indicators of the catalogue, by the breakdowns that are asked for."""
    wanted = {breakdown for breakdown, _ in GROUPS}
    ours = (catalogue.indicators()[code] for code in (*STOCKS, *FLOWS))
    return [replace(each, breakdowns=tuple(by for by in each.breakdowns if by.code in wanted)) for each in ours]


def counted(folder: Path) -> dict[str, pa.Table]:
    """The cells of each indicator."""
    parts = [
        Part(dataset, f"area{number}", Path(file), Path(file).stem, COVERS)
        for dataset in DATASETS
        for number, file in enumerate(files(folder, dataset))
    ]
    found = count(asked(), datasets=catalogue.datasets(), parts=parts, cohorts=catalogue.cohorts())
    return {indicator.code: cells for indicator, cells in found}


def arranged(cells: dict[str, pa.Table]) -> Answer:
    """The same as everybody answers."""
    return {code: _array(code, table) for code, table in cells.items()}


def _array(code: str, table: pa.Table) -> NDArray[np.int64]:
    at, codes = {group: number for number, group in enumerate(GROUPS)}, codes_of(code)
    when = {period: number for number, period in enumerate(codes)}
    answer = blank(len(codes), 3 + len(CHILDREN))
    for row in table.to_pylist():
        yes, unknown = row["numerator"], row["unknown"]
        numbers = [yes, (row["denominator"] or yes) - yes, unknown, *(row[name] for name in CHILDREN)]
        if (row["breakdown"], row["group"]) in at:
            answer[at[row["breakdown"], row["group"]], when[row["period"]]] = numbers
        elif any(numbers):
            raise SystemExit(f"{code} has figures for {row['group']}, of which nothing was written.")
    return answer


if __name__ == "__main__":
    answered(counted, arranged)
