"""The check of attendance: agencies that come to fewer of the conferences they are asked to than the board expects."""

from collections.abc import Iterator
from dataclasses import replace

from goldenthread.catalogue.breakdowns import AGENCY_ASKED
from goldenthread.catalogue.indicators.taking_part import agencies
from goldenthread.engine.comparing.statuses import beside_value
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.protecting.figures import latest_of
from goldenthread.workflow.framework.reading import targets
from goldenthread.workflow.results.beside_targets import TARGET
from goldenthread.workflow.results.known import known_from
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import Query, figures
from goldenthread.workflow.waiting.checking import Asked, Check, Thing


def _below_the_line(asked: Asked) -> Iterator[Thing]:
    """Agencies whose attendance in the latest period that has it and a target is below by more than chance explains."""
    if agencies.code not in targets() or Edition.objects.current() is None:
        return
    lines = figures(Query(agencies.code, breakdown=COMPARATOR), viewer=asked.viewer)
    by_agency = Query(agencies.code, breakdown=AGENCY_ASKED.code)
    counted = figures(by_agency, viewer=replace(asked.viewer, recorded=True))
    periods = {each.period for each in counted}
    line = latest_of(each for each in lines if each.group == TARGET and each.period in periods)
    if line:
        found = known_from(each for each in counted if each.period == line.period)
        for each in found.figures(agencies.code):
            status = beside_value(found.series(each), line)
            if status and status.is_past:
                why = f"{each.shown} beside a line of {line.shown}: {status.said.text}"
                yield Thing("indicator", (agencies.code,), f"{each.group}, {each.period}", None, why, each.group)


CHECKS = (
    Check(
        "attendance-below-the-line",
        "Attendance",
        "Attendance at conferences below the line",
        "Agencies that came to fewer of the child protection conferences to which they were asked than the target that"
        f" the board keeps for {agencies.code}, by more than chance explains. Without a target there is no line.",
        "The chair asks the agency why, and puts a challenge where the answer does not change it.",
        _below_the_line,
        board="put challenges",
    ),
)
"""The check of attendance."""
