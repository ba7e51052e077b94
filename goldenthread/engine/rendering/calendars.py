"""Days as a calendar that other programs read (RFC 5545): one whole day for each thing, with its name and address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

REFRESHED = timedelta(hours=6)
"""How long a program may show what it read before it asks again."""


@dataclass(frozen=True)
class Day:
    """One thing on one day. `name` tells it from every other of this calendar, however often it is written."""

    on: date
    what: str
    name: str
    address: str


def as_calendar(title: str, days: Iterable[Day], *, host: str, stamped: datetime) -> bytes:
    """The calendar as a file. `host` is where it comes from, `stamped` when it was written."""
    calendar = Calendar()
    calendar.add("prodid", "-//Golden Thread//Diary//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    for each in days:
        event = Event()
        event.add("uid", f"{each.name}@{host}")
        event.add("dtstamp", stamped)
        event.add("dtstart", each.on)
        event.add("dtend", each.on + timedelta(days=1))
        event.add("summary", each.what)
        event.add("url", each.address)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made
