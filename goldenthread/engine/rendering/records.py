"""Figures as records with named fields: what files to take away hold, and what other programs read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from goldenthread.engine.definitions import Indicator
from goldenthread.engine.definitions.kept import COUNTED, NO_POPULATION, NOTHING_TO_COUNT, SUPPLIED
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import NOT_COVERED, Figure, as_record, unit_of
from goldenthread.engine.protecting.primary import HIDDEN, WITHHELD


class Holds(Enum):
    """What stands in a field."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True)
class Field:
    """A field of a record. What is not `always` there is left empty where there is nothing to say."""

    holds: Holds
    meaning: str
    always: bool = False


def _text(meaning: str, *, always: bool = True) -> Field:
    return Field(Holds.TEXT, meaning, always)


FIELDS: Mapping[str, Field] = {
    "code": _text("The code of the indicator."),
    "title": _text("What the indicator is called."),
    "period": _text("The period as a code: FY2013-14, FY2013-14Q3, 2014-02, 12m2014-03, or a day for a caseload."),
    "period_name": _text("The period as people read it."),
    "period_from": Field(Holds.DAY, "The first day of the period.", always=True),
    "period_until": Field(
        Holds.DAY, "The last day of the period; of a caseload the day it was counted on.", always=True
    ),
    "breakdown": _text("What the figure is broken down by: all for the whole, comparator for the figures of others."),
    "group": _text("Which group of the breakdown; all for the whole."),
    "numerator": Field(Holds.WHOLE, "How many were counted. Empty for a median."),
    "denominator": Field(Holds.WHOLE, "Out of how many, or of what population. Empty for a plain count."),
    "unknown": Field(Holds.WHOLE, "Of how many more the records do not say. Empty where that is not shown."),
    "value": Field(Holds.NUMBER, "The figure, rounded once, half up. Empty where there is none: status says why."),
    "lower": Field(Holds.NUMBER, "The lower end of the 95% confidence interval. Empty for a full count."),
    "upper": Field(Holds.NUMBER, "The upper end of the 95% confidence interval. Empty for a full count."),
    "families": Field(
        Holds.NUMBER,
        "By how much the interval lets the variance grow because children come with brothers and sisters; 1 is not at"
        " all. Empty where there is no interval.",
    ),
    "unit": _text("What the value is in: children, records, %, per 10,000, days, years."),
    "status": _text("Whether there is a value, and if not, why."),
    "population": _text("Which edition of the population estimate a rate was divided by.", always=False),
    "said_by": _text("Who says a figure that was supplied and not counted.", always=False),
    "edition": Field(Holds.WHOLE, "The edition that the figure belongs to.", always=True),
}
"""The fields of a figure, in their order. Their names stay: others have built on them."""

MEANINGS: Mapping[str, str] = {
    COUNTED: "Counted from the records of partners.",
    SUPPLIED: "Counted by somebody else, who sent the figure: see said_by.",
    HIDDEN: "Not shown, because between 1 and 5 children stand behind it or behind its remainder. It is not nought.",
    WITHHELD: "Not shown, because it is very small or would give a very small number away. It may be any number.",
    NOT_COVERED: "The evidence does not cover the whole period. It is not nought.",
    NO_POPULATION: "There is no population estimate to divide by.",
    NOTHING_TO_COUNT: "There was nothing of which it could be a share or a middle value.",
}
"""What each status means."""

FOR_WHOM: Mapping[Face, str] = {
    Face.PUBLIC: "For everybody: protected for publication.",
    Face.ROUNDED: "For everybody, as tables whose reader chooses what stands in them. Counts of 1 to 7 are withheld,"
    " and so is what would give a count of 1 to 5 away. Every other count is rounded to the nearest 5 by itself,"
    " totals too, so that groups may not add up to their whole. Percentages and rates are worked out from the rounded"
    " counts. No interval is given: nothing is to be tested with rounded counts.",
    Face.PARTNERSHIP: "For partner agencies and the board's own work. Not for publication: some hidden numbers can be"
    " worked out from those around them.",
    Face.BOARD: "Confidential. Exact, with nothing hidden: not to be passed on or published.",
}
"""For whom each face is, and what may be done with it."""


def record_of(figure: Figure, indicator: Indicator) -> dict[str, Any]:
    """All that is said of a figure, by the names of `FIELDS`. Days are dates."""
    said = as_record(figure) | {
        "title": indicator.title,
        "period_name": str(figure.period),
        "period_from": figure.period.first,
        "period_until": figure.period.last,
        "population": figure.population,
        "said_by": figure.said_by,
        "edition": figure.edition,
        "families": round(figure.families, 4) if figure.interval else None,
    }
    return {name: said[name] for name in FIELDS}


def definition_of(indicator: Indicator) -> dict[str, str]:
    """What an indicator means, by names that stay."""
    return {
        "title": indicator.title,
        "question": indicator.asks.value,
        "why": indicator.why,
        "definition": indicator.definition,
        "excludes": indicator.excludes,
        "unknowns": indicator.unknowns,
        "unit": unit_of(indicator),
        "better": indicator.better.value,
        "tier": indicator.tier.value,
        "sub_group": indicator.sub_group,
        "source": indicator.source,
    }
