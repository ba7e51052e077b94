"""Contacts at the front door."""

from goldenthread.catalogue.breakdowns import CONTACTED_BY, WHO
from goldenthread.catalogue.sub_groups import FRONT_DOOR
from goldenthread.engine.definitions import CHILDREN, HOW_WELL, NEITHER, ROWS, SUB_GROUP, During, Indicator, Proportion

talked_over = Indicator(
    code="FD10",
    title="Contacts that professionals had talked over first",
    asks=HOW_WELL,
    why=(
        "A conversation before a contact means that fewer families are referred for what others can answer, and that"
        " those who need a social worker are seen sooner."
    ),
    dataset="contacts",
    over=During("contact_date"),
    counts=ROWS,
    measure=Proportion(where="conversation = '1'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(*WHO, CONTACTED_BY),
    sentence=(
        "{value} of contacts made {period} had been talked over between professionals first ({numerator} of"
        " {denominator})."
    ),
    noun="contacts that had been talked over",
    definition=(
        "Contacts about which professionals had talked beforehand, out of all of which that is recorded; each child in"
        " each contact counted once."
    ),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Contacts without the mark are shown as unknown.",
    sub_group=FRONT_DOOR,
)
