"""The ten figures in SQL written by hand for them, as cheap as we could make it. Started by `figures.py`.

Each file is read once. Told `children` it also counts the children behind each figure, as the engine does.
"""

from pathlib import Path

import duckdb
from figures_asked import (
    CHILDREN,
    DAYS,
    FIRST_MONTH,
    GROUPS,
    NOT_RECORDED,
    ORIGINS,
    PERIODS,
    SEXES,
    WIDTH,
    Answer,
    answered,
    blank,
    files,
)

# Of each figure when a row is in it, and when it says yes.
FLOWS = {
    "contacts": ("contact_date", {"FD13": ("true", "true"), "FD14": ("true", "led_to_request = '1'")}),
    "referrals": (
        "referral_date",
        {
            "FD7": ("true", "true"),
            "FD16": ("no_further_action IS NULL OR no_further_action <> '9'", "no_further_action = '1'"),
        },
    ),
    "protection_plans": ("plan_start", {"CP4": ("true", "true"), "CP5": ("true", "previous_plans > 0")}),
    "looked_after_episodes": (
        "start_date",
        {"CLA5": ("true", "reason_started = 'S' AND legal_status NOT IN ('V3', 'V4')")},
    ),
}
LASTED = "(year(day) - year(plan_start)) * 12 + month(day) - month(plan_start) - (day(day) < day(plan_start))::INTEGER"
STOCKS = {
    "protection_plans": ("plan_start", "plan_end", {"CP1": "true", "CP3": f"{LASTED} >= 24"}),
    "looked_after_episodes": ("start_date", "end_date", {"CLA1": "legal_status NOT IN ('V3', 'V4')"}),
}
SETS = "GROUPING SETS ((nth), (nth, sex), (nth, origin))"
WHICH = (
    "CASE WHEN grouping(sex) = 0 THEN 'sex' WHEN grouping(origin) = 0 THEN 'ethnicity' ELSE 'all' END,"
    " CASE WHEN grouping(sex) = 0 THEN sex WHEN grouping(origin) = 0 THEN origin ELSE 'all' END, nth"
)


Row = tuple[str, str, int, *tuple[int, ...]]
Found = list[tuple[list[str], int, list[Row]]]


def counted(folder: Path) -> Found:
    """The rows of every answer."""
    found: Found = []
    with duckdb.connect() as connection:
        connection.execute(f"SET temp_directory = '{folder}/spilt'")
        _prepare(connection, folder)
        for dataset, (date, figures) in FLOWS.items():
            sql = (_flow_of_children if CHILDREN else _flow)(date, figures).replace("{}", str(files(folder, dataset)))
            found.append((list(figures), len(PERIODS), connection.execute(sql).fetchall()))
        for dataset, (opened, closed, stocks) in STOCKS.items():
            sql = _stock(opened, closed, stocks).replace("{}", str(files(folder, dataset)))
            found.append((list(stocks), len(DAYS), connection.execute(sql).fetchall()))
    return found


def arranged(found: Found) -> Answer:
    """Each number in its place."""
    at, answer = {each: number for number, each in enumerate(GROUPS)}, {}
    for codes, times, rows in found:
        answer |= {code: blank(times, WIDTH) for code in codes}
        for breakdown, group, when, *numbers in rows:
            for number, code in enumerate(codes):
                answer[code][at[breakdown, group], when] = numbers[number * WIDTH : (number + 1) * WIDTH]
    return answer


def _prepare(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    connection.execute("CREATE TEMP TABLE periods (nth INTEGER, first INTEGER, last INTEGER)")
    periods = ", ".join(str((at, first, last)) for at, (first, last) in enumerate(PERIODS))
    connection.execute(f"INSERT INTO periods VALUES {periods}")
    days = ", ".join(f"({at}, DATE '{day}')" for at, day in enumerate(DAYS))
    connection.execute(f"CREATE TEMP TABLE days AS FROM (VALUES {days}) AS listed(nth, day)")
    people = f"read_parquet({files(folder, 'people')})"
    connection.execute(
        "CREATE TEMP TABLE people AS SELECT child_key, CAST(row_number() OVER () AS INTEGER) AS child,"
        f" {_named('sex', SEXES)} AS sex, {_named('ethnicity', ORIGINS)} AS origin FROM {people}"
    )


def _named(column: str, names: dict[str, str]) -> str:
    whens = " ".join(f"WHEN '{code}' THEN '{name}'" for code, name in names.items())
    return f"CASE {column} {whens} ELSE '{NOT_RECORDED}' END"


def _states(figures: dict[str, tuple[str, str]]) -> str:
    """How many rows say yes, no, and nothing."""
    return ", ".join(
        f'count(*) FILTER (({of}) AND ({yes})) AS "yes {code}",'
        f' count(*) FILTER (({of}) AND NOT ({yes})) AS "no {code}",'
        f' count(*) FILTER (({of}) AND ({yes}) IS NULL) AS "unknown {code}"'
        for code, (of, yes) in figures.items()
    )


_MONTH = "year({0}) * 12 + month({0}) - " + str(FIRST_MONTH)
_HELD = "FROM read_parquet({}) AS held JOIN people USING (child_key)"


def _flow(date: str, figures: dict[str, tuple[str, str]]) -> str:
    """Rows by month first: a longer period has those of its months."""
    month = _MONTH.format(date)
    sums = ", ".join(f'sum("{state} {code}")' for code in figures for state in ("yes", "no", "unknown"))
    return (
        f"WITH months AS (SELECT {month} AS month, sex, origin, {_states(figures)} {_HELD} GROUP BY ALL)"
        f" SELECT {WHICH}, {sums} FROM months JOIN periods ON month BETWEEN first AND last GROUP BY {SETS}"
    )


def _flow_of_children(date: str, figures: dict[str, tuple[str, str]]) -> str:
    """A child may come again: each is looked at in every period."""
    month, states = _MONTH.format(date), [(state, code) for code in figures for state in ("yes", "no", "unknown")]
    again = ", ".join(f'CAST(sum("{state} {code}") AS INTEGER) AS "{state} {code}"' for state, code in states)
    sums = ", ".join(
        ", ".join(f'sum("{state} {code}")' for state in ("yes", "no", "unknown"))
        + ", "
        + ", ".join(f'count(*) FILTER ("{state} {code}" > 0)' for state in ("yes", "no", "unknown"))
        for code in figures
    )
    return (
        f"WITH months AS (SELECT {month} AS month, child, sex, origin, {_states(figures)} {_HELD} GROUP BY ALL),"
        f" each AS (SELECT nth, child, sex, origin, {again} FROM months JOIN periods ON month BETWEEN first AND last"
        f" GROUP BY ALL) SELECT {WHICH}, {sums} FROM each GROUP BY {SETS}"
    )


def _stock(opened: str, closed: str, figures: dict[str, str]) -> str:
    """Each child once on each day, who says yes if any of its rows does."""
    any_row = ", ".join(f'bool_or({yes}) AS "yes {code}"' for code, yes in figures.items())
    counts = ", ".join(
        ", ".join([f'count(*) FILTER ("yes {code}"), count(*) FILTER (NOT "yes {code}"), 0'] * (WIDTH // 3))
        for code in figures
    )
    return (
        f"WITH each AS (SELECT nth, child, sex, origin, {any_row} {_HELD}"
        f" JOIN days ON {opened} <= day AND ({closed} IS NULL OR {closed} > day) GROUP BY ALL)"
        f" SELECT {WHICH}, {counts} FROM each GROUP BY {SETS}"
    )


if __name__ == "__main__":
    answered(counted, arranged)
