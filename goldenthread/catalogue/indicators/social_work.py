"""Social work: assessments, enquiries, and help after a protection plan."""

from goldenthread.catalogue.breakdowns import AGE_ON_A_PLAN, CHILD, WHO
from goldenthread.catalogue.sources import CHILDREN_IN_NEED
from goldenthread.catalogue.sub_groups import CHILD_PROTECTION
from goldenthread.engine.definitions import CHILDREN, HOW_MUCH, NEITHER, ROWS, SUB_GROUP, At, Count, During, Indicator

assessments_begun = Indicator(
    code="SW1",
    title="Assessments begun by social workers",
    asks=HOW_MUCH,
    why=(
        "An assessment says what a child needs. Single assessments took the place of initial and core ones, so numbers"
        " before and after are not comparable."
    ),
    dataset="assessments",
    over=During("assessment_start", age="age_at_assessment"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence="{numerator:assessment was|assessments were} begun by social workers {period}.",
    noun="assessments begun",
    definition=("Initial, core and single assessments begun in the period; each child in each of them counted once."),
    source="Department for Education, Characteristics of children in need: methodology",
    excludes="Nothing.",
    unknowns="None: an assessment must have its day and kind to be taken in.",
    sub_group=CHILD_PROTECTION,
)

enquiries_begun = Indicator(
    code="SW2",
    title="Section 47 enquiries begun",
    asks=HOW_MUCH,
    why=(
        "An enquiry is made when a child may be suffering significant harm. It is one of the measures that a change in"
        " the number of plans must be set beside."
    ),
    dataset="section_47_enquiries",
    over=During("strategy_date", age="age_at_enquiry"),
    counts=ROWS,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence="{numerator:section 47 enquiry was|section 47 enquiries were} begun {period}.",
    noun="section 47 enquiries begun",
    definition=(
        "Enquiries under section 47 of the Children Act 1989 begun in the period, on the day of the strategy"
        " discussion; each child in each of them counted once."
    ),
    source="Department for Education, Characteristics of children in need: methodology",
    excludes="Nothing.",
    unknowns="None: an enquiry must have its day to be taken in.",
    sub_group=CHILD_PROTECTION,
)

children_enquired_about = Indicator(
    code="SW18",
    title="Children who were the subject of a section 47 enquiry",
    asks=HOW_MUCH,
    why=(
        "National statistics give enquiries and children. When enquiries (SW2) go up and children do not, the same"
        " children are looked into again."
    ),
    dataset="section_47_enquiries",
    over=During("strategy_date", age="age_at_enquiry"),
    counts=CHILDREN,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_ON_A_PLAN, *WHO),
    sentence="A section 47 enquiry was begun about {numerator:child|children} {period}.",
    noun="children who were the subject of a section 47 enquiry",
    definition=(
        "Children about whom at least one enquiry under section 47 of the Children Act 1989 was begun in the period,"
        " on the day of the strategy discussion. Each child is counted once, however many enquiries there were (SW2)."
    ),
    source=CHILDREN_IN_NEED,
    excludes="Nothing.",
    unknowns="None: an enquiry must have its day to be taken in.",
    sub_group=CHILD_PROTECTION,
)

stepped_down = Indicator(
    code="SW3",
    title="Children stepped down to a child in need plan",
    asks=HOW_MUCH,
    why=(
        "A child whose protection plan has ended often still needs help. Step-down is where support and oversight may"
        " be lost."
    ),
    dataset="child_in_need_plans",
    over=At(opened="need_start", closed="need_end"),
    counts=CHILDREN,
    measure=Count(where="stepped_down = '1'"),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=CHILD,
    sentence=("{numerator:child|children} had a child in need plan {period} that followed a child protection plan."),
    noun="children with a child in need plan after a child protection plan",
    definition=(
        "Children with a child in need plan that had begun by the end of the day, had not ended by then, and followed"
        " a child protection plan. Each child is counted once."
    ),
    source="Our own definition, on what partner agencies record locally.",
    excludes="Nothing.",
    unknowns="Plans of which it is not recorded whether they followed a protection plan are shown as unknown.",
    sub_group=CHILD_PROTECTION,
)
