"""Groups: which group of a breakdown a row belongs to, and which groups there are.

Three things must never be mistaken for each other: the whole, a value that is not recorded, and a value that no code
list knows. Each has its own label, and groups are listed before rows are counted, so that a quiet group is nought.
"""

from goldenthread.engine.definitions import Breakdown, ByAge, ByCode, During, Indicator
from goldenthread.engine.words import spelt
from goldenthread.engine.words.literals import literal, literals

ALL = "all"
NOT_RECORDED = "not recorded"
NOT_ON_THE_LIST = "not on the code list"


def groups_of(breakdown: Breakdown | None) -> list[str]:
    """Every group that figures are given for, in order; `None` is the whole."""
    return [ALL] if breakdown is None else [*breakdown.labels(), NOT_RECORDED, NOT_ON_THE_LIST]


def usable(breakdown: Breakdown, indicator: Indicator) -> bool:
    """Whether an indicator can be broken down so: ages of events need the age that the event's own rows carry."""
    return not (isinstance(breakdown, ByAge) and isinstance(indicator.over, During) and indicator.over.age is None)


def label_sql(breakdown: Breakdown, indicator: Indicator) -> str:
    """The label of a row, which is `held` with `period` and the child's own row `person` beside it."""
    column = f'{"held" if breakdown.dataset == indicator.dataset else "person"}."{breakdown.column}"'
    if isinstance(breakdown, ByCode):
        groups = {**breakdown.groups, **({NOT_RECORDED: breakdown.unrecorded} if breakdown.unrecorded else {})}
        return _case(column, [(f"{column} IN ({literals(codes)})", label) for label, codes in groups.items()])
    age = _age_sql(column, indicator)
    return _case(age, [(f"{age} BETWEEN {band.low} AND {band.high}", band.label) for band in breakdown.bands])


def _age_sql(born: str, indicator: Indicator) -> str:
    if isinstance(indicator.over, During):
        return f'held."{indicator.over.age}"'
    return spelt("age_at", born, "period.last")


def _case(value: str, ways: list[tuple[str, str]]) -> str:
    branches = " ".join(f"WHEN {condition} THEN {literal(label)}" for condition, label in ways)
    return f"CASE WHEN {value} IS NULL THEN '{NOT_RECORDED}' {branches} ELSE '{NOT_ON_THE_LIST}' END"
