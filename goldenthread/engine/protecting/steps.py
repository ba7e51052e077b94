"""Steps: how stretches of time make up one another, so that what one hides another must not tell.

A financial year is made of halves, halves of quarters, quarters of months. A stretch that is none of these, such as a
school year or the twelve months to September, is *odd*: it crosses them. Stretches are named by their place in a list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, lru_cache
from itertools import pairwise

from goldenthread.engine.periods import Span, financial_year_of, month_end

_LENGTHS = (1, 3, 6, 12)
"""In months: a month, a quarter, a half, a financial year."""


@dataclass(frozen=True)
class Block:
    """Stretches that are together another, `of`: three months and their quarter. One that is part of none is alone."""

    parts: tuple[int, ...]
    of: int | None = None


@lru_cache(maxsize=64)
def steps_of(spans: tuple[Span, ...]) -> "Steps":
    """How some stretches make up one another; worked out once, for many indicators are of the same stretches."""
    return Steps(spans)


class Steps:
    """How the stretches of a list make up one another."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = spans

    @cached_property
    def steps(self) -> list[int]:
        """Those that are steps, by their first day, and of those that begin together the longest first."""
        found = [at for at, span in enumerate(self.spans) if is_step(span)]
        return sorted(found, key=lambda at: (self.spans[at].first, -_days(self.spans[at])))

    @cached_property
    def odd(self) -> list[int]:
        """Those that are not."""
        return sorted(set(range(len(self.spans))) - set(self.steps))

    @cached_property
    def blocks(self) -> list[Block]:
        """The blocks that the steps make, every longer one before those that it is made of.

        Where parts of a stretch are missing it is not the sum of the others, and they stand alone.
        """
        inside: dict[int | None, list[int]] = {}
        around: list[int] = []
        for at in self.steps:
            while around and self.spans[at] not in self.spans[around[-1]]:
                around.pop()
            inside.setdefault(around[-1] if around else None, []).append(at)
            around.append(at)
        return list(self._made(None, inside))

    @cached_property
    def longest_of_odd(self) -> dict[int, list[int]]:
        """The longest steps that are together an odd stretch; none of those that are made of none."""
        return {at: self._longest_of(self.spans[at]) for at in self.odd}

    def _longest_of(self, span: Span) -> list[int]:
        """The longest step within a stretch, then the longest of those that begin where it ends, and so on."""
        found = list[int]()
        begins = span.first
        for step in self.steps:
            if self.spans[step].first == begins and self.spans[step] in span:
                found.append(step)
                begins = self.spans[step].last + timedelta(days=1)
        return found if begins > span.last else []

    @cached_property
    def touched_by_odd(self) -> dict[int, list[int]]:
        """The steps of the financial years that an odd stretch has days of."""
        return {at: [step for step in self.steps if _touch(self.spans[at], self.spans[step])] for at in self.odd}

    def _made(self, of: int | None, inside: dict[int | None, list[int]]) -> Iterator[Block]:
        parts = inside.get(of, [])
        if of is not None and self._are(parts, of):
            yield Block(tuple(parts), of)
        else:
            yield from (Block((part,)) for part in parts)
        for part in parts:
            yield from self._made(part, inside)

    def _are(self, parts: Sequence[int], whole: int) -> bool:
        """Whether stretches in order are together the whole one."""
        spans = [self.spans[part] for part in parts]
        follow = all(after.first == before.last + timedelta(days=1) for before, after in pairwise(spans))
        return bool(spans) and follow and Span(spans[0].first, spans[-1].last) == self.spans[whole]


def is_step(span: Span) -> bool:
    """Whether it is a day, or a month, quarter, half or the whole of a financial year."""
    if span.first == span.last:
        return True
    if span.first.day != 1 or span.last != month_end(span.last):
        return False
    begins = span.first.year * 12 + span.first.month - 4
    months = span.last.year * 12 + span.last.month - 3 - begins
    return months in _LENGTHS and begins % months == 0


def _days(span: Span) -> int:
    return (span.last - span.first).days


def _touch(one: Span, other: Span) -> bool:
    """Whether two stretches have to do with one financial year."""
    first, last = financial_year_of(one.first).first, financial_year_of(one.last).last
    return first <= other.last and other.first <= last
