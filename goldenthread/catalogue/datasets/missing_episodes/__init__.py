"""Times at which children went missing."""

from goldenthread.catalogue.checks import birth_dates_agree, child_listed, not_before_birth, said_once
from goldenthread.catalogue.codes.health import RETURN_INTERVIEW
from goldenthread.catalogue.codes.journey import MISSING_FROM, OWN
from goldenthread.catalogue.codes.looked_after import MISSING_KIND
from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.codes.sources import STANDARD
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date, Overlapping, Text

DATASET = Dataset(
    name="missing_episodes",
    title="Missing episodes",
    about=(
        "One row for each time a child went missing. A child may go missing many times: episodes and children are never"
        " the same number."
    ),
    child=CHILD,
    dated_by="missing_on",
    columns=(
        LOCAL_ID,
        Column("missing_on", Date(), "the day on which the child went missing", required=True),
        Column("missing_from", Code(MISSING_FROM), "where the child went missing from"),
        Column("found_on", Date(), "the day on which the child was found; blank while missing"),
        BORN,
        Column("missing_kind", Code(MISSING_KIND), "whether missing, or absent from a place where the child should be"),
        Column("missing_area", Text(), "the part of the area, or the other area, that the child went missing from"),
        Column("interview_offered", Code(RETURN_INTERVIEW), "whether a return home interview was offered"),
        Column("interview_accepted", Code(RETURN_INTERVIEW), "whether the child accepted it"),
        Column("interview_held_on", Date(), "the day on which it was held"),
    ),
    derived=(age_on("age_when_missing", "missing_on"),),
    checks=(
        said_once("missing-twice"),
        Check(
            "found-before-missing",
            "The child was found on {found_on}, before going missing on {missing_on}. Correct whichever is wrong.",
            where="found_on < missing_on",
            column="found_on",
        ),
        Overlapping(
            "missing-overlap",
            "The child went missing on {missing_on}, before being found again in line {other_row}. Are these two"
            " episodes or one?",
            opened="missing_on",
            closed="found_on",
            severity=QUERY,
        ),
        Check(
            "interview-before-found",
            "The interview is dated {interview_held_on}, before the child was found on {found_on}. Correct whichever is"
            " wrong.",
            where="interview_held_on < found_on",
            column="interview_held_on",
            severity=WARNING,
        ),
        Check(
            "interview-not-offered",
            "An interview was accepted or held, but the child is said not to have been offered one. Which is right?",
            where="interview_offered in ('N', 'NA') and (interview_accepted = 'Y' or interview_held_on is not null)",
            column="interview_offered",
            severity=QUERY,
        ),
        Check(
            "interview-not-accepted",
            "An interview was held on {interview_held_on}, but the child is said not to have accepted one. Which is"
            " right?",
            where="interview_accepted = 'N' and interview_held_on is not null",
            column="interview_accepted",
            severity=QUERY,
        ),
        not_before_birth("missing-before-birth", "episode", "missing_on"),
        birth_dates_agree("missing-birth-dates-differ"),
        child_listed("missing-child-not-listed"),
    ),
    source=f"{OWN} {GUIDE} {STANDARD}",
)
