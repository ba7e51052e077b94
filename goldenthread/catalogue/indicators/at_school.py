"""School and what comes after it: attendance, exclusion, and those whom no school sees."""

from goldenthread.catalogue.breakdowns import AGE_BAND
from goldenthread.catalogue.sources import OWN
from goldenthread.catalogue.sub_groups import EDUCATION
from goldenthread.engine.definitions import (
    BOARD,
    CHILDREN,
    HOW_MUCH,
    HOW_WELL,
    LOWER,
    NEITHER,
    NOBODY,
    ROWS,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    At,
    Count,
    During,
    Indicator,
    Share,
)

absence = Indicator(
    code="EDU1",
    title="School absence: half-days missed",
    asks=WHAT_DIFFERENCE,
    why=(
        "School attendance is one of the three things that the board's partners watch as a sign of how the whole"
        " system works. A child at school is seen by somebody every day."
    ),
    dataset="school_attendance",
    over=During("term_from"),
    counts=ROWS,
    measure=Share(part="sessions_missed", of="sessions"),
    better=LOWER,
    protects=NOBODY,
    tier=BOARD,
    breakdowns=(),
    sentence="Pupils missed {value} of half-days in the terms that began {period}, and attended the others.",
    noun="half-days missed",
    definition=(
        "Half-days (sessions) that pupils missed, out of all that they could attend, in the terms that began in the"
        " period, all schools together. Attendance is what is left of a hundred."
    ),
    source=OWN,
    excludes="Schools that sent nothing.",
    unknowns="Schools and terms without one of the two numbers are shown as unknown.",
    sub_group=EDUCATION,
)

without_leave = Indicator(
    code="EDU9",
    title="School absence without leave",
    asks=WHAT_DIFFERENCE,
    why="Illness keeps every child at home now and then. Absence without leave says more about what is wrong.",
    dataset="school_attendance",
    over=During("term_from"),
    counts=ROWS,
    measure=Share(part="sessions_unauthorised", of="sessions"),
    better=LOWER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="Pupils missed {value} of half-days without leave in the terms that began {period}.",
    noun="half-days missed without leave",
    definition=(
        "Half-days (sessions) that pupils missed without leave, out of all that they could attend, in the terms that"
        " began in the period, all schools together."
    ),
    source=OWN,
    excludes="Schools that sent nothing.",
    unknowns="Schools and terms without one of the two numbers are shown as unknown.",
    sub_group=EDUCATION,
)

persistent = Indicator(
    code="EDU2",
    title="Pupils who were persistently absent",
    asks=WHAT_DIFFERENCE,
    why=(
        "A few pupils miss very much. What keeps them away from school is often what a social worker would want to"
        " know."
    ),
    dataset="school_attendance",
    over=During("term_from"),
    counts=ROWS,
    measure=Share(part="persistent_absentees", of="pupils"),
    better=LOWER,
    protects=ROWS,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "{value} of pupils were persistently absent in the terms that began {period} ({numerator} of {denominator})."
    ),
    noun="pupils who were persistently absent",
    definition=(
        "Pupils whom their school counted as persistently absent, out of all pupils, in the terms that began in the"
        " period, all schools together. What is persistent has been redefined more than once: the schools' own rule of"
        " the day holds."
    ),
    source=OWN,
    excludes="Schools that sent nothing.",
    unknowns="Schools and terms without one of the two numbers are shown as unknown.",
    sub_group=EDUCATION,
)

