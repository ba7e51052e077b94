"""What can be searched for: the records of each subject, what they say, and who may see which."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.actions.rules import REPORT
from goldenthread.workflow.actions.rules import SEE as SEE_ACTIONS
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.audits.rules import SEE as SEE_AUDITS
from goldenthread.workflow.challenges.models import Answer, Challenge
from goldenthread.workflow.challenges.rules import ANSWER_IT
from goldenthread.workflow.challenges.rules import SEE as SEE_CHALLENGES
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.rules import SEE as SEE_FINDINGS
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.plans.models import Task
from goldenthread.workflow.plans.rules import REPORT as REPORT_TASKS
from goldenthread.workflow.plans.rules import SEE as SEE_PLAN
from goldenthread.workflow.stories.models import Story
from goldenthread.workflow.threads.models import Thread
from goldenthread.workflow.threads.rules import SEE as SEE_THREADS

Changed = Mapping[str, set[int]]
"""The numbers of the records that changed, by what history calls their subject."""


@dataclass(frozen=True)
class Said:
    """What a record says: what it is called, its title, and everything else; and where one reads of it."""

    page: str
    key: tuple[int | str, ...]
    name: str
    title: str
    texts: Iterable[str]


@dataclass(frozen=True)
class Subject:
    """One kind of record that can be found. `says` gives none of a record that nobody is to find.

    `changed` gives the records to look at again once history says what changed. `shown_to` are the capabilities of
    which any one is needed to find any; `visible_to` narrows further.
    """

    name: str
    changed: Callable[[Changed], QuerySet[Any]]
    says: Callable[[Any], Said | None]
    shown_to: tuple[str, ...]
    visible_to: Callable[[Person], QuerySet[Any]]

    def is_shown_to(self, person: Person) -> bool:
        """Whether somebody may find any of them."""
        return any(may(person, capability) for capability in self.shown_to)


def _action(of: Action) -> Said:
    reported = [each.text for kept in (of.progress, of.steps, of.judgements) for each in kept.all()]
    told = (of.owner, of.measured_by, of.relevant, of.why_no_date, of.resources, of.evidence, of.indicator)
    return Said("action", (of.number,), f"Action {of.number}", of.what, (*told, *reported))


def _recommendation(of: Recommendation) -> Said:
    decided = [each.text for each in of.decisions.all()]
    told = (of.themes, of.source, of.because, of.made_to)
    return Said("recommendation", (of.number,), f"Recommendation {of.number}", of.text, (*told, *decided))


def _challenge(of: Challenge) -> Said:
    return Said("challenge", (of.number,), f"Challenge {of.number}", of.asks, (of.because, of.indicator))


def _answer(of: Answer) -> Said:
    name = f"Answer to challenge {of.of_id}"
    return Said("challenge", (of.of_id,), name, of.whose, [each.text for each in of.steps.all()])


def _visible_answers(person: Person) -> QuerySet[Any]:
    """An answer to a draft is nobody's to find who may not see the draft."""
    return Answer.objects.visible_to(person).filter(of__in=Challenge.objects.visible_to(person).values("pk"))


def _audit(of: Audit) -> Said:
    return Said("audit", (of.number,), f"Audit {of.number}", of.title, (of.whose, of.summary, *_issues(of)))


def _issues(of: Audit) -> list[str]:
    return [each.text for each in of.issues.all()]


def _finding(of: Finding) -> Said:
    told = (of.source, of.body, of.judgement, of.recommends, of.evidence, of.cause, of.indicator, of.whom)
    kept = [str(each) for each in (*of.themes.all(), *of.strands.all())]
    said = [text for each in of.steps.all() for text in (each.text, each.basis)]
    return Said("finding", (of.number,), f"Finding {of.number}", of.text, (*told, *kept, *said))


def _task(of: Task) -> Said:
    told = (of.owner, of.measured_by, of.relevant, of.relevance, of.why_no_date, of.resources, of.indicator)
    return Said("task", (of.number,), f"Task {of.number}", of.what, (*told, *(each.text for each in of.steps.all())))


def _thread(of: Thread) -> Said:
    told = (of.why, of.indicator, *(each.text for each in of.steps.all()))
    return Said("thread", (of.number,), f"Thread {of.number}", of.question, told)


def _story(of: Story) -> Said | None:
    """What is published; a draft is read where it is written, and found by nobody."""
    if of.published is None:
        return None
    title = of.defined.title if of.defined else of.indicator
    name = f"Story of {of.indicator}, {of.period}"
    return Said("story", (of.indicator, of.period_code), name, title, of.published.parts.values())


SUBJECTS = (
    Subject(
        "action",
        lambda changed: (
            Action.objects.filter(pk__in=changed["action"])
            .select_related("agency")
            .prefetch_related("progress", "steps", "judgements")
        ),
        _action,
        (SEE_ACTIONS, REPORT),
        Action.objects.visible_to,
    ),
    Subject(
        "recommendation",
        lambda changed: (
            Recommendation.objects.filter(pk__in=changed["recommendation"])
            .select_related("agency")
            .prefetch_related("decisions")
        ),
        _recommendation,
        (SEE_ACTIONS, REPORT),
        Recommendation.objects.visible_to,
    ),
    Subject(
        "challenge",
        lambda changed: Challenge.objects.filter(pk__in=changed["challenge"]),
        _challenge,
        (SEE_CHALLENGES, ANSWER_IT),
        Challenge.objects.visible_to,
    ),
    Subject(
        "answer",
        lambda changed: (
            Answer.objects.filter(Q(pk__in=changed["answer"]) | Q(of__in=changed["challenge"]))
            .select_related("agency", "board")
            .prefetch_related("steps")
        ),
        _answer,
        (SEE_CHALLENGES, ANSWER_IT),
        _visible_answers,
    ),
    Subject(
        "finding",
        lambda changed: Finding.objects.filter(pk__in=changed["finding"]).prefetch_related(
            "agencies", "themes", "strands", "steps"
        ),
        _finding,
        (SEE_FINDINGS,),
        Finding.objects.visible_to,
    ),
    Subject(
        "audit",
        lambda changed: (
            Audit.objects.filter(pk__in=changed["audit"]).select_related("agency").prefetch_related("issues")
        ),
        _audit,
        (SEE_AUDITS,),
        Audit.objects.visible_to,
    ),
    Subject(
        "thread",
        lambda changed: Thread.objects.filter(pk__in=changed["thread"]).prefetch_related("steps"),
        _thread,
        (SEE_THREADS,),
        Thread.objects.visible_to,
    ),
    Subject(
        "task",
        lambda changed: Task.objects.filter(pk__in=changed["task"]).select_related("agency").prefetch_related("steps"),
        _task,
        (SEE_PLAN, REPORT_TASKS),
        Task.objects.visible_to,
    ),
    Subject(
        "story",
        lambda changed: Story.objects.filter(pk__in=changed["story"]).select_related("published"),
        _story,
        ("see the scorecard",),
        lambda person: Story.objects.told(),
    ),
)
"""Every kind of record that can be found, in the order in which they are shown."""
