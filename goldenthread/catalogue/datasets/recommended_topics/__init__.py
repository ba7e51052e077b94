"""Topics on which somebody has made recommendations to the board or its agencies."""

from goldenthread.catalogue.codes.board import OWN, RECOMMENDED_BY
from goldenthread.engine.definitions import Check, Code, Column, Dataset, Date, Repeated, Text

DATASET = Dataset(
    name="recommended_topics",
    title="Topics of recommendations",
    about=(
        "One row for each topic on which a kind of source made recommendations in a financial year, in the board's own"
        " register of recommendations. The register has their words."
    ),
    dated_by="recommended_on",
    columns=(
        Column("topic", Text(), "the topic, as the register names it", required=True),
        Column("recommended_by", Code(RECOMMENDED_BY), "what kind of source recommended something", required=True),
        Column("recommended_on", Date(), "the first day of that year on which it did", required=True),
        Column(
            "progressed_on",
            Date(),
            "the first day by which an action that meets it was reported to go on, or done; blank if none was",
            expected=True,
        ),
    ),
    checks=(
        Repeated(
            "topic-twice",
            "Line {other_row} has this topic of that day already. The first was taken; take this one out.",
            on=("topic", "recommended_by", "recommended_on"),
        ),
        Check(
            "progressed-before",
            "It had progressed by {progressed_on}, before it was recommended, {recommended_on}. Which is right?",
            where="progressed_on < recommended_on",
            column="progressed_on",
        ),
    ),
    source=OWN,
)
