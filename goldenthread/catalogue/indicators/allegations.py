"""Allegations against people who work with children."""

from goldenthread.catalogue.breakdowns import WORKS_IN
from goldenthread.catalogue.sub_groups import ALLEGATIONS
from goldenthread.engine.definitions import (
    HOW_MUCH,
    HOW_WELL,
    NEITHER,
    NOBODY,
    ROWS,
    SCORECARD,
    SUB_GROUP,
    Count,
    During,
    Indicator,
    Proportion,
)

dealt_with = Indicator(
    code="ALL1",
    title="Allegations against people who work with children",
    asks=HOW_MUCH,
    why="Adults whom children trust must be trustworthy, and be treated fairly.",
    dataset="allegations",
    over=During("received_on"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=NOBODY,
    tier=SCORECARD,
    breakdowns=(WORKS_IN,),
    sentence=("{numerator:allegation|allegations} against people who work with children were dealt with {period}."),
    noun="allegations",
    definition="Allegations received in the period that the designated officer dealt with.",
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="None: an allegation without a date is not taken in.",
    sub_group=ALLEGATIONS,
)

led_to_meeting = Indicator(
    code="ALL2",
    title="Allegations that led to a multi-agency meeting",
    asks=HOW_WELL,
    why=("It shows how many allegations are serious enough for agencies to plan together what to do."),
    dataset="allegations",
    over=During("received_on"),
    counts=ROWS,
    measure=Proportion(where="meeting_held = '1'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(WORKS_IN,),
    sentence=(
        "{value} of allegations dealt with {period} led to a multi-agency meeting ({numerator} of {denominator})."
    ),
    noun="allegations that led to a meeting",
    definition=(
        "Allegations received in the period that led to a multi-agency allegations meeting, out of those of which that"
        " is recorded."
    ),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Allegations of which it is not recorded are shown as unknown.",
    sub_group=ALLEGATIONS,
)
