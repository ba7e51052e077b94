"""Children whom an agency knows, one row each."""

from goldenthread.catalogue.codes.person import ETHNICITY, GUIDE, SEX, YES_NO
from goldenthread.engine.definitions import (
    ERROR,
    QUERY,
    BirthMonth,
    Check,
    ChildId,
    Code,
    Column,
    Dataset,
    Date,
    Repeated,
    Text,
)

CHILD = ChildId("local_id", "local authority's number for the child")

LOCAL_ID = Column("local_id", Text(), "the authority's own number for the child", required=True, identity=True)
"""How every dataset of one authority names a child."""

BORN = Column("date_of_birth", Date(), "the day on which the child was born", identity=True)
"""How datasets whose tables repeat it give the day of birth."""

DATASET = Dataset(
    name="people",
    title="People",
    about=(
        "One row for each child in the return: who the child is, in the words that figures are broken down by."
        " Names and numbers go to the vault; sex, ethnicity and the month of birth are kept for counting."
    ),
    child=CHILD,
    dated_by="",
    columns=(
        LOCAL_ID,
        Column("sex", Code(SEX), "the child's sex as recorded"),
        Column("date_of_birth", Date(), "the day on which the child was born or is expected", identity=True),
        Column("ethnicity", Code(ETHNICITY), "the ethnic group that the child, parent or carer gave"),
        Column("upn", Text(), "unique pupil number, or the reason why there is none", identity=True),
        Column("disabled", Code(YES_NO), "whether the child has a disability, as the authority records it"),
        Column("cluster", Text(), "the cluster in which the child's family lives"),
        Column("is_mother", Code(YES_NO), "whether she has a child of her own"),
        Column("child_born_on", Date(), "the day on which her own child was born", identity=True),
    ),
    derived=(BirthMonth("birth_month", born="date_of_birth", meaning="the first day of the month of birth"),),
    checks=(
        Repeated(
            "child-twice",
            "This child stands in line {other_row} already. The first line was taken; take this one out, or correct"
            " the number.",
            on=("local_id",),
            severity=ERROR,
        ),
        Check(
            "no-date-of-birth",
            "There is no date of birth, so this child is in no age group. Give the date if it is known.",
            where="date_of_birth is null",
            column="date_of_birth",
            severity=QUERY,
        ),
        Check(
            "mother-without-child",
            "A date of birth of her child is given ({child_born_on}), but she is not marked as a mother. Which"
            " is right?",
            where="child_born_on is not null and (is_mother is null or is_mother <> '1')",
            column="is_mother",
            severity=QUERY,
        ),
    ),
    source=GUIDE,
)
