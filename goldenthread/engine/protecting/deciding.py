"""Deciding, once and when figures are worked out, which of them each face may show."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.periods import Span, financial_year_of
from goldenthread.engine.protecting.agreeing import Agreeing, Tells, agree
from goldenthread.engine.protecting.companions import Hidden, choose
from goldenthread.engine.protecting.opened import Opened, places_opened
from goldenthread.engine.protecting.primary import HIDDEN, SHOWN, WITHHELD
from goldenthread.engine.protecting.sheets import Before, Sheet, Truth, nothing, sheets
from goldenthread.engine.protecting.steps import Steps, is_step, steps_of

PROTECTING = 3
"""Raise it whenever the same cells would be decided otherwise."""
_WHOLE = "all"
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True)
class Undecided:
    """The cells of an indicator, and all by which it is decided what may be shown of them.

    `nested` says which breakdowns are of parts of the groups of another, as clusters are parts of localities; the cells
    say of which (`part_of`). `before` are the cells of the edition before, as they were decided: what it withheld and
    has not changed stays withheld. What two people decided to show is `opened`, in so far as no other small number
    could be worked out from it. `tells` says which numbers it tells, for others may tell them too.
    """

    cells: pa.Table
    protects_children: bool
    nested: Mapping[str, str] = field(default_factory=dict)
    before: pa.Table | None = None
    opened: Collection[Opened] = ()
    tells: Tells = field(default_factory=Tells)

    def knows_what_is_shown_of(self, other: "Undecided") -> bool:
        """Whether a number that is shown of another is one of its own: of itself it is."""
        return self is other or self.tells.has_what_is_own_to(other.tells)


def decide(
    cells: pa.Table,
    *,
    protects_children: bool,
    nested: Mapping[str, str] = _NONE,
    before: pa.Table | None = None,
    opened: Collection[Opened] = (),
) -> pa.Table:
    """The cells of an indicator that is decided by itself (`Undecided`), as `decide_together` gives them."""
    (decided,) = decide_together([Undecided(cells, protects_children, nested, before, opened)])
    return decided


def decide_together(those: Sequence[Undecided]) -> Iterator[pa.Table]:
    """The cells of each of some indicators with what each face may show; what one hides of a number, all that tell it
    hide.

    `partnership` is `shown`, or `hidden` where the number is small. `public` is `shown`, or `withheld` where the number
    is small or would give a small one away: one word for both, so that nobody can tell which it is. `…_hides_unknown`
    is true where a face shows the figure but not of how many more it is not recorded. Cells that protect nobody
    (audits, meetings) are always shown. The cells keep their order.
    """
    found = [_found(each) for each in those]
    agree(found)
    decided = [_decided(each, agreed) for each, agreed in zip(those, found, strict=True)]
    for each in those:
        if each.opened:
            _open(each, those, decided)
    for each, mine in zip(those, decided, strict=True):
        yield mine.beside(each.cells)


def _found(undecided: Undecided) -> Agreeing:
    """What would be withheld of an indicator if it stood by itself."""
    found = sheets(undecided.cells, undecided.before) if undecided.protects_children else {}
    found.pop(COMPARATOR, None)
    withheld = _withheld(found, undecided.nested)
    return Agreeing(undecided.tells, found, undecided.nested, {by: each.own for by, each in withheld.items()})


@dataclass(frozen=True)
class _Decided:
    """Of which cells of an indicator a face hides the number, or of how many it is not recorded.

    `unknown` are those that the public is not shown, and was not by the edition before either.
    """

    public: Truth
    partnership: Truth
    quiet: Truth
    few: Truth
    unknown: Truth

    def show(self, places: Collection[int]) -> None:
        """Show some cells after all."""
        for hidden in (self.public, self.partnership):
            hidden[list(places)] = False

    def beside(self, cells: pa.Table) -> pa.Table:
        """The cells, with what each face may show."""
        return (
            cells.append_column("public", _said(self.public, WITHHELD))
            .append_column("partnership", _said(self.partnership, HIDDEN))
            .append_column("public_hides_unknown", pa.array(self.quiet, pa.bool_()))
            .append_column("partnership_hides_unknown", pa.array(self.few, pa.bool_()))
        )


def _decided(undecided: Undecided, agreed: Agreeing) -> _Decided:
    public, partnership, quiet, few = (np.zeros(undecided.cells.num_rows, np.bool_) for _ in range(4))
    for breakdown, sheet in agreed.sheets.items():
        public[sheet.where(agreed.hidden[breakdown])] = True
        partnership[sheet.where_small()] = True
        few[sheet.where_few_unknown()] = True
        quiet[sheet.where_in(_not_telling_unknowns(sheet))] = True
    unknown = public.copy()
    for sheet in agreed.sheets.values():
        unknown[sheet.where_shown_before()] = False
    return _Decided(public, partnership, quiet, few, unknown)


def _open(opening: Undecided, those: Sequence[Undecided], decided: Sequence[_Decided]) -> None:
    """Show all that an indicator opens, one decision after another.

    What would give others away stays closed: others of that indicator, and of all that have the same number for their
    own, where it is known from then on though it is not shown.
    """
    from goldenthread.engine.protecting.opening import given_away  # noqa: PLC0415 - SciPy: only for who opens something

    knowing = [(each, mine) for each, mine in zip(those, decided, strict=True) if each.knows_what_is_shown_of(opening)]
    for decision in sorted(opening.opened):
        known = [(each, mine, places_opened(each.cells, decision)) for each, mine in knowing]
        if any(given_away(each.cells, mine.unknown.tolist(), at, nested=each.nested) for each, mine, at in known if at):
            continue
        for each, mine, at in known:
            mine.unknown[list(at)] = False
            if each is opening:
                mine.show(at)


@dataclass(frozen=True)
class _Withheld:
    """What is hidden of a sheet; and what would be of the wholes that its shares are of, were they published."""

    own: Hidden = field(default_factory=dict)
    of_wholes: Hidden = field(default_factory=dict)


def _withheld(found: Mapping[str, Sheet], nested: Mapping[str, str]) -> dict[str, _Withheld]:
    """What is hidden of each breakdown: the whole first, and places before their parts."""
    done: dict[str, _Withheld] = {}
    whole = found.get(_WHOLE) or nothing(_WHOLE)
    for breakdown in sorted(found, key=lambda each: (each != _WHOLE, each in nested)):
        sheet, above = found[breakdown], found.get(nested.get(breakdown, ""))
        if sheet is whole:
            done[breakdown] = _hidden(sheet, set(), set())
        elif above is None:
            done[breakdown] = _hidden_within(sheet, whole, 0, done.get(_WHOLE, _Withheld()))
        else:
            done[breakdown] = _Withheld()
            for name, part in sheet.parts().items():
                if name in above.groups:
                    of_part = _hidden_within(part, above, above.groups[name], done[above.breakdown])
                else:
                    of_part = _hidden_within(part, whole, 0, done.get(_WHOLE, _Withheld()))
                _take_over(done[breakdown].own, of_part.own, part, sheet)
    return done


def _take_over(hidden: Hidden, of_part: Hidden, part: Sheet, sheet: Sheet) -> None:
    """Add what is hidden of a part to what is hidden of its sheet."""
    rows = [sheet.groups[group] for group in part.groups]
    stretches = [sheet.stretches[days] for days in part.stretches]
    for stretch, those in of_part.items():
        hidden.setdefault(stretches[stretch], set()).update(rows[row] for row in those)


def _hidden_within(sheet: Sheet, whole: Sheet, of: int, of_whole: _Withheld) -> _Withheld:
    """What is hidden of the groups of a whole, which is the row `of` of another sheet.

    Where the whole is hidden all groups are; where it is nought all groups are seen to be nought.
    """
    same = {at: whole.stretches[days] for days, at in sheet.stretches.items() if days in whole.stretches}
    own, of_wholes = (
        {at for at, there in same.items() if of in hidden.get(there, ())}
        for hidden in (of_whole.own, of_whole.of_wholes)
    )
    withheld = _hidden(sheet, own, of_wholes)
    for at, there in same.items():
        if not whole.whole[there][of] and at not in own and at in withheld.own:
            withheld.own[at] = {row for row in withheld.own[at] if sheet.whole[at][row]}
    return withheld


def _hidden(sheet: Sheet, whole_hidden: Set[int], whole_of_shares_hidden: Set[int]) -> _Withheld:
    """What a sheet hides. Whatever hides a whole of which there are shares hides the shares too."""
    if not (sheet.has_small or sheet.withheld_before or whole_hidden or whole_of_shares_hidden):
        return _Withheld()
    steps, are_wholes = steps_of(sheet.spans), sheet.breakdown == _WHOLE
    forced = _still_withheld(sheet, steps)
    for step, rows in _told_by_odd_ones(sheet, steps).items():
        forced[step] = forced.get(step, set()) | rows
    of_wholes: Hidden = {}
    if sheet.is_of_shares:
        of_wholes = choose(
            sheet.wholes(), steps.blocks, whole_hidden=whole_of_shares_hidden, forced=forced, are_wholes=are_wholes
        ).hidden
        forced = {at: forced.get(at, set()) | of_wholes.get(at, set()) for at in range(len(sheet.spans))}
    own = choose(
        sheet.numbers(),
        steps.blocks,
        whole_hidden=whole_hidden,
        forced=forced,
        are_wholes=are_wholes,
        told=sheet.told,
    ).hidden
    own.update({odd: _hidden_in_odd(sheet, steps, odd, own) | forced.get(odd, set()) for odd in steps.odd})
    return _Withheld(own, of_wholes)


def _still_withheld(sheet: Sheet, steps: Steps) -> Hidden:
    """What the edition before withheld in a block, until nothing there is small and all that it withheld has changed.

    Otherwise a companion that is shown now would tell, with what was shown then, of the number that it stood by.
    """
    forced: Hidden = {}
    if sheet.withheld_before:
        for parts in [*(block.parts for block in steps.blocks), *((odd,) for odd in steps.odd)]:
            told = [(row, before) for part in parts for row, before in enumerate(sheet.before[part])]
            if any(sheet.small[part] or Before.WITHHELD_UNCHANGED in sheet.before[part] for part in parts):
                rows = {row for row, before in told if before >= Before.WITHHELD}
                forced.update({part: rows for part in parts})
    return forced


def _told_by_odd_ones(sheet: Sheet, steps: Steps) -> Hidden:
    """Odd stretches with a small number that no steps make up hide all steps of the years that they touch."""
    forced: Hidden = {}
    for odd in steps.odd:
        if sheet.small[odd] and not steps.longest_of_odd[odd]:
            for step in steps.touched_by_odd[odd]:
                forced[step] = forced.get(step, set()) | sheet.small[odd]
    return forced


def _hidden_in_odd(sheet: Sheet, steps: Steps, odd: int, hidden: Hidden) -> set[int]:
    """An odd stretch is shown where it tells nothing new: where the steps that make it up are shown.

    Whoever is hidden in a step is hidden in all within it, so that shorter ones that are shown cannot make it up
    instead. One that no steps make up is shown whole or not at all, and only where nothing in the years that it
    touches is hidden.
    """
    if made_of := steps.longest_of_odd[odd]:
        return set[int]().union(*(hidden.get(step, ()) for step in made_of))
    if sheet.small[odd] or any(hidden.get(step) for step in steps.touched_by_odd[odd]):
        return set(range(len(sheet.groups)))
    return set()


def _not_telling_unknowns(sheet: Sheet) -> Set[int]:
    """Where the numbers not recorded are not shown: among all stretches of one length in a year in which one is few."""
    few = [stretch for stretch, rows in enumerate(sheet.few_unknown) if rows]
    if not few:
        return set()
    alike = [_length_and_year(span) for span in sheet.spans]
    lengths = {alike[stretch] for stretch in few} | {_ODD}
    return {stretch for stretch, length in enumerate(alike) if length in lengths}


_ODD = (date.min, -1)


def _length_and_year(span: Span) -> tuple[date, int]:
    """What stretches of one length and year have in common; a day has it with no other."""
    if not is_step(span):
        return _ODD
    return (
        (span.first, 0)
        if span.first == span.last
        else (financial_year_of(span.first).first, (span.last - span.first).days // 28)
    )


def _said(marks: Truth, word: str) -> pa.Array:
    return pc.if_else(pa.array(marks), word, SHOWN)
