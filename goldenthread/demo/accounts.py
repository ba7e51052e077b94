"""Who can sign in to the demonstration."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.demo.board_file import Agencies, BoardFile

PASSPHRASE = "lantern bridge river amber"  # noqa: S105 - printed for all to see; opens nothing but the demonstration


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in to the demonstration."""

    email: str
    name: str
    role: str
    agency: str | None
    begins: str


def accounts_of(board: BoardFile, agencies: Agencies) -> Iterator[Account]:
    """One for each kind of person."""
    at = board.domain
    yield Account(f"chair@{at}", "Imogen Wray", "chair", None, "the board paper, exact and numbered, and the scorecard")
    yield Account(f"member@{at}", "Morgan Achebe", "board member", None, "the scorecard and the report, in plain words")
    yield Account(f"analyst@{at}", "Ash Kowalski", "analyst", None, "exact figures, every return and its issues")
    yield Account(
        f"lead@{at}", "Robin Mistry", "agency data lead", agencies.childrens_services.code, "their agency's returns"
    )
    yield Account(
        f"young@{at}", "Ty Okafor", "young adviser", None, "the scorecard and the report as partners see them"
    )
