"""The census of children in need that children's services send for 2013/14, as XML.

Like the inspectors' workbook it tells again of what the records hold, and is kept beside them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from goldenthread.demo.children import Child
from goldenthread.demo.city import City
from goldenthread.demo.days import LAST_DAY, first_of
from goldenthread.demo.front_door import Request

_FIRST = first_of(LAST_DAY.year - 1)


def write_census(city: City, authority_number: str, into: Path) -> Path:
    """Write the file: every child who was referred in the year, with what followed."""
    into.mkdir(parents=True, exist_ok=True)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<Message>", *_header(authority_number), "  <Children>"]
    followed, ended = _followed(city), city.ended_at_first_sight
    for child, requests in sorted(_referred(city).items(), key=lambda each: each[0].number):
        lines += _child(child, requests, followed.get(child.number, []), ended)
    lines += ["  </Children>", "</Message>", ""]
    (into / "cin_census_2014.xml").write_text("\n".join(lines), encoding="utf-8")
    return into


Followed = list[tuple[str, list[tuple[str, str]]]]
"""Elements with the values in them, in the order that the census has."""


def _followed(city: City) -> dict[str, Followed]:
    """What followed in the year, by the number of the child: assessments, enquiries and plans."""
    found: dict[str, Followed] = defaultdict(list)
    for each in city.assessments:
        if _of_the_year(each.started):
            ended = [("AssessmentAuthorisationDate", str(each.ended))] if each.ended and each.ended <= LAST_DAY else []
            found[each.child.number].append(("Assessments", [("AssessmentActualStartDate", str(each.started)), *ended]))
    held = {(each.strategy, child.number): each.held for each in city.conferences for child in each.children}
    for day, party, _ in city.enquiries:
        for child in party if _of_the_year(day) else ():
            conference = held.get((day, child.number))
            dated = [("DateOfInitialCPC", str(conference))] if conference and conference <= LAST_DAY else []
            needed = "false" if conference else "true"
            values = [("S47ActualStartDate", str(day)), *dated, ("ICPCnotRequired", needed)]
            found[child.number].append(("Section47", values))
    for plan in city.protection.plans:
        if _of_the_year(plan.spell.started):
            ended = [("CPPendDate", str(plan.spell.ended))] if plan.spell.ended <= LAST_DAY else []
            values = [("CPPstartDate", str(plan.spell.started)), *ended, ("InitialCategoryOfAbuse", plan.category)]
            values += [("LatestCategoryOfAbuse", plan.category), ("NumberOfPreviousCPP", str(plan.previous))]
            found[plan.child.number].append(("ChildProtectionPlans", values))
    return found


def _referred(city: City) -> dict[Child, list[Request]]:
    found: dict[Child, list[Request]] = defaultdict(list)
    for each in sorted(city.door.accepted, key=lambda each: each.day):
        if _of_the_year(each.day):
            for child in each.party:
                found[child].append(each)
    return found


def _of_the_year(day: date) -> bool:
    return _FIRST <= day <= LAST_DAY


def _header(authority_number: str) -> Iterator[str]:
    yield "  <Header>"
    collected = [("Collection", "CIN"), ("Year", str(LAST_DAY.year)), ("ReferenceDate", str(LAST_DAY))]
    yield f"    <CollectionDetails>{_values(collected)}</CollectionDetails>"
    yield f"    <Source>{_values([('SourceLevel', 'L'), ('LEA', authority_number)])}</Source>"
    yield "  </Header>"


def _child(child: Child, requests: list[Request], followed: Followed, ended: set[Request]) -> Iterator[str]:
    yield "    <Child>"
    known = [("LAchildID", child.number), _pupil_number(child), ("PersonBirthDate", str(child.born))]
    yield f"      <ChildIdentifiers>{_values([*known, ('GenderCurrent', child.sex)])}</ChildIdentifiers>"
    yield f"      <ChildCharacteristics>{_values([('Ethnicity', child.ethnicity)])}</ChildCharacteristics>"
    with_what_followed = next((each for each in requests if each not in ended), requests[0])
    for each in requests:
        yield "      <CINdetails>"
        yield f"        {_values([('CINreferralDate', str(each.day)), ('ReferralSource', each.source)])}"
        for name, values in followed if each is with_what_followed else []:
            yield f"        <{name}>{_values(values)}</{name}>"
        yield f"        {_values([('ReferralNFA', 'true' if each in ended else 'false')])}"
        yield "      </CINdetails>"
    yield "    </Child>"


def _pupil_number(child: Child) -> tuple[str, str]:
    return ("UPNunknown" if child.upn.startswith("UN") else "UPN"), child.upn


def _values(values: Iterable[tuple[str, str]]) -> str:
    return "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values if value)
