"""People who work with children: whether they are trained, how soon allegations are settled, whether they stay."""

from goldenthread.catalogue.sources import AS_SUPPLIED, OWN
from goldenthread.catalogue.sub_groups import ALLEGATIONS, LEARNING, PERFORMANCE
from goldenthread.engine.definitions import (
    HIGHER,
    HOW_MUCH,
    HOW_WELL,
    LOWER,
    NEITHER,
    NOBODY,
    ROWS,
    SUB_GROUP,
    During,
    Indicator,
    Median,
    Proportion,
    Share,
    Supplied,
    Total,
)

resolved = Indicator(
    code="ALL3",
    title="How long allegations took until they were settled",
    asks=HOW_WELL,
    why="A child waits to be believed, and an adult for a name to be cleared.",
    dataset="allegations",
    over=During("resolved_on"),
    counts=ROWS,
    measure=Median(of="working_days(received_on, resolved_on)", unit="working days"),
    better=LOWER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "Half of the allegations settled {period} had taken {value} or less ({denominator:allegation|allegations})."
    ),
    noun="allegations settled",
    definition=(
        "The middle number of working days from the day on which an allegation was received, which is day 0, to that"
        " on which the designated officer closed it, of all closed in the period. No limit is stated here: the board"
        " sets its own."
    ),
    source=OWN,
    excludes="Allegations that have not been settled.",
    unknowns="None: an allegation that was settled has both days.",
    sub_group=ALLEGATIONS,
)

places = Indicator(
    code="TR1",
    title="Training places offered",
    asks=HOW_MUCH,
    why="Staff can only be trained where there is room for them.",
    dataset="training_courses",
    over=During("course_on"),
    counts=ROWS,
    measure=Total(of="seats", unit="places"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{value} places were offered on the board's courses {period}.",
    noun="training places offered",
    definition="Places on the courses that began in the period, added up.",
    source=OWN,
    excludes="Training that agencies give to their own staff.",
    unknowns="None: a course must have its number of places to be taken in.",
    sub_group=LEARNING,
)

taken = Indicator(
    code="TR2",
    title="Training places that were taken",
    asks=HOW_WELL,
    why="Empty places are training that somebody did without.",
    dataset="training_courses",
    over=During("course_on"),
    counts=ROWS,
    measure=Share(part="seats_taken", of="seats"),
    better=HIGHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{value} of places on the courses that began {period} were taken ({numerator} of {denominator}).",
    noun="training places taken",
    definition="Places taken, out of all places, on the courses that began in the period, all courses together.",
    source=OWN,
    excludes="Training that agencies give to their own staff.",
    unknowns="Courses of which it is not recorded how many places were taken are shown as unknown.",
    sub_group=LEARNING,
)

came = Indicator(
    code="TR3",
    title="Staff who came to the training for which they were booked",
    asks=HOW_WELL,
    why="A place that is booked and not used is a place that somebody else did without.",
    dataset="training_attendance",
    over=During("course_on"),
    counts=ROWS,
    measure=Share(part="turned_up", of="booked"),
    better=HIGHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{value} of those booked on courses that began {period} came ({numerator} of {denominator}).",
    noun="staff who came to the training for which they were booked",
    definition=(
        "Staff who came, out of all who were booked, on the courses that began in the period, all agencies together."
        " It says nothing of what they learnt."
    ),
    source=OWN,
    excludes="Training that agencies give to their own staff.",
    unknowns="Courses and agencies without the number of those who were booked are shown as unknown.",
    sub_group=LEARNING,
)

caseload = Indicator(
    code="WF1",
    title="Average caseload of social workers",
    asks=HOW_WELL,
    why="A social worker with too many cases knows none of them well.",
    dataset="supplied_figures",
    over=Supplied(of_days=True),
    counts=ROWS,
    measure=Median(of="number", unit="cases"),
    better=LOWER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="A social worker had {value} cases on average {period}.",
    noun="cases of a social worker",
    definition="Cases of a social worker on average, by full-time equivalents, as the workforce return has it.",
    source=AS_SUPPLIED,
    excludes="What the agency that counts it leaves out.",
    unknowns="None: the agency supplies the number itself.",
    sub_group=PERFORMANCE,
)

turnover = Indicator(
    code="WF2",
    title="Social workers who left in the year",
    asks=HOW_WELL,
    why="Children tell their story to somebody new each time a social worker leaves.",
    dataset="supplied_figures",
    over=Supplied(adds_up=False),
    counts=ROWS,
    measure=Proportion(where="true"),
    better=LOWER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{value} of social workers left {period} ({numerator} of {denominator}).",
    noun="social workers who left",
    definition=(
        "Social workers who left, out of those in post, by full-time equivalents rounded to whole ones, as the"
        " workforce return has it."
    ),
    source=AS_SUPPLIED,
    excludes="What the agency that counts it leaves out.",
    unknowns="None: the agency supplies the number itself.",
    sub_group=PERFORMANCE,
)

agency_staff = Indicator(
    code="WF3",
    title="Social workers who are agency staff",
    asks=HOW_WELL,
    why="Agency staff fill a gap, and most do not stay.",
    dataset="supplied_figures",
    over=Supplied(of_days=True),
    counts=ROWS,
    measure=Proportion(where="true"),
    better=LOWER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{value} of social workers were agency staff {period} ({numerator} of {denominator}).",
    noun="social workers who were agency staff",
    definition=(
        "Social workers who were agency staff, out of all in post and agency staff, by full-time equivalents rounded"
        " to whole ones, as the workforce return has it."
    ),
    source=AS_SUPPLIED,
    excludes="What the agency that counts it leaves out.",
    unknowns="None: the agency supplies the number itself.",
    sub_group=PERFORMANCE,
)

vacancies = Indicator(
    code="WF4",
    title="Posts of social workers that are vacant",
    asks=HOW_WELL,
    why="The cases of a post that nobody holds are shared out among the others, or wait.",
    dataset="supplied_figures",
    over=Supplied(of_days=True),
    counts=ROWS,
    measure=Proportion(where="true"),
    better=LOWER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="{value} of posts of social workers were vacant {period} ({numerator} of {denominator}).",
    noun="posts of social workers that were vacant",
    definition=(
        "Vacant posts of social workers, out of these and those in post, by full-time equivalents rounded to whole"
        " ones, as the workforce return has it. A post that agency staff fill for the time being is vacant (WF3)."
    ),
    source=AS_SUPPLIED,
    excludes="What the agency that counts it leaves out.",
    unknowns="None: the agency supplies the number itself.",
    sub_group=PERFORMANCE,
)
