"""Small registers of partners who send no records of children in need: hospital, schools, secure settings, training."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.chance import days, pick, yes_or_no
from goldenthread.demo.days import LATER_YEARS, first_of
from goldenthread.demo.off_roll import write_off_roll
from goldenthread.demo.secure_stays import secure_stays
from goldenthread.demo.writing import Value, write_table

Row = tuple[Value, ...]

_AGED = {"10-14": 34, "15-17": 66}
_LIVES = {"resident": 87, "provider": 13}
_CAUSES = {"X60": 12, "X61": 31, "X62": 9, "X64": 6, "X78": 24}
_SCHOOLS = ("Abbey Road", "Beck Side", "Carr Manor", "Dene Park", "Elmfield", "Fairview", "Greenway", "Hill Top")
_TERMS = (((4, 15), (7, 22)), ((9, 3), (12, 20)), ((1, 6), (4, 4)))  # of a financial year, Easter's ending in it
_INCIDENTS = {"restraint": 41, "assault": 22, "self_harm": 17, "separation": 12, "other": 8}
_COURSES = {"Working together": 24, "Neglect": 10, "Sexual exploitation": 12, "Domestic violence": 8, "Self-harm": 6}
_TRAINED = ("Children's services", "Police", "Schools", "Health", "Voluntary sector")
_LAST_SEEN_BY_SECURE = date(2013, 12, 31)


def write_hospital(board: BoardFile, into: Path) -> Path:
    """Young people admitted because they harmed themselves, apart from those seen in the emergency department.

    The last year was typed in a hurry: a day that does not exist, an age group of somebody's own, an admission twice.
    """
    chance = board.chance_of("hospital")
    admitted: list[Row] = []
    for year, number in board.calibration.self_harm_admissions.items():
        for at in range(number):
            day = first_of(year) + days(chance, 0, 362)
            left = day + days(chance, 0, 3)
            admitted.append((f"S{year}-{at:03d}", day, left, pick(chance, _CAUSES), pick(chance, _AGED), "resident"))
    admitted += [("S2013-901", "31/02/2014", "", "X61", "15-17", "resident"), admitted[-1]]
    admitted += [("S2013-902", date(2014, 3, 3), date(2014, 3, 4), "overdose", "teenager", "resident")]
    headers = ("admission_number", "admitted_on", "discharged_on", "diagnosis", "age_group", "basis")
    write_table(into, "admissions", headers, admitted)
    seen: list[Row] = [
        (f"E{year}-{at:04d}", first_of(year) + days(chance, 0, 364), "1", pick(chance, _AGED), pick(chance, _LIVES),
         yes_or_no(chance, 0.8))
        for year, number in board.calibration.self_harm_attendances.items()
        for at in range(number)
    ]  # fmt: skip
    headers = ("attendance_number", "attended_on", "self_harmed", "age_group", "basis", "told_social_care")
    write_table(into, "emergency_department", headers, seen)
    return into


def write_schools(board: BoardFile, into: Path) -> Path:
    """Attendance term by term, who was excluded, and who is on no roll."""
    chance = board.chance_of("schools")
    write_table(
        into,
        "attendance",
        ("school", "term_from", "term_until", "pupils", "sessions", "sessions_missed", "sessions_unauthorised",
         "persistent_absentees"),
        _attendance(chance),
    )  # fmt: skip
    excluded: list[Row] = []
    for year in LATER_YEARS:
        for at in range(chance.randint(150, 170)):
            day = first_of(year) + days(chance, 15, 340)
            born = day - timedelta(days=chance.randint(11 * 365, 16 * 365))
            permanent = chance.random() < 0.03
            kind, lasts = ("permanent", None) if permanent else ("fixed", chance.choice((0.5, 1, 2, 3, 5)))
            excluded.append((f"X{year}-{at:03d}", born, day, kind, lasts, chance.choice(_SCHOOLS), ""))
    headers = (
        "person_number", "date_of_birth", "excluded_on", "exclusion", "excluded_days", "school", "excluded_because",
    )  # fmt: skip
    write_table(into, "exclusions", headers, excluded)
    write_off_roll(board, board.chance_of("off roll"), into)
    return into


def _attendance(chance: Random) -> Iterator[Row]:
    for year in LATER_YEARS:
        for (began, ended), half_days in zip(_TERMS, (120, 146, 118), strict=True):
            of = year + 1 if began[0] < 4 else year
            for school in _SCHOOLS:
                pupils = chance.randint(380, 1_240)
                sessions = pupils * half_days
                missed = round(sessions * chance.uniform(0.046, 0.068))
                last = min(date(of, *ended), date(year + 1, 3, 31))
                without_leave, often = round(missed * 0.16), round(pupils * 0.05)
                yield school, date(of, *began), last, pupils, sessions, missed, without_leave, often


def write_secure_settings(board: BoardFile, into: Path) -> Path:
    """What happened in secure settings, and who was in one, to the end of 2013: the last quarter has not come."""
    chance = board.chance_of("secure")
    rows: list[Row] = []
    for at in range(board.calibration.secure_incidents if board.secure_establishments else 0):
        kind = pick(chance, _INCIDENTS)
        day = first_of(LATER_YEARS[0]) + days(chance, 0, (_LAST_SEEN_BY_SECURE - first_of(LATER_YEARS[0])).days)
        minutes = chance.randint(1, 9) if kind == "restraint" else None
        hurt = yes_or_no(chance, 0.06)
        rows.append((chance.choice(board.secure_establishments), f"{at + 1:04d}", day, kind, hurt, minutes))
    headers = ("secure_setting", "incident_number", "happened_on", "incident", "child_injured", "restrained_minutes")
    write_table(into, "incidents", headers, rows)
    write_table(into, *secure_stays(board, _LAST_SEEN_BY_SECURE))
    return into


def write_training(board: BoardFile, into: Path) -> Path:
    """Places on courses, and who came from which agency."""
    chance = board.chance_of("training")
    courses: list[Row] = []
    came: list[Row] = []
    for year in LATER_YEARS:
        for name, often in _COURSES.items():
            for day in sorted({first_of(year) + days(chance, 5, 355) for _ in range(often)}):
                booked = [chance.randint(1, 7) for _ in _TRAINED]
                turned_up = [min(each, max(0, each - chance.choice((0, 0, 0, 1, 1, 2)))) for each in booked]
                courses.append((name, day, 30, min(30, sum(booked)), name))
                came += [(name, day, *each) for each in zip(_TRAINED, booked, turned_up, strict=True)]
    write_table(into, "courses", ("course", "course_on", "seats", "seats_taken", "course_theme"), courses)
    write_table(into, "attendance", ("course", "course_on", "trained_agency", "booked", "turned_up"), came)
    return into
