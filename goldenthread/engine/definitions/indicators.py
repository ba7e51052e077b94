"""Indicators: what is counted, over what, and how it is to be read.

`over` says which rows belong to a period; `measure` says what is worked out from them. The two are independent: a
proportion of a caseload is `At` with `Proportion`.

Predicates read the columns of the rows, and two days besides: `period_start` and `period_end`, the first and the last
of the period that is counted.
"""

from dataclasses import dataclass
from enum import StrEnum

from goldenthread.engine.definitions.breakdowns import Breakdown


class Question(StrEnum):
    """The three questions of the performance management framework."""

    HOW_MUCH = "How much did we do?"
    HOW_WELL = "How well did we do it?"
    WHAT_DIFFERENCE = "Did it make a difference?"


class Counts(StrEnum):
    """Whether a child with two rows counts once or twice."""

    CHILDREN = "children"
    ROWS = "rows"


class Better(StrEnum):
    """Which way is better. NEITHER for caseloads: fewer children looked after is not better by itself."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    NEITHER = "neither higher nor lower is better by itself"


@dataclass(frozen=True)
class Band:
    """A figure that is best between two values, both included: far less is a worry, and so is far more."""

    low: int
    high: int

    @property
    def value(self) -> str:
        """How it is told."""
        return f"best between {self.low:,} and {self.high:,}"


class Tier(StrEnum):
    """Who watches it: the board (at most 10), everyone on the scorecard (at most 30), or one sub group."""

    BOARD = "board"
    SCORECARD = "scorecard"
    SUB_GROUP = "sub group"


HOW_MUCH, HOW_WELL, WHAT_DIFFERENCE = Question.HOW_MUCH, Question.HOW_WELL, Question.WHAT_DIFFERENCE
CHILDREN, ROWS = Counts.CHILDREN, Counts.ROWS
NOBODY = None
HIGHER, LOWER, NEITHER = Better.HIGHER, Better.LOWER, Better.NEITHER
BOARD, SCORECARD, SUB_GROUP = Tier.BOARD, Tier.SCORECARD, Tier.SUB_GROUP


@dataclass(frozen=True)
class At:
    """A stock: rows opened by the end of a day and not closed by then (opened <= day < closed; blank: still open)."""

    opened: str
    closed: str


@dataclass(frozen=True)
class During:
    """A flow: rows whose `date` lies in the period. `age` is the column with the child's age on that date."""

    date: str
    age: str | None = None


@dataclass(frozen=True)
class Supplied:
    """Nothing is counted: agencies supply the figure itself.

    `of_days` where it is that of a day, not of a stretch. `adds_up` where the figures of four quarters are together
    that of their year, as incidents are and residents are not.
    """

    of_days: bool = False
    adds_up: bool = True


Over = At | During | Supplied


@dataclass(frozen=True)
class Count:
    """How many. Where `where` is unknown the row is counted as unknown, and shown."""

    where: str = "true"


@dataclass(frozen=True)
class Proportion:
    """How many of those `of` are also `where`, in percent. Unknown ones are in neither part, and shown."""

    where: str
    of: str = "true"


@dataclass(frozen=True)
class Population:
    """Where the number of people is found: one row for each `edition`, mid-year, ages, breakdown and group.

    `dataset` holds the columns named here. Rows that are `ages` count; a blank in the `breakdown` column is the whole.
    """

    dataset: str
    edition: str
    mid_year: str
    ages: str
    aged: str
    breakdown: str
    group: str
    people: str


@dataclass(frozen=True)
class Rate:
    """How many for each `per` of a population.

    A financial year uses the mid-year estimate of the calendar year in which it begins, as national statistics do;
    any other period uses that of the financial year in which it ends. Without an estimate, for the whole or for a
    group, there is no rate, and the figure says so.
    """

    per: int
    of: Population
    where: str = "true"


@dataclass(frozen=True)
class Median:
    """The middle value of `of` among rows that are `where`, in `unit`. Rows without a value are unknown, and shown."""

    of: str
    unit: str
    where: str = "true"


@dataclass(frozen=True)
class Total:
    """What the numbers in the column `of` come to together, in `unit`. Rows without a number are unknown, and shown."""

    of: str
    unit: str
    where: str = "true"


@dataclass(frozen=True)
class Share:
    """How much of what is in the column `of` is in the column `part`, all rows together, in percent.

    It has no interval: half-days that one pupil missed, or places on one course, are not independent of each other.
    Rows without one of the two are unknown, and shown.
    """

    part: str
    of: str
    where: str = "true"


Measure = Count | Proportion | Rate | Median | Total | Share


@dataclass(frozen=True)
class InShort:
    """How a flow is told where there is room for few words: `1 plan began`, `2 plans began`."""

    one: str
    many: str
    did: str


@dataclass(frozen=True)
class Indicator:
    """One indicator, stated once.

    `protects` is CHILDREN where small numbers could tell of a child; ROWS where they could, but rows do not say of
    which, so that each is taken for one; NOBODY for counts of audits or meetings, which are never hidden.
    `sentence` tells its value with slots that the engine fills: `{value}`, `{numerator}`, `{denominator}`, `{period}`.
    A slot may choose its words by number: `{numerator:child was|children were}`.
    `noun` names what is counted in the plural, for sentences in which the number cannot stand.
    `excludes` says what is left out, `unknowns` what becomes of records that do not say. `sub_group` is whose work it
    is about. `flows` are the codes of what begins and what ends, of which a stock is the balance: a change of the stock
    is judged by them, and `in_short` is how each of the two is told beside it.
    `of_waiting` is a stock of those who wait for something: hardly anyone waits for a year, so two years may be set
    beside each other as two counts may. `recurs` is what one child may go through many times in a year: each time is
    not another child, so no test is made of how many times there were. `seasonal` is what differs from month to month
    by the calendar alone.
    """

    code: str
    title: str
    asks: Question
    why: str
    dataset: str
    over: Over
    counts: Counts
    measure: Measure
    better: Better | Band
    protects: Counts | None
    tier: Tier
    breakdowns: tuple[Breakdown, ...]
    sentence: str
    noun: str
    definition: str
    source: str
    excludes: str = ""
    unknowns: str = ""
    sub_group: str = ""
    flows: tuple[str, str] | None = None
    in_short: InShort | None = None
    of_waiting: bool = False
    recurs: bool = False
    seasonal: bool = False

    @property
    def is_of_days(self) -> bool:
        """Whether its figures are those of single days, as of caseloads, and not of stretches of time."""
        return isinstance(self.over, At) or (isinstance(self.over, Supplied) and self.over.of_days)

    @property
    def unit(self) -> str:
        """What a plain count of it counts."""
        return "children" if self.counts is CHILDREN else "records"
