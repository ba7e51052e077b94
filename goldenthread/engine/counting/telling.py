"""Telling: which numbers an indicator tells, by what it asks of which rows, so that those that tell the same agree.

Two indicators of one query tell the same number where they ask the same of its rows. Rows and their children go for the
same: mostly they are as many.
"""

from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations

from goldenthread.engine.counting.queries import counted_by
from goldenthread.engine.definitions import Indicator, Median, Proportion, Share, Supplied, Total
from goldenthread.engine.protecting.agreeing import Tells
from goldenthread.engine.words import columns_read


def tells(indicator: Indicator) -> Tells:
    """Which numbers an indicator tells; of one that is supplied nothing is known.

    Shares of one whole that ask of the same columns say how it is divided: parts that may be all of it. So how it is
    divided is taken for a number that each of them tells.
    """
    measure, by = indicator.measure, counted_by(indicator)
    if isinstance(indicator.over, Supplied):
        return Tells()
    if isinstance(measure, Proportion):
        whole, part = _asked(measure.of), _asked(measure.of, measure.where)
        how_it_is_divided = (by, whole, columns_read(measure.where))
        return Tells(frozenset({(by, part), how_it_is_divided}), frozenset({(by, whole)}))
    if isinstance(measure, Share):
        part, whole = _asked(measure.where, measure.part), _asked(measure.where, measure.of)
        return Tells(frozenset({(by, part)}), frozenset({(by, whole)}))
    if isinstance(measure, Median | Total):  # of rows that have a value
        return Tells(frozenset({(by, _asked(measure.where, measure.of))}))
    return Tells(frozenset({(by, _asked(measure.where))}))


def _asked(*predicates: str) -> Hashable:
    """What is asked of a row, whoever asks it.

    What reads no column asks nothing. Nor does what reads only columns that the next reads too: where an answer is
    `advice` it is not `accepted`.
    """
    narrower = [*predicates[1:], "true"]
    return frozenset(
        each for each, other in zip(predicates, narrower, strict=True) if columns_read(each) - columns_read(other)
    )


def joined(indicators: Sequence[Indicator]) -> Mapping[str, frozenset[str]]:
    """Which indicators must be decided together, for each by its code: itself, those that tell a number of which it is
    another's own, those that tell one of theirs, and so on.
    """
    told = {each.code: tells(each) for each in indicators}
    together = {code: frozenset({code}) for code in told}
    for (one, of_one), (other, of_other) in combinations(told.items(), 2):
        if of_one.what_is_of(of_other) or of_other.what_is_of(of_one):
            both = together[one] | together[other]
            together |= dict.fromkeys(both, both)
    return together
