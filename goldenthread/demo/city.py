"""Everything that ever happened in the city, drawn in the order in which quotas need it: the rarest first."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.care import Care, draw_care
from goldenthread.demo.care_reviews import HealthCheck, Review, draw_health_checks, draw_reviews
from goldenthread.demo.chance import days
from goldenthread.demo.children import Child, Registry, is_child
from goldenthread.demo.days import LAST_DAY, SINCE_2011, on_a_weekday
from goldenthread.demo.front_door import Assessment, Door, Party, Request, assessments, contacts, draw_door
from goldenthread.demo.outcomes import Outcome, outcomes
from goldenthread.demo.protection import (
    Conference,
    InNeed,
    Meeting,
    Protection,
    draw_protection,
    meetings,
    other_conferences,
    step_down,
)
from goldenthread.demo.vulnerable import EarlyHelp, Exploitation, Missing, early_help, exploitation, missing

_NO_PLAN, _ENQUIRY_ONLY = 0.035, 0.06  # of referrals
_SOON = timedelta(days=45)


@dataclass(frozen=True)
class City:
    """All records of a city's children."""

    registry: Registry
    care: Care
    reviews: list[Review]
    health_checks: list[HealthCheck]
    protection: Protection
    meetings: list[Meeting]
    in_need: list[InNeed]
    door: Door
    contacts: list[tuple[Child, date, str, str, str]]
    assessments: list[Assessment]
    enquiries: list[tuple[date, Party, bool]]
    conferences: list[Conference]
    early_help: list[EarlyHelp]
    missing: list[Missing]
    exploitation: list[Exploitation]
    outcomes: list[Outcome]

    @cached_property
    def ended_at_first_sight(self) -> set[Request]:
        """Referrals after which no child of the party was assessed, looked into, or taken into care for some weeks."""
        days: defaultdict[Child, list[date]] = defaultdict(list)
        for child, day in self._what_followed():
            days[child].append(day)
        return {
            referral
            for referral in self.door.accepted
            if not any(referral.day <= day <= referral.day + _SOON for child in referral.party for day in days[child])
        }

    def conferences_held(self) -> list[Conference]:
        """Those that were held by the last day, the earliest first; for the others children still wait."""
        return sorted((each for each in self.conferences if each.held <= LAST_DAY), key=lambda each: each.held)

    def _what_followed(self) -> Iterator[tuple[Child, date]]:
        yield from ((each.child, each.started) for each in self.assessments)
        yield from ((child, day) for day, party, _ in self.enquiries for child in party)
        yield from ((stay.child, stay.spell.started) for stay in self.care.stays.values())


def draw_city(board: BoardFile, seed: int) -> City:
    """The records of a board's city. The same seed gives the same records; another gives other children."""
    chance = Random(seed)  # noqa: S311 - invented children, not secrets
    targets, registry = board.calibration, Registry(board, chance)
    care = draw_care(chance, registry, targets)
    stays = list(care.stays.values())
    protection = draw_protection(chance, registry, targets, care)
    door = draw_door(chance, registry, targets, sorted(_made(chance, care, protection), key=lambda each: each[0]))
    without_plan = [each for each in door.accepted if each.day < LAST_DAY and chance.random() < _NO_PLAN]
    conferences = protection.conferences + list(
        other_conferences(
            chance, [(each.day, each.party) for each in without_plan], to_come=board.chance_of("conferences to come")
        )
    )
    ran = list(missing(chance, registry, targets, stays))
    reviews, checks = draw_reviews(chance, stays, targets), draw_health_checks(chance, stays, targets)
    return City(
        registry=registry,
        care=care,
        reviews=reviews,
        health_checks=checks,
        protection=protection,
        meetings=list(meetings(chance, protection.plans)),
        in_need=list(step_down(chance, protection.plans, care)),
        door=door,
        contacts=list(contacts(chance, [*door.accepted, *door.others], registry)),
        assessments=list(assessments(chance, door.accepted)),
        enquiries=list(_enquiries(chance, conferences, door)),
        conferences=conferences,
        early_help=list(early_help(chance, targets, door.others)),
        missing=ran,
        exploitation=exploitation(chance, registry, targets, ran),
        outcomes=list(outcomes(board.chance_of("outcomes"), stays, checks)),
    )


def _made(chance: Random, care: Care, protection: Protection) -> Iterator[tuple[date, Party]]:
    """The referrals that must have been made: some weeks before a strategy discussion, or before a stay in care."""
    from_a_plan = {plan.child for plan in protection.plans}
    for conference in protection.conferences:
        day = on_a_weekday(conference.strategy - days(chance, 2, 25))
        if day >= SINCE_2011:
            yield day, tuple(conference.children)
    for group in care.groups:
        children = tuple(care.stays[spell].child for spell in group.spells)
        day = on_a_weekday(group.started - days(chance, 1, 40))
        if day >= SINCE_2011 and not from_a_plan & set(children) and all(is_child(child, day) for child in children):
            yield day, children


def _enquiries(chance: Random, conferences: list[Conference], door: Door) -> Iterator[tuple[date, Party, bool]]:
    """An enquiry led to each conference; others found that none was needed."""
    for conference in conferences:
        if conference.strategy >= SINCE_2011:
            yield conference.strategy, tuple(conference.children), True
    for referral in door.accepted:
        if chance.random() < _ENQUIRY_ONLY:
            yield min(on_a_weekday(referral.day + days(chance, 0, 9)), LAST_DAY), referral.party, False
