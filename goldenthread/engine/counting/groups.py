"""Groups: which group of a breakdown a row belongs to, and which groups there are.

Three things must never be mistaken for each other: the whole, a value that is not recorded, and a value that no
list knows. Each has its own label, and groups are listed before rows are counted, so that a quiet group is nought.

Rows carry the number of their group, not its label: most of the work is bringing together rows of one group.
"""

from collections.abc import Mapping

from goldenthread.engine.definitions import Breakdown, ByAge, ByCode, ByPlace, During, Indicator
from goldenthread.engine.definitions.breakdowns import NOT_ON_THE_LIST, NOT_RECORDED
from goldenthread.engine.words import spelt
from goldenthread.engine.words.literals import literals

ALL = "all"
WHOLE, UNRECORDED, UNLISTED, FIRST = 0, 0, 1, 2
"""Numbers of groups: of the whole, of what is not recorded, of what is not on the list, of the first that is."""


def groups_of(breakdown: Breakdown | None) -> list[tuple[int, str]]:
    """Every group that is declared, with its number, in order; `None` is the whole. Places are found in evidence."""
    if breakdown is None:
        return [(WHOLE, ALL)]
    declared = list(enumerate(breakdown.labels(), start=FIRST))
    return [*declared, (UNRECORDED, NOT_RECORDED), (UNLISTED, NOT_ON_THE_LIST)]


def usable(breakdown: Breakdown, indicator: Indicator) -> bool:
    """Whether an indicator can be broken down so: ages of events need the age that the event's own rows carry."""
    return not (isinstance(breakdown, ByAge) and isinstance(indicator.over, During) and indicator.over.age is None)


def usable_of(indicator: Indicator) -> list[Breakdown]:
    """The breakdowns by which an indicator can be counted."""
    return [breakdown for breakdown in indicator.breakdowns if usable(breakdown, indicator)]


def sets_sql(divisions: Mapping[int, Breakdown | None], *keys: str) -> str:
    """What rows are grouped by when each of some divisions is counted, all in one pass; `None` is the whole.

    No row is without a number in any breakdown, so nothing can be mistaken for the whole.
    """
    sets = (", ".join([*keys, f'"group {each.code}"'] if each else keys) for each in divisions.values())
    return f"GROUPING SETS ({', '.join(f'({each})' for each in sets)})"


def which_sql(divisions: Mapping[int, Breakdown | None]) -> str:
    """The columns `breakdown` and `number`: which division a row of `sets_sql` counts, and which of its groups."""
    columns = {f'"group {each.code}"': at for at, each in divisions.items() if each}
    which = " ".join(f"WHEN grouping({column}) = 0 THEN {at}" for column, at in columns.items())
    numbers = ", ".join([*columns, f"CAST({WHOLE} AS SMALLINT)"])
    return f"CASE {which or 'WHEN false THEN 0'} ELSE {WHOLE} END AS breakdown, coalesce({numbers}) AS number"


def number_sql(breakdown: Breakdown, indicator: Indicator) -> str:
    """The number of a row's group. The row is `held`; beside it are its `period`, its child `person`, and places.

    What a child's particulars make of it was numbered when they were brought together (`children`).
    """
    own = breakdown.dataset == indicator.dataset
    if isinstance(breakdown, ByAge):
        age = _age_sql(f'{"held" if own else "person"}."{breakdown.column}"', indicator)
        bands = enumerate(breakdown.bands, FIRST)
        return _case(age, {f"{age} BETWEEN {band.low} AND {band.high}": at for at, band in bands})
    if not own:
        where = f'"lived {breakdown.column}"' if isinstance(breakdown, ByPlace) else "person"
        return f'coalesce({where}."group {breakdown.code}", {UNRECORDED})'
    named = f'held."{breakdown.column}"'
    if isinstance(breakdown, ByPlace):
        return _numbered(f"CASE WHEN {named} IS NULL THEN {UNRECORDED} ELSE {place_number_sql(breakdown)} END")
    return code_number_sql(breakdown, named)


def code_number_sql(breakdown: ByCode, code: str) -> str:
    """The number of the group that a code belongs to."""
    codes = {f"{code} IN ({literals(codes)})": at for at, codes in enumerate(breakdown.groups.values(), FIRST)}
    if breakdown.unrecorded:
        codes[f"{code} IN ({literals(breakdown.unrecorded)})"] = UNRECORDED
    return _case(code, codes)


def place_number_sql(breakdown: ByPlace) -> str:
    """The number of the place that was joined for what is named (`places.placed_sql`)."""
    return f'coalesce("placed {breakdown.code}".number, {UNLISTED})'


def _age_sql(born: str, indicator: Indicator) -> str:
    if isinstance(indicator.over, During):
        return f'held."{indicator.over.age}"'
    return spelt("age_at", born, "period.last")


def _case(value: str, ways: dict[str, int]) -> str:
    branches = " ".join(f"WHEN {condition} THEN {number}" for condition, number in ways.items())
    return _numbered(f"CASE WHEN {value} IS NULL THEN {UNRECORDED} {branches} ELSE {UNLISTED} END")


def _numbered(expression: str) -> str:
    return f"CAST({expression} AS SMALLINT)"
