"""The ten figures in Polars, as somebody who knows it well would write them. Started by `figures.py`.

Told `children` it also counts the children behind each figure, as the engine does.
"""

from pathlib import Path

import polars as pl
from figures_asked import (
    CHILDREN,
    DAYS,
    FIRST_MONTH,
    GROUPS,
    LAST_MONTH,
    NOT_RECORDED,
    ORIGINS,
    PERIODS,
    SEXES,
    WIDTH,
    Answer,
    answered,
    blank,
    files,
    of_periods,
)

STATES = ("yes", "no", "unknown")
BY: dict[str, list[str]] = {"all": [], "sex": ["sex"], "ethnicity": ["origin"]}
AT = {each: number for number, each in enumerate(GROUPS)}
EVERY, COUNTS = pl.col("child").is_not_null(), ~pl.col("legal_status").is_in(["V3", "V4"])
LED, ENDED_THERE = pl.col("led_to_request") == "1", pl.col("no_further_action") == "1"
ASKED = pl.col("no_further_action").is_null() | (pl.col("no_further_action") != "9")


def counted(folder: Path) -> Answer:
    """Numerator, denominator and unknown of each."""
    people = _scan(folder, "people").select(
        "child_key",
        pl.col("sex").replace_strict(SEXES, default=NOT_RECORDED).alias("sex"),
        pl.col("ethnicity").replace_strict(ORIGINS, default=NOT_RECORDED).alias("origin"),
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("child"),
    )
    people = people.collect().lazy()

    def rows(dataset: str) -> pl.LazyFrame:
        return _scan(folder, dataset).join(people, on="child_key").drop("child_key")

    plans, episodes = rows("protection_plans"), rows("looked_after_episodes")
    answer = _flows(rows("contacts"), "contact_date", {"FD13": (EVERY, EVERY), "FD14": (EVERY, LED)})
    answer |= _flows(rows("referrals"), "referral_date", {"FD7": (EVERY, EVERY), "FD16": (ASKED, ENDED_THERE)})
    answer |= _flows(plans, "plan_start", {"CP4": (EVERY, EVERY), "CP5": (EVERY, pl.col("previous_plans") > 0)})
    answer |= _flows(episodes, "start_date", {"CLA5": (EVERY, COUNTS & (pl.col("reason_started") == "S"))})
    answer |= _stocks(plans, "plan_start", "plan_end", {"CP1": EVERY, "CP3": _months_since("plan_start") >= 24})
    return answer | _stocks(episodes, "start_date", "end_date", {"CLA1": COUNTS})


def _scan(folder: Path, dataset: str) -> pl.LazyFrame:
    return pl.scan_parquet(files(folder, dataset))


def _month(day: str) -> pl.Expr:
    return pl.col(day).dt.year().cast(pl.Int32) * 12 + pl.col(day).dt.month()


def _months_since(day: str) -> pl.Expr:
    begun = (pl.col("day").dt.day() < pl.col(day).dt.day()).cast(pl.Int32)
    return _month("day") - _month(day) - begun


def _flows(rows: pl.LazyFrame, date: str, figures: dict[str, tuple[pl.Expr, pl.Expr]]) -> Answer:
    month = (_month(date) - FIRST_MONTH).alias("at")
    within = rows.with_columns(month).filter(pl.col("at").is_between(0, LAST_MONTH - FIRST_MONTH))
    return _flows_of_children(within, figures) if CHILDREN else _flows_alone(within, figures)


def _states(figures: dict[str, tuple[pl.Expr, pl.Expr]]) -> list[pl.Expr]:
    """How many rows say yes, no, and nothing."""
    return [
        ((of & said).sum().cast(pl.Int32)).alias(f"{state} {code}")
        for code, (of, yes) in figures.items()
        for state, said in zip(STATES, (yes, ~yes, yes.is_null()), strict=True)
    ]


def _flows_alone(rows: pl.LazyFrame, figures: dict[str, tuple[pl.Expr, pl.Expr]]) -> Answer:
    """How many rows say what in every month, and from them in every period."""
    alike = rows.group_by("at", "sex", "origin").agg(_states(figures)).collect()
    of_months = {code: blank(LAST_MONTH - FIRST_MONTH + 1) for code in figures}
    for breakdown, by in BY.items():
        for row in alike.group_by("at", *by).agg(pl.exclude("sex", "origin").sum()).iter_rows(named=True):
            place = AT[breakdown, row[by[0]] if by else "all"]
            for code in figures:
                of_months[code][place, row["at"]] = [row[f"{each} {code}"] for each in STATES]
    return {code: of_periods(found) for code, found in of_months.items()}


def _flows_of_children(rows: pl.LazyFrame, figures: dict[str, tuple[pl.Expr, pl.Expr]]) -> Answer:
    """A child may come again: each is looked at in every period."""
    within = [(month, nth) for nth, (first, last) in enumerate(PERIODS) for month in range(first, last + 1)]
    periods = pl.LazyFrame(within, schema={"at": pl.Int32, "nth": pl.Int32}, orient="row")
    monthly = rows.group_by("at", "child", "sex", "origin").agg(_states(figures))
    by_period = monthly.join(periods, on="at").drop("at")
    each = by_period.group_by("nth", "child", "sex", "origin").sum().collect()
    says = pl.exclude("child", "sex", "origin", "nth")
    counts = [says.sum().cast(pl.Int64), (says > 0).sum().cast(pl.Int64).name.prefix("children ")]
    answer = {code: blank(len(PERIODS), WIDTH) for code in figures}
    for breakdown, by in BY.items():
        for row in each.group_by("nth", *by).agg(counts).iter_rows(named=True):
            place = AT[breakdown, row[by[0]] if by else "all"]
            for code in figures:
                names = [f"{of}{state} {code}" for of in ("", "children ") for state in STATES]
                answer[code][place, row["nth"]] = [row[name] for name in names]
    return answer


def _stocks(rows: pl.LazyFrame, opened: str, closed: str, figures: dict[str, pl.Expr]) -> Answer:
    """How many different children say yes on each day."""
    days = pl.LazyFrame({"day": DAYS, "at": range(len(DAYS))})
    then = (pl.col(opened) <= pl.col("day")) & (pl.col(closed).is_null() | (pl.col(closed) > pl.col("day")))
    says = [yes.alias(code) for code, yes in figures.items()]
    present = rows.join(days, how="cross").filter(then).select("at", "child", "sex", "origin", *says)
    each = present.group_by("at", "child", "sex", "origin").agg(pl.col(*figures).any()).collect()
    answer = {code: blank(len(DAYS), WIDTH) for code in figures}
    for breakdown, by in BY.items():
        for row in each.group_by("at", *by).agg(pl.col(*figures).sum()).iter_rows(named=True):
            for code in figures:
                answer[code][AT[breakdown, row[by[0]] if by else "all"], row["at"], ::3] = row[code]
    return answer


if __name__ == "__main__":
    answered(counted, dict)
