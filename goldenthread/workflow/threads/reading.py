"""What a thread holds: what was found, what was asked, what was done, and what that has changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from goldenthread.workflow.actions.models import Action, Judgement, Recommendation
from goldenthread.workflow.actions.rules import DONE, OUTCOME, PRACTICE, SUSTAINED
from goldenthread.workflow.actions.rules import OPEN as STILL_TO_DO
from goldenthread.workflow.challenges.models import Answer, Challenge
from goldenthread.workflow.challenges.rules import ISSUED, TO_JUDGE, UNANSWERED
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.rules import WITHDRAWN
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.threads.models import Gathered, Thread, Threads

CHANGED = (PRACTICE, OUTCOME, SUSTAINED)
"""Judgements by which an impact is shown. That nothing was seen, or activity alone, shows none yet."""


@dataclass(frozen=True)
class Story:
    """A thread with everything that it holds, each part in the order of its days."""

    thread: Thread
    findings: Sequence[Finding]
    challenges: Sequence[Challenge]
    recommendations: Sequence[Recommendation]
    actions: Sequence[Action]

    @property
    def answers(self) -> list[Answer]:
        """How every body answered the challenges that were issued."""
        return [answer for each in self.challenges if each.state == ISSUED for answer in each.answers.all()]

    @property
    def judgements(self) -> list[Judgement]:
        """What was judged last of each action that has been judged, the latest day last."""
        last = [judged[-1] for each in self.actions if (judged := list(each.judgements.all()))]
        return sorted(last, key=lambda each: (each.on, each.pk))

    @property
    def to_do(self) -> list[Action]:
        """Actions that are to be done still."""
        return [each for each in self.actions if each.state == STILL_TO_DO]

    @property
    def unjudged(self) -> list[Action]:
        """Actions that are done, of which nobody has judged what they changed."""
        return [each for each in self.actions if each.state == DONE]

    @property
    def shown(self) -> list[Judgement]:
        """Judgements by which something has changed."""
        return [each for each in self.judgements if each.level in CHANGED]


def stories_of(threads: Threads, person: Person | None = None) -> list[Story]:
    """Threads with what they hold that somebody may see (none: all of it): as many queries for one as for many."""
    held = threads.prefetch_related(Prefetch("gathered", queryset=_gathered(person)))
    return [_story(each, list(each.gathered.all())) for each in held]


def story_of(thread: Thread, person: Person | None = None) -> Story:
    """One thread with what it holds that somebody may see (none: all of it)."""
    return _story(thread, list(_gathered(person).filter(of=thread)))


def still_open_in(thread: Thread) -> list[str]:
    """What in a thread still waits for somebody, in words."""
    story = story_of(thread)
    waiting = [f"the answer of {each.whose} to challenge {each.of_id}" for each in story.answers if _waits(each)]
    waiting += [f"action {each.number} is to be done" for each in story.to_do]
    waiting += [f"the impact of action {each.number} is to be judged" for each in story.unjudged]
    return waiting


def _waits(answer: Answer) -> bool:
    return answer.state in UNANSWERED or answer.state in TO_JUDGE


def _gathered(person: Person | None) -> QuerySet[Gathered]:
    findings, challenges = Finding.objects.all(), Challenge.objects.all()
    actions, recommendations = Action.objects.all(), Recommendation.objects.all()
    answers = Answer.objects.select_related("of", "agency", "board")
    if person is not None:
        findings, challenges = findings.visible_to(person), challenges.visible_to(person)
        actions, recommendations = actions.visible_to(person), recommendations.visible_to(person)
        answers = answers.visible_to(person)
    judged = actions.select_related("agency").prefetch_related("judgements")
    return Gathered.objects.prefetch_related(
        Prefetch("finding", queryset=findings.prefetch_related("agencies")),
        Prefetch("challenge", queryset=challenges.prefetch_related(Prefetch("answers", queryset=answers))),
        Prefetch("recommendation", queryset=recommendations.prefetch_related(Prefetch("actions", queryset=judged))),
        Prefetch("action", queryset=judged),
    )


def _story(thread: Thread, gathered: Iterable[Gathered]) -> Story:
    """What is gathered, in the order of its days; an action once, though it be gathered beside its recommendation."""
    there = list(gathered)
    recommendations = [each.recommendation for each in there if each.recommendation]
    beneath = [action for each in recommendations for action in each.actions.all()]
    alone = [each.action for each in there if each.action]
    actions = {each.number: each for each in [*beneath, *alone]}
    findings = [each.finding for each in there if each.finding and each.finding.state != WITHDRAWN]
    challenges = [each.challenge for each in there if each.challenge]
    return Story(
        thread=thread,
        findings=sorted(findings, key=lambda each: (each.source_on, each.number)),
        challenges=sorted(challenges, key=lambda each: (each.year, each.place, each.number)),
        recommendations=sorted(recommendations, key=lambda each: (each.source_on, each.number)),
        actions=sorted(actions.values(), key=lambda each: (each.planned_on, each.number)),
    )
