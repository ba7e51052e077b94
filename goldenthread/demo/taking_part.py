"""Who took part: in conferences, in what families decide for themselves, and in being heard after going missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.chance import days, pick, yes_or_no
from goldenthread.demo.children import Child
from goldenthread.demo.days import LAST_DAY, NEW_SYSTEM, SINCE_2011, age, on_a_weekday
from goldenthread.demo.protection import Conference
from goldenthread.demo.vulnerable import Missing

_ALWAYS_ASKED = {"social_care": (0.99, 0.97), "police": (0.93, 0.81), "general_practice": (0.12, 0.34)}
_ASKED_OF_THE_YOUNG = {"health_visitor": (0.90, 0.86), "early_years": (0.71, 0.66)}
_ASKED_OF_PUPILS = {"school": (0.87, 0.83), "school_nurse": (0.58, 0.62)}
_ASKED_SOMETIMES = {"mental_health": (0.49, 0.55), "probation": (0.52, 0.60), "housing": (0.61, 0.44)}
"""How often each comes to a conference, and how often it sends a report."""
_SOMETIMES, _SEEN_BEFORE = 0.18, {False: 0.74, True: 0.69}
_ENOUGH, _PARENT = 0.95, 0.88
_OLD_ENOUGH, _PUPIL, _TEENAGER = 4, 5, 12
_CHILD_CAME = {False: 0.05, True: 0.42}
_OFFERED_FAMILY, _TAKEN_UP, _HELD, _PLANNED = 0.16, 0.72, 0.9, 0.86
_OFFERED_TALK, _TALKED = {False: 0.71, True: 0.79}, 0.68


@dataclass(frozen=True)
class Noted:
    """What the minutes of a conference say of one child's."""

    quorate: str
    child_took_part: str
    parent_attended: str


@dataclass(frozen=True)
class Attendance:
    """One agency that was asked to a conference about a child."""

    child: Child
    held: date
    agency: str
    came: str
    sent_report: str
    report_shared: str


@dataclass(frozen=True)
class FamilyConference:
    """A family was offered a conference of its own, about one child; `held` is none where there was none."""

    child: Child
    offered: date
    taken_up: str
    held: date | None
    outcome: str


@dataclass(frozen=True)
class Talk:
    """Whether a child who had been missing was offered a talk with somebody independent, and when it was."""

    offered: str
    accepted: str
    held: date | None


NO_TALK = Talk("NA", "NA", None)
"""After an absence from a place no talk is called for."""


def noted(chance: Random, conference: Conference) -> dict[Child, Noted]:
    """What the minutes say; brothers and sisters have one meeting."""
    quorate, parent = yes_or_no(chance, _ENOUGH), yes_or_no(chance, _PARENT)
    return {each: Noted(quorate, _came(chance, each, conference.held), parent) for each in conference.children}


def attendance(chance: Random, conferences: Sequence[Conference]) -> Iterator[Attendance]:
    """Who was asked, who came, who sent a report, and whether the family saw it first; of a child once on a day."""
    there = {(child, each.held): None for each in conferences for child in each.children}
    for child, held in there:
        for agency, (comes, reports) in _asked(chance, age(child.born, held)).items():
            report = yes_or_no(chance, reports)
            shared = yes_or_no(chance, _SEEN_BEFORE[held >= NEW_SYSTEM]) if report == "1" else "0"
            yield Attendance(child, held, agency, yes_or_no(chance, comes), report, shared)


def family_conferences(chance: Random, conferences: Sequence[Conference]) -> Iterator[FamilyConference]:
    """Some families for whom a child protection conference was held are offered one of their own."""
    for conference in conferences:
        if conference.held < SINCE_2011 or chance.random() > _OFFERED_FAMILY:
            continue
        offered = min(conference.held + days(chance, 2, 20), LAST_DAY)
        held = on_a_weekday(offered + days(chance, 21, 60))
        taken_up = chance.random() < _TAKEN_UP
        meets = taken_up and chance.random() < _HELD and held <= LAST_DAY
        outcome = ("plan" if chance.random() < _PLANNED else "no_plan") if meets else "not_held"
        for child in conference.children:
            yield FamilyConference(child, offered, "1" if taken_up else "0", held if meets else None, outcome)


def talk(chance: Random, episode: Missing) -> Talk:
    """What followed when a child was found again."""
    if episode.found is None:
        return NO_TALK
    if chance.random() > _OFFERED_TALK[episode.day >= NEW_SYSTEM]:
        return Talk("N", "NA", None)
    held = episode.found + timedelta(days=1 + int(chance.expovariate(0.35)))
    if chance.random() > _TALKED:
        return Talk("Y", "N", None)
    return Talk("Y", "Y", held if held <= LAST_DAY else None)


def _asked(chance: Random, years: int) -> dict[str, tuple[float, float]]:
    asked = {**_ALWAYS_ASKED, **(_ASKED_OF_PUPILS if years >= _PUPIL else _ASKED_OF_THE_YOUNG)}
    if chance.random() < _SOMETIMES:
        another = pick(chance, dict.fromkeys(_ASKED_SOMETIMES, 1.0))
        asked[another] = _ASKED_SOMETIMES[another]
    return asked


def _came(chance: Random, child: Child, day: date) -> str:
    years = age(child.born, day)
    if years < _OLD_ENOUGH:
        return "young"
    return "yes" if chance.random() < _CHILD_CAME[years >= _TEENAGER] else "no"
