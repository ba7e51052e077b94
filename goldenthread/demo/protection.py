"""Child protection plans: who is on one and for how long, the conferences that made them, the meetings about them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from goldenthread.demo.ages import Ages, children_for
from goldenthread.demo.calibration import Calibration
from goldenthread.demo.care import Care
from goldenthread.demo.chance import days, pick, quota
from goldenthread.demo.children import Child, Registry
from goldenthread.demo.days import LAST_DAY, NEW_SYSTEM, SINCE_2011, birthday, on_a_weekday, years_back
from goldenthread.demo.stocks import OPEN, Group, Plan, Spell, draw

_ENDS_A_MONTH, _BEFORE = 0.085, (10, 1400)
_CATEGORIES = {"NEG": 44, "EMO": 34, "PHY": 12, "SAB": 6, "MUL": 4}
_AGES = {Ages(0, 0): 15, Ages(1, 4): 33, Ages(5, 9): 28, Ages(10, 15): 22, Ages(16, 16): 2}
_INTO_CARE, _AGAIN, _EARLIER_ELSEWHERE = 0.5, 0.12, 0.08
_STEPS_DOWN = 0.7
_PAUSE = timedelta(days=90)
_ON_TIME = {False: 0.66, True: 0.42}
"""What share of conferences is held in time, before and after the recording system changed."""
_WITHOUT_STRATEGY = {False: 0.01, True: 0.06}


@dataclass(eq=False)
class Protected:
    """One child's plan. `strategy` is the day of the strategy discussion; none where nobody wrote it down."""

    child: Child
    spell: Spell
    category: str
    previous: int


@dataclass(eq=False)
class Conference:
    """An initial conference about brothers and sisters, whether it made a plan or not."""

    children: list[Child]
    strategy: date
    held: date
    plan_made: bool
    strategy_noted: bool = True


@dataclass(frozen=True)
class Meeting:
    """A core group or a review conference."""

    child: Child
    met: date
    kind: str
    due: date


@dataclass
class Protection:
    """All plans, and the conferences that there are records of."""

    plans: list[Protected] = field(default_factory=list)
    conferences: list[Conference] = field(default_factory=list)


def draw_protection(chance: Random, registry: Registry, targets: Calibration, care: Care) -> Protection:
    """Everybody who was on a plan while there are records. Some came into care when their plan ended."""
    plan = Plan(targets.on_a_plan, _ENDS_A_MONTH, _BEFORE, targets.on_a_plan_two_years)
    groups = draw(chance, plan)
    ages = _ages(chance, groups, targets)
    entering = _Entering(care)
    ended: list[tuple[Group, dict[Spell, Child]]] = []
    found = Protection()
    for group in sorted(groups, key=lambda group: group.started):
        children, again = _children(chance, registry, group, ages, entering, ended)
        if all(not spell.is_open(LAST_DAY) for spell in group.spells):
            ended.append((group, children))
        category = pick(chance, _CATEGORIES)
        for spell, child in children.items():
            previous = 1 if again or chance.random() < _EARLIER_ELSEWHERE else 0
            found.plans.append(Protected(child, spell, category, previous))
        if group.started >= SINCE_2011 + timedelta(days=60):
            found.conferences.append(_conference(chance, list(children.values()), group.started, plan_made=True))
    _mark_disabled(chance, found.plans, targets.on_a_plan_disabled)
    return found


def other_conferences(
    chance: Random, parties: Sequence[tuple[date, Sequence[Child]]], *, to_come: Random
) -> Iterator[Conference]:
    """Conferences that made no plan, some weeks after a referral; those after the last day are drawn by `to_come`."""
    for day, children in parties:
        held = on_a_weekday(day + days(chance, 12, 30))
        conference = _conference(chance if held <= LAST_DAY else to_come, list(children), held, plan_made=False)
        if conference.strategy <= LAST_DAY:
            yield conference


def meetings(chance: Random, plans: Sequence[Protected]) -> Iterator[Meeting]:
    """Core groups every six weeks, reviews within three months and then every six; most of them in time."""
    for plan in plans:
        for kind, first, then in (("core_group", 14, 42), ("review", 91, 183)):
            due = plan.spell.started + timedelta(days=first)
            while due < plan.spell.ended and due <= LAST_DAY:
                met = on_a_weekday(due - days(chance, 0, 6) if chance.random() < 0.9 else due + days(chance, 1, 12))
                if SINCE_2011 <= met <= LAST_DAY:
                    yield Meeting(plan.child, met, kind, due)
                due += timedelta(days=then)


