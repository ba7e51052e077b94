"""The front door beside the population, and child by child."""

from goldenthread.catalogue.breakdowns import CHILD, CONTACTED_BY, PEOPLE, REFERRED_BY, WHO
from goldenthread.catalogue.populations import CHILDREN_0_TO_17
from goldenthread.catalogue.sources import CHILDREN_IN_NEED, OWN
from goldenthread.catalogue.sub_groups import FRONT_DOOR
from goldenthread.engine.definitions import (
    CHILDREN,
    HOW_MUCH,
    HOW_WELL,
    LOWER,
    NEITHER,
    ROWS,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    Count,
    During,
    Indicator,
    Proportion,
    Rate,
)

referral_rate = Indicator(
    code="FD11",
    title="Referrals, for every 10,000 children in the area",
    asks=HOW_MUCH,
    why=(
        "It makes areas of different size comparable. A part of a year has a part of the year's rate: it is not made"
        " up to a year."
    ),
    dataset="referrals",
    over=During("referral_date", age="age_at_referral"),
    counts=ROWS,
    measure=Rate(per=10_000, of=CHILDREN_0_TO_17),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=PEOPLE,
    sentence="{value} referrals were accepted for every 10,000 children in the area {period}.",
    noun="referrals",
    definition=(
        "Referrals accepted in the period (FD7) divided by the mid-year estimate of children aged 0 to 17, of the year"
        " in which the financial year began, times 10,000."
    ),
    source=CHILDREN_IN_NEED,
    excludes="Requests that were not accepted.",
    unknowns="None beside those of FD7. Without a population estimate there is no rate, and the figure says so.",
    sub_group=FRONT_DOOR,
)

children_referred_again = Indicator(
    code="FD12",
    title="Children referred who had been referred within the twelve months before",
    asks=WHAT_DIFFERENCE,
    why=(
        "It counts children where re-referrals (FD9) count referrals. A few children who are referred over and over"
        " make the two differ; national statistics give both."
    ),
    dataset="re_referrals",
    over=During("referral_date", age="age_at_referral"),
    counts=CHILDREN,
    measure=Proportion(where="referred_before is not null and months_between(referred_before, referral_date) < 12"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence=(
        "{value} of children referred {period} had been referred before within twelve months ({numerator} of"
        " {denominator})."
    ),
    noun="children referred again within twelve months",
    definition=(
        "Children of whom at least one referral in the period came less than twelve months after the one before, out"
        " of all children referred in the period. A period is counted only where the returns reach back twelve months"
        " before it."
    ),
    source=CHILDREN_IN_NEED,
    excludes="Requests that were not accepted.",
    unknowns="None: a child of whom no earlier referral is recorded has not been referred before.",
    sub_group=FRONT_DOOR,
)

contacts = Indicator(
    code="FD13",
    title="Contacts",
    asks=HOW_MUCH,
    why="It is how often somebody tells children's services of a worry, whether or not anything is asked for.",
    dataset="contacts",
    over=During("contact_date"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, CONTACTED_BY),
    sentence="{numerator:contact was|contacts were} made {period}.",
    noun="contacts",
    definition="Contacts made in the period, each child in each of them counted once.",
    source=OWN,
    excludes="Nothing.",
    unknowns="None: a contact must have its day to be taken in.",
    sub_group=FRONT_DOOR,
)

contacts_to_requests = Indicator(
    code="FD14",
    title="Contacts that became a request for service",
    asks=HOW_WELL,
    why=(
        "A contact that asks for nothing still takes time. When few become requests, partners may be unsure what"
        " belongs at the front door."
    ),
    dataset="contacts",
    over=During("contact_date"),
    counts=ROWS,
    measure=Proportion(where="led_to_request = '1'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, CONTACTED_BY),
    sentence="{value} of contacts made {period} became a request for service ({numerator} of {denominator}).",
    noun="contacts that became a request for service",
    definition="Contacts made in the period that became a request for service, out of all of which that is recorded.",
    source=OWN,
    excludes="Nothing.",
    unknowns="Contacts without the mark are shown as unknown.",
    sub_group=FRONT_DOOR,
)

by_the_police = Indicator(
    code="FD15",
    title="Referrals made by the police",
    asks=HOW_MUCH,
    why=(
        "Each partner sees other children. When one sends most referrals, or hardly any, it is worth asking what the"
        " others do."
    ),
    dataset="referrals",
    over=During("referral_date", age="age_at_referral"),
    counts=ROWS,
    measure=Proportion(where="source = '6'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, REFERRED_BY),
    sentence="{value} of referrals accepted {period} came from the police ({numerator} of {denominator}).",
    noun="referrals made by the police",
    definition="Referrals whose source is the police (code 6), out of all whose source is recorded.",
    source="Department for Education, Characteristics of children in need, table C5",
    excludes="Requests that were not accepted.",
    unknowns="Referrals without a source are shown as unknown.",
    sub_group=FRONT_DOOR,
)

no_further_action = Indicator(
    code="FD16",
    title="Referrals that ended with no further action",
    asks=HOW_WELL,
    why=(
        "Many referrals that end at first sight may mean that partners and children's services draw the line in"
        " different places."
    ),
    dataset="referrals",
    over=During("referral_date", age="age_at_referral"),
    counts=ROWS,
    measure=Proportion(where="no_further_action = '1'", of="no_further_action is null or no_further_action <> '9'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, REFERRED_BY),
    sentence="{value} of referrals accepted {period} ended with no further action ({numerator} of {denominator}).",
    noun="referrals that ended with no further action",
    definition=(
        "Referrals accepted in the period that ended with no further action at first sight, out of all of which it is"
        " known."
    ),
    source=CHILDREN_IN_NEED,
    excludes="Requests that were not accepted, and referrals marked as not known (code 9).",
    unknowns="Referrals without the mark are shown as unknown.",
    sub_group=FRONT_DOOR,
)
