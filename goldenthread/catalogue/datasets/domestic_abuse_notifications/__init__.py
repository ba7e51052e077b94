"""Incidents of domestic abuse with children in the household, as the police tell of them."""

from goldenthread.catalogue.checks import ends_after_it_began, said_once
from goldenthread.catalogue.codes.partners import OWN, RISK_GRADE
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Text, WholeNumber

DATASET = Dataset(
    name="domestic_abuse_notifications",
    title="Domestic abuse notifications",
    about=(
        "One row for each incident of domestic abuse in a household with children of which the police told their"
        " partners."
    ),
    dated_by="abuse_on",
    columns=(
        Column("incident_number", Text(), "the force's own number", required=True, identity=True),
        Column("abuse_on", Date(), "the day of the incident", required=True),
        Column("partners_told_on", Date(), "the day on which partners were told"),
        Column("children_in_household", WholeNumber(0), "how many children live there"),
        Column("risk_grade", Code(RISK_GRADE), "how the risk was graded"),
    ),
    checks=(
        said_once("abuse-twice"),
        ends_after_it_began("told-before-abuse", "notification", "abuse_on", "partners_told_on"),
        Check(
            "no-children-there",
            "There are no children in the household. Does this belong here?",
            where="children_in_household = 0",
            column="children_in_household",
            severity=QUERY,
        ),
    ),
    source=OWN,
)