excluded_for_a_time = Indicator(
    code="EDU3",
    title="Pupils excluded from school for a fixed time",
    asks=HOW_MUCH,
    why=(
        "A pupil who is sent away from school is out of sight, and safer with nobody for it. Exclusions are often the"
        " first sign that something is wrong at home."
    ),
    dataset="exclusions",
    over=During("excluded_on", age="age_when_excluded"),
    counts=CHILDREN,
    measure=Count(where="exclusion = 'fixed'"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_BAND,),
    sentence="{numerator:pupil was|pupils were} excluded from school for a fixed time {period}.",
    noun="pupils excluded from school for a fixed time",
    definition=(
        "Pupils who were excluded for a fixed time at least once in the period, by the first day of the exclusion."
        " Each is counted once."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="Pupils whose kind of exclusion is not recorded are shown as unknown.",
    sub_group=EDUCATION,
)

excluded_for_good = Indicator(
    code="EDU4",
    title="Pupils permanently excluded from school",
    asks=HOW_MUCH,
    why=(
        "A pupil who is sent away from school is out of sight, and safer with nobody for it. Exclusions are often the"
        " first sign that something is wrong at home."
    ),
    dataset="exclusions",
    over=During("excluded_on", age="age_when_excluded"),
    counts=CHILDREN,
    measure=Count(where="exclusion = 'permanent'"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(AGE_BAND,),
    sentence="{numerator:pupil was|pupils were} permanently excluded from school {period}.",
    noun="pupils permanently excluded from school",
    definition=(
        "Pupils who were excluded permanently at least once in the period, by the first day of the exclusion. Each is"
        " counted once."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="Pupils whose kind of exclusion is not recorded are shown as unknown.",
    sub_group=EDUCATION,
)

missing_education = Indicator(
    code="EDU5",
    title="Children missing education",
    asks=HOW_MUCH,
    why="No school sees these children. Some have moved away; some are where nobody should be.",
    dataset="children_missing_education",
    over=At(opened="not_on_roll_from", closed="not_on_roll_until"),
    counts=CHILDREN,
    measure=Count(),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{numerator:child was|children were} missing education {period}.",
    noun="children missing education",
    definition=(
        "Children of school age who were on no school roll, and not known to be educated otherwise, on the day. Each"
        " is counted once."
    ),
    source=OWN,
    excludes="Children who are educated at home (EDU6).",
    unknowns="None: a stretch must have its first day to be taken in. Children of whom nobody knows are in no record.",
    sub_group=EDUCATION,
)

at_home = Indicator(
    code="EDU6",
    title="Children educated at home",
    asks=HOW_MUCH,
    why=(
        "Education at home is a right, and no sign of harm. The board wants to know how many children are seen by no"
        " school."
    ),
    dataset="educated_at_home",
    over=At(opened="home_educated_from", closed="home_educated_until"),
    counts=CHILDREN,
    measure=Count(),
    better=NEITHER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{numerator:child was|children were} known to be educated at home {period}.",
    noun="children known to be educated at home",
    definition=(
        "Children of school age who were educated at home on the day, so far as the authority knows. Each is counted"
        " once."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns=(
        "None: a stretch must have its first day to be taken in. Parents need not tell, so there are more than are"
        " known."
    ),
    sub_group=EDUCATION,
)

neet = Indicator(
    code="EDU7",
    title="Young people not in education, employment or training",
    asks=WHAT_DIFFERENCE,
    why=(
        "It is one of the three things that the board's partners watch as a sign of how the whole system works. Young"
        " people who do nothing at 16 often do not find their way later."
    ),
    dataset="not_in_education",
    over=At(opened="inactive_from", closed="inactive_until"),
    counts=CHILDREN,
    measure=Count(where="not_in_education = 'neet'"),
    better=LOWER,
    protects=CHILDREN,
    tier=BOARD,
    breakdowns=(),
    sentence="{numerator:young person was|young people were} not in education, employment or training {period}.",
    noun="young people not in education, employment or training",
    definition=(
        "Young people who were known not to be in education, employment or training on the day. Each is counted once."
    ),
    source=OWN,
    excludes="Young people of whom nobody knows what they do (EDU8).",
    unknowns="None: what is known of a young person must be stated to be taken in.",
    sub_group=EDUCATION,
)

whereabouts = Indicator(
    code="EDU8",
    title="Young people of whom nobody knows what they do",
    asks=HOW_WELL,
    why="EDU7 can be made to look better by not knowing. The two belong together.",
    dataset="not_in_education",
    over=At(opened="inactive_from", closed="inactive_until"),
    counts=CHILDREN,
    measure=Count(where="not_in_education = 'unknown'"),
    better=LOWER,
    protects=CHILDREN,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "Of {numerator:young person|young people} nobody knew {period} whether they were in education, employment or"
        " training."
    ),
    noun="young people of whom nobody knows what they do",
    definition=(
        "Young people of whom it was not known on the day whether they were in education, employment or training. Each"
        " is counted once."
    ),
    source=OWN,
    excludes="Nothing.",
    unknowns="None: they are what this counts.",
    sub_group=EDUCATION,
)
