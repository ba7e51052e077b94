"""Cases of high risk that a multi-agency risk assessment conference (MARAC) discussed."""

from goldenthread.catalogue.checks import said_once
from goldenthread.catalogue.codes.journey import REFERRAL_SOURCE
from goldenthread.catalogue.codes.partners import OWN
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.engine.definitions import Code, Column, Dataset, Date, Text, WholeNumber

DATASET = Dataset(
    name="marac_cases",
    title="Cases at MARAC",
    about=("One row for each case of domestic abuse that a multi-agency risk assessment conference discussed."),
    dated_by="discussed_on",
    columns=(
        Column("marac_number", Text(), "the conference's own number", required=True, identity=True),
        Column("discussed_on", Date(), "the day of the conference", required=True),
        Column("brought_by", Code(REFERRAL_SOURCE), "who brought it"),
        Column("children_in_household", WholeNumber(0), "how many children live there"),
        Column("discussed_before", Code(YES_NO), "whether it was discussed in the twelve months before"),
    ),
    checks=(said_once("marac-twice"),),
    source=OWN,
)
