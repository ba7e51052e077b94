"""Ambleford, a city that does not exist, and the people who sign in to its board.

No postcode begins with AF and no authority has the number 000, so nothing here can be taken for a real place or child.
"""

from dataclasses import dataclass
from datetime import date

BOARD = "Ambleford Safeguarding Children Board"
POSTCODE_AREA = "AF"
AUTHORITY_NUMBER = "000"

SEED = 2018
YEARS = range(2013, 2018)
FIRST_DAY, LAST_DAY = date(YEARS[0], 4, 1), date(YEARS[-1] + 1, 3, 31)

PASSPHRASE = "lantern bridge river amber"  # noqa: S105 - printed for all to see; opens nothing but the demonstration


@dataclass(frozen=True)
class Agency:
    """A partner that sends a return."""

    code: str
    name: str
    sector: str


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in to the demonstration."""

    email: str
    name: str
    role: str
    agency: str | None
    begins: str


CHILDRENS_SERVICES = Agency("acc", "Ambleford City Council, children's services", "local-authority")
PUBLIC_HEALTH = Agency("aph", "Ambleford Public Health", "public-health")
AGENCIES = (CHILDRENS_SERVICES, PUBLIC_HEALTH)

ACCOUNTS = (
    Account("member@ambleford.example", "Morgan Achebe", "board member", None, "the scorecard, in plain words"),
    Account("analyst@ambleford.example", "Ash Kowalski", "analyst", None, "exact figures, every return and its issues"),
    Account(
        "lead@ambleford.example", "Robin Mistry", "agency data lead", CHILDRENS_SERVICES.code, "their own returns only"
    ),
)


def year_name(starting: int) -> str:
    """A financial year as people write it in commands: 2013-14."""
    return f"{starting}-{(starting + 1) % 100:02d}"
