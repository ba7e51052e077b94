"""Checks of threads: which weaknesses nobody follows up, and which lines of enquiry have been open for long."""

from collections.abc import Iterator

from goldenthread.engine.periods import day
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.rules import GAP
from goldenthread.workflow.threads.models import Gathered, Thread
from goldenthread.workflow.threads.rules import KEEP, SEE
from goldenthread.workflow.waiting.checking import Asked, Check, Thing, short
from goldenthread.workflow.waiting.rules import OLD

_ABOUT = "Threads"


def _unfollowed(asked: Asked) -> Iterator[Thing]:
    gathered = Gathered.objects.exclude(finding=None).values("finding")
    gaps = Finding.objects.visible_to(asked.person).open().filter(nature=GAP).exclude(pk__in=gathered)
    for each in gaps.in_order():
        name = f"Finding {each.number}: {short(each.text)}"
        yield Thing(
            "finding", (each.number,), name, None, f"no thread has gathered it; from {day(each.source_on)}", each.whom
        )


def _old(asked: Asked) -> Iterator[Thing]:
    long_open = Thread.objects.visible_to(asked.person).open().filter(opened_on__lt=OLD.before(asked.on))
    for each in long_open.in_order():
        name = f"Thread {each.number}: {short(each.question)}"
        yield Thing("thread", (each.number,), name, None, f"open since {day(each.opened_on)}")


CHECKS = (
    Check(
        "weaknesses-unfollowed",
        _ABOUT,
        "Weaknesses that no thread follows",
        "Open gaps that are in no thread, so that nobody can tell what became of them.",
        "The chair or the analyst gathers them into a thread, with what was asked and done because of them.",
        _unfollowed,
        board=KEEP,
        shown_to=(SEE,),
    ),
    Check(
        "threads-old",
        _ABOUT,
        "Threads open for more than a year",
        f"Threads that have been open for more than {OLD.days} days, counted from their oldest source.",
        "The chair asks at the board what still keeps them open; the analyst closes those that are answered.",
        _old,
        board=KEEP,
        shown_to=(SEE,),
    ),
)
"""The checks of threads."""
