"""The ten figures in pandas, as somebody who knows it well would write them. Started by `figures.py`."""

from pathlib import Path

import numpy as np
import pandas as pd
from figures_asked import (
    DAYS,
    FIRST_MONTH,
    GROUPS,
    LAST_MONTH,
    NOT_RECORDED,
    ORIGINS,
    SEXES,
    Answer,
    answered,
    blank,
    files,
    of_periods,
)
from numpy.typing import NDArray

BY: dict[str, list[str]] = {"all": [], "sex": ["sex"], "ethnicity": ["origin"]}
AT = {each: number for number, each in enumerate(GROUPS)}


def counted(folder: Path) -> Answer:
    """Numerator, denominator and unknown of each."""
    people = read(folder, "people", "sex", "ethnicity")
    people = pd.DataFrame(
        {
            "child_key": people["child_key"],
            "sex": people["sex"].map(SEXES).fillna(NOT_RECORDED).astype("category"),
            "origin": people["ethnicity"].map(ORIGINS).fillna(NOT_RECORDED).astype("category"),
        }
    )
    return _front_door(folder, people) | _plans(folder, people) | _care(folder, people)


def read(folder: Path, dataset: str, *columns: str) -> pd.DataFrame:
    """The columns that are needed of every area."""
    return pd.read_parquet(files(folder, dataset), columns=["child_key", *columns], dtype_backend="pyarrow")


def _front_door(folder: Path, people: pd.DataFrame) -> Answer:
    contacts = read(folder, "contacts", "contact_date", "led_to_request").merge(people, on="child_key")
    answer = _flows(contacts, "contact_date", {"FD13": _every(contacts), "FD14": contacts["led_to_request"] == "1"})
    del contacts
    referrals = read(folder, "referrals", "referral_date", "no_further_action").merge(people, on="child_key")
    answer |= _flows(referrals, "referral_date", {"FD7": _every(referrals)})
    known = referrals[referrals["no_further_action"].fillna("") != "9"]
    return answer | _flows(known, "referral_date", {"FD16": known["no_further_action"] == "1"})


def _plans(folder: Path, people: pd.DataFrame) -> Answer:
    plans = read(folder, "protection_plans", "plan_start", "plan_end", "previous_plans").merge(people, on="child_key")
    answer = _flows(plans, "plan_start", {"CP4": _every(plans), "CP5": plans["previous_plans"] > 0})
    start, end = _days(plans["plan_start"]), _days(plans["plan_end"])
    stocks = {"CP1": blank(len(DAYS)), "CP3": blank(len(DAYS))}
    first = start.dt.year * 12 + start.dt.month, start.dt.day
    for number, day in enumerate(DAYS):
        then = (start <= pd.Timestamp(day)) & (end.isna() | (end > pd.Timestamp(day)))
        open_then = plans[then]
        months = day.year * 12 + day.month - first[0][then] - (day.day < first[1][then])
        _stock(stocks["CP1"], number, open_then, _every(open_then))
        _stock(stocks["CP3"], number, open_then, months >= 24)
    return answer | stocks


def _care(folder: Path, people: pd.DataFrame) -> Answer:
    columns = ("start_date", "end_date", "reason_started", "legal_status")
    episodes = read(folder, "looked_after_episodes", *columns).merge(people, on="child_key")
    counts = ~episodes["legal_status"].isin(["V3", "V4"])
    answer = _flows(episodes, "start_date", {"CLA5": counts & (episodes["reason_started"] == "S")})
    start, end = _days(episodes["start_date"]), _days(episodes["end_date"])
    stock = blank(len(DAYS))
    for number, day in enumerate(DAYS):
        then = (start <= pd.Timestamp(day)) & (end.isna() | (end > pd.Timestamp(day)))
        _stock(stock, number, episodes[then], counts[then])
    return answer | {"CLA1": stock}


def _days(column: pd.Series) -> pd.Series:
    return column.astype("timestamp[ns][pyarrow]").astype("datetime64[ns]")


def _every(rows: pd.DataFrame) -> pd.Series:
    return pd.Series(True, index=rows.index, dtype="boolean")


def _flows(rows: pd.DataFrame, date: str, says: dict[str, pd.Series]) -> Answer:
    """How many rows say what in every month, and from them in every period."""
    days = _days(rows[date])
    month = days.dt.year * 12 + days.dt.month - FIRST_MONTH
    within = month.between(0, LAST_MONTH - FIRST_MONTH)
    answer: Answer = {}
    for code, yes in says.items():
        state = np.where(yes.isna(), 2, np.where(yes.fillna(False).astype(bool), 0, 1))
        keys = pd.DataFrame({"month": month, "state": state, "sex": rows["sex"], "origin": rows["origin"]})[within]
        of_months = blank(LAST_MONTH - FIRST_MONTH + 1)
        for breakdown, by in BY.items():
            for key, many in keys.groupby([*by, "month", "state"], observed=True).size().items():
                *group, when, what = key
                of_months[AT[breakdown, group[0] if group else "all"], when, what] = many
        answer[code] = of_periods(of_months)
    return answer


def _stock(into: NDArray[np.int64], number: int, rows: pd.DataFrame, yes: pd.Series) -> None:
    """How many different children say yes on a day."""
    children = rows[yes.fillna(False).astype(bool)].drop_duplicates("child_key")
    for breakdown, by in BY.items():
        if not by:
            into[AT[breakdown, "all"], number, 0] = len(children)
            continue
        for group, many in children[by[0]].value_counts().items():
            into[AT[breakdown, group], number, 0] = many


if __name__ == "__main__":
    answered(counted, dict)
