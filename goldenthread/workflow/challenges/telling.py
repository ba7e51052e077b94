"""What a report about a year tells of challenges: whom the board asked what, and what became of it.

The board paper tells everything that was issued, in the words of the record. What others may read tells of challenges
to other boards, in nobody's words but those of the challenge; of agencies it says how many were asked; and of single
cases nothing, not even whether there are any.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from goldenthread.engine.english import counted, quoted
from goldenthread.engine.periods import Period, day, financial_year_of
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.blocks import Block, DataTable, Heading, Paragraph, Points, Quotation
from goldenthread.engine.rendering.recounting import Part, recount, tally
from goldenthread.workflow.challenges.models import Answer, Challenge, Step
from goldenthread.workflow.challenges.rules import (
    ANSWERED,
    ISSUED,
    JUDGED,
    NEEDS_WORDS,
    NOT_ANSWERED,
    NOT_YET_SHOWN,
    PARTLY,
    SHOWN,
    TO_JUDGE,
    UNANSWERED,
)

HEADERS = ("Asked", "Of whom", "Answer", "Judgement")
TAKEN, REPLIED, REOPENED, EFFECT = ("accepted", "accepted in part", "declined"), "replied", "reopened", "effect "
ELSEWHERE = (
    "What agencies were asked, and what anybody answered in their own words, stands in the board paper. Challenges"
    " about a single case are neither told of nor counted here."
)


@dataclass(frozen=True)
class Standing:
    """How one body's answer stands: what became of it since it was last opened again."""

    answer: Answer
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return f"answer {self.answer.pk} to challenge {self.answer.of_id}"

    @classmethod
    def of(cls, answer: Answer) -> "Standing":
        """The standing of an answer whose steps are read already."""
        steps = list(answer.steps.all())
        again = max((at for at, step in enumerate(steps) if step.verb == REOPENED), default=-1)
        return cls(answer, tuple(steps[again + 1 :]))

    @property
    def taken(self) -> Step | None:
        """Where the body said whether it accepts the challenge; none where it has not."""
        return self.last(*TAKEN)

    @property
    def back(self) -> Step | None:
        """What came back last, of a body that replied or declined."""
        return self.last("declined", REPLIED)

    @property
    def judged(self) -> Step | None:
        """Where the answer was judged; none where it has not been."""
        return self.last(*(step.verb for step in self.steps if step.verb.startswith("judged ")))

    def last(self, *verbs: str) -> Step | None:
        """The latest step with one of some verbs; none where there is none."""
        return next((step for step in reversed(self.steps) if step.verb in verbs), None)

    def is_open(self) -> bool:
        """Whether it waits for the body, or for somebody to judge it."""
        return self.answer.state in (*UNANSWERED, *TO_JUDGE)

    @property
    def since(self) -> date | None:
        """Since when it has been as it is."""
        came = self.back if self.answer.state in TO_JUDGE else None
        return came.on if came else self.answer.of.issued_on


def told(year: Period, face: Face) -> list[Block]:
    """The challenges set for a year and for the year ahead, as the register stands and as one face may read of it."""
    ahead = financial_year_of(year.last + timedelta(days=1))
    return [
        *_set_for(year, f"Set for {year}", face),
        *_set_for(ahead, f"Set for the year ahead, {ahead}", face),
        *([] if face is Face.BOARD else [Paragraph(ELSEWHERE)]),
    ]


def _set_for(year: Period, heading: str, face: Face) -> Iterator[Block]:
    asked = _challenges(year, face)
    standing = {each: _standings(each, face) for each in asked}
    told_of = [each for each in asked if standing[each]]
    yield Heading(heading, f"challenges-{year.code.lower()}", level=3)
    yield _how_many(told_of, year, face)
    if face is not Face.BOARD:
        yield _of_agencies(asked, year)
    if every := [one for each in told_of for one in standing[each]]:
        yield from _how_answered(every, year)
        rows = tuple(row for each in told_of for row in _rows(each, standing[each]))
        yield DataTable(f"Challenges set for {year}", HEADERS, rows, of_words=True)
        yield from _what_is_open([one for one in every if one.is_open()], year)
    if face is Face.BOARD:
        yield from (quotation for each in told_of for quotation in _quotations(each, standing[each]))


def _challenges(year: Period, face: Face) -> list[Challenge]:
    """Those issued for a year that may be told of, in order, with all that became of them."""
    issued = Challenge.objects.filter(state=ISSUED).order_by("place", "number")
    may_be_told = issued if face is Face.BOARD else issued.filter(about_a_case=False)
    found = may_be_told.prefetch_related("answers__agency", "answers__board", "answers__steps")
    return [each for each in found if year.first <= each.set_for.first <= year.last]


def _standings(challenge: Challenge, face: Face) -> list[Standing]:
    """How the answers stand that may be told of: all, or those of other boards."""
    every = challenge.answers.all()
    return [Standing.of(each) for each in every if face is Face.BOARD or each.board_id is not None]


def _how_many(asked: Sequence[Challenge], year: Period, face: Face) -> Paragraph:
    to_whom = ("", "") if face is Face.BOARD else (" to another board", " to other boards")
    count = tally(asked, f"challenges{to_whom[1]} set for {year.code}")
    if not asked:
        return Paragraph(f"No challenge{to_whom[0]} was set for {year}.", counts=(count,))
    said = counted(count.number, f"challenge{to_whom[1]} was", f"challenges{to_whom[1]} were")
    return Paragraph(f"{said} set for {year}.", counts=(count,))


