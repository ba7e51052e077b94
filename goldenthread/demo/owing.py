"""The calendar of the demonstration: what each partner owes, so that what came late and what never came is seen."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.demo.board_file import Agencies
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.calendar.models import Expected
from goldenthread.workflow.calendar.operations import expect


@dataclass(frozen=True)
class _Owes:
    agency: str
    what: tuple[str, ...]
    every: str
    due_days: int
    first: str
    last: str


def expect_returns(agencies: Agencies, *, by: str) -> Iterator[Expected]:
    """Expect what the partners owe for 2013/14; nothing is expected after the demonstration's last day."""
    year = ("year", 60, "FY2013-14", "FY2013-14")
    for each in (
        _Owes(agencies.childrens_services.code, ("ssda903",), *year),
        _Owes(agencies.childrens_services.code, ("referrals", "protection_plans"), *year),
        _Owes(agencies.police.code, ("counts",), *year),
        _Owes(agencies.designated_officer.code, ("allegations",), *year),
        _Owes(agencies.child_death_panel.code, ("supplied_figures",), *year),
        _Owes(agencies.public_health.code, ("population_estimates",), *year),
        _Owes(agencies.hospital.code, ("self_harm_admissions", "emergency_attendances"), *year),
        _Owes(agencies.schools.code, ("school_attendance", "exclusions"), *year),
        _Owes(agencies.youth_justice.code, ("secure_incidents",), "quarter", 30, "FY2013-14Q3", "FY2013-14Q4"),
        _Owes(agencies.training.code, ("training_courses", "training_attendance"), *year),
    ):
        yield expect(
            Agency.objects.get(code=each.agency),
            each.what,
            every=each.every,
            due_days=each.due_days,
            first=each.first,
            last=each.last,
            by=by,
        )
