"""Attendance at schools, in half-days."""

from goldenthread.catalogue.checks import ends_after_it_began, said_once
from goldenthread.catalogue.codes.partners import OWN
from goldenthread.engine.definitions import WARNING, Check, Column, Dataset, Date, Text, WholeNumber

DATASET = Dataset(
    name="school_attendance",
    title="School attendance",
    about=(
        "One row for each school and term: how many half-days (sessions) its pupils could attend, how many they"
        " missed, and how many of these without leave."
    ),
    dated_by="term_from",
    lasts_until="term_until",
    columns=(
        Column("school", Text(), "the name or number of the school", required=True),
        Column("term_from", Date(), "the first day of the term", required=True),
        Column("term_until", Date(), "the last day of it", required=True),
        Column("pupils", WholeNumber(0), "how many pupils there are"),
        Column("sessions", WholeNumber(0), "how many half-days they could attend", required=True),
        Column("sessions_missed", WholeNumber(0), "how many of these were missed", required=True),
        Column("sessions_unauthorised", WholeNumber(0), "how many of those without leave"),
        Column("persistent_absentees", WholeNumber(0), "how many pupils missed very many, as the school counts them"),
    ),
    checks=(
        said_once("term-twice"),
        ends_after_it_began("term-ends-before", "term", "term_from", "term_until"),
        Check(
            "more-missed-than-there-were",
            "Of {sessions} half-days, {sessions_missed} were missed. Correct whichever is wrong.",
            where="sessions_missed > sessions",
            column="sessions_missed",
            severity=WARNING,
        ),
        Check(
            "more-unauthorised-than-missed",
            "Of {sessions_missed} half-days missed, {sessions_unauthorised} were without leave. Correct whichever"
            " is wrong.",
            where="sessions_unauthorised > sessions_missed",
            column="sessions_unauthorised",
            severity=WARNING,
        ),
    ),
    source=OWN,
)
