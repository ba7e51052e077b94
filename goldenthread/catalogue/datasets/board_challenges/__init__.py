"""Challenges that the board has put to agencies and to other boards."""

from goldenthread.catalogue.codes.board import BODY_KIND, OWN
from goldenthread.engine.definitions import Check, Code, Column, Dataset, Date, Repeated, WholeNumber

DATASET = Dataset(
    name="board_challenges",
    title="Challenges of the board",
    about=(
        "One row for each body to which the board has issued a challenge, in the board's own register. The register has"
        " the words. A challenge about a single case is not listed, nor is one that was withdrawn."
    ),
    dated_by="issued_on",
    columns=(
        Column("challenge_number", WholeNumber(1), "its number in the register", required=True),
        Column("body_number", WholeNumber(1), "which of the bodies it is put to, the leading one first", required=True),
        Column("put_to", Code(BODY_KIND), "what kind of body it is", required=True),
        Column("other_boards", WholeNumber(0), "how many further strategic boards it is put to as well", required=True),
        Column("issued_on", Date(), "the day on which the board issued it", required=True),
        Column("takes_effect_on", Date(), "the first day of the year that it is set for", required=True),
        Column("accepted_on", Date(), "the day on which the body accepted the whole; blank if not", expected=True),
    ),
    checks=(
        Repeated(
            "challenge-twice",
            "Line {other_row} has this body of this challenge already. The first was taken; take this one out.",
            on=("challenge_number", "body_number"),
        ),
        Check(
            "accepted-before",
            "It was accepted on {accepted_on}, before it was issued, {issued_on}. Which is right?",
            where="accepted_on < issued_on",
            column="accepted_on",
        ),
    ),
    source=OWN,
)
