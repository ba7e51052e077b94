"""Offences of which looked-after children were convicted."""

from goldenthread.catalogue.checks import child_listed, said_once, while_looked_after
from goldenthread.catalogue.codes.sources import STANDARD
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import QUERY, Check, Column, Dataset, Date, Text

DATASET = Dataset(
    name="looked_after_convictions",
    title="Convictions of looked-after children",
    about="One row for each offence, committed while looked after, of which a child was convicted.",
    child=CHILD,
    dated_by="offended_on",
    columns=(
        LOCAL_ID,
        Column("offended_on", Date(), "the day of the offence", required=True),
        Column("offence", Text(free=True), "what the offence was"),
    ),
    derived=(age_on("age_at_offence", "offended_on"),),
    checks=(
        said_once("offence-twice"),
        Check(
            "offence-under-ten",
            "The child was {age_at_offence} on {offended_on}. Is the date right, and the date of birth?",
            where="age_at_offence < 10",
            column="offended_on",
            severity=QUERY,
        ),
        while_looked_after("offence-outside-care", "offence", "offended_on", QUERY),
        child_listed("offence-child-not-listed"),
    ),
    source=STANDARD,
    restricted=True,
)