class _Entering:
    """Families who come into care, by month and number of children: each may come from a plan once."""

    def __init__(self, care: Care) -> None:
        self.waiting: dict[tuple[int, int, int], list[Group]] = {}
        self.care = care
        for group in care.groups:
            self.waiting.setdefault((*_month(group.started), len(group.spells)), []).append(group)

    def take(self, group: Group) -> Group | None:
        """A family that comes into care in the month in which all plans of a group end; none where there is none."""
        months = {_month(spell.ended) for spell in group.spells}
        if len(months) > 1 or OPEN in {spell.ended for spell in group.spells}:
            return None
        for at, waiting in enumerate(self.waiting.get((*months.pop(), len(group.spells)), [])):
            born = [self.care.stays[spell].child.born for spell in waiting.spells]
            if max(born) < group.started < waiting.started:
                return self.waiting[(*_month(waiting.started), len(group.spells))].pop(at)
        return None


@dataclass(frozen=True)
class InNeed:
    """A child in need plan after a child protection plan; `OPEN` while it lasts."""

    child: Child
    started: date
    ended: date


def step_down(chance: Random, plans: Sequence[Protected], care: Care) -> Iterator[InNeed]:
    """Most children whose plan ended at home get a child in need plan on that day, for some months."""
    into_care = {(stay.child, stay.spell.started) for stay in care.stays.values()}
    for plan in plans:
        ended = plan.spell.ended
        if ended == OPEN or (plan.child, ended) in into_care or chance.random() > _STEPS_DOWN:
            continue
        until = min(ended + days(chance, 60, 300), birthday(plan.child.born, 18))
        if until > SINCE_2011 and until > ended:
            yield InNeed(plan.child, ended, until if until <= LAST_DAY else OPEN)


def _children(
    chance: Random,
    registry: Registry,
    group: Group,
    ages: Mapping[Spell, Ages],
    entering: _Entering,
    ended: Sequence[tuple[Group, dict[Spell, Child]]],
) -> tuple[dict[Spell, Child], bool]:
    """Who a group's plans are for, and whether it is not for the first time."""
    stays_open = any(spell.is_open(LAST_DAY) for spell in group.spells)
    if not stays_open and chance.random() < _INTO_CARE and (into := entering.take(group)):
        for spell in group.spells:
            spell.ended = into.started
        return dict(zip(group.spells, [entering.care.stays[spell].child for spell in into.spells], strict=True)), False
    if not stays_open and ended and chance.random() < _AGAIN:
        before, children = chance.choice(ended)
        if _may_come_again(before, children, group):
            return dict(zip(group.spells, children.values(), strict=True)), True
    return children_for(chance, registry, group, ages), False


def _may_come_again(before: Group, children: Mapping[Spell, Child], group: Group) -> bool:
    last = max(spell.ended for spell in group.spells)
    return (
        len(before.spells) == len(group.spells)
        and max(spell.ended for spell in before.spells) + _PAUSE < group.started
        and all(birthday(child.born, 18) > last for child in children.values())
    )


def _ages(chance: Random, groups: Sequence[Group], targets: Calibration) -> dict[Spell, Ages]:
    """How old children are when their plan begins. Of those on one on the last day just so many are aged 0 or 1."""
    found = {spell: chance.choices(list(_AGES), list(_AGES.values()))[0] for group in groups for spell in group.spells}
    open_now = [spell for group in groups for spell in group.spells if spell.is_open(LAST_DAY)]
    recent = [
        chance.choice([spell for spell in group.spells])
        for group in groups
        if any(spell.is_open(LAST_DAY) for spell in group.spells) and group.started > LAST_DAY - timedelta(days=360)
    ]
    recent = [spell for spell in recent if spell.is_open(LAST_DAY)]
    youngest = set(chance.sample(recent, quota(len(open_now), targets.on_a_plan_aged_0_to_1)))
    two = years_back(LAST_DAY, 2)
    for spell in open_now:
        if spell in youngest:
            found[spell] = Ages(0, 0)
        elif found[spell].low < 2:
            found[spell] = Ages(2, 4) if spell.started > two else Ages(1, 4)
    return found


def _conference(chance: Random, children: list[Child], held: date, *, plan_made: bool) -> Conference:
    changed = held >= NEW_SYSTEM
    after = days(chance, 6, 19) if chance.random() < _ON_TIME[changed] else days(chance, 25, 46)
    noted = chance.random() >= _WITHOUT_STRATEGY[changed]
    return Conference(children, on_a_weekday(held - after), held, plan_made, noted)


def _mark_disabled(chance: Random, plans: Sequence[Protected], number: int) -> None:
    """Just so many of those on a plan on the last day have a disability."""
    there = [plan.child for plan in plans if plan.spell.is_open(LAST_DAY)]
    disabled = set(chance.sample(there, number))
    for child in there:
        child.disabled = child in disabled


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
