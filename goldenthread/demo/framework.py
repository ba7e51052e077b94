"""The board's own records about indicators: who owns those of the scorecard, and what some of them should come to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from goldenthread import catalogue
from goldenthread.demo.board_file import Agencies, BoardFile
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.framework.models import Comparators, Owner, Target
from goldenthread.workflow.framework.operations import name_owner, note_comparators, set_target

_WATCHED = ("board", "scorecard")
_SUB_GROUP = "the performance management sub group"


@dataclass(frozen=True)
class _Aim:
    """A target. It is decided shortly before the first period for which it holds."""

    code: str
    value: str
    first: str
    set_on: date
    why: str


_AIMS = (
    _Aim("CLA13", "85", "FY2012-13", date(2012, 3, 14), "What comparable areas came to in the year before."),
    _Aim("CLA13", "90", "FY2013-14", date(2013, 3, 13), "The first target was reached; the service asked for more."),
    _Aim("CLA14", "85", "FY2012-13", date(2012, 3, 14), "Every child should see a dentist; 85% allows for refusals."),
    _Aim("CLA15", "95", "FY2013-14", date(2013, 3, 13), "Statutory time limits; 95% allows for children who are ill."),
    _Aim("CP6", "90", "FY2013-14", date(2013, 3, 13), "Statutory time limit; 90% allows for families who cannot come."),
    _Aim("CP25", "70", "FY2013-14", date(2013, 3, 13), "Who knows the child should be there; 70% allows for reports."),
    _Aim("FD9", "25", "FY2012-13", date(2012, 3, 14), "A quarter is what the last inspection called acceptable."),
)


def keep_framework(board: BoardFile, agencies: Agencies, *, by: str) -> tuple[int, int]:
    """Name the owners, set the targets and note the comparators; how many owners and targets there are then."""
    owners = list(_owners(agencies, by=by))
    targets = list(_targets(board, by=by))
    list(_noted(by=by))
    return len(owners), len(targets)


def _owners(agencies: Agencies, *, by: str) -> Iterator[Owner]:
    """An owner for every indicator that the board or the scorecard has, by whose work it is about."""
    childrens = agencies.childrens_services
    posts = {
        "Front door": ("Head of Service, Duty and Advice", childrens),
        "Early help": ("Head of Service, Early Help", childrens),
        "Child protection": ("Head of Service, Integrated Safeguarding Unit", childrens),
        "Voice and influence": ("Voice and Influence Lead", childrens),
        "Looked-after children and care leavers": ("Head of Service, Looked After Children", childrens),
        "Child sexual exploitation and missing": ("Detective Superintendent, Safeguarding", agencies.police),
        "Allegations and safer workforce": ("Designated Officer", agencies.designated_officer),
        "Education": ("Head of Learning Improvement", agencies.schools),
        "Health": ("Designated Nurse, Safeguarding", agencies.hospital),
    }
    for indicator in catalogue.indicators().values():
        if indicator.tier.value in _WATCHED:
            fallback = ("Board Manager", agencies.board_office)
            post, agency = posts.get(indicator.sub_group, fallback)
            yield name_owner(indicator.code, post=post, agency=Agency.objects.get(code=agency.code), by=by)


def _targets(board: BoardFile, *, by: str) -> Iterator[Target]:
    for aim in _AIMS:
        yield set_target(
            aim.code,
            value=Decimal(aim.value),
            first=aim.first,
            set_on=aim.set_on,
            set_by=_SUB_GROUP,
            why=aim.why,
            today=date.today(),
            by=by,
        )
    yield set_target(
        "CP2",
        value=Decimal(f"{board.calibration.plan_target:g}"),
        first="2014-03-31",
        set_on=date(2013, 3, 13),
        set_by=f"the {board.place} Integrated Safeguarding Unit",
        why="What the unit expected where the right children have a plan, and no others.",
        today=date.today(),
        by=by,
    )


def _noted(*, by: str) -> Iterator[Comparators]:
    for code, noted in (
        ("CP2", "Statistical neighbours on the invented list of 2007, median, as published for 31 March 2014."),
        ("CLA6", "England, as the board published it in 2014, without naming the year."),
    ):
        yield note_comparators(code, noted=noted, by=by)
