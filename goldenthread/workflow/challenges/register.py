"""The register of challenges as a file: one row for each body that answers."""

from collections.abc import Callable, Iterable, Mapping

from goldenthread.engine.rendering.delimited import Cell, as_csv
from goldenthread.engine.rendering.workbooks import listing
from goldenthread.workflow.challenges.models import Answer, Challenge
from goldenthread.workflow.challenges.rules import ISSUED

COLUMNS = (
    "challenge", "year", "asks", "because", "evidence about", "measure", "put to", "leads", "issued on", "reply due",
    "how it stands", "effect", "last said on", "last said",
)  # fmt: skip
_WIDTHS = (10, 12, 60, 60, 18, 10, 34, 8, 12, 12, 18, 14, 12, 60)


def rows(challenges: Iterable[Challenge]) -> list[tuple[Cell, ...]]:
    """The rows, in the order of the challenges."""
    return [_row(each, answer) for each in challenges for answer in each.answers.all()]


def _row(challenge: Challenge, answer: Answer) -> tuple[Cell, ...]:
    last = max(answer.steps.all(), key=lambda step: step.pk, default=None)
    return (
        challenge.number, str(challenge.set_for), challenge.asks, challenge.because or None,
        str(challenge.about) if challenge.about else None, challenge.indicator or None, answer.whose,
        "yes" if answer.leads else "no", _iso(challenge.issued_on), _iso(answer.reply_due),
        answer.state if challenge.state == ISSUED else challenge.state, answer.effect or None,
        _iso(last.on) if last else None, (last.text or last.verb) if last else None,
    )  # fmt: skip


def _iso(day: object) -> str | None:
    return str(day) if day else None


AS_FILE: Mapping[str, Callable[[Iterable[Challenge]], bytes]] = {
    "csv": lambda challenges: as_csv(COLUMNS, rows(challenges)).encode(),
    "xlsx": lambda challenges: listing("Challenges", COLUMNS, rows(challenges), _WIDTHS),
}
"""By the ending of the file: how the register is written out."""
