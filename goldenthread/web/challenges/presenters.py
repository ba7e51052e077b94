"""What the pages of challenges show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from goldenthread.engine.periods import parse
from goldenthread.web.base.on_threads import OnThreads, on_threads
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.web.challenges.forms import LATE, TO_JUDGE, Choosing
from goldenthread.workflow.actions.rules import KEEP as KEEP_ACTIONS
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.challenges import links, reading
from goldenthread.workflow.challenges.models import Answer, Challenge, Step, StrategicBoard
from goldenthread.workflow.challenges.rules import ANSWER, DRAFT, ISSUED, PUT, WITHDRAWN, Rung
from goldenthread.workflow.findings.rules import KEEP as KEEP_FINDINGS
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may

LISTED = (Column("Challenge"), Column("Put to"), Column("How it stands"), Column("Effect"))
ASKED: Mapping[str, str] = {
    "delivered": "It has reached them",
    "accepted": "Accept it",
    "accepted in part": "Accept it in part",
    "declined": "Decline it",
    "replied": "Say what has been done",
    "judged answered": "Judge: it is answered",
    "judged partly answered": "Judge: it is partly answered",
    "judged not answered": "Judge: it is not answered",
    "reopened": "Open it again",
}
"""What a page calls each way of an answer."""


@dataclass(frozen=True)
class Tile:
    """A number that opens what it counts."""

    number: int
    text: str
    href: str


@dataclass(frozen=True)
class ChallengesPage:
    """The list: what was chosen, how it stands in numbers, and the challenges year by year."""

    choose: Choosing
    chosen: str
    tiles: list[Tile]
    tables: list[Table]
    may_put: bool


@dataclass(frozen=True)
class Way:
    """One thing that somebody can do about an answer now."""

    text: str
    href: str


@dataclass(frozen=True)
class OneAnswer:
    """How one body answers: where it stands, what was said, what can be done now."""

    answer: Answer
    stands: str
    late: int
    rung: Rung | None
    steps: list[Step]
    ways: list[Way]


@dataclass(frozen=True)
class ChallengePage:
    """One challenge as somebody may see it."""

    challenge: Challenge
    answers: list[OneAnswer]
    may_issue: bool
    may_withdraw: bool
    may_find: bool
    plan_for: str
    on_threads: OnThreads


def challenges_for(person: Person, asked: Mapping[str, str], on: date) -> ChallengesPage:
    """The list that somebody may see, as they chose it."""
    seen = list(Challenge.objects.seen_by(person))
    choose = _choosing(asked, seen)
    chosen = choose.chosen()
    found = [each for each in seen if _is_chosen(each, chosen, on)]
    years = dict.fromkeys(each.year for each in found)
    return ChallengesPage(
        choose=choose,
        chosen=urlencode(chosen),
        tiles=_tiles(found, chosen, on),
        tables=[_table(year, [each for each in found if each.year == year], on) for year in years],
        may_put=may(person, PUT),
    )


def chosen_of(person: Person, asked: Mapping[str, str], on: date) -> list[Challenge]:
    """The challenges that the list shows, with all that was said, for a file."""
    seen = list(Challenge.objects.seen_by(person))
    chosen = _choosing(asked, seen).chosen()
    return [each for each in seen if _is_chosen(each, chosen, on)]


def challenge_page(number: int, person: Person, on: date) -> ChallengePage:
    """One challenge; NotFound where there is none that this person may see."""
    found = Challenge.objects.seen_by(person).numbered(number)
    puts = may(person, PUT)
    return ChallengePage(
        challenge=found,
        answers=[_one(each, person, on) for each in found.answers.all()],
        may_issue=puts and found.state == DRAFT,
        may_withdraw=puts and found.state in (DRAFT, ISSUED),
        may_find=found.state == ISSUED and may(person, KEEP_FINDINGS),
        plan_for=_plan_for(found) if found.state == ISSUED and may(person, KEEP_ACTIONS) else "",
        on_threads=on_threads(found, person),
    )


def _plan_for(challenge: Challenge) -> str:
    """Where an action is planned because of a challenge, with what is known already."""
    known = {"relevant": f"Challenge {challenge.number}: {challenge.asks}", "indicator": challenge.indicator}
    return f"{reverse('action_plan')}?{urlencode(known)}"


def challenge_called(number: int, person: Person) -> Challenge:
    """The challenge of a number; NotFound where there is none that this person may see."""
    return Challenge.objects.visible_to(person).numbered(number)


def answer_called(number: int, person: Person) -> Answer:
    """The answer of a number; NotFound where there is none to a challenge that this person may see."""
    found = Answer.objects.visible_to(person).numbered(number)
    challenge_called(found.of_id, person)
    return found


def ways_to_lead(answer: Answer, person: Person) -> list[str]:
    """What somebody can do about an answer now."""
    return reading.ways_for(person, answer)


def ways_by_link(answer: Answer) -> list[tuple[str, str]]:
    """What whoever holds a link can answer now."""
    return [(verb, ASKED[verb]) for verb in links.ways_of(answer)]


def bodies() -> list[tuple[str, str]]:
    """Everybody who can be challenged: other boards first."""
    boards_ = [(f"board:{each.pk}", each.name) for each in StrategicBoard.objects.all()]
    return [*boards_, *((f"agency:{each.code}", each.name) for each in Agency.objects.all())]


def body_called(key: str) -> Agency | StrategicBoard:
    """The body of a choice; NotFound where there is none."""
    kind, _, name = key.partition(":")
    if kind == "agency":
        return Agency.objects.named(name)
    return StrategicBoard.objects.numbered(name)


def boards() -> list[StrategicBoard]:
    """The other boards."""
    return list(StrategicBoard.objects.all())


def begun_from(asked: Mapping[str, str]) -> dict[str, str]:
    """What the form begins from: what the page that led here knows already."""
    return {name: asked[name] for name in ("asks", "because", "evidence_period", "indicator", "year") if name in asked}


def address_of(token: str) -> str:
    """The whole address of a link, as somebody is sent it."""
    return f"{settings.ORIGIN}{reverse('answer_by_link', args=[token])}"


def _choosing(asked: Mapping[str, str], seen: Iterable[Challenge]) -> Choosing:
    years = dict.fromkeys(each.year for each in seen)
    whom = sorted({answer.whose for each in seen for answer in each.answers.all()})
    states = (DRAFT, *ANSWER.states(), WITHDRAWN)
    return Choosing(asked, years=[(each, str(parse(each))) for each in years], bodies=whom, states=states)


def _is_chosen(challenge: Challenge, chosen: Mapping[str, str], on: date) -> bool:
    answers = list(challenge.answers.all())
    if "year" in chosen and challenge.year != chosen["year"]:
        return False
    if "to" in chosen and chosen["to"] not in {each.whose for each in answers}:
        return False
    if chosen.get("stands") == LATE:
        return any(each.rung(on) for each in answers)
    if chosen.get("stands") == TO_JUDGE:
        return any(each.waits_to_be_judged for each in answers)
    states = {each.state for each in answers} if challenge.state == ISSUED else {challenge.state}
    return "stands" not in chosen or chosen["stands"] in states


def _tiles(found: Iterable[Challenge], chosen: Mapping[str, str], on: date) -> list[Tile]:
    """What waits, for whom; each number opens the challenges that it counts answers of."""
    answers = [answer for each in found for answer in each.answers.all()]
    counted = {
        LATE: sum(answer.rung(on) is not None for answer in answers),
        TO_JUDGE: sum(answer.waits_to_be_judged for answer in answers),
    }
    return [
        Tile(number, words, f"{reverse('challenges')}?{urlencode({**chosen, 'stands': words})}")
        for words, number in counted.items()
    ]


def _table(year: str, challenges: Iterable[Challenge], on: date) -> Table:
    rows = [_row(each, answer, on, at == 0) for each in challenges for at, answer in enumerate(each.answers.all())]
    return Table(f"Set for {parse(year)}", LISTED, rows)


def _row(challenge: Challenge, answer: Answer, on: date, first: bool) -> list[Cell]:
    named = Cell(
        challenge.asks, href=reverse("challenge", args=[challenge.number]), below=f"Challenge {challenge.number}"
    )
    also = Cell(f"Challenge {challenge.number}, also put to")
    return [
        named if first else also,
        Cell(answer.whose),
        Cell(_stands(challenge, answer), below=_due(answer, on)),
        Cell(answer.effect.capitalize() if answer.effect else "–"),
    ]


def _stands(challenge: Challenge, answer: Answer) -> str:
    return (answer.state if challenge.state == ISSUED else challenge.state).capitalize()


def _due(answer: Answer, on: date) -> str:
    if rung := answer.rung(on):
        return f"{answer.days_late(on):,} days late: {rung.name}"
    return f"reply due by {day(answer.reply_due)}" if answer.is_unanswered and answer.reply_due else ""


def _one(answer: Answer, person: Person, on: date) -> OneAnswer:
    ways = [
        Way(ASKED[verb], reverse("answer_lead", args=[answer.pk, verb.replace(" ", "-")]))
        for verb in reading.ways_for(person, answer)
    ]
    if reading.may_tell_effect(person, answer):
        ways.append(Way("Say whether it has had an effect", reverse("answer_effect", args=[answer.pk])))
    if (rung := answer.rung(on)) and may(person, PUT):
        ways.append(Way(f"Write the {rung.name}", reverse("answer_letter", args=[answer.pk])))
    if may(person, PUT) and links.ways_of(answer) and answer.of.state == ISSUED:
        ways.append(Way("Make a link to answer by", reverse("answer_link", args=[answer.pk])))
    return OneAnswer(
        answer=answer,
        stands=_stands(answer.of, answer),
        late=answer.days_late(on),
        rung=rung,
        steps=list(answer.steps.all()),
        ways=ways,
    )
