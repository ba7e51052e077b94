"""Concerns that reviewing officers raised about the care of looked-after children, and what came of them."""

from goldenthread.catalogue.checks import child_listed, said_once, while_looked_after
from goldenthread.catalogue.codes.concerns import ABOUT, OUTCOME, STAGE
from goldenthread.catalogue.codes.journey import OWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date

DATASET = Dataset(
    name="reviewing_officer_concerns",
    title="Reviewing officers' concerns",
    about=(
        "One row for each concern about a looked-after child that an independent reviewing officer took to those"
        " responsible: what it was about, how far it had to be taken, when it was answered and when it was resolved."
    ),
    child=CHILD,
    dated_by="concern_raised_on",
    lasts_until="concern_resolved_on",
    columns=(
        LOCAL_ID,
        Column("concern_raised_on", Date(), "the day on which it was raised", required=True),
        Column("concern_about", Code(ABOUT), "what it was about"),
        Column("concern_stage", Code(STAGE), "the highest stage to which it was taken"),
        Column("concern_answered_on", Date(), "the day on which it was answered"),
        Column("concern_resolved_on", Date(), "the day on which it was resolved; blank while it is not", expected=True),
        Column("concern_outcome", Code(OUTCOME), "how it was resolved"),
    ),
    checks=(
        said_once("concern-twice"),
        Check(
            "concern-answered-before-raised",
            "The concern was answered on {concern_answered_on}, before it was raised on {concern_raised_on}. Correct"
            " whichever is wrong.",
            where="concern_answered_on < concern_raised_on",
            column="concern_answered_on",
            severity=WARNING,
        ),
        Check(
            "concern-resolved-before-raised",
            "The concern was resolved on {concern_resolved_on}, before it was raised on {concern_raised_on}. Correct"
            " whichever is wrong.",
            where="concern_resolved_on < concern_raised_on",
            column="concern_resolved_on",
        ),
        Check(
            "concern-resolved-unanswered",
            "The concern was resolved on {concern_resolved_on}, but no answer is dated. When was it answered?",
            where="concern_resolved_on is not null and concern_answered_on is null",
            column="concern_answered_on",
            severity=QUERY,
        ),
        while_looked_after("concern-outside-care", "concern", "concern_raised_on", QUERY),
        child_listed("concern-child-not-listed"),
    ),
    source=OWN,
)
