"""The returns of a city, written out as files: which, from whom, about what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from goldenthread.demo import (
    census,
    homelessness,
    inspection,
    journeys,
    nation,
    partners,
    registers,
    ssda903,
    workforce,
)
from goldenthread.demo.board_file import Agencies, BoardFile
from goldenthread.demo.city import City
from goldenthread.demo.days import LAST_DAY, year_name

IN_WINTER, IN_TIME, LATE = date(2014, 1, 22), date(2014, 5, 12), date(2014, 7, 9)
_ALL_YEARS, _LATER_YEARS = "FY2009-10..FY2013-14", "FY2011-12..FY2013-14"


@dataclass(frozen=True)
class Sent:
    """A return that has been written out, ready to be sent: where it is, who sends it, what it covers and holds.

    One that tells again of what other returns hold is not `counted`: it is received and kept beside them. `came_on` is
    the day on which it came, in the time of the demonstration.
    """

    path: Path
    agency: str
    covers: str
    what: str
    counted: bool = True
    came_on: date = IN_TIME


def write_files(board: BoardFile, agencies: Agencies, city: City, into: Path) -> Iterator[Sent]:
    """Write every return. The same board and seed give the same files, byte for byte."""
    ours = agencies.childrens_services.code
    for year, folder in ssda903.write_returns(city, into):
        name = year_name(year)
        yield Sent(folder, ours, f"FY{name}", f"children looked after, {name.replace('-', '/')}")
    folder = journeys.write_plans(city, into / "child-protection-plans")
    yield Sent(folder, ours, _ALL_YEARS, "child protection plans")
    yield Sent(journeys.write_journeys(board, city, into / "journeys"), ours, _LATER_YEARS, "the child's journey")
    inspected = inspection.write_annex_a(city, into / "annex-a")
    yield Sent(inspected, ours, f"6m{LAST_DAY}", "the inspectors' Annex A workbook", counted=False)
    counted = census.write_census(city, board.authority_number, into / "cin-census")
    yield Sent(counted, ours, "FY2013-14", "the census of children in need", counted=False)
    earlier = partners.write_earlier_years(board, into / "earlier-years")
    yield Sent(earlier, ours, "FY2004-05..FY2008-09", "historic series")
    police = partners.write_police(board, into / "police")
    yield Sent(police, agencies.police.code, _LATER_YEARS, "quarterly counts, domestic abuse, particular harm")
    register = partners.write_allegations(board, into / "allegations", board.seed)
    yield Sent(register, agencies.designated_officer.code, _LATER_YEARS, "register of allegations")
    deaths = partners.write_child_deaths(board, into / "child-deaths")
    yield Sent(deaths, agencies.child_death_panel.code, "FY2008-09..FY2013-14", "child deaths, and their reviews")
    people = partners.write_population(board, into / "population")
    yield Sent(people, agencies.public_health.code, "FY2008-09..FY2013-14", "population")
    hospital = registers.write_hospital(board, into / "hospital")
    yield Sent(hospital, agencies.hospital.code, _LATER_YEARS, "self-harm: admissions and attendances", came_on=LATE)
    schools = registers.write_schools(board, into / "schools")
    yield Sent(schools, agencies.schools.code, _LATER_YEARS, "attendance, exclusions, and who is on no roll")
    secure = registers.write_secure_settings(board, into / "secure-settings")
    until_december = "FY2011-12..FY2013-14Q3"
    yield Sent(
        secure, agencies.youth_justice.code, until_december, "incidents and stays in secure settings", came_on=IN_WINTER
    )
    training = registers.write_training(board, into / "training")
    yield Sent(training, agencies.training.code, _LATER_YEARS, "training places and attendance", came_on=LATE)
    office = partners.write_board_office(board, into / "board-office")
    yield Sent(office, agencies.board_office.code, _ALL_YEARS, "places, comparators")
    homeless = homelessness.write_homelessness(board, into / "homelessness")
    yield Sent(homeless, agencies.housing.code, _LATER_YEARS, "homeless young people")
    staff = workforce.write_workforce(board, into / "workforce")
    yield Sent(staff, ours, _LATER_YEARS, "social workers: cases, leavers, agency staff, vacancies")
    published = nation.write_nation(board, city, into / "published")
    yield Sent(published, agencies.board_office.code, _LATER_YEARS, "what is published of every area", came_on=LATE)
