"""Rows of invented areas for `figures.py`, as the files in which accepted rows are kept.

An area has the contacts, referrals, plans, episodes and children of ten years. 15 areas have 2 million contacts, 500
thousand referrals, 50 thousand plans and 200 thousand episodes. Nothing is drawn: what a row says is worked out from
its number, so that every run has the same rows.
"""

from pathlib import Path

import duckdb
from figures_asked import COVERS, DATASETS

from goldenthread import catalogue
from goldenthread.engine.counting.evidence import declared_columns

ROWS = {
    "people": 50_000,
    "contacts": 133_334,
    "referrals": 33_334,
    "protection_plans": 3_334,
    "looked_after_episodes": 13_334,
}
DAYS = (COVERS.last - COVERS.first).days + 1
BEFORE = 700  # days: stocks of the first months began earlier


def _pick(what: str, *values: str) -> str:
    """One of some values, by the number of the row; `-` is one that is not recorded."""
    listed = ", ".join("NULL" if value == "-" else f"'{value}'" for value in values)
    return f"([{listed}])[1 + CAST(hash(row, '{what}') % {len(values)} AS INTEGER)]"


def _day(what: str, days: int, since: str) -> str:
    return f"{since} + CAST(hash(row, '{what}') % {days} AS INTEGER)"


def _lasted(start: str, days: int) -> str:
    """The day on which something ended, if that was before the records end."""
    end = _day("end", days, f"({start}) + 1")
    return f"CASE WHEN {end} <= DATE '{COVERS.last}' THEN {end} END"


_BEGAN = _day("day", DAYS, f"DATE '{COVERS.first}'")
_EARLIER = _day("day", DAYS + BEFORE, f"DATE '{COVERS.first}' - {BEFORE}")
SAYS = {
    "people": {
        "sex": _pick("sex", "1", "1", "1", "2", "2", "2", "0", "-"),
        "ethnicity": _pick("origin", "WBRI", "WBRI", "WBRI", "MOTH", "AIND", "BAFR", "-"),
    },
    "contacts": {"contact_date": _BEGAN, "led_to_request": _pick("led", "1", "0", "0", "-")},
    "referrals": {"referral_date": _BEGAN, "no_further_action": _pick("none", "1", "0", "0", "9", "-")},
    "protection_plans": {
        "plan_start": _EARLIER,
        "plan_end": _lasted(_EARLIER, 1000),
        "previous_plans": f"CAST({_pick('before', '0', '0', '1', '2', '-')} AS BIGINT)",
    },
    "looked_after_episodes": {
        "start_date": _EARLIER,
        "end_date": _lasted(_EARLIER, 800),
        "reason_started": _pick("why", "S", "L", "P"),
        "legal_status": _pick("law", "C1", "C2", "V2", "V3", "E1"),
    },
}


def write(areas: int, into: Path) -> None:
    """A file for each area and dataset."""
    with duckdb.connect() as connection:
        for dataset in DATASETS:
            (into / dataset).mkdir(parents=True)
            for area in range(areas):
                connection.execute(f"COPY ({_rows(dataset, area)}) TO '{into / dataset}/{area:03}.parquet'")


def _rows(dataset: str, area: int) -> str:
    child = "row" if dataset == "people" else f"hash(row, 'child') % {ROWS['people']}"
    says = {**SAYS[dataset], "child_key": f"sha256('{area} ' || ({child}))"}
    declared = declared_columns(catalogue.datasets()[dataset])
    columns = ", ".join(f'CAST({says.get(name, "NULL")} AS {kind}) AS "{name}"' for name, kind in declared.items())
    first = area * ROWS[dataset]
    rows = f"SELECT CAST(i AS BIGINT) AS row FROM range({ROWS[dataset]}) AS numbers(i)"
    if dataset == "people":
        return f"SELECT {columns} FROM ({rows})"
    return f"SELECT {columns} FROM (SELECT row + {first} AS row FROM ({rows}))"
