"""Permanent homes that children had before they came into care again."""

from goldenthread.catalogue.checks import birth_dates_agree, child_listed, said_once, told_once_a_child
from goldenthread.catalogue.codes.looked_after import PREVIOUS_PERMANENCE
from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Text

# A day, as others write it too, or with what is not known of it as letters.
_DAY_KNOWN_OR_NOT = (
    r"\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}([ T]00:00.*)?|[zZ]{2}/\d{1,2}/\d{4}|[zZ]{2}/[zZ]{2}/(\d{4}|[zZ]{4})"
)

DATASET = Dataset(
    name="previous_permanence",
    title="Previous permanence",
    about=(
        "One row for each child who started to be looked after, with the permanent home (adoption, special guardianship"
        " or other order) that the child had been given before, if any."
    ),
    child=CHILD,
    dated_by="",
    columns=(
        LOCAL_ID,
        BORN,
        Column("permanence_before", Code(PREVIOUS_PERMANENCE), "what kind of permanent home it was", required=True),
        Column("permanence_arranged_by", Text(), "the authority that arranged it, where known"),
        Column(
            "permanence_order_date",
            Text(shape=_DAY_KNOWN_OR_NOT, like="31/05/2012, or zz/05/2012 where the day is not known"),
            "the date of the order; parts that are not known are written as zz",
        ),
    ),
    checks=(
        said_once("permanence-before-twice"),
        told_once_a_child("permanence-before-told-twice"),
        Check(
            "permanence-without-date",
            "There was a permanent home before ({permanence_before}), but no date of the order. Write zz/zz/zzzz where"
            " it is not known.",
            where="permanence_before <> 'Z1' and permanence_order_date is null",
            column="permanence_order_date",
            severity=QUERY,
        ),
        Check(
            "order-without-permanence",
            "By its code there was no permanent home before, but a date or an authority is given. Which is right?",
            where=(
                "permanence_before = 'Z1' and (permanence_order_date is not null or permanence_arranged_by is not null)"
            ),
            column="permanence_before",
            severity=QUERY,
        ),
        birth_dates_agree("permanence-before-birth-dates-differ"),
        child_listed("permanence-before-child-not-listed"),
    ),
    source=GUIDE,
    restricted=True,
)
