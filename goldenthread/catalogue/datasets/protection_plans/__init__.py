"""Child protection plans."""

from goldenthread.catalogue.checks import before_birth, birth_dates_agree, child_listed, long_before_birth, said_once
from goldenthread.catalogue.codes.journey import ABUSE, CENSUS
from goldenthread.catalogue.codes.person import YES_NO, YES_NO_UNKNOWN
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import (
    QUERY,
    WARNING,
    Check,
    Code,
    Column,
    Dataset,
    Date,
    NotPreceded,
    Overlapping,
    Text,
    WholeNumber,
)

DATASET = Dataset(
    name="protection_plans",
    title="Child protection plans",
    about=(
        "One row for each time for which a child was the subject of a child protection plan, from the conference that"
        " made it to the one that ended it."
    ),
    child=CHILD,
    dated_by="plan_start",
    lasts_until="plan_end",
    columns=(
        LOCAL_ID,
        Column("plan_start", Date(), "the day on which it began", required=True),
        Column("abuse_category", Code(ABUSE), "the latest category of abuse"),
        Column("previous_plans", WholeNumber(0, 20), "how many plans of this authority the child had before"),
        Column("plan_end", Date(), "the day on which it ended; blank while it lasts", expected=True),
        Column("initial_category", Code(ABUSE), "the category of abuse when it began"),
        Column("moved_here", Code(YES_NO), "whether it was taken over from another area"),
        Column("other_authority", Code(YES_NO), "whether it is another authority's plan, for a child who lives here"),
        Column("latest_visit_on", Date(), "the day of the latest statutory visit"),
        Column("seen_alone", Code(YES_NO_UNKNOWN), "whether the child was seen alone at it"),
        Column("latest_review_on", Date(), "the day of the latest review conference"),
        Column("emergency_protection", Code(YES_NO), "whether under an emergency order or police powers in six months"),
        Column("disabled", Code(YES_NO_UNKNOWN), "whether the child has a disability, as the plan has it"),
        BORN,
        Column("team", Text(), "the team that the child is allocated to"),
        Column("worker", Text(), "the social worker", identity=True),
    ),
    derived=(
        age_on("age_at_start", "plan_start", "the day on which it began"),
        age_on("age_at_end", "plan_end", "the day on which it ended"),
    ),
    checks=(
        said_once("plan-twice"),
        Check(
            "plan-ends-before-start",
            "The plan ended on {plan_end}, before it began on {plan_start}. Correct whichever is wrong.",
            where="plan_end < plan_start",
            column="plan_end",
        ),
        Overlapping(
            "plans-overlap",
            "This plan began on {plan_start}, before the child's plan in line {other_row} had ended. The child is"
            " counted once, but one of the two has a wrong date.",
            opened="plan_start",
            closed="plan_end",
            severity=WARNING,
        ),
        before_birth("plan-before-birth", "plan", "plan_start"),
        long_before_birth("plan-long-before-birth", "plan", "plan_start"),
        birth_dates_agree("plan-birth-dates-differ"),
        Check(
            "plan-review-before-start",
            "The latest review is dated {latest_review_on}, before the plan began on {plan_start}. Correct whichever is"
            " wrong.",
            where="latest_review_on < plan_start",
            column="latest_review_on",
            severity=WARNING,
        ),
        Check(
            "many-previous-plans",
            "The child is said to have had {previous_plans} plans before. Is that so?",
            where="previous_plans >= 6",
            column="previous_plans",
            severity=QUERY,
        ),
        # That a plan begins within 31 days of its conference is our own convention, for lack of a link between the two.
        NotPreceded(
            "plan-without-conference",
            "There is no initial conference about this child in this return in the 31 days up to {plan_start}. Send it,"
            " or correct the date.",
            on="plan_start",
            to="initial_conferences",
            day="conference_date",
            days=31,
            severity=QUERY,
        ),
        NotPreceded(
            "plan-before-referral",
            "The plan is dated {plan_start}, before the child's first referral in this return. Send the"
            " referral that is missing, or correct the date.",
            on="plan_start",
            to="referrals",
            day="referral_date",
            severity=QUERY,
        ),
        child_listed("plan-child-not-listed"),
    ),
    source=CENSUS,
)
