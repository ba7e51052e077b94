"""Evidence for the engine: rows written down in a test become parts that can be counted."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from goldenthread import catalogue
from goldenthread.engine.counting import Evidence, Part, count, supplied
from goldenthread.engine.counting.evidence import declared_columns
from goldenthread.engine.definitions import Dataset, Indicator
from goldenthread.engine.periods import parse
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.parts import write_part
from goldenthread.engine.working_out import Work

TYPES = {
    "VARCHAR": pa.string(),
    "DATE": pa.date32(),
    "BIGINT": pa.int64(),
    "DECIMAL(18, 6)": pa.decimal128(18, 6),
}


def part(
    home: Path,
    dataset: str,
    rows: Iterable[Mapping[str, Any]],
    *,
    covers: str,
    agency: str = "lcc",
    datasets: Mapping[str, Dataset] | None = None,
    lacking: Collection[str] = (),
) -> Part:
    """A part with these rows. `child` stands for the child key; columns that are not given are blank, and those that
    are `lacking` are not there, as in what was received before they were declared.
    """
    declared = declared_columns((datasets or catalogue.datasets())[dataset])
    given = list(rows)
    columns = {
        name: pa.array([_value(row.get("child" if name == "child_key" else name), kind) for row in given], TYPES[kind])
        for name, kind in declared.items()
        if name not in lacking
    }
    columns |= {
        "source_file": pa.array([f"{dataset}.csv"] * len(given), pa.string()),
        "source_sheet": pa.array([""] * len(given), pa.string()),
        "source_row": pa.array(range(2, 2 + len(given)), pa.int32()),
    }
    store = FileStore(home, "parts")
    digest, _ = write_part(store, pa.table(columns))
    return Part(dataset, agency, store.path(digest), digest, parse(covers).span)


def cells_of(
    indicator: Indicator, parts: Sequence[Part], *, datasets: Mapping[str, Dataset] | None = None
) -> list[dict[str, Any]]:
    """The cells that an indicator comes to on some parts."""
    found: list[dict[str, Any]] = table_of(indicator, parts, datasets=datasets).to_pylist()
    return found


def table_of(indicator: Indicator, parts: Sequence[Part], *, datasets: Mapping[str, Dataset] | None = None) -> pa.Table:
    """The same as a table. Other datasets than the catalogue's come without its cohorts and supplied figures."""
    ours = catalogue.datasets()
    told = {} if datasets else supplied(catalogue.SUPPLIED_FIGURES, datasets=ours, parts=parts)
    cohorts = {} if datasets else catalogue.cohorts()
    ((_, table),) = count([indicator], datasets=datasets or ours, parts=parts, cohorts=cohorts, told=told)
    return table


def cell(cells: Sequence[Mapping[str, Any]], period: str, by: str = "all", group: str = "all") -> Mapping[str, Any]:
    """The one cell of a period and group."""
    (found,) = [each for each in cells if (each["period"], each["breakdown"], each["group"]) == (period, by, group)]
    return found


def work_in(home: Path) -> Work:
    """All indicators, to be worked out of a few children's evidence from two agencies."""
    began = {f"child {month}": f"2017-0{month}-03" for month in range(4, 10)}
    episodes = [{"child": child, "start_date": day, "legal_status": "C2"} for child, day in began.items()]
    contacts = [{"child": child, "contact_date": day} for child, day in began.items()]
    parts = [
        part(home, "looked_after_episodes", episodes, covers="FY2017-18"),
        part(home, "contacts", contacts, covers="FY2017-18", agency="police"),
    ]
    evidence = Evidence(dict(catalogue.datasets()), parts, dict(catalogue.cohorts()), {})
    return Work(home, list(catalogue.indicators().values()), evidence, before={}, opened={})


def _value(value: Any, kind: str) -> Any:
    if isinstance(value, str) and kind == "DATE":
        return date.fromisoformat(value)
    if isinstance(value, str) and kind.startswith("DECIMAL"):
        return Decimal(value)
    return int(value) if isinstance(value, str) and kind == "BIGINT" else value
