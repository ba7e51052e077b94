"""Court cases about offences against children, and convictions."""

from goldenthread.catalogue.checks import ends_after_it_began, said_once
from goldenthread.catalogue.codes.partners import OFFENCE, OWN, VERDICT
from goldenthread.engine.definitions import (
    QUERY,
    WARNING,
    Check,
    Code,
    Column,
    Dataset,
    Date,
    Text,
    WholeNumber,
)

DATASET = Dataset(
    name="court_cases",
    title="Court cases and convictions",
    about=(
        "One row for each case about offences against children that came to court: how many stood accused, and how"
        " many of them were convicted."
    ),
    dated_by="heard_on",
    columns=(
        Column("court_case_number", Text(), "the sender's own number of the case", required=True, identity=True),
        Column("charged_on", Date(), "the day of the charge"),
        Column("heard_on", Date(), "the day on which the case ended, or was last heard", required=True),
        Column("offence", Code(OFFENCE), "what it is about"),
        Column("defendants", WholeNumber(1), "how many stood accused"),
        Column("convictions", WholeNumber(0), "how many of them were convicted"),
        Column("case_ended_with", Code(VERDICT), "how it ended"),
    ),
    checks=(
        said_once("case-twice"),
        ends_after_it_began("heard-before-charge", "hearing", "charged_on", "heard_on"),
        Check(
            "more-convicted-than-accused",
            "There are {convictions} convictions of {defendants} who stood accused. Correct whichever is wrong.",
            where="convictions > defendants",
            column="convictions",
            severity=WARNING,
        ),
        Check(
            "verdict-and-convictions",
            "The case ended without a conviction ({case_ended_with}), and yet {convictions} are counted. Which is"
            " right?",
            where="case_ended_with <> 'convicted' and convictions > 0",
            column="case_ended_with",
            severity=QUERY,
        ),
    ),
    source=OWN,
)
