"""Enquiries under section 47 of the Children Act 1989, into whether a child is being harmed."""

from goldenthread.catalogue.checks import child_listed, ends_after_it_began, said_once
from goldenthread.catalogue.codes.journey import CENSUS
from goldenthread.catalogue.codes.person import YES_NO, YES_NO_UNKNOWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import (
    QUERY,
    WARNING,
    Check,
    Code,
    Column,
    Dataset,
    Date,
    NotPreceded,
    Text,
    WholeNumber,
)

DATASET = Dataset(
    name="section_47_enquiries",
    title="Section 47 enquiries",
    about=("One row for each child in each enquiry, from the strategy discussion that began it."),
    child=CHILD,
    dated_by="strategy_date",
    columns=(
        LOCAL_ID,
        Column("strategy_date", Date(), "the day of the strategy discussion that began it", required=True),
        Column("conference_needed", Code(YES_NO), "whether a child protection conference was found to be needed"),
        Column("conference_not_needed", Code(YES_NO), "the same, as returns ask it: whether none was needed"),
        Column("conference_target", Date(), "the last day on which a conference would be in time"),
        Column("conference_date", Date(), "the day of the conference that followed"),
        Column("ended_on", Date(), "the day on which it ended"),
        Column("enquiries_in_12_months", WholeNumber(0), "enquiries in the last 12 months, as the sender counts them"),
        Column("conferences_in_12_months", WholeNumber(0), "initial conferences likewise"),
        Column("disabled", Code(YES_NO_UNKNOWN), "whether the child has a disability, as the enquiry has it"),
        Column("team", Text(), "the team that the child is allocated to"),
        Column("worker", Text(), "the social worker", identity=True),
    ),
    derived=(age_on("age_at_enquiry", "strategy_date", "the day of the strategy discussion"),),
    checks=(
        said_once("enquiry-twice"),
        ends_after_it_began("enquiry-ends-before-start", "enquiry", "strategy_date", "ended_on"),
        Check(
            "conference-before-enquiry",
            "The conference is dated {conference_date}, before the strategy discussion on {strategy_date}. Correct"
            " whichever is wrong.",
            where="conference_date < strategy_date",
            column="conference_date",
            severity=WARNING,
        ),
        Check(
            "needless-conference-held",
            "No conference was found to be needed, and yet one was held on {conference_date}. Which is right?",
            where="conference_not_needed = '1' and conference_date is not null",
            column="conference_not_needed",
            severity=QUERY,
        ),
        Check(
            "no-enquiry-counted",
            "This row is an enquiry, and yet the number of enquiries in the last 12 months is 0. Does the number leave"
            " out the row's own?",
            where="enquiries_in_12_months = 0",
            column="enquiries_in_12_months",
            severity=QUERY,
        ),
        NotPreceded(
            "enquiry-without-referral",
            "There is no referral of this child in this return on or before {strategy_date}. Send it, or correct the"
            " date.",
            on="strategy_date",
            to="referrals",
            day="referral_date",
            severity=QUERY,
        ),
        child_listed("enquiry-child-not-listed"),
    ),
    source=CENSUS,
)
