"""Children's services' own records of the child's journey, in the program's template: plans, and everything else."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from goldenthread.demo import after_care, cases, exploitation_risk, factors, taking_part, visits
from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.care import by_number
from goldenthread.demo.children import Child
from goldenthread.demo.city import City
from goldenthread.demo.days import FIRST_DAY
from goldenthread.demo.journeys_in_care import tables_of_care
from goldenthread.demo.vulnerable import Missing, absences, completed
from goldenthread.demo.writing import Table, Value, write_table

PEOPLE = ("local_id", "sex", "date_of_birth", "ethnicity", "upn", "disabled", "cluster")


def write_plans(city: City, into: Path) -> Path:
    """Every plan that was open on or after the first day of the records, with the children."""
    rows = [
        (each.child.number, each.spell.started, each.category, each.previous, each.spell.ended)
        for each in sorted(city.protection.plans, key=lambda each: (each.child.number, each.spell.started))
        if each.spell.ended >= FIRST_DAY
    ]
    headers = ("local_id", "plan_start", "abuse_category", "previous_plans", "plan_end")
    write_table(into, "protection_plans", headers, rows)
    _write_people(into, {each.child for each in city.protection.plans})
    return into


def write_journeys(board: BoardFile, city: City, into: Path) -> Path:
    """Everything else since April 2011, one table for each dataset, with the children."""
    known: set[str] = set()
    for name, headers, rows in _tables(board, city):
        write_table(into, name, ("local_id", *headers), rows)
        known |= {str(row[0]) for row in rows}
    _write_people(into, (child for child in city.registry.children() if child.number in known))
    return into


def _write_people(into: Path, children: Iterable[Child]) -> None:
    rows = [
        (each.number, each.sex, each.born, each.ethnicity, each.upn, "1" if each.disabled else "0", each.cluster)
        for each in sorted(children, key=lambda each: each.number)
    ]
    write_table(into, "people", PEOPLE, rows)


def _tables(board: BoardFile, city: City) -> Iterator[Table]:
    yield _contacts(city)
    yield _requests(city)
    yield _referrals(city)
    yield _assessments(city)
    yield _factors(board, city)
    yield _cases(board, city)
    yield _enquiries(city)
    yield _conferences(board, city)
    yield _attendance(board, city)
    yield _family_conferences(board, city)
    yield _meetings(city)
    yield _visits(board, city)
    yield _in_need(city)
    yield _early_help(board, city)
    yield from tables_of_care(board, city)
    yield _missing(board, city)
    yield _exploitation(city)
    yield _risk_assessments(board, city)
    yield _arrangements(board, city)


def _contacts(city: City) -> Table:
    rows: list[tuple[Value, ...]] = [
        (child.number, day, source, talked, asked)
        for child, day, source, talked, asked in sorted(city.contacts, key=lambda each: (each[1], each[0].number))
    ]
    return "contacts", ("contact_date", "source", "conversation", "led_to_request"), rows


def _requests(city: City) -> Table:
    rows: list[tuple[Value, ...]] = [
        (child.number, each.day, each.source, each.domestic_abuse.get(child, ""), each.response)
        for each in sorted([*city.door.accepted, *city.door.others], key=lambda each: each.day)
        for child in each.party
    ]
    return "requests_for_service", ("request_date", "source", "domestic_abuse", "response"), rows


def _referrals(city: City) -> Table:
    ended = city.ended_at_first_sight
    rows: list[tuple[Value, ...]] = [
        (child.number, each.day, each.source, each.domestic_abuse.get(child, ""), "1" if each in ended else "0")
        for each in sorted(city.door.accepted, key=lambda each: each.day)
        for child in each.party
    ]
    return "referrals", ("referral_date", "source", "domestic_abuse", "no_further_action"), rows


def _assessments(city: City) -> Table:
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.started, each.kind, each.ended) for each in city.assessments
    ]
    return "assessments", ("assessment_start", "assessment_kind", "assessment_end"), rows


def _factors(board: BoardFile, city: City) -> Table:
    rows: list[tuple[Value, ...]] = [
        (each.assessment.child.number, each.assessment.started, each.ended, each.factor)
        for each in factors.factors(board.chance_of("factors"), city.assessments)
    ]
    return "assessment_factors", ("assessment_start", "assessment_end", "factor"), rows


def _cases(board: BoardFile, city: City) -> Table:
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.child.born, each.since, each.need, each.until, each.because, each.status)
        for each in cases.cases(board.chance_of("cases"), city)
    ]
    headers = ("date_of_birth", "need_since", "primary_need", "need_until", "closed_because", "case_status")
    return "children_in_need", headers, rows


def _enquiries(city: City) -> Table:
    rows: list[tuple[Value, ...]] = [
        (child.number, day, "1" if needed else "0") for day, party, needed in city.enquiries for child in party
    ]
    return "section_47_enquiries", ("strategy_date", "conference_needed"), rows


def _conferences(board: BoardFile, city: City) -> Table:
    chance = board.chance_of("minutes")
    rows: list[tuple[Value, ...]] = [
        (
            child.number, each.held, each.strategy if each.strategy_noted else None, "1" if each.plan_made else "0",
            said.quorate, said.child_took_part, said.parent_attended,
        )
        for each in city.conferences_held()
        for child, said in taking_part.noted(chance, each).items()
    ]  # fmt: skip
    headers = ("conference_date", "strategy_date", "plan_made", "quorate", "child_took_part", "parent_attended")
    return "initial_conferences", headers, rows


def _attendance(board: BoardFile, city: City) -> Table:
    asked = taking_part.attendance(board.chance_of("attendance"), city.conferences_held())
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.held, each.agency, "1", each.came, each.sent_report, each.report_shared)
        for each in asked
    ]
    headers = ("conference_date", "attendee", "invited", "attended", "report_sent", "report_shared")
    return "conference_attendance", headers, rows


def _family_conferences(board: BoardFile, city: City) -> Table:
    in_order = city.conferences_held()
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.offered, each.taken_up, each.held, each.outcome)
        for each in taking_part.family_conferences(board.chance_of("family conferences"), in_order)
    ]
    return "family_group_conferences", ("offered_on", "taken_up", "held_on", "family_outcome"), rows


def _meetings(city: City) -> Table:
    rows: list[tuple[Value, ...]] = [(each.child.number, each.met, each.kind, each.due) for each in city.meetings]
    return "plan_meetings", ("met_on", "meeting_kind", "due_on"), rows


def _visits(board: BoardFile, city: City) -> Table:
    stays = by_number(city.care.stays.values())
    made = [
        *visits.visits(board.chance_of("visits"), city.protection.plans),
        *visits.visits_in_care(board.chance_of("visits in care"), stays),
    ]
    rows: list[tuple[Value, ...]] = [
        (
            each.child.number,
            each.on,
            each.kind,
            each.seen,
            each.alone,
            each.bedroom,
            board.locality_of(each.child.cluster),
        )
        for each in made
    ]
    return "visits", ("visited_on", "visit_kind", "seen", "seen_alone", "bedroom_seen", "team"), rows


def _in_need(city: City) -> Table:
    rows: list[tuple[Value, ...]] = [(each.child.number, each.started, "1", each.ended) for each in city.in_need]
    return "child_in_need_plans", ("need_start", "stepped_down", "need_end"), rows


def _early_help(board: BoardFile, city: City) -> Table:
    chance = board.chance_of("early help completed")
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.day, each.led_by, completed(chance, each)) for each in city.early_help
    ]
    return "early_help_assessments", ("assessed_on", "led_by", "completed_on"), rows


def _missing(board: BoardFile, city: City) -> Table:
    chance = board.chance_of("return interviews")
    ran = [(each, taking_part.talk(chance, each)) for each in sorted(city.missing, key=lambda each: each.day)]
    absent = absences(board.chance_of("missing or absent"), city.missing, by_number(city.care.stays.values()))
    told = [*ran, *((each, taking_part.NO_TALK) for each in absent)]
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.day, each.missing_from, each.found, each.kind, talk.offered, talk.accepted, talk.held)
        for each, talk in sorted(told, key=_by_day)
    ]
    headers = (
        "missing_on", "missing_from", "found_on", "missing_kind", "interview_offered", "interview_accepted",
        "interview_held_on",
    )  # fmt: skip
    return "missing_episodes", headers, rows


def _by_day(told: tuple[Missing, taking_part.Talk]) -> date:
    return told[0].day


def _exploitation(city: City) -> Table:
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.identified, each.risk, each.closed)
        for each in sorted(city.exploitation, key=lambda each: each.identified)
    ]
    return "exploitation_cases", ("identified_on", "exploitation_risk", "closed_on"), rows


def _risk_assessments(board: BoardFile, city: City) -> Table:
    made = exploitation_risk.risk_assessments(board.chance_of("risk assessments"), city.exploitation, city.missing)
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.on, each.risk, "Partnership tool", each.again_by)
        for each in sorted(made, key=lambda each: (each.on, each.child.number))
    ]
    headers = ("risk_assessed_on", "exploitation_risk", "assessed_with", "risk_review_due")
    return "exploitation_risk_assessments", headers, rows


def _arrangements(board: BoardFile, city: City) -> Table:
    drawn = after_care.arrangements(board.chance_of("private fostering"), city.registry, board.calibration)
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.told, each.told_by, each.visited, each.ended)
        for each in sorted(drawn, key=lambda each: each.told)
    ]
    return "private_fostering", ("told_on", "told_by", "first_visit_on", "arranged_until"), rows
