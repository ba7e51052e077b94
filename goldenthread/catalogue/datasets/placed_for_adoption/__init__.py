"""Decisions that looked-after children should be placed for adoption."""

from goldenthread.catalogue.checks import (
    birth_dates_agree,
    child_listed,
    not_before_birth,
    said_once,
    while_looked_after,
)
from goldenthread.catalogue.codes.adoption import NO_LONGER_PLACED
from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.codes.sources import RULES
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Overlapping

DATASET = Dataset(
    name="placed_for_adoption",
    title="Decisions to place children for adoption",
    about=(
        "One row for each decision that a looked-after child should be placed for adoption and, where it was reversed,"
        " the day and the reason. On which day a child was placed is told by the episodes, and by the rows about"
        " permanence."
    ),
    child=CHILD,
    dated_by="placing_decided_on",
    lasts_until="placing_reversed_on",
    columns=(
        LOCAL_ID,
        BORN,
        Column("placing_decided_on", Date(), "the day on which it was decided", required=True),
        Column("placing_reversed_on", Date(), "the day on which it was decided that the child should not, after all"),
        Column("placing_reversed_because", Code(NO_LONGER_PLACED), "why the decision was reversed"),
    ),
    checks=(
        said_once("placing-twice"),
        Check(
            "placing-reversed-before-decided",
            "The decision was reversed on {placing_reversed_on}, before it was made on {placing_decided_on}. Correct"
            " whichever is wrong.",
            where="placing_reversed_on < placing_decided_on",
            column="placing_reversed_on",
        ),
        Check(
            "placing-reversed-without-reason",
            "The decision was reversed on {placing_reversed_on}, but no reason is given. Why?",
            where="placing_reversed_on is not null and placing_reversed_because is null",
            column="placing_reversed_because",
            severity=QUERY,
        ),
        Check(
            "placing-reason-without-date",
            "A reason for reversing the decision is given ({placing_reversed_because}), but no date. When was it?",
            where="placing_reversed_because is not null and placing_reversed_on is null",
            column="placing_reversed_on",
            severity=QUERY,
        ),
        Overlapping(
            "placing-decided-again",
            "It was decided on {placing_decided_on}, while the decision in line {other_row} still stood. Had that one"
            " been reversed?",
            opened="placing_decided_on",
            closed="placing_reversed_on",
            severity=QUERY,
        ),
        not_before_birth("placing-before-birth", "decision", "placing_decided_on"),
        while_looked_after("placing-reversed-outside-care", "reversal", "placing_reversed_on", QUERY),
        birth_dates_agree("placing-birth-dates-differ"),
        child_listed("placing-child-not-listed"),
    ),
    source=f"{GUIDE} {RULES}",
    restricted=True,
)
