"""Deaths of children of which the overview panel was told, and its reviews of them."""

from goldenthread.catalogue.checks import ends_after_it_began, said_once
from goldenthread.catalogue.codes.partners import AGE_GROUP, MODIFIABLE, OWN
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Text

DATASET = Dataset(
    name="child_deaths",
    title="Child deaths",
    about=(
        "One row for each death of which the child death overview panel was told, and whether it has been reviewed."
        " Restricted: what is wrong with a row is shown to its sender alone."
    ),
    dated_by="death_notified_on",
    columns=(
        Column("death_number", Text(), "the panel's own number", required=True, identity=True),
        Column("death_notified_on", Date(), "the day on which the panel was told", required=True),
        Column("death_on", Date(), "the day of the death", identity=True),
        Column("death_expected", Code(YES_NO), "whether it was expected"),
        Column("age_group", Code(AGE_GROUP), "how old the child was"),
        Column("death_reviewed_on", Date(), "the day on which the panel reviewed it"),
        Column("modifiable", Code(MODIFIABLE), "whether factors were found that could be changed"),
    ),
    checks=(
        said_once("death-twice"),
        ends_after_it_began("death-reviewed-before", "review", "death_notified_on", "death_reviewed_on"),
        Check(
            "modifiable-unreviewed",
            "A finding is given ({modifiable}), but no day of the review. When was it reviewed?",
            where="modifiable is not null and death_reviewed_on is null",
            column="death_reviewed_on",
            severity=QUERY,
        ),
    ),
    source=OWN,
    restricted=True,
)
