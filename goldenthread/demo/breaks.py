"""Breaks in recording: what the board declares of the day on which children's services changed their system."""

from collections.abc import Iterator
from datetime import date

from goldenthread.demo.board_file import Agencies
from goldenthread.demo.days import NEW_SYSTEM
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.breaks.models import Break
from goldenthread.workflow.breaks.operations import Checked, declare
from goldenthread.workflow.breaks.rules import COVERAGE, RECONCILED, TIMING

_CHANGED = "Children's services changed their recording system"
_COUNTED = date(2014, 4, 28)


def declare_breaks(agencies: Agencies, *, by: str) -> Iterator[Break]:
    """Declare them: dates of conferences, reviews and health checks may be late, moves may be lost, and the children on
    a plan and in care were counted by hand.
    """
    ours = Agency.objects.get(code=agencies.childrens_services.code)
    counted = Checked("the Integrated Safeguarding Unit", _COUNTED)
    for dataset, how, why, measures in (
        ("initial_conferences", TIMING, "the dates of conferences and strategy discussions were entered late", ()),
        ("reviewing_service_checklists", TIMING, "the dates of reviews were entered late", ()),
        ("looked_after_health_checks", TIMING, "checks were entered late", ()),
        ("looked_after_episodes", COVERAGE, "moves between placements were not all entered", ("CLA12",)),
        ("protection_plans", RECONCILED, "every plan was checked against the files", ("CP1", "CP2", "CP4", "CP7")),
        ("looked_after_episodes", RECONCILED, "every child's file was checked", ("CLA1", "CLA2", "CLA5", "CLA20")),
    ):
        yield declare(
            dataset,
            on=NEW_SYSTEM,
            how=how,
            reason=f"{_CHANGED}, and {why}.",
            agency=ours,
            measures=measures,
            checked=counted if how == RECONCILED else None,
            by=by,
        )
