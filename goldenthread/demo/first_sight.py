"""Referrals that ended at first sight: nothing followed them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from goldenthread.demo.children import Child
from goldenthread.demo.city import City
from goldenthread.demo.front_door import Request

_SOON = timedelta(days=45)


def ended_at_first_sight(city: City) -> set[Request]:
    """Those after which no child of the party was assessed, looked into, or taken into care for some weeks."""
    days: defaultdict[Child, list[date]] = defaultdict(list)
    for child, day in _what_followed(city):
        days[child].append(day)
    return {
        referral
        for referral in city.door.accepted
        if not any(referral.day <= day <= referral.day + _SOON for child in referral.party for day in days[child])
    }


def _what_followed(city: City) -> Iterator[tuple[Child, date]]:
    yield from ((each.child, each.started) for each in city.assessments)
    yield from ((child, day) for day, party, _ in city.enquiries for child in party)
    yield from ((stay.child, stay.spell.started) for stay in city.care.stays.values())
