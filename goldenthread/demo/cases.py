"""Children in need: every child with an open case, from the referral until the last of what helped the child ended."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.chance import days, pick
from goldenthread.demo.children import Child
from goldenthread.demo.city import City
from goldenthread.demo.days import LAST_DAY, SINCE_2011, birthday, year_of, years_back
from goldenthread.demo.stocks import OPEN, Spell

_SHORTEST, _USUAL = (18, 45), 105  # days for which a referral alone keeps a case open
_STAYS_OPEN_BETWEEN = timedelta(days=40)
_NEED = {"N1": 54, "N3": 8, "N4": 12, "N5": 17, "N6": 4, "N7": 1, "N8": 2, "N0": 2}
_NEED_OF_THE_PROTECTED = {"N1": 91, "N5": 6, "N4": 3}
_DISABILITY = "N2"
_CLOSED_BECAUSE = {"RC7": 71, "RC8": 26, "RC5": 3}

Helped = tuple[str, Spell]
"""How a case stands while something helps the child, and from when until when it does."""


@dataclass(frozen=True)
class Case:
    """One child's case; `OPEN` while it lasts. `status` and `because` are as on the last day, blank where not known."""

    child: Child
    since: date
    until: date
    need: str
    status: str
    because: str


def cases(chance: Random, city: City) -> Iterator[Case]:
    """Every case that was open since April 2011, child by child."""
    helped, referred = _helped(city), _after_referrals(chance, city)
    looked_into = {each.child for each in city.assessments if each.ended is None}
    for child in sorted({*helped, *referred}, key=lambda each: each.number):
        for case in _put_together([*referred.get(child, []), *(spell for _, spell in helped.get(child, []))]):
            if case.ended > SINCE_2011:
                yield _case(chance, child, case, helped.get(child, []), assessed=child in looked_into)


def _helped(city: City) -> Mapping[Child, list[Helped]]:
    """Stays in care, protection plans and child in need plans of each child, the gravest first."""
    found: defaultdict[Child, list[Helped]] = defaultdict(list)
    for stay in city.care.stays.values():
        found[stay.child].append(("looked_after", stay.spell))
    for plan in city.protection.plans:
        found[plan.child].append(("protection", plan.spell))
    for each in city.in_need:
        found[each.child].append(("in_need", Spell(each.started, each.ended)))
    return found


def _after_referrals(chance: Random, city: City) -> Mapping[Child, list[Spell]]:
    """How long referrals kept cases open that did not end at first sight.

    There are none of before April 2011; so that the records do not begin with hardly a case open, what the first year's
    referrals led to is taken to have happened a year earlier as well.
    """
    found: defaultdict[Child, list[Spell]] = defaultdict(list)
    for referral in city.door.accepted:
        if referral in city.ended_at_first_sight:
            continue
        lasts = days(chance, *_SHORTEST) + timedelta(days=int(chance.expovariate(1 / _USUAL)))
        of_first_year = year_of(referral.day) == year_of(SINCE_2011)
        for began in [years_back(referral.day, 1), referral.day] if of_first_year else [referral.day]:
            for child in referral.party:
                ended = min(began + lasts, birthday(child.born, 18))
                if child.born <= began < ended:
                    found[child].append(Spell(began, ended if ended <= LAST_DAY else OPEN))
    return found


def _put_together(spells: list[Spell]) -> Iterator[Spell]:
    """Cases: a child who is helped again within some weeks has one case."""
    in_order = sorted(spells, key=lambda each: each.started)
    began, until = in_order[0].started, in_order[0].ended
    for each in in_order[1:]:
        if until != OPEN and each.started > until + _STAYS_OPEN_BETWEEN:
            yield Spell(began, until)
            began, until = each.started, each.ended
        until = max(until, each.ended)
    yield Spell(began, until)


def _case(chance: Random, child: Child, case: Spell, helped: Sequence[Helped], *, assessed: bool) -> Case:
    """A case with what is said of it: its need, and how it stands on the last day or why it was closed."""
    meanwhile = [status for status, spell in helped if spell.started < case.ended and case.started < spell.ended]
    protected = {"looked_after", "protection"} & set(meanwhile)
    need = _DISABILITY if child.disabled else pick(chance, _NEED_OF_THE_PROTECTED if protected else _NEED)
    because = pick(chance, _CLOSED_BECAUSE)
    if case.ended <= LAST_DAY:
        return Case(child, case.started, case.ended, need, "closed", "RC7" if meanwhile else because)
    now = next((status for status, spell in helped if spell.is_open(LAST_DAY)), "assessment" if assessed else "in_need")
    return Case(child, case.started, OPEN, need, now, "")
