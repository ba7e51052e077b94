"""The front door: requests for service, what became of them, and referrals."""

from goldenthread.catalogue.breakdowns import CHILD, REFERRED_BY, REQUESTED_BY, WHO
from goldenthread.catalogue.sub_groups import FRONT_DOOR
from goldenthread.engine.definitions import (
    BOARD,
    CHILDREN,
    HOW_MUCH,
    HOW_WELL,
    LOWER,
    NEITHER,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    Count,
    During,
    Indicator,
    Proportion,
)

requests = Indicator(
    code="FD1",
    title="Requests for service",
    asks=HOW_MUCH,
    why="It is how often partners and the public ask children's services to do something.",
    dataset="requests_for_service",
    over=During("request_date"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, REQUESTED_BY),
    sentence="{value} requests for service were made {period}.",
    noun="requests for service",
    definition="Requests for service, each child in each of them counted once.",
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="None: a request must have its day to be taken in.",
    sub_group=FRONT_DOOR,
)

requests_accepted = Indicator(
    code="FD2",
    title="Requests for service accepted for statutory intervention",
    asks=HOW_WELL,
    why=(
        "When the door works, most requests that reach it are ones that only social work can answer, and the others"
        " have found help earlier."
    ),
    dataset="requests_for_service",
    over=During("request_date"),
    counts=ROWS,
    measure=Proportion(where="response = 'accepted'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(*WHO, REQUESTED_BY),
    sentence=(
        "{value} of requests for service made {period} became a referral that was accepted for statutory intervention"
        " ({numerator} of {denominator})."
    ),
    noun="requests accepted",
    definition=("Requests for service that were accepted as a referral, out of all whose response is known."),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Requests without a response are shown as unknown.",
    sub_group=FRONT_DOOR,
)

requests_not_accepted = Indicator(
    code="FD3",
    title="Requests for service not accepted for statutory intervention",
    asks=HOW_WELL,
    why=(
        "Those who asked must get another answer. A request that was turned away without one may come back as an"
        " emergency."
    ),
    dataset="requests_for_service",
    over=During("request_date"),
    counts=ROWS,
    measure=Proportion(where="response <> 'accepted'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, REQUESTED_BY),
    sentence=(
        "{value} of requests for service made {period} were not accepted for statutory intervention ({numerator} of"
        " {denominator})."
    ),
    noun="requests not accepted",
    definition=("Requests for service that were not accepted as a referral, out of all whose response is known."),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Requests without a response are shown as unknown.",
    sub_group=FRONT_DOOR,
)

advised = Indicator(
    code="FD4",
    title="Not accepted: advice and information provided",
    asks=HOW_WELL,
    why="Advice is the most frequent answer. Whether it helped can only be told by asking.",
    dataset="requests_for_service",
    over=During("request_date"),
    counts=ROWS,
    measure=Proportion(where="response = 'advice'", of="response <> 'accepted'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, REQUESTED_BY),
    sentence=(
        "Of requests for service not accepted {period}, {value} were answered with advice and information ({numerator}"
        " of {denominator})."
    ),
    noun="requests answered with advice",
    definition="Requests answered with advice and information, out of those not accepted.",
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Requests without a response are shown as unknown.",
    sub_group=FRONT_DOOR,
)

early_help_recommended = Indicator(
    code="FD5",
    title="Not accepted: early help assessment recommended",
    asks=HOW_WELL,
    why="Early help instead of statutory intervention is what the partnership works for.",
    dataset="requests_for_service",
    over=During("request_date"),
    counts=ROWS,
    measure=Proportion(where="response = 'early_help'", of="response <> 'accepted'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, REQUESTED_BY),
    sentence=(
        "Of requests for service not accepted {period}, an early help assessment was recommended for {value}"
        " ({numerator} of {denominator})."
    ),
    noun="requests for which early help was recommended",
    definition="Requests for which an early help assessment was recommended, out of those not accepted.",
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Requests without a response are shown as unknown.",
    sub_group=FRONT_DOOR,
)

signposted = Indicator(
    code="FD6",
    title="Not accepted: signposted to another agency",
    asks=HOW_WELL,
    why="Families should not have to knock at many doors.",
    dataset="requests_for_service",
    over=During("request_date"),
    counts=ROWS,
    measure=Proportion(where="response = 'signposted'", of="response <> 'accepted'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, REQUESTED_BY),
    sentence=(
        "Of requests for service not accepted {period}, {value} were signposted to another agency ({numerator} of"
        " {denominator})."
    ),
    noun="requests signposted",
    definition="Requests signposted to another agency, out of those not accepted.",
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Requests without a response are shown as unknown.",
    sub_group=FRONT_DOOR,
)

referrals = Indicator(
    code="FD7",
    title="Referrals",
    asks=HOW_MUCH,
    why="It is how many requests needed a social worker.",
    dataset="referrals",
    over=During("referral_date", age="age_at_referral"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SCORECARD,
    breakdowns=(*CHILD, REFERRED_BY),
    sentence="{value} referrals were accepted {period}.",
    noun="referrals",
    definition=(
        "Requests for service that were accepted for statutory intervention, each child in each of them counted once."
    ),
    source="Department for Education, Characteristics of children in need: methodology",
    excludes="Nothing.",
    unknowns="None: a referral must have its day to be taken in.",
    sub_group=FRONT_DOOR,
)

about_domestic_abuse = Indicator(
    code="FD8",
    title="Referrals that concern domestic abuse",
    asks=HOW_MUCH,
    why=(
        "When professionals talk to each other before referring, fewer families are referred for a single incident,"
        " and those who need a social worker are seen sooner."
    ),
    dataset="referrals",
    over=During("referral_date", age="age_at_referral"),
    counts=ROWS,
    measure=Proportion(where="domestic_abuse = '1'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*CHILD, REFERRED_BY),
    sentence=("{value} of referrals accepted {period} concerned domestic abuse ({numerator} of {denominator})."),
    noun="referrals that concern domestic abuse",
    definition=(
        "Referrals that are about domestic abuse in the family, out of all of which that is recorded. It differs by"
        " season: only the same months of two years are alike."
    ),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Referrals without the mark are shown as unknown.",
    sub_group=FRONT_DOOR,
    seasonal=True,
)

re_referrals = Indicator(
    code="FD9",
    title="Re-referrals within twelve months",
    asks=WHAT_DIFFERENCE,
    why="A child who is referred again within a year may not have been helped the first time.",
    dataset="re_referrals",
    over=During("referral_date", age="age_at_referral"),
    counts=ROWS,
    measure=Proportion(where="referred_before is not null and months_between(referred_before, referral_date) < 12"),
    better=LOWER,
    protects=CHILDREN,
    tier=BOARD,
    breakdowns=CHILD,
    sentence=(
        "{value} of referrals accepted {period} came within twelve months of an earlier referral of the same child"
        " ({numerator} of {denominator})."
    ),
    noun="re-referrals",
    definition=(
        "Referrals that came less than twelve months after the same child was last referred, out of all referrals. A"
        " period is counted only where the returns reach back twelve months before it."
    ),
    source="Department for Education, Characteristics of children in need: methodology",
    excludes="Requests that were not accepted.",
    unknowns="None: a child of whom no earlier referral is recorded has not been referred before.",
    sub_group=FRONT_DOOR,
)
