"""Invented indicators, cells and figures: children of a town that does not exist, as they leave the engine."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any

import pyarrow as pa

from goldenthread.engine.definitions import (
    CHILDREN,
    HIGHER,
    HOW_MUCH,
    NEITHER,
    NOBODY,
    ROWS,
    SCORECARD,
    At,
    Better,
    ByCode,
    Count,
    Counts,
    During,
    Indicator,
    Measure,
    Median,
    Over,
    Population,
    Proportion,
    Rate,
)
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.deciding import decide
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure, Figures, figures_from

Cell = dict[str, Any]

PEOPLE = Population("towns", "edition", "mid_year", "ages", "0-17", "breakdown", "group", "people")
HAIR = ByCode("hair", "Hair", dataset="swimmers", column="hair", groups={"Dark": ("1",), "Light brown": ("2",)})
STOCK, FLOW = At(opened="joined", closed="left"), During("swum_on")


def an_indicator(
    code: str,
    measure: Measure,
    sentence: str,
    *,
    over: Over = STOCK,
    counts: Counts = CHILDREN,
    protects: Counts | None = CHILDREN,
    better: Better = NEITHER,
) -> Indicator:
    """An indicator about children who swim."""
    return Indicator(
        code=code,
        title=f"Swimmers ({code})",
        asks=HOW_MUCH,
        why="Swimming is good for them.",
        dataset="swimmers",
        over=over,
        counts=counts,
        measure=measure,
        better=better,
        protects=protects,
        tier=SCORECARD,
        breakdowns=(HAIR,),
        sentence=sentence,
        noun="children in the club",
        definition="Children who had joined the club and had not left it.",
        source="Our own",
    )


MEMBERS = an_indicator("S1", Count(), "{numerator:child was|children were} in the club {period}.")
MEMBER_RATE = an_indicator("S2", Rate(10_000, PEOPLE), "{value} in every 10,000 children were in the club {period}.")
FINISHED = an_indicator(
    "S3",
    Proportion("finished"),
    "{value} of children who raced {period} finished ({numerator} of {denominator}).",
    over=FLOW,
    better=HIGHER,
)
AGE = an_indicator(
    "S4",
    Median("age", "years"),
    "Half of those who raced {period} were {value} old or younger.",
    over=FLOW,
    counts=ROWS,
)
RACES = an_indicator("S5", Count(), "{numerator:race was|races were} held {period}.", over=FLOW, protects=NOBODY)
AUDITS = an_indicator(
    "S6", Proportion("good"), "{value} of audits {period} were good ({numerator} of {denominator}).", over=FLOW,
    protects=NOBODY,
)  # fmt: skip
RESCUES = an_indicator(
    "S7", Count(), "{numerator:rescue was|rescues were} made {period}.", over=FLOW, counts=ROWS, protects=ROWS,
)  # fmt: skip
_ALL = (MEMBERS, MEMBER_RATE, FINISHED, AGE, RACES, AUDITS, RESCUES)
INDICATORS: Mapping[str, Indicator] = {each.code: each for each in _ALL}

WHOLE_NUMBERS, EXACT = ("numerator", "denominator", "unknown"), ("value", "lower", "upper")
CHILDREN_BEHIND = ("yes_children", "no_children", "unknown_children")


def cell(indicator: Indicator, period: str, *, group: str = "all", status: str = "counted", **counted: Any) -> Cell:
    """A cell as counting makes it. A group is of hair."""
    told = {"unknown": 0, **counted}
    numerator, denominator = told.get("numerator"), told.get("denominator")
    behind = {  # one child behind each row, unless it is said otherwise
        "yes_children": denominator if numerator is None else numerator,
        "no_children": (denominator or 0) - (numerator or 0) if "population" not in told else 0,
        "unknown_children": told["unknown"],
    }
    return {
        "indicator": indicator.code,
        "period": period,
        "first": parse(period).first,
        "last": parse(period).last,
        "breakdown": "all" if group == "all" else "hair",
        "group": group,
        **{name: told.get(name) for name in WHOLE_NUMBERS},
        **{name: None if told.get(name) is None else Decimal(told[name]) for name in EXACT},
        "population": told.get("population"),
        "status": status,
        **{name: told.get(name, number or 0) for name, number in behind.items()},
        "extremes": told.get("extremes", False),
        "said_by": told.get("said_by"),
        "sent_by": told.get("sent_by"),
        "part_of": told.get("part_of"),
    }


def decided(cells: Iterable[Cell]) -> list[Cell]:
    """Cells with what each face may show of them, decided for each indicator by itself, as they are kept."""
    kept: list[Cell] = []
    for code, those in groupby(cells, key=lambda each: str(each["indicator"])):
        kept += decide(table(list(those)), protects_children=INDICATORS[code].protects is not NOBODY).to_pylist()
    return kept


def table(cells: list[Cell]) -> pa.Table:
    """Cells as a table."""
    kinds = {name: pa.int64() for name in (*WHOLE_NUMBERS, *CHILDREN_BEHIND)} | {"extremes": pa.bool_()}
    kinds |= {name: pa.decimal128(18, 6) for name in EXACT} | {"first": pa.date32(), "last": pa.date32()}
    names = cells[0].keys()
    return pa.table({name: pa.array([row[name] for row in cells], kinds.get(name, pa.string())) for name in names})


def figures(*cells: Cell, face: Face = Face.BOARD, edition: int = 7) -> Figures:
    """Cells through the gate of a face."""
    return figures_from(decided(cells), indicators=INDICATORS, face=face, edition=edition)


def a_figure(indicator: Indicator, period: str, *, face: Face = Face.BOARD, **counted: Any) -> Figure:
    """One figure, as a face may see it."""
    return figures(cell(indicator, period, **counted), face=face)[0]
