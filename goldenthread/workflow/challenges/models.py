"""Challenges, whom they are put to, what each of these answered, and what was drafted where nobody did."""

from datetime import date

from django.db import models
from django.db.models import Q

from goldenthread.engine.periods import Period, parse
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.challenges.rules import (
    ANSWER,
    BOARD_KINDS,
    CHALLENGE,
    DRAFT,
    EFFECTS,
    ISSUED,
    JUDGED,
    LADDER,
    LONGEST_ASK,
    LONGEST_NAME,
    OTHER_BOARD,
    SEE,
    SHOWN,
    TO_JUDGE,
    UNANSWERED,
    Rung,
)
from goldenthread.workflow.framework.models import NamesMeasure
from goldenthread.workflow.history.links import OneTimeLink
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.history.steps import StepOnRecord
from goldenthread.workflow.history.transitions import as_choices
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may


class StrategicBoards(models.QuerySet["StrategicBoard"]):
    """Other boards, as one asks for them."""

    def numbered(self, number: str) -> "StrategicBoard":
        """The board of that number; NotFound where there is none."""
        found = self.filter(pk=number).first() if number.isdecimal() else None
        if found is None:
            raise NotFound(f"There is no board {number}.")
        return found


class StrategicBoard(models.Model):
    """Another board of the place that can be challenged: a children's trust, a health and wellbeing board."""

    name = models.CharField(max_length=LONGEST_NAME, unique=True)
    kind = models.CharField(max_length=30, choices=list(BOARD_KINDS.items()), default=OTHER_BOARD)

    objects = StrategicBoards.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Challenges(models.QuerySet["Challenge"]):
    """Challenges, as one asks for them."""

    def numbered(self, number: int) -> "Challenge":
        """The challenge of that number; NotFound where there is none."""
        found = self.filter(pk=number).first()
        if found is None:
            raise NotFound(f"There is no challenge {number}.")
        return found

    def visible_to(self, person: Person) -> "Challenges":
        """Those that somebody may see: all, or those that were issued to their own agency."""
        if may(person, SEE):
            return self
        issued = self.exclude(state=DRAFT)
        return issued.filter(answers__agency=person.agency_id).distinct() if person.agency_id else self.none()

    def seen_by(self, person: Person) -> "Challenges":
        """Those that somebody may see, with the answers they may see: the latest year first, in order."""
        answers = Answer.objects.visible_to(person).select_related("of", "agency", "board").prefetch_related("steps")
        return (
            self.visible_to(person)
            .order_by("-year", "place", "number")
            .prefetch_related(models.Prefetch("answers", queryset=answers))
        )


class Challenge(NamesMeasure):
    """What the board asks others to do better, and on what evidence. `year` is the one it is set for."""

    number = models.BigAutoField(primary_key=True)
    year = models.CharField(max_length=20)
    place = models.PositiveSmallIntegerField(default=0)
    asks = models.CharField(max_length=LONGEST_ASK)
    because = models.TextField(blank=True)
    evidence_period = models.CharField(max_length=40, blank=True)
    about_a_case = models.BooleanField(default=False)
    state = models.CharField(max_length=20, choices=as_choices(CHALLENGE.states()), default=CHALLENGE.initial)
    edits = models.PositiveIntegerField(default=0)
    issued_on = models.DateField(null=True, blank=True)

    objects = Challenges.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ISSUED) | Q(issued_on__isnull=False), name="issued_challenge_has_its_day"
            )
        ]

    def __str__(self) -> str:
        return f"challenge {self.number}"

    @property
    def set_for(self) -> Period:
        """The year that it is set for."""
        return parse(self.year)

    @property
    def about(self) -> Period | None:
        """What its evidence is about; none where that is not said."""
        return parse(self.evidence_period) if self.evidence_period else None


class Answers(models.QuerySet["Answer"]):
    """Answers, as one asks for them."""

    def numbered(self, number: int) -> "Answer":
        """The answer of that number; NotFound where there is none."""
        found = self.select_related("of", "agency", "board").filter(pk=number).first()
        if found is None:
            raise NotFound(f"There is no answer {number}.")
        return found

    def visible_to(self, person: Person) -> "Answers":
        """Those that somebody may see: all, or those of their own agency."""
        return self if may(person, SEE) else self.filter(agency__isnull=False, agency=person.agency_id)

    def unanswered(self, on: date) -> "Answers":
        """What was due by a day before and has not come: the longest awaited first."""
        asked = self.filter(of__state=ISSUED, state__in=UNANSWERED, reply_due__lt=on)
        return asked.select_related("of", "agency", "board").order_by("reply_due", "pk")

    def without_effect(self) -> "Answers":
        """What is judged, and has shown no effect yet."""
        judged = self.filter(of__state=ISSUED, state__in=JUDGED).exclude(effect=SHOWN)
        return judged.select_related("of", "agency", "board")


class Answer(models.Model):
    """How one body answers a challenge: an agency of the partnership, or another strategic board."""

    of = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="answers")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    board = models.ForeignKey(StrategicBoard, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    leads = models.BooleanField(default=True)
    state = models.CharField(max_length=20, choices=as_choices(ANSWER.states()), default=ANSWER.initial)
    reply_due = models.DateField(null=True, blank=True)
    effect = models.CharField(max_length=20, choices=as_choices(EFFECTS), blank=True)

    objects = Answers.as_manager()

    class Meta:
        ordering = ["-leads", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agency__isnull=False, board__isnull=True) | Q(agency__isnull=True, board__isnull=False),
                name="answer_is_of_an_agency_or_a_board",
            ),
            models.UniqueConstraint(fields=["of", "agency"], name="one_answer_of_an_agency"),
            models.UniqueConstraint(fields=["of", "board"], name="one_answer_of_a_board"),
        ]

    def __str__(self) -> str:
        return f"answer of {self.whose} to challenge {self.of_id}"

    @property
    def waits_to_be_judged(self) -> bool:
        """Whether there is an answer that nobody has judged."""
        return self.of.state == ISSUED and self.state in TO_JUDGE

    @property
    def is_unanswered(self) -> bool:
        """Whether something is still to come of it by the day on which a reply is due."""
        return self.of.state == ISSUED and self.state in UNANSWERED

    @property
    def whose(self) -> str:
        """The name of the agency or board."""
        return self.agency.name if self.agency else str(self.board)

    def days_late(self, on: date) -> int:
        """How many days after its reply was due a day is; 0 where nothing is late."""
        return max(0, (on - self.reply_due).days) if self.reply_due and self.is_unanswered else 0

    def rung(self, on: date) -> Rung | None:
        """The highest rung of the ladder that silence has reached by a day; none where nothing is late."""
        late = self.days_late(on)
        return next((rung for rung in reversed(LADDER) if late >= rung.after), None)


class Step(StepOnRecord):
    """One thing that became of an answer."""

    of = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="steps")


class Link(OneTimeLink):
    """A link by which somebody without an account answers once. Only its hash is kept."""

    of = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="links")

    @property
    def actor(self) -> str:
        """How history names whoever uses it."""
        return f"answer-link:{self.pk}"
