"""Which breaks a number is to be read with, and in which words."""

from collections import defaultdict
from collections.abc import Mapping

from goldenthread.engine.comparing.series import Break as Parting
from goldenthread.engine.english import begun
from goldenthread.engine.periods import day
from goldenthread.workflow.breaks.models import Break
from goldenthread.workflow.breaks.rules import HOW, PRACTICE, RECONCILED


def breaks_of(indicator: str) -> list[Break]:
    """The breaks that touch an indicator, the earliest first."""
    return breaks_by_indicator().get(indicator, [])


def breaks_by_indicator() -> Mapping[str, list[Break]]:
    """The breaks that touch each indicator, the earliest first."""
    found = defaultdict(list)
    for each in Break.objects.standing():
        for code in each.touched():
            found[code].append(each)
    return dict(found)


def partings() -> Mapping[str, list[Parting]]:
    """The breaks that touch each indicator, as comparing knows them: what may be set beside what, and why not."""
    return {code: [_parting(each) for each in found] for code, found in breaks_by_indicator().items()}


def in_words(break_: Break) -> str:
    """What a break means for whoever reads a number."""
    whose = f" at {break_.agency}" if break_.agency else ""
    how = HOW[break_.how]
    if break_.how == RECONCILED and break_.checked_on:
        how = f"{how} by {break_.checked_by} on {day(break_.checked_on)}, so it can be compared across that day"
    return f"{begun(_parting(break_).what)} changed on {day(break_.on)}{whose}: {how}. {_sentence(break_.reason)}"


def _parting(break_: Break) -> Parting:
    checked = ""
    if break_.how == RECONCILED and break_.checked_on:
        checked = f"checked by hand by {break_.checked_by} on {day(break_.checked_on)}"
    return Parting(break_.on, HOW[break_.how], checked, _sentence(break_.reason), rebases=break_.how == PRACTICE)


def _sentence(text: str) -> str:
    return begun(text) + ("" if text.endswith((".", "?", "!")) else ".")
