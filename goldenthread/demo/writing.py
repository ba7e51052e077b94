"""Writing files as partners do: one CSV for each table, days as 31/03/2014, nothing where nothing is known."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

Value = str | int | float | date | None
Table = tuple[str, tuple[str, ...], list[tuple[Value, ...]]]
"""The name of a table, its headers and its rows."""


def write_table(folder: Path, name: str, headers: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write one table into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, lineterminator="\r\n")
        write.writerow(headers)
        write.writerows([_text(value) for value in row] for row in rows)


def _text(value: Value) -> str:
    if isinstance(value, date):
        return "" if value == date.max else f"{value.day:02d}/{value.month:02d}/{value.year}"
    return "" if value is None else str(value)
