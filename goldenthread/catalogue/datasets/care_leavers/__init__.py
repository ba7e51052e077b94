"""Young people who have left care, and what the authority knows of them."""

from goldenthread.catalogue.checks import birth_dates_agree, child_listed, said_once
from goldenthread.catalogue.codes import leaving_care as codes
from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.codes.sources import ANNEX_A, RULES, STANDARD
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date, Text

_UNSUITABLE = ", ".join(f"'{code}'" for code in codes.ACCOMMODATION.codes if code.endswith("2"))

DATASET = Dataset(
    name="care_leavers",
    title="Care leavers",
    about=(
        "One row for each young person who has left care, as things stood on a day: whether the authority is in touch,"
        " where the young person lives, whether that is suitable, and whether in education, employment or training."
    ),
    child=CHILD,
    dated_by="standing_on",
    columns=(
        LOCAL_ID,
        BORN,
        Column(
            "standing_on",
            Date(),
            "the day on which this stood; blank for the last that the return covers",
            or_last_day=True,
        ),
        Column("eligibility", Code(codes.ELIGIBILITY), "to what the young person is entitled"),
        Column("in_touch", Code(codes.IN_TOUCH), "whether the authority is in touch", expected=True),
        Column("latest_contact", Date(), "the day of the latest contact"),
        Column("accommodation", Code(codes.ACCOMMODATION), "where the young person lives and whether it is suitable"),
        Column("accommodation_kind", Code(codes.ACCOMMODATION_KIND), "where, from senders who tell the two apart"),
        Column("accommodation_suitable", Code(codes.SUITABILITY), "whether it is suitable, from the same senders"),
        Column("activity", Code(codes.ACTIVITY), "what the young person does"),
        Column("pathway_plan_reviewed_on", Date(), "the day of the latest review of the pathway plan"),
        Column("personal_adviser", Text(), "who advises the young person", identity=True),
        Column("allocated_team", Text(), "the team that the young person is allocated to"),
        Column("allocated_worker", Text(), "the social worker", identity=True),
    ),
    derived=(age_on("age_on_the_day", "standing_on", "the day on which this stood", born=BORN.name),),
    checks=(
        said_once("leaver-twice"),
        Check(
            "leaver-under-sixteen",
            "The young person was {age_on_the_day} on {standing_on}. Is this a care leaver, and is the date right?",
            where="age_on_the_day < 16",
            column="standing_on",
            severity=QUERY,
        ),
        Check(
            "contact-after-the-day",
            "The latest contact is dated {latest_contact}, after {standing_on}, the day on which this stood. Correct"
            " whichever is wrong.",
            where="latest_contact > standing_on",
            column="latest_contact",
            severity=WARNING,
        ),
        Check(
            "gone-but-active",
            "By the code {in_touch} the young person has died or gone back to the family, and yet an activity is given"
            " ({activity}). Which is right?",
            where="in_touch in ('DIED', 'RHOM') and activity <> '0'",
            column="activity",
            severity=QUERY,
        ),
        Check(
            "in-touch-yet-unknown",
            "The authority is in touch with the young person, but it is not known where the young person lives or what"
            " the young person does. Is that so?",
            where="in_touch = 'YES' and (activity = '0' or accommodation = '0')",
            column="in_touch",
            severity=QUERY,
        ),
        Check(
            "suitable-or-not",
            "One column says that the accommodation is suitable and another that it is not ({accommodation}). Which is"
            " right?",
            where=(
                f"(accommodation_suitable = '1' and accommodation in ({_UNSUITABLE}))"
                f" or (accommodation_suitable = '2' and accommodation <> '0' and accommodation not in ({_UNSUITABLE}))"
            ),
            column="accommodation_suitable",
            severity=WARNING,
        ),
        birth_dates_agree("leaver-birth-dates-differ"),
        child_listed("leaver-not-listed"),
    ),
    source=f"{GUIDE} {RULES} {ANNEX_A} {STANDARD}",
    reports_standing=True,
)
