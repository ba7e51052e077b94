"""People who want to adopt, from their enquiry until they adopt or leave."""

from goldenthread.catalogue.checks import said_once
from goldenthread.catalogue.codes.adoption import LEFT_ADOPTING
from goldenthread.catalogue.codes.person import ETHNICITY, SEX, YES_NO
from goldenthread.catalogue.codes.sources import ANNEX_A
from goldenthread.engine.definitions import (
    QUERY,
    WARNING,
    Check,
    Code,
    Column,
    Dataset,
    Date,
    Repeated,
    Text,
    WholeNumber,
)


def _in_turn(code: str, earlier: str, later: str, said: str) -> Check:
    """One step of the way that may not lie before another."""
    return Check(
        code,
        f"{said} on {{{later}}}, which lies before {{{earlier}}}, when the step before it was taken. Correct whichever"
        " is wrong.",
        where=f"{later} < {earlier}",
        column=later,
        severity=WARNING,
    )


DATASET = Dataset(
    name="prospective_adopters",
    title="Prospective adopters",
    about="One row for each adult who enquired about adopting, with the days of the way from the enquiry to the order.",
    dated_by="enquired_on",
    lasts_until="left_adopting_on",
    columns=(
        Column("adopter_number", Text(), "the agency's own number for the person", required=True, identity=True),
        Column("adopter_family", Text(), "its number for those who adopt together", identity=True),
        Column("adopter_sex", Code(SEX), "the person's sex as recorded"),
        Column("adopter_ethnicity", Code(ETHNICITY), "the ethnic group that the person gave"),
        Column("adopter_disabled", Code(YES_NO), "whether the person has a disability"),
        Column("fostering_for_adoption", Code(YES_NO), "whether fostering a child with a view to adoption"),
        Column("enquired_on", Date(), "the day on which the enquiry was received", required=True),
        Column("stage_one_from", Date(), "the day on which stage 1 started"),
        Column("stage_one_until", Date(), "the day on which stage 1 ended"),
        Column("stage_two_from", Date(), "the day on which stage 2 started"),
        Column("stage_two_until", Date(), "the day on which stage 2 ended"),
        Column("applied_on", Date(), "the day on which the application was submitted"),
        Column("adopter_approved_on", Date(), "the day on which it was approved"),
        Column("adopter_matched_on", Date(), "the day on which the person was matched with a child"),
        Column("children_placed_on", Date(), "the day on which a child or children were placed"),
        Column("children_placed", WholeNumber(0), "how many children were placed"),
        Column("adopted_on", Date(), "the day of the adoption order"),
        Column("left_adopting_on", Date(), "the day on which the person left the process"),
        Column("left_adopting_because", Code(LEFT_ADOPTING), "why"),
    ),
    checks=(
        said_once("adopter-twice"),
        Repeated(
            "adopter-enquiry-twice",
            "This person's enquiry of that day stands in line {other_row} already. Which of the two lines is right?",
            on=("adopter_number", "enquired_on"),
            severity=QUERY,
        ),
        _in_turn("stage-one-backwards", "stage_one_from", "stage_one_until", "Stage 1 ended"),
        _in_turn("stage-two-before-one", "stage_one_until", "stage_two_from", "Stage 2 started"),
        _in_turn("stage-two-backwards", "stage_two_from", "stage_two_until", "Stage 2 ended"),
        _in_turn("approved-before-applied", "applied_on", "adopter_approved_on", "The application was approved"),
        _in_turn("matched-before-approved", "adopter_approved_on", "adopter_matched_on", "The adopter was matched"),
        _in_turn("placed-before-match", "adopter_matched_on", "children_placed_on", "A child was placed"),
        _in_turn("order-before-placed", "children_placed_on", "adopted_on", "An adoption order was made"),
        Check(
            "left-without-date",
            "A reason for leaving the process is given ({left_adopting_because}), but no date. When was it?",
            where="left_adopting_because is not null and left_adopting_on is null",
            column="left_adopting_on",
            severity=QUERY,
        ),
    ),
    source=ANNEX_A,
    restricted=True,
)
