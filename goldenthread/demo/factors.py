"""What assessments find in children's lives; what is found about a parent is found of brothers and sisters too."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from goldenthread.demo.days import age
from goldenthread.demo.front_door import Assessment

_NONE = "21"
_OF_PARENTS: Mapping[str, float] = {
    "1B": 0.17, "2B": 0.18, "3B": 0.38, "4B": 0.31, "5B": 0.04, "6B": 0.07, "16A": 0.19, "17A": 0.2, "20": 0.14,
}  # fmt: skip
_OF_CHILDREN: Mapping[str, float] = {"3A": 0.11, "4A": 0.09, "5A": 0.08, "6A": 0.07, "18A": 0.13, "19A": 0.06}
_OF_TEENAGERS: Mapping[str, float] = {
    "1A": 0.05, "2A": 0.09, "7A": 0.03, "10A": 0.07, "11A": 0.06, "13A": 0.03, "14A": 0.13, "15A": 0.07,
}  # fmt: skip
_TEENAGER, _NOT_RECORDED = 11, 0.05


@dataclass(frozen=True)
class Found:
    """One factor that an assessment of a child found, or that it found none."""

    assessment: Assessment
    ended: date
    factor: str


def factors(chance: Random, assessments: Sequence[Assessment]) -> Iterator[Found]:
    """What was recorded when assessments ended; for some, nothing was."""
    of_parents: dict[tuple[str, date], set[str]] = {}
    for each in assessments:
        household = (each.child.home, each.started)
        if household not in of_parents:
            of_parents[household] = _some(chance, _OF_PARENTS)
        own = _some(chance, _OF_CHILDREN)
        if age(each.child.born, each.started) >= _TEENAGER:
            own |= _some(chance, _OF_TEENAGERS)
        if each.ended is None or chance.random() < _NOT_RECORDED:
            continue
        for factor in sorted(of_parents[household] | own) or [_NONE]:
            yield Found(each, each.ended, factor)


def _some(chance: Random, shares: Mapping[str, float]) -> set[str]:
    return {factor for factor, share in shares.items() if chance.random() < share}
