"""Children whom an agency knows, one row each."""

from goldenthread.catalogue.codes.person import ETHNICITY, GUIDE, NO_UPN, SEX, YES_NO, YES_NO_UNKNOWN
from goldenthread.engine.definitions import (
    ERROR,
    QUERY,
    WARNING,
    AgeAt,
    BirthMonth,
    Check,
    ChildId,
    Code,
    Column,
    Dataset,
    Date,
    From,
    Repeated,
    Text,
)

CHILD = ChildId("local_id", "local authority's number for the child")

LOCAL_ID = Column("local_id", Text(), "the authority's own number for the child", required=True, identity=True)
"""How every dataset of one authority names a child."""

BORN = Column("date_of_birth", Date(), "the day on which the child was born", identity=True)
"""How datasets whose tables repeat it give the day of birth."""


_LISTED = From("people", BORN.name)


def age_on(name: str, on: str, day: str = "that day", *, born: str | From = _LISTED) -> AgeAt:
    """A child's age on a `day`, that of the column `on`, by the list of children in the same return or by its own."""
    return AgeAt(name, on=on, born=born, meaning=f"age in completed years on {day}")


PERSON = ChildId("person_number", "agency's own number for a person")

PERSON_NUMBER = Column("person_number", Text(), "the agency's own number for the person", required=True, identity=True)
"""How partners other than the authority name a child: by numbers of their own, which nobody else uses."""

_NO_NUMBERS = ", ".join(f"'{reason}'" for reason in NO_UPN.codes)

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
        Column("no_upn", Code(NO_UPN), "why there is no unique pupil number"),
        Column("disabled", Code(YES_NO_UNKNOWN), "whether the child has a disability, as the authority records it"),
        Column("cluster", Text(), "the cluster in which the child's family lives"),
        Column("is_mother", Code(YES_NO), "whether she has a child of her own"),
        Column("child_born_on", Date(), "the day on which her own child was born", identity=True),
        Column("expected_on", Date(), "the day on which a child who is not yet born is expected", identity=True),
        Column("died_on", Date(), "the day on which the child died", identity=True),
        Column("unaccompanied", Code(YES_NO), "whether an unaccompanied asylum-seeking child"),
        Column("family_number", Text(), "the authority's own number for the child's family", identity=True),
        Column("former_upn", Text(), "a unique pupil number that the child had before", identity=True),
        Column("postcode", Text(), "where the child lives", identity=True),
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
            where="date_of_birth is null and expected_on is null",
            column="date_of_birth",
            severity=QUERY,
            may_lack=("expected_on",),
        ),
        Repeated(
            "upn-twice",
            "The child in line {other_row} has the same unique pupil number. Is this one child entered twice, or is one"
            " of the numbers wrong?",
            on=("upn",),
            severity=WARNING,
            filled=True,
            where=f"upn not in ({_NO_NUMBERS})",
        ),
        Repeated(
            "sibling-or-same",
            "The child in line {other_row} is of the same family, sex and date of birth. Are they twins, or one child"
            " entered twice?",
            on=("family_number", "date_of_birth", "sex"),
            severity=QUERY,
            filled=True,
        ),
        Check(
            "born-and-expected",
            "A date of birth is given, and also a day on which the child is expected. Once a child is born, take the"
            " expected day out.",
            where="date_of_birth is not null and expected_on is not null",
            column="expected_on",
            severity=QUERY,
        ),
        Check(
            "died-before-birth",
            "The child is said to have died on {died_on}, before being born on {date_of_birth}. Correct whichever is"
            " wrong.",
            where="died_on < date_of_birth",
            column="died_on",
            severity=WARNING,
        ),
        Check(
            "upn-and-none",
            "A unique pupil number is given, and also a reason for having none ({no_upn}). Which is right?",
            where="upn is not null and no_upn is not null",
            column="no_upn",
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
