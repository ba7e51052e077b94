"""Agreeing: what one indicator hides of a number, every other that tells the same number hides as well.

How many plans were repeat plans is told as a count and as a share of all plans. Each has companions of its own, and a
number that stands in the one and not in the other gives both away. So all that one withholds of a number is withheld in
all, and what this withholds of their other numbers in those that tell these, until nothing changes.

No companions need be chosen anew. Whoever is shown less can work out less: a small number that had a wide range among
what an indicator showed by itself has no narrower one among what is left of that.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from goldenthread.engine.protecting.companions import Hidden
from goldenthread.engine.protecting.opened import WHOLE
from goldenthread.engine.protecting.sheets import Sheet


@dataclass(frozen=True)
class Tells:
    """Which numbers an indicator tells: its `own`, which it hides where they are small, and others `besides`.

    A share has two numbers of its own, those that are and those that are not, and tells how many they are together. Two
    numbers that are equal are the same one.
    """

    own: frozenset[Hashable] = frozenset()
    besides: frozenset[Hashable] = frozenset()

    def has_what_is_own_to(self, other: "Tells") -> bool:
        """Whether the two have a number of their own in common: shown in one, it is known in the other."""
        return not self.own.isdisjoint(other.own)

    def what_is_of(self, other: "Tells") -> bool:
        """Whether it tells a number that is the other's own."""
        return not other.own.isdisjoint(self.own | self.besides)


@dataclass(frozen=True)
class Agreeing:
    """What an indicator tells, its sheets by breakdown, and what is hidden of each: more, as it agrees with others.

    `nested` says which breakdowns are of parts of the groups of another.
    """

    tells: Tells
    sheets: Mapping[str, Sheet]
    nested: Mapping[str, str]
    hidden: dict[str, Hidden]

    def hides_with(self, other: "Agreeing") -> bool:
        """Hide what another hides; whether that is more than it hid."""
        in_both = self.sheets.keys() & other.sheets.keys()
        new = {breakdown: self._not_yet_hidden(breakdown, other) for breakdown in in_both}
        for breakdown in self.sheets.keys() - in_both:
            new[breakdown] = self._groups_of_what_is(new, breakdown)
        for breakdown, more in new.items():
            mine = self.hidden[breakdown]
            mine.update({at: rows | mine.get(at, set()) for at, rows in more.items()})
        return any(new.values())

    def _not_yet_hidden(self, breakdown: str, other: "Agreeing") -> Hidden:
        """What another hides of a breakdown and this one does not, in the places where it stands here."""
        mine, here, there = self.hidden[breakdown], self.sheets[breakdown], other.sheets[breakdown]
        theirs = _moved(other.hidden[breakdown], there, here)
        return {at: rows for at, rows in theirs.items() if not rows <= mine.get(at, set())}

    def _groups_of_what_is(self, hidden: Mapping[str, Hidden], breakdown: str) -> Hidden:
        """All groups of a breakdown, which the other has not got, wherever their whole is hidden: they add up to it."""
        sheet, wholes = self.sheets[breakdown], {WHOLE, self.nested.get(breakdown, WHOLE)} & hidden.keys()
        days = {days for whole in wholes for days, at in self.sheets[whole].stretches.items() if at in hidden[whole]}
        return {at: set(sheet.groups.values()) for each, at in sheet.stretches.items() if each in days}


def agree(those: Sequence[Agreeing]) -> None:
    """Hide what any hides of a number in all that tell it."""
    pairs = [(one, other) for one, other in permutations(those, 2) if one.tells.what_is_of(other.tells)]
    while any([one.hides_with(other) for one, other in pairs]):  # each in turn, not only until the first finds more
        pass


def _moved(hidden: Hidden, there: Sheet, here: Sheet) -> Hidden:
    """What is hidden of one sheet, by the places of another of the same breakdown."""
    if (there.stretches, there.groups) == (here.stretches, here.groups):
        return hidden
    stretch = {at: here.stretches[days] for days, at in there.stretches.items() if days in here.stretches}
    row = {at: here.groups[group] for group, at in there.groups.items() if group in here.groups}
    return {stretch[at]: {row[each] for each in rows if each in row} for at, rows in hidden.items() if at in stretch}
