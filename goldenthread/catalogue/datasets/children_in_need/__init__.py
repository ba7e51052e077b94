"""Children in need as things stood on one day, as a list for inspectors tells it."""

from goldenthread.catalogue.checks import (
    before_birth,
    birth_dates_agree,
    child_listed,
    ends_after_it_began,
    long_before_birth,
    said_once,
)
from goldenthread.catalogue.codes.journey import CASE_STATUS, NEED, REASON_CLOSED
from goldenthread.catalogue.codes.person import YES_NO_UNKNOWN
from goldenthread.catalogue.codes.sources import ANNEX_A
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, AgeAt, Check, Code, Column, Dataset, Date, Text

DATASET = Dataset(
    name="children_in_need",
    title="Children in need on a day",
    about=(
        "One row for each child whose case was open on the day of the list, or was closed in the six months before,"
        " with how the case stands. Referrals, assessments and plans have datasets of their own."
    ),
    child=CHILD,
    dated_by="need_since",
    lasts_until="need_until",
    columns=(
        LOCAL_ID,
        BORN,
        Column("need_since", Date(), "the day on which the child came to be in need"),
        Column("primary_need", Code(NEED), "the main reason why"),
        Column("last_seen_on", Date(), "the day on which the child was last seen"),
        Column("need_until", Date(), "the day on which the case was closed; blank while open", expected=True),
        Column("closed_because", Code(REASON_CLOSED), "why it was closed"),
        Column("case_status", Code(CASE_STATUS), "how the case stands", expected=True),
        Column("disabled", Code(YES_NO_UNKNOWN), "whether the child has a disability, as the list has it"),
        Column("team", Text(), "the team that the child is allocated to"),
        Column("worker", Text(), "the social worker", identity=True),
    ),
    derived=(
        AgeAt("age_in_need", on="need_since", born="date_of_birth", meaning="age in completed years when it began"),
    ),
    checks=(
        said_once("in-need-twice"),
        ends_after_it_began("in-need-ends-before-start", "case", "need_since", "need_until"),
        before_birth("in-need-before-birth", "start of the need", "need_since"),
        long_before_birth("in-need-long-before-birth", "start of the need", "need_since"),
        Check(
            "adult-in-need",
            "The young person was {age_in_need} on {need_since}. Is this a child in need, and is the date of birth"
            " right?",
            where="age_in_need >= 18",
            column="need_since",
            severity=QUERY,
        ),
        birth_dates_agree("in-need-birth-dates-differ"),
        child_listed("in-need-child-not-listed"),
    ),
    source=ANNEX_A,
    reports_standing=True,
)
