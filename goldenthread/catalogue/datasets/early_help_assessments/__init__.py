"""Early help assessments, formerly common assessments."""

from goldenthread.catalogue.checks import child_listed, ends_after_it_began, said_once
from goldenthread.catalogue.codes.journey import OWN, REFERRAL_SOURCE
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Code, Column, Dataset, Date, Text

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
        Column("organisation", Text(), "the organisation that carried it out"),
        Column("completed_on", Date(), "the day on which it was completed; blank while it lasts"),
    ),
    checks=(
        said_once("early-help-twice"),
        ends_after_it_began("early-help-ends-before-start", "assessment", "assessed_on", "completed_on"),
        child_listed("early-help-child-not-listed"),
    ),
    source=OWN,
)
