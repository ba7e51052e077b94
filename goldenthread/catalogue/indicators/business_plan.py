"""The board's business plan and the partnership's plan above it. Both protect nobody: they are about its work."""

from goldenthread.catalogue.breakdowns import TASK_OF
from goldenthread.catalogue.sub_groups import PERFORMANCE
from goldenthread.engine.definitions import (
    HIGHER,
    HOW_MUCH,
    HOW_WELL,
    LOWER,
    NEITHER,
    NOBODY,
    ROWS,
    SUB_GROUP,
    At,
    Count,
    Indicator,
    Proportion,
)

_STOOD = At(opened="stood_from", closed="stood_until")

complete_or_on_time = Indicator(
    code="PLN1",
    title="Tasks of the business plan complete or on time",
    asks=HOW_WELL,
    why="What the board agreed to do is done, or the board knows why not.",
    dataset="business_plan_tasks",
    over=_STOOD,
    counts=ROWS,
    measure=Proportion(where="task_standing in ('complete', 'on_time')", of="task_standing <> 'dropped'"),
    better=HIGHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(TASK_OF,),
    sentence="{value} of tasks of the business plan were complete or on time {period} ({numerator} of {denominator}).",
    noun="tasks of the business plan that were complete or on time",
    definition=(
        "Tasks that are done, or that are not due yet by the date that was first agreed and on which something was"
        " reported within the last six months (or which were planned within them), out of all tasks that stood in the"
        " plan on the day."
    ),
    source="The board's own business plan: the dates of its tasks and what was reported on them.",
    excludes="Tasks that were dropped by then: they are counted beside (PLN4). Plans that the board has not agreed.",
    unknowns="None: how a task stands follows from its dates and reports.",
    sub_group=PERFORMANCE,
)

slipped = Indicator(
    code="PLN2",
    title="Tasks of the business plan that have slipped",
    asks=HOW_WELL,
    why="What takes longer than was agreed may need help, or was never likely.",
    dataset="business_plan_tasks",
    over=_STOOD,
    counts=ROWS,
    measure=Proportion(where="task_standing = 'slipped'", of="task_standing <> 'dropped'"),
    better=LOWER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(TASK_OF,),
    sentence="{value} of tasks of the business plan had slipped {period} ({numerator} of {denominator}).",
    noun="tasks of the business plan that had slipped",
    definition=(
        "Tasks that are not done and are past the date agreed, or whose date was moved to a later one than was first"
        " agreed, though something was reported within the last six months, out of all tasks that stood in the plan on"
        " the day."
    ),
    source="The board's own business plan: the dates of its tasks and what was reported on them.",
    excludes="Tasks that were dropped by then: they are counted beside (PLN4). Plans that the board has not agreed.",
    unknowns="None: how a task stands follows from its dates and reports.",
    sub_group=PERFORMANCE,
)

no_progress = Indicator(
    code="PLN3",
    title="Tasks of the business plan with no progress",
    asks=HOW_WELL,
    why="A task on which nothing happens may no longer be relevant.",
    dataset="business_plan_tasks",
    over=_STOOD,
    counts=ROWS,
    measure=Proportion(where="task_standing = 'no_progress'", of="task_standing <> 'dropped'"),
    better=LOWER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(TASK_OF,),
    sentence="{value} of tasks of the business plan showed no progress {period} ({numerator} of {denominator}).",
    noun="tasks of the business plan that showed no progress",
    definition=(
        "Tasks that are not done and on which nothing was reported for six months, or nothing at all by the date"
        " agreed, out of all tasks that stood in the plan on the day. A report that nothing was done is no progress."
    ),
    source="The board's own business plan: the dates of its tasks and what was reported on them.",
    excludes="Tasks that were dropped by then: they are counted beside (PLN4). Plans that the board has not agreed.",
    unknowns="None: how a task stands follows from its dates and reports.",
    sub_group=PERFORMANCE,
)

dropped = Indicator(
    code="PLN4",
    title="Tasks of the business plan that were dropped",
    asks=HOW_MUCH,
    why="A plan from which tasks are dropped can look done without anything having been done.",
    dataset="business_plan_tasks",
    over=_STOOD,
    counts=ROWS,
    measure=Proportion(where="task_standing = 'dropped'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(TASK_OF,),
    sentence="{value} of tasks of the business plan had been dropped {period} ({numerator} of {denominator}).",
    noun="tasks of the business plan that had been dropped",
    definition=(
        "Tasks of the year's plan that were dropped by the day, each with a reason, out of all that were ever in it."
    ),
    source="The board's own business plan.",
    excludes="Plans that the board has not agreed.",
    unknowns="None: a task is dropped on a day, with a reason.",
    sub_group=PERFORMANCE,
)

outcomes = Indicator(
    code="PLN5",
    title="Outcomes in the partnership's plan",
    asks=HOW_MUCH,
    why="All partners work for the same outcomes of children and young people.",
    dataset="partnership_aims",
    over=At(opened="aimed_from", closed="aimed_until"),
    counts=ROWS,
    measure=Count(where="aim_kind = 'outcome'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="The plan of the partnership had {numerator:outcome|outcomes} {period}.",
    noun="outcomes",
    definition="Outcomes that stood in the partnership's plan for children and young people on the day.",
    source="The board's own record of the partnership's plan.",
    excludes="What an outcome involves in particular.",
    unknowns="None: an aim is an outcome or an obsession.",
    sub_group=PERFORMANCE,
)

obsessions = Indicator(
    code="PLN6",
    title="Obsessions watched as proxies for the whole system",
    asks=HOW_MUCH,
    why="A few measures that everybody watches say early whether the whole system works.",
    dataset="partnership_aims",
    over=At(opened="aimed_from", closed="aimed_until"),
    counts=ROWS,
    measure=Count(where="aim_kind = 'obsession'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="The partnership watched {numerator:obsession|obsessions} as a proxy for the whole system {period}.",
    noun="obsessions",
    definition="Obsessions that stood in the partnership's plan for children and young people on the day.",
    source="The board's own record of the partnership's plan.",
    excludes="The figures by which each is watched, which are indicators of their own.",
    unknowns="None: an aim is an outcome or an obsession.",
    sub_group=PERFORMANCE,
)
