"""What a report about a year tells of the business plan: what the partnership aims at, and how the board's tasks stood.

The board paper names the tasks that slipped or showed no progress, with the posts that own them, and quotes what was
reported last and why they are still relevant. What others may read tells how many tasks stood in which way.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils import timezone

from goldenthread.engine.english import counted, quoted
from goldenthread.engine.periods import Period, day
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.blocks import Block, DataTable, Heading, Paragraph, Quotation
from goldenthread.engine.rendering.recounting import Part, recount, tally
from goldenthread.workflow.plans.models import Aim, BusinessPlan, Task
from goldenthread.workflow.plans.reading import SAID, Stood, is_in, stood_on
from goldenthread.workflow.plans.rules import AGREED, OBSESSION, OUTCOME
from goldenthread.workflow.plans.standing import COMPLETE, DROPPED, NO_PROGRESS, ON_TIME, SLIPPED

HEADERS = ("Task", "Owner", "Due", "How it stood")
ELSEWHERE = "Which tasks slipped or showed no progress stands in the board paper."
_NOTICED = (SLIPPED, NO_PROGRESS)


def told(year: Period, face: Face) -> list[Block]:
    """The aims of a year, and the tasks of its business plan as they stood at its end, as one face may read of them."""
    plan = BusinessPlan.objects.filter(year=year.code, state=AGREED).first()
    blocks: list[Block] = list(_aims(year))
    if plan is None:
        return [*blocks, Paragraph(f"The board agreed no business plan for {year}.")]
    stood = stood_on(plan.tasks.whole().in_order(), plan.told_on(timezone.localdate()))
    blocks += _how_many(plan, stood)
    if face is not Face.BOARD:
        return [*blocks, Paragraph(ELSEWHERE)]
    return [*blocks, *_noticed([each for each in stood if each.standing in _NOTICED])]


def _aims(year: Period) -> Iterator[Paragraph]:
    """How many outcomes and obsessions stood in the partnership's plan on the last day of a year."""
    stand = [each for each in Aim.objects.filter(since__lte=year.last) if not each.until or each.until > year.last]
    parts = [
        Part([each for each in stand if each.kind == OUTCOME], "outcome", "outcomes"),
        Part(
            [each for each in stand if each.kind == OBSESSION],
            "obsession, watched as a proxy for the whole system",
            "obsessions, watched as proxies for the whole system",
        ),
    ]
    if stand:
        begins = f"On {day(year.last)} the partnership's plan for children and young people had"
        yield recount(begins, parts, name=f"the partnership's plan in {year.code}")


def _how_many(plan: BusinessPlan, stood: Sequence[Stood]) -> Iterator[Paragraph]:
    """How many tasks stood in which way, out of all that stood in the plan; and how many were dropped."""
    on, name = day(plan.told_on(timezone.localdate())), f"tasks of the plan for {plan.year}"
    whole = [each.task for each in stood if each.standing != DROPPED]
    dropped = [each.task for each in stood if each.standing == DROPPED]
    agreed = f"The board agreed the plan on {day(plan.agreed_on)}." if plan.agreed_on else ""
    yield Paragraph(f"{agreed} {counted(len(whole), 'task')} stood in it on {on}.", counts=(tally(whole, name),))
    if whole:
        yield recount(
            "Of these tasks,",
            [
                Part(_that(stood, COMPLETE), "was complete", "were complete"),
                Part(_that(stood, ON_TIME), "was on time", "were on time"),
                Part(_that(stood, SLIPPED), "had slipped", "had slipped"),
                Part(_that(stood, NO_PROGRESS), "showed no progress", "showed no progress"),
            ],
            name=name,
        )
    if dropped:
        yield recount("Besides,", [Part(dropped, "task was dropped", "tasks were dropped")], name=name)


def _noticed(stood: Sequence[Stood]) -> Iterator[Block]:
    """The tasks that slipped or showed no progress, priority by priority; then the words of the record about them."""
    by_priority = groupby(stood, key=lambda each: each.task.objective.priority)
    for number, (priority, those) in enumerate(by_priority, start=1):
        yield Heading(priority.words, f"plan-{number}", level=3)
        yield DataTable(f"{priority}: tasks that slipped or showed no progress", HEADERS, tuple(map(_row, those)),
                        of_words=True)  # fmt: skip
    for each in stood:
        yield from _quotations(each.task)


def _row(stood: Stood) -> tuple[str, str, str, str]:
    task = stood.task
    first = f"; first {day(task.first_due)}" if task.first_due and task.first_due != task.due else ""
    due = f"{day(task.due)}{first}" if task.due else "no date can be given"
    owner = f"{quoted(task.post)}, {task.agency.name}"
    return f"Task {task.number}: {quoted(task.what)}", owner, due, SAID[stood.standing]


def _quotations(task: Task) -> Iterator[Quotation]:
    """What was put on record last of a task; where it was carried forward that says why it is still relevant."""
    last = max(task.steps.all(), key=lambda step: (step.on, step.pk), default=None)
    if last and last.text:
        yield Quotation(last.text, f"Task {task.number}: {last.verb} ({day(last.on)})", str(task))


def _that(stood: Sequence[Stood], standing: str) -> list[Task]:
    return [each.task for each in stood if is_in(each, standing)]
