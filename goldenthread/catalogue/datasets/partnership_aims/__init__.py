"""What the partnership's plan aims at."""

from goldenthread.catalogue.codes.audits import OWN
from goldenthread.catalogue.codes.plans import AIM_KIND
from goldenthread.engine.definitions import Check, Code, Column, Dataset, Date, Repeated, WholeNumber

DATASET = Dataset(
    name="partnership_aims",
    title="Outcomes and obsessions",
    about=(
        "One row for each outcome of the partnership's plan for children and young people, and for each obsession that"
        " is watched as a proxy for the whole system, while it stands in that plan."
    ),
    dated_by="aimed_from",
    lasts_until="aimed_until",
    reports_standing=True,
    columns=(
        Column("aim", WholeNumber(1), "its number in the plan", required=True),
        Column("aim_kind", Code(AIM_KIND), "whether it is an outcome or an obsession", required=True),
        Column("aimed_from", Date(), "the first day on which it stood in the plan", required=True),
        Column("aimed_until", Date(), "the first day on which it did no longer; blank while it does", expected=True),
    ),
    checks=(
        Repeated(
            "aim-twice",
            "Line {other_row} has this aim already. The first was taken; take this one out.",
            on=("aim",),
        ),
        Check(
            "aimed-backwards",
            "It stood in the plan until {aimed_until}, before it did from {aimed_from}. Which is right?",
            where="aimed_until <= aimed_from",
            column="aimed_until",
        ),
    ),
    source=OWN,
)
