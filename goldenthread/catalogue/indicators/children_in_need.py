"""Children in need: how many have an open case."""

from goldenthread.catalogue.breakdowns import CHILD, PEOPLE, PRIMARY_NEED
from goldenthread.catalogue.populations import CHILDREN_0_TO_17
from goldenthread.catalogue.sources import CHILDREN_IN_NEED
from goldenthread.catalogue.sub_groups import FRONT_DOOR
from goldenthread.engine.definitions import (
    CHILDREN,
    HOW_MUCH,
    NEITHER,
    SUB_GROUP,
    At,
    Count,
    Indicator,
    Rate,
)

_OTHERS = "Young people who have left care, and referrals that led to nothing: the list leaves them out."
_DATED = (
    "Cases without the day on which they began are not counted: it is not known whether they had begun. The return's"
    " page says how many they are."
)

in_need = Indicator(
    code="CIN1",
    title="Children in need",
    asks=HOW_MUCH,
    why=(
        "It is everybody whom children's social care is helping, on a protection plan or in care or neither. When"
        " fewer are on a plan, this says whether they are helped in another way."
    ),
    dataset="children_in_need",
    over=At(opened="need_since", closed="need_until"),
    counts=CHILDREN,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, PRIMARY_NEED),
    sentence="{numerator:child was|children were} in need {period}.",
    noun="children in need",
    definition=(
        "Children with a case that had been opened by the end of the day and had not been closed by then: those who"
        " are being assessed, have a child in need plan or a protection plan, or are looked after. National statistics"
        " count cases open at 31 March, of which a child has one at a time; here each child is counted once."
    ),
    source=CHILDREN_IN_NEED,
    excludes=_OTHERS,
    unknowns=_DATED,
    sub_group=FRONT_DOOR,
)

in_need_rate = Indicator(
    code="CIN2",
    title="Children in need, for every 10,000 children in the area",
    asks=HOW_MUCH,
    why=(
        "It makes areas of different size comparable. It depends on the population estimate, whose edition stands"
        " beside it."
    ),
    dataset="children_in_need",
    over=At(opened="need_since", closed="need_until"),
    counts=CHILDREN,
    measure=Rate(per=10_000, of=CHILDREN_0_TO_17),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=PEOPLE,
    sentence="{value} in every 10,000 children in the area were in need {period}.",
    noun="children in need",
    definition=(
        "Children in need (CIN1) divided by the mid-year estimate of children aged 0 to 17, of the year in which the"
        " financial year began, times 10,000. The national measure, on 31 March, is of every open episode of"
        " need, also of those whom the list leaves out."
    ),
    source=CHILDREN_IN_NEED,
    excludes=_OTHERS,
    unknowns=f"{_DATED} Without a population estimate there is no rate, and the figure says so.",
    sub_group=FRONT_DOOR,
)