def _of_agencies(asked: Sequence[Challenge], year: Period) -> Paragraph:
    found = [each for each in asked if any(answer.agency_id is not None for answer in each.answers.all())]
    said = counted(len(found), "challenge was", "challenges were") if found else "No challenge was"
    count = tally(found, f"challenges to agencies set for {year.code}")
    return Paragraph(f"{said} put to agencies of the partnership.", counts=(count,))


def _how_answered(every: Sequence[Standing], year: Period) -> Iterator[Paragraph]:
    """What the answers come to, in sentences whose every number names the answers that it counts."""
    by_verb = {verb: [each for each in every if each.taken and each.taken.verb == verb] for verb in TAKEN}
    yield recount(
        f"Of {counted(len(every), 'answer')} asked for,",
        [
            Part(by_verb["accepted"], "accepts the whole", "accept the whole"),
            Part(by_verb["accepted in part"], "accepts a part", "accept a part"),
            Part(by_verb["declined"], "declines", "decline"),
            Part([each for each in every if not each.taken], "has not come", "have not come"),
        ],
        name=f"answers to challenges set for {year.code}",
    )
    waiting, judged = _in_states(every, TO_JUDGE), _in_states(every, JUDGED)
    if waiting or judged:
        yield recount(
            "Of what came back,",
            [
                Part(_in_states(every, (ANSWERED,)), "was judged to answer", "were judged to answer"),
                Part(_in_states(every, (PARTLY,)), "was judged to answer in part", "were judged to answer in part"),
                Part(_in_states(every, (NOT_ANSWERED,)), "was judged not to answer", "were judged not to answer"),
                Part(waiting, "waits to be judged", "wait to be judged"),
            ],
            name=f"judgements of answers to challenges set for {year.code}",
        )
    if judged:
        yield recount(
            "Of what was judged,",
            [
                Part(_with_effect(judged, SHOWN), "has shown an effect", "have shown an effect"),
                Part(_with_effect(judged, NOT_YET_SHOWN), "has not shown one yet", "have not shown one yet"),
                Part(_with_effect(judged, ""), "has no effect told of it", "have no effect told of them"),
            ],
            name=f"effects of challenges set for {year.code}",
        )


def _in_states(every: Sequence[Standing], states: Sequence[str]) -> list[Standing]:
    return [each for each in every if each.answer.state in states]


def _with_effect(judged: Sequence[Standing], effect: str) -> list[Standing]:
    return [each for each in judged if each.answer.effect == effect]


def _rows(challenge: Challenge, standing: Sequence[Standing]) -> Iterator[tuple[str, ...]]:
    """A row for each way in which a challenge was answered, with all who answered it that way."""
    about = ", about a single case" if challenge.about_a_case else ""
    asked = f"Challenge {challenge.number}{about}: {quoted(challenge.asks)}"
    alike: dict[tuple[str, str], list[str]] = {}
    for one in standing:
        alike.setdefault((_answered(one), _judged(one)), []).append(one.answer.whose)
    yield from ((asked, "; ".join(whom), answered, judged) for (answered, judged), whom in alike.items())


def _answered(one: Standing) -> str:
    reply = one.last(REPLIED)
    said = [f"{one.taken.verb} on {day(one.taken.on)}"] if one.taken else []
    said += [f"replied to on {day(reply.on)}"] if reply else []
    return "; ".join(said) or "not answered yet"


def _judged(one: Standing) -> str:
    if one.answer.state in TO_JUDGE:
        return "waits to be judged"
    if not one.judged:
        return "–"
    effect = f"effect {one.answer.effect}" if one.answer.effect else "no effect told of it"
    return f"{one.answer.state} ({day(one.judged.on)}); {effect}"


def _what_is_open(waiting: Sequence[Standing], year: Period) -> Iterator[Block]:
    """What is open and since when, the longest first; what stands alike is told of together."""
    if not waiting:
        return
    in_order = sorted(waiting, key=lambda each: (each.since or date.max, _waits(each)))
    alike = [(said, list(those)) for said, those in groupby(in_order, _waits)]
    yield Paragraph("What is still open, and since when:")
    yield Points(
        tuple(
            Paragraph(f"{said} ({counted(len(those), 'challenge')}).", counts=(tally(those, f"{year.code}: {said}"),))
            for said, those in alike
        )
    )


def _waits(one: Standing) -> str:
    since = f" since {day(one.since)}" if one.since else ""
    if one.answer.state in TO_JUDGE:
        return f"The answer of {one.answer.whose} waits to be judged{since}"
    due = f", with a reply due by {day(one.answer.reply_due)}" if one.answer.reply_due else ""
    return f"{one.answer.whose} has been asked{since}{due}"


def _quotations(challenge: Challenge, standing: Sequence[Standing]) -> Iterator[Quotation]:
    """The words of a challenge's record: why it was put, and what was said of each answer. Letters are not told."""
    if challenge.because:
        yield Quotation(challenge.because, f"Why challenge {challenge.number} was put", str(challenge))
    for one in standing:
        for step in one.steps:
            if step.text and (step.verb in NEEDS_WORDS or step.verb.startswith(EFFECT)):
                by = f"{one.answer.whose}, challenge {challenge.number}: {step.verb} on {day(step.on)}"
                yield Quotation(step.text, by, str(one))
