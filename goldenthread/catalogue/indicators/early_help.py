"""Early help."""

from goldenthread.catalogue.breakdowns import LED_BY, WHO
from goldenthread.catalogue.sub_groups import EARLY_HELP
from goldenthread.engine.definitions import BOARD, CHILDREN, HOW_MUCH, NEITHER, ROWS, Count, During, Indicator

assessments_begun = Indicator(
    code="EH1",
    title="Early help assessments",
    asks=HOW_MUCH,
    why=(
        "Early help is meant to come before the need for a social worker. It is what reductions elsewhere must be set"
        " beside."
    ),
    dataset="early_help_assessments",
    over=During("assessed_on"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=BOARD,
    breakdowns=(*WHO, LED_BY),
    sentence="{numerator:early help assessment was|early help assessments were} begun {period}.",
    noun="early help assessments",
    definition=(
        "Early help assessments (formerly common assessments) begun in the period, whoever leads them; each child in"
        " each of them counted once."
    ),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="None: an assessment must have its day to be taken in.",
    sub_group=EARLY_HELP,
)
