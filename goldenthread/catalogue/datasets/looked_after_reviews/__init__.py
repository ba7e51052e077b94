"""Statutory reviews of children looked after, and how each child took part."""

from goldenthread.catalogue.checks import said_once, while_looked_after
from goldenthread.catalogue.codes import looked_after as codes
from goldenthread.catalogue.codes.person import GUIDE, YES_NO
from goldenthread.catalogue.datasets.people import BORN, CHILD, age_on
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date, Differs, Text, Unmatched

DATASET = Dataset(
    name="looked_after_reviews",
    title="Looked-after reviews",
    about="One row for each review of a looked-after child's care, with how the child took part in it.",
    child=CHILD,
    dated_by="review_date",
    columns=(
        Column("local_id", Text(), "the authority's own number for the child", required=True, identity=True),
        Column("date_of_birth", Date(), "the day on which the child was born", identity=True),
        Column("review_date", Date(), "the day on which the review was held", required=True),
        Column("participation", Code(codes.PARTICIPATION), "how the child took part"),
        Column("review_due_on", Date(), "the last day on which it was in time"),
        Column("review_cancelled", Code(YES_NO), "whether it was cancelled"),
    ),
    derived=(age_on("age_at_review", "review_date", "the day of the review", born=BORN.name),),
    checks=(
        said_once("review-twice"),
        Check(
            "review-before-birth",
            "The review is dated {review_date}, before the child was born ({date_of_birth}). Correct whichever"
            " is wrong.",
            where="review_date < date_of_birth",
            column="review_date",
        ),
        Check(
            "not-under-four",
            "The code says that the child was under 4 at the review, but the child was {age_at_review}. How did the"
            " child take part?",
            where="participation = 'PN0' and age_at_review >= 4",
            column="participation",
            severity=WARNING,
        ),
        Check(
            "under-four-otherwise",
            "The child was {age_at_review} at the review, for which the code is PN0, but the code given is"
            " {participation}. Is it right?",
            where="participation <> 'PN0' and age_at_review < 4",
            column="participation",
            severity=QUERY,
        ),
        Check(
            "cancelled-yet-attended",
            "The review is marked as cancelled, and yet it is said how the child took part ({participation}). Was it"
            " held?",
            where="review_cancelled = '1' and participation is not null",
            column="review_cancelled",
            severity=QUERY,
        ),
        while_looked_after("review-outside-care", "review", "review_date"),
        Differs(
            "birth-dates-differ",
            "The date of birth, {date_of_birth}, is not the one in the list of children. Which is right?",
            column="date_of_birth",
            to="people",
            severity=WARNING,
        ),
        Unmatched(
            "review-child-not-listed",
            "This child is not in the list of children of the same return, so sex and ethnicity are not known.",
            to="people",
            severity=WARNING,
        ),
    ),
    source=GUIDE,
)
