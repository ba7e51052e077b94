"""The register of recommendations as evidence: rows of a declared dataset, which are counted like anybody's."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from goldenthread.engine.periods import financial_year_of
from goldenthread.workflow.actions.models import Action, Progress, Recommendation
from goldenthread.workflow.actions.rules import NO_PROGRESS

Row = dict[str, object]


def rows() -> dict[str, list[Row]]:
    """A row for each topic on which a kind of source recommended something in a year, in the order of the first days.

    The register is whole from the year in which its first action was planned. What was recommended before was entered
    only where it was still open, so that nothing of those years can be counted.
    """
    planned = Action.objects.order_by("planned_on").values_list("planned_on", flat=True).first()
    if planned is None:
        return {"recommended_topics": []}
    since = financial_year_of(planned).first
    made = Recommendation.objects.filter(source_on__gte=since).order_by("source_on", "number")
    found: dict[tuple[str, str, str], Row] = {}
    for each in made.prefetch_related("actions__progress"):
        for topic in each.topics:
            key = (topic.casefold(), each.source_kind, financial_year_of(each.source_on).code)
            row = found.setdefault(key, {"topic": topic, "recommended_by": each.source_kind,
                                         "recommended_on": each.source_on, "progressed_on": None})  # fmt: skip
            row["progressed_on"] = min((*_days_of(row), *_progressed(each)), default=None)
    return {"recommended_topics": list(found.values())}


def _days_of(row: Row) -> Iterator[date]:
    if isinstance(day := row["progressed_on"], date):
        yield day


def _progressed(made: Recommendation) -> Iterator[date]:
    """The days by which something had come of it: ends of quarters in which an action went on, or that of the report
    where it came before, and days on which one was done. Nothing can come of it before it was made."""
    for action in made.actions.all():
        days = [_told_by(each) for each in action.progress.all() if each.status != NO_PROGRESS]
        days += [action.done_on] if action.done_on else []
        yield from (max(day, made.source_on) for day in days)


def _told_by(told: Progress) -> date:
    return min(told.period.last, timezone.localdate(told.reported_at))
