"""Companions: which more numbers must be hidden, so that those that must be cannot be worked out from the rest.

What is published of a breakdown is a table: groups are together their whole, and months their quarter, quarters their
half, halves their year. It is hidden in *blocks*: a group that is hidden in one month of a quarter is hidden in all
three, and a group that is hidden in a longer stretch is hidden in the shorter ones within.

What somebody can still work out, who knows all that is shown, then has a closed form. Within a block each hidden group
has a sum over the block's stretches: known, or within a known range where the longer stretch is hidden too. Each
stretch has a known sum over the hidden groups. Wherever such sums agree a table of whole numbers has them. So a number
in a row that comes to `r` and a column that comes to `c`, of a table that comes to `t`, can be anything from
`max(0, r + c - t)` to `min(r, c)`. That goes from the year down to the months, each within the range of the one above.
Where the whole itself is hidden all its groups are, and only the sums of the groups bind.

Children may come twice, so that months are more than their quarter. By how much, the attacker is taken to know.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from goldenthread.engine.protecting.steps import Block

WIDE = 5
"""How far apart the least and the most must be that a small number could be."""
_NO_END = 10**12

Hidden = dict[int, set[int]]
"""The groups that are hidden in each stretch; both are named by their place."""
Range = tuple[int, int]
Table = list[list[int]]
"""A number for each group in each stretch."""


@dataclass(frozen=True)
class Numbers:
    """One kind of number that is published for every stretch and group, and in which groups of each it is small."""

    of: Table
    small: Sequence[Set[int]]


@dataclass
class Choice:
    """What is hidden of a table, and the ranges that an attacker is left with, for each kind of number.

    `gave_up` holds the blocks in which not even hiding everything leaves every small number a wide range.
    """

    hidden: Hidden = field(default_factory=dict)
    ranges: list[dict[int, dict[int, Range]]] = field(default_factory=list)
    gave_up: list[Block] = field(default_factory=list)


def choose(
    numbers: Sequence[Numbers],
    blocks: Sequence[Block],
    *,
    whole_hidden: Set[int] = frozenset(),
    forced: Hidden | None = None,
    are_wholes: bool = False,
    told: Sequence[Set[int]] = (),
) -> Choice:
    """The groups to hide in each stretch: those that are small, what is `forced`, and the fewest and smallest besides.

    `numbers` are all shown or all hidden together, as the two parts of a percentage are. `blocks` are in the order of
    `steps.blocks`. Where the whole is hidden, all groups are. Numbers that `are_wholes` add up to nothing else. What
    the edition before `told` of each stretch, and is still the same, hides nothing: it is known.
    """
    return _Choosing(numbers, blocks, whole_hidden, forced or {}, told, are_wholes=are_wholes).choice()


class _Choosing:
    def __init__(
        self,
        numbers: Sequence[Numbers],
        blocks: Sequence[Block],
        whole_hidden: Set[int],
        forced: Hidden,
        told: Sequence[Set[int]],
        *,
        are_wholes: bool,
    ) -> None:
        self.numbers, self.blocks, self.forced, self.are_wholes = numbers, blocks, forced, are_wholes
        self.told = told
        self.whole_hidden = whole_hidden
        self.groups = len(numbers[0].of[0]) if numbers[0].of else 0
        self.small = [set[int]().union(*those) for those in zip(*(each.small for each in numbers), strict=True)]
        self.chosen = Choice(ranges=[{} for _ in numbers])
        self.holding = {part: at for at, block in enumerate(blocks) for part in block.parts}
        self.withheld_whole: set[int] = set()

    def choice(self) -> Choice:
        """From the longest stretches to the shortest; back up where hiding everything below is not enough."""
        at = 0
        while at < len(self.blocks):
            if self._settle(at):
                at += 1
            elif (above := self._above(at)) is not None:
                self.withheld_whole.add(above)
                at = above
            else:
                self.chosen.gave_up.append(self.blocks[at])
                at += 1
        return self.chosen

    def _above(self, at: int) -> int | None:
        """The nearest block above that could still hide more."""
        of = self.blocks[at].of
        while of is not None:
            above = self.holding[of]
            if above not in self.withheld_whole:
                return above
            of = self.blocks[above].of
        return None

    def _settle(self, at: int) -> bool:
        """Hide what a block must hide; whether every small number in it is left a wide range."""
        block = self.blocks[at]
        rows = self._to_hide(at, block)
        narrow = False
        while rows:
            ranges = self._ranges_of_all(block, rows)
            too_narrow = list(self._too_narrow(block, ranges))
            more = self._companion(block, rows, too_narrow) if too_narrow else None
            if more is None:
                narrow = bool(too_narrow)
                for kept, found in zip(self.chosen.ranges, ranges, strict=True):
                    kept.update(found)
                break
            rows.add(more)
        self.chosen.hidden.update({part: rows for part in block.parts})
        return not narrow

    def _to_hide(self, at: int, block: Block) -> set[int]:
        rows = set(self.chosen.hidden.get(block.of, ())) if block.of is not None else set()
        for part in block.parts:
            rows.update(self.small[part], self.forced.get(part, ()))
        if not self.whole_hidden.isdisjoint(block.parts):
            rows.update(list(self._held(block)) or range(self.groups))
        elif at in self.withheld_whole:
            rows.update(self._held(block))
        return self._with_untold(block, rows) if self.told else rows

    def _with_untold(self, block: Block, rows: set[int]) -> set[int]:
        """What must be hidden so that a number that has become small is not seen to be all that has changed.

        Whoever takes it that what was told before is still the same has only the others to seek among. Where these do
        not suffice all groups are hidden, so that nobody sees which of them have changed.
        """
        small = set[int]().union(*(self.small[part] for part in block.parts))
        told = set[int]().union(*(self.told[part] for part in block.parts)) - small
        if not told:
            return rows
        while lacking := list(self._too_narrow(block, self._ranges_of_all(block, rows - told))):
            more = self._companion(block, rows | told, lacking)
            if more is None:
                return rows.union(self._held(block))
            rows = rows | {more}
        return rows

    def _held(self, block: Block) -> Iterator[int]:
        """The groups that are not nought throughout a block."""
        for row in range(self.groups):
            if self._size(block, row):
                yield row

    def _size(self, block: Block, row: int) -> int:
        return sum([each.of[part][row] for each in self.numbers for part in block.parts])

    def _ranges_of_all(self, block: Block, rows: set[int]) -> list[dict[int, dict[int, Range]]]:
        """What each hidden number can be, for all that is shown: for each kind."""
        return [self._ranges(block, rows, kind) for kind in range(len(self.numbers))]

    def _ranges(self, block: Block, rows: set[int], kind: int) -> dict[int, dict[int, Range]]:
        """What each hidden number of a kind can be, for all that is shown."""
        of = self.numbers[kind].of
        if block.of is None and not self.are_wholes and self.whole_hidden.isdisjoint(block.parts):
            return {part: _alone(of[part], rows) for part in block.parts}
        sums = self._sums(block, rows, kind)
        columns = [sum([of[part][row] for row in rows]) for part in block.parts]
        total = sum(columns)
        found: dict[int, dict[int, Range]] = {}
        for part, column in zip(block.parts, columns, strict=True):
            if self.are_wholes or part in self.whole_hidden:
                binds = len(block.parts) == 1
                found[part] = {row: (least if binds else 0, most) for row, (least, most) in sums.items()}
            else:
                found[part] = _within(sums, column, column - total)
        return found

    def _sums(self, block: Block, rows: set[int], kind: int) -> dict[int, Range]:
        """What the hidden numbers of each group in a block can be together."""
        if block.of is None:
            return dict.fromkeys(rows, (0, _NO_END))
        of = self.numbers[kind].of
        parts, whole = [of[part] for part in block.parts], of[block.of]
        hidden, ranges = self.chosen.hidden.get(block.of, ()), self.chosen.ranges[kind].get(block.of, {})
        sums: dict[int, Range] = {}
        for row in rows:
            together = sum([part[row] for part in parts])
            if row in hidden:
                least, most = ranges[row]
                twice = together - whole[row]
                sums[row] = least + twice, most + twice
            else:
                sums[row] = together, together
        return sums

    def _too_narrow(
        self, block: Block, ranges: Sequence[Mapping[int, Mapping[int, Range]]]
    ) -> Iterator[tuple[int, int]]:
        """The kinds and stretches in which a small number has too narrow a range."""
        for kind, (each, found) in enumerate(zip(self.numbers, ranges, strict=True)):
            for part in block.parts:
                left = found[part]
                if any(left[row][1] - left[row][0] < WIDE for row in each.small[part]):
                    yield kind, part

    def _companion(self, block: Block, rows: set[int], lacking: Sequence[tuple[int, int]]) -> int | None:
        """The group that helps in most places, and of those the smallest; none where no other helps."""

        def cost(row: int) -> tuple[int, int, int]:
            helps = sum(1 for kind, part in lacking if self.numbers[kind].of[part][row])
            return -helps, self._size(block, row), row

        return min((row for row in self._held(block) if row not in rows), key=cost, default=None)


def _within(sums: Mapping[int, Range], column: int, left: int) -> dict[int, Range]:
    """What the hidden numbers of a stretch can be: `column` in all; `left` is that less what the block comes to."""
    # Written out, for `max` and `min` take three times as long, and this is asked hundreds of thousands of times.
    return {
        row: (least + left if least + left > 0 else 0, most if most < column else column)
        for row, (least, most) in sums.items()
    }


def _alone(numbers: Sequence[int], rows: set[int]) -> dict[int, Range]:
    """What the hidden numbers of a stretch that is part of no other can be: together they are known."""
    together = sum(numbers[row] for row in rows)
    return dict.fromkeys(rows, (together if len(rows) == 1 else 0, together))
