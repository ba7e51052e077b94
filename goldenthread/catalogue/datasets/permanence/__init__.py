"""The way of children to a permanent home: adoption, special guardianship or another order."""

from goldenthread.catalogue.checks import birth_dates_agree, child_listed, not_before_birth, said_once
from goldenthread.catalogue.codes import adoption as codes
from goldenthread.catalogue.codes.person import GUIDE, YES_NO
from goldenthread.catalogue.codes.sources import ANNEX_A, RULES, STANDARD
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date, Text, WholeNumber

DATASET = Dataset(
    name="permanence",
    title="Permanence",
    about=(
        "One row for each child on the way to a permanent home: when it was decided, when the child was matched and"
        " placed, and the order that made it permanent. The days tell how long each part of the way took."
    ),
    child=CHILD,
    dated_by="adoption_decided_on",
    lasts_until="permanence_order_on",
    columns=(
        LOCAL_ID,
        BORN,
        Column("family_number", Text(), "the authority's own number for the child's family", identity=True),
        Column("entered_care_on", Date(), "the day on which the child came into care"),
        Column(
            "adoption_decided_on",
            Date(),
            "the day of the agency's decision that the child should be placed for adoption",
            expected=True,
        ),
        Column("fostering_decided_on", Date(), "the day of the decision to foster for adoption, or to plan both ways"),
        Column("fostering_placed_on", Date(), "the day on which the child was placed so"),
        Column("placement_order_on", Date(), "the day of the placement order, or freeing order"),
        Column("matched_on", Date(), "the day on which child and prospective adopters were matched"),
        Column("adopters_placed_on", Date(), "the day on which the child was placed with them for adoption"),
        Column("carer_placed_on", Date(), "the day on which a child adopted by foster carers was placed with them"),
        Column("adopted_by_carer", Code(YES_NO), "whether those who adopt were the child's foster carers"),
        Column("decision_reversed_on", Date(), "the day of the decision not to place for adoption any more"),
        Column("decision_reversed_because", Code(codes.NO_LONGER_PLACED), "why it was reversed"),
        Column("permanence_order_on", Date(), "the day of the order that made the home permanent"),
        Column("permanence_order_kind", Code(codes.PERMANENCE_ORDER), "what order it was"),
        Column("adopters", WholeNumber(1, 2), "how many people adopt"),
        Column("adopters_sex", Code(codes.ADOPTERS_SEX), "their sex"),
        Column("adopters_status", Code(codes.ADOPTERS_STATUS), "their legal status"),
        Column("among_siblings", Code(YES_NO), "whether the child is one of a group of siblings"),
        Column("siblings_together", WholeNumber(0), "how many of them are placed together, with this child"),
        Column("siblings_apart", WholeNumber(0), "how many of them are placed elsewhere"),
        Column("adoption_agency", Text(), "the number of the agency that provided the placement", identity=True),
    ),
    derived=(age_on("age_at_order", "permanence_order_on", "the day of the order", born=BORN.name),),
    checks=(
        said_once("permanence-twice"),
        Check(
            "decided-before-care",
            "Adoption was decided on {adoption_decided_on}, before the child came into care on {entered_care_on}."
            " Correct whichever is wrong.",
            where="adoption_decided_on < entered_care_on",
            column="adoption_decided_on",
            severity=WARNING,
        ),
        Check(
            "matched-before-decided",
            "The child was matched on {matched_on}, before adoption was decided on {adoption_decided_on}. Correct"
            " whichever is wrong.",
            where="matched_on < adoption_decided_on",
            column="matched_on",
            severity=WARNING,
        ),
        Check(
            "placed-before-matched",
            "The child was placed on {adopters_placed_on}, before being matched on {matched_on}. Correct whichever is"
            " wrong.",
            where="adopters_placed_on < matched_on",
            column="adopters_placed_on",
            severity=WARNING,
        ),
        Check(
            "adopted-before-placed",
            "The order is dated {permanence_order_on}, before the child was placed with the adopters on"
            " {adopters_placed_on}. Correct whichever is wrong.",
            where="permanence_order_on < adopters_placed_on",
            column="permanence_order_on",
        ),
        Check(
            "adopted-and-reversed",
            "Adoption was given up on {decision_reversed_on}, and yet an adoption order is dated"
            " {permanence_order_on}. Which is right?",
            where="decision_reversed_on <= permanence_order_on and permanence_order_kind = 'adoption'",
            column="decision_reversed_on",
            severity=QUERY,
        ),
        Check(
            "reversed-without-reason",
            "Adoption was given up on {decision_reversed_on}, but no reason is given. Why?",
            where="decision_reversed_on is not null and decision_reversed_because is null",
            column="decision_reversed_because",
            severity=QUERY,
        ),
        Check(
            "adopters-miscounted",
            "There are {adopters} adopters, but the codes of their sex or legal status speak of another number"
            " ({adopters_sex}, {adopters_status}). Which is right?",
            where=(
                "(adopters = 1 and (adopters_sex in ('MM', 'FF', 'MF') or adopters_status <> 'L0'))"
                " or (adopters = 2 and (adopters_sex in ('M1', 'F1') or adopters_status = 'L0'))"
            ),
            column="adopters",
            severity=QUERY,
        ),
        Check(
            "adopters-unlike",
            "The legal status of the adopters ({adopters_status}) is not expected of those whose sex is given"
            " ({adopters_sex}). Which of the two codes is right?",
            where=(
                "(adopters_status in ('L11', 'L3') and adopters_sex in ('MM', 'FF'))"
                " or (adopters_status in ('L12', 'L4') and adopters_sex = 'MF')"
            ),
            column="adopters_status",
            severity=QUERY,
        ),
        not_before_birth("order-before-birth", "order", "permanence_order_on", WARNING),
        birth_dates_agree("permanence-birth-dates-differ"),
        child_listed("permanence-child-not-listed"),
    ),
    source=f"{GUIDE} {RULES} {ANNEX_A} {STANDARD}",
    restricted=True,
)
