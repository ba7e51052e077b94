"""The register of challenges as a file: a row for each body that answers, or a document to read."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from goldenthread.engine.periods import day, parse
from goldenthread.engine.rendering.blocks import Block, Heading, Paragraph, Terms
from goldenthread.engine.rendering.delimited import Cell
from goldenthread.workflow.agencies.registers import Register, iso
from goldenthread.workflow.challenges.models import Answer, Challenge, Step
from goldenthread.workflow.challenges.rules import ISSUED


def _row(answer: Answer, _: date) -> tuple[Cell, ...]:
    challenge, last = answer.of, _last(answer)
    return (
        challenge.number, str(challenge.set_for), challenge.asks, challenge.because or None,
        str(challenge.about) if challenge.about else None, challenge.indicator or None, answer.whose,
        "yes" if answer.leads else "no", iso(challenge.issued_on), iso(answer.reply_due), _stands(answer),
        answer.effect or None, iso(last.on) if last else None, (last.text or last.verb) if last else None,
    )  # fmt: skip


def _parts(answers: Sequence[Answer], _: date) -> Iterator[Block]:
    """A chapter for each year, in it each challenge with how every body answered."""
    for year, of_it in groupby(answers, key=lambda each: each.of.year):
        yield Heading(f"Set for {parse(year)}", year)
        for _number, each in groupby(of_it, key=lambda answer: answer.of_id):
            yield from _told(list(each))


def _told(answers: Sequence[Answer]) -> Iterator[Block]:
    challenge: Challenge = answers[0].of
    yield Heading(f"Challenge {challenge.number}", f"challenge-{challenge.number}", level=3)
    yield Paragraph(challenge.asks)
    known: dict[str, str] = {
        "The evidence for it": challenge.because,
        "The evidence is about": str(challenge.about or ""),
        "Issued on": str(day(challenge.issued_on)) if challenge.issued_on else "",
        **{each.whose: _answered(each) for each in answers},
    }
    yield Terms(tuple((name, said) for name, said in known.items() if said))


def _answered(answer: Answer) -> str:
    """How one body stands, what was said last, and whether an effect is shown."""
    last = _last(answer)
    said = f" {day(last.on)}: {last.text or last.verb}" if last else ""
    return f"{_stands(answer).capitalize()}.{said}" + (f" Effect {answer.effect}." if answer.effect else "")


def _stands(answer: Answer) -> str:
    return answer.state if answer.of.state == ISSUED else answer.of.state


def _last(answer: Answer) -> Step | None:
    return max(answer.steps.all(), key=lambda step: step.pk, default=None)


CHALLENGES = Register(
    "Challenges",
    (
        "challenge", "year", "asks", "because", "evidence about", "measure", "put to", "leads", "issued on",
        "reply due", "how it stands", "effect", "last said on", "last said",
    ),
    (10, 12, 60, 60, 18, 10, 34, 8, 12, 12, 18, 14, 12, 60),
    _row,
    _parts,
    marking="For the board and those who were asked. Not for publication.",
)  # fmt: skip
