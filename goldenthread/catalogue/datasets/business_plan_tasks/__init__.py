"""How the tasks of the board's business plans stood, from day to day."""

from goldenthread.catalogue.codes.audits import OWN
from goldenthread.catalogue.codes.plans import STANDING, SUB_GROUP
from goldenthread.engine.definitions import Check, Code, Column, Dataset, Date, Repeated, WholeNumber

DATASET = Dataset(
    name="business_plan_tasks",
    title="Tasks of the business plan",
    about=(
        "One row for each stretch of time in which a task of the board's business plan stood in one way, from the day"
        " on which the plan was agreed to the end of its year. It follows from dates and reports: nobody types it."
        " The plan has its words."
    ),
    dated_by="stood_from",
    lasts_until="stood_until",
    columns=(
        Column("task", WholeNumber(1), "the number of the task in the plan", required=True),
        Column("sub_group", Code(SUB_GROUP), "the sub group whose work it is"),
        Column("task_standing", Code(STANDING), "how the task stood", required=True),
        Column("stood_from", Date(), "the first day on which it stood so", required=True),
        Column("stood_until", Date(), "the first day on which it did no longer; blank while it does", expected=True),
    ),
    checks=(
        Repeated(
            "task-stands-twice",
            "Line {other_row} says already how this task stood from that day. The first was taken; take this one out.",
            on=("task", "stood_from"),
        ),
        Check(
            "stood-backwards",
            "It stood so until {stood_until}, before it did from {stood_from}. Which is right?",
            where="stood_until <= stood_from",
            column="stood_until",
        ),
    ),
    source=OWN,
)
