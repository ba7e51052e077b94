"""Domestic abuse: how quickly partners are told, and the families that a risk conference discusses."""

from goldenthread.catalogue.sources import OWN
from goldenthread.catalogue.sub_groups import DOMESTIC_ABUSE
from goldenthread.engine.definitions import (
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
    Median,
    Proportion,
)

high_risk = Indicator(
    code="DA2",
    title="Domestic abuse notifications graded as high risk",
    asks=HOW_MUCH,
    why="It says how grave the incidents are that children live with, which their number alone does not.",
    dataset="domestic_abuse_notifications",
    over=During("abuse_on"),
    counts=ROWS,
    measure=Proportion(where="risk_grade = 'high'"),
    better=NEITHER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "{value} of incidents of domestic abuse {period} of which partners were told were graded as high risk"
        " ({numerator} of {denominator})."
    ),
    noun="notifications graded as high risk",
    definition=(
        "Incidents in households with children of which the police told their partners and which were graded as high"
        " risk, out of all that were graded. How many there are in all the police count themselves (DA1)."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="Incidents without a grade are shown as unknown.",
    sub_group=DOMESTIC_ABUSE,
)

told_after = Indicator(
    code="DA3",
    title="How long it took until partners were told of domestic abuse",
    asks=HOW_WELL,
    why="A school that knows by the morning can look out for the child that day.",
    dataset="domestic_abuse_notifications",
    over=During("partners_told_on"),
    counts=ROWS,
    measure=Median(of="days_between(abuse_on, partners_told_on)", unit="days"),
    better=LOWER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "Partners were told of half of the incidents {value} or less after they had happened"
        " ({denominator:incident|incidents} told of {period})."
    ),
    noun="incidents of domestic abuse told of",
    definition=(
        "The middle number of days from the day of an incident, which is day 0, to that on which partners were told,"
        " of all told of in the period."
    ),
    source=OWN,
    excludes="Incidents of which partners have not been told.",
    unknowns="None: an incident that was told of has both days.",
    sub_group=DOMESTIC_ABUSE,
)

marac = Indicator(
    code="DA4",
    title="Cases with children that a multi-agency risk assessment conference discussed",
    asks=HOW_MUCH,
    why="These are families in which somebody may be killed. Children live in many of them.",
    dataset="marac_cases",
    over=During("discussed_on"),
    counts=ROWS,
    measure=Count(where="children_in_household > 0"),
    better=NEITHER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "{numerator:case|cases} with children {numerator:was|were} discussed at a multi-agency risk assessment"
        " conference {period}."
    ),
    noun="cases with children discussed at MARAC",
    definition=(
        "Cases of domestic abuse that a multi-agency risk assessment conference (MARAC) discussed in the period and in"
        " whose household children live."
    ),
    source=OWN,
    excludes="Cases without children.",
    unknowns="Cases of which it is not recorded whether children live there are shown as unknown.",
    sub_group=DOMESTIC_ABUSE,
)

again = Indicator(
    code="DA5",
    title="Cases at MARAC that had been discussed in the twelve months before",
    asks=WHAT_DIFFERENCE,
    why=(
        "A case that comes back was not made safe. It is also a sign that victims still ask for help, so read it with"
        " the number of cases."
    ),
    dataset="marac_cases",
    over=During("discussed_on"),
    counts=ROWS,
    measure=Proportion(where="discussed_before = '1'"),
    better=NEITHER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "{value} of cases discussed {period} at a multi-agency risk assessment conference had been discussed within"
        " the twelve months before ({numerator} of {denominator})."
    ),
    noun="cases discussed again",
    definition=(
        "Cases that a multi-agency risk assessment conference (MARAC) discussed in the period and had discussed in the"
        " twelve months before, out of all of which that is recorded."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="Cases of which it is not recorded are shown as unknown.",
    sub_group=DOMESTIC_ABUSE,
)
