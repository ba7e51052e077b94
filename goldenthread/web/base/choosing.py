"""Which of all the periods a page shows: the latest year's worth, the same a year before, every quarter, and so on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.engine.protecting.figures import Figure, latest_of


@dataclass(frozen=True)
class Kind:
    """A kind of period: how its codes look, and what it is called for stocks (days) and for flows."""

    codes: re.Pattern[str]
    of_days: str
    of_flows: str


KINDS: Mapping[str, Kind] = {
    "year": Kind(re.compile(r"FY\d{4}-\d{2}|\d{4}-03-31"), "Each 31 March", "Each financial year"),
    "school-year": Kind(re.compile(r"AY.*|\d{4}-08-31"), "Each 31 August", "Each school year"),
    "half": Kind(re.compile(r"FY.*H\d|\d{4}-(03-31|09-30)"), "The end of each half year", "Each half year"),
    "quarter": Kind(re.compile(r"FY.*Q\d|\d{4}-(03-31|06-30|09-30|12-31)"), "The end of each quarter", "Each quarter"),
    "month": Kind(re.compile(r"\d{4}-\d{2}(-\d{2})?"), "The end of each month", "Each month"),
    "twelve-months": Kind(re.compile(r"12m.*"), "", "Each twelve months"),
}
"""In the order in which they are offered."""

_A_YEAR_OR_A_DAY = re.compile(r"FY\d{4}-\d{2}|12m.*|\d{4}-\d{2}-\d{2}")


def of_kind(figures: Sequence[Figure], kind: str) -> list[Figure]:
    """Those of one kind of period, the earliest first."""
    found = (figure for figure in figures if KINDS[kind].codes.fullmatch(figure.period.code))
    return sorted(found, key=lambda figure: figure.period.last)


def kinds_in(figures: Sequence[Figure]) -> list[tuple[str, str]]:
    """The kinds of period that some figures hold, each with its name."""
    days = any(figure.period.is_day for figure in figures)
    named = ((name, kind.of_days if days else kind.of_flows) for name, kind in KINDS.items())
    return [(name, words) for name, words in named if words and of_kind(figures, name)]


def latest(figures: Sequence[Figure]) -> Figure | None:
    """The latest day of a stock; of a flow the latest twelve months, as a financial year where they are one.

    Where no twelve months are covered yet, whatever is latest. None where there are no figures.
    """
    found = [figure for figure in figures if _A_YEAR_OR_A_DAY.fullmatch(figure.period.code)] or figures
    return latest_of(found)
