"""Early help assessments, formerly common assessments."""

from goldenthread.catalogue.codes.journey import OWN, REFERRAL_SOURCE
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import WARNING, Code, Column, Dataset, Date, Repeated, Unmatched

DATASET = Dataset(
    name="early_help_assessments",
    title="Early help assessments",
    about=("One row for each child in each early help assessment that was begun, whoever leads it."),
    child=CHILD,
    dated_by="assessed_on",
    columns=(
        LOCAL_ID,
        Column("assessed_on", Date(), "the day on which it was begun", required=True),
        Column("led_by", Code(REFERRAL_SOURCE), "who leads it"),
    ),
    checks=(
        Repeated("early-help-twice", "This line says the same as line {other_row} and was counted once. Take it out."),
        Unmatched(
            "early-help-child-not-listed",
            "This child is not in the list of children of the same return, so age, sex and ethnicity are not known.",
            to="people",
            severity=WARNING,
        ),
    ),
    source=OWN,
)
