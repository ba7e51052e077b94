"""Binding: whether indicators fit their datasets, found out before anything is counted."""

from collections.abc import Iterator, Mapping, Sequence

import duckdb

from goldenthread.engine.counting.evidence import cohort_view, declared_columns, empty_view, view_of
from goldenthread.engine.counting.fingerprints import datasets_read
from goldenthread.engine.counting.states import state_sql, value_sql
from goldenthread.engine.definitions import (
    CHILDREN,
    At,
    ByPlace,
    Cohort,
    Dataset,
    During,
    Indicator,
    Median,
    Rate,
    Share,
    Supplied,
    Total,
)
from goldenthread.engine.words import Refused, calendar


def bind(
    indicators: Sequence[Indicator], datasets: Mapping[str, Dataset], cohorts: Mapping[str, Cohort] | None = None
) -> list[str]:
    """Every reason why an indicator cannot be counted, in one sentence each: a misspelt column, a wrong type."""
    known = cohorts or {}
    connection = duckdb.connect()
    calendar.install(connection)
    for dataset in datasets.values():
        empty_view(connection, dataset)
    problems = [problem for cohort in known.values() for problem in _problems_of_cohort(connection, cohort)]
    if problems:
        return problems
    # Most catalogues hold together: then one question for each dataset tells it.
    by_dataset: dict[str, list[Indicator]] = {}
    for each in indicators:
        by_dataset.setdefault(each.dataset, []).append(each)
    sound = {dataset for dataset, those in by_dataset.items() if not _refusal(connection, dataset, those)}
    return [
        f"{each.code}: {problem}"
        for each in indicators
        for problem in _problems(connection, each, datasets, known, is_sound=each.dataset in sound)
    ]


def _problems_of_cohort(connection: duckdb.DuckDBPyConnection, cohort: Cohort) -> Iterator[str]:
    try:
        cohort_view(connection, cohort)
    except (duckdb.Error, Refused) as error:
        yield f"{cohort.name}: {str(error).splitlines()[0]}"


def _problems(
    connection: duckdb.DuckDBPyConnection,
    indicator: Indicator,
    datasets: Mapping[str, Dataset],
    cohorts: Mapping[str, Cohort],
    *,
    is_sound: bool,
) -> Iterator[str]:
    if isinstance(indicator.over, Supplied):
        return
    if indicator.dataset not in {*datasets, *cohorts} or not datasets_read(indicator, cohorts) <= set(datasets):
        missing = sorted({indicator.dataset, *datasets_read(indicator, cohorts)} - set(datasets) - set(cohorts))
        yield f"there is no dataset {', '.join(missing)}"
        return
    rows = cohorts[indicator.dataset].dataset if indicator.dataset in cohorts else datasets[indicator.dataset]
    if indicator.counts is CHILDREN and isinstance(indicator.measure, Median):
        yield "a median is of rows, not of children"
    if CHILDREN in (indicator.counts, indicator.protects) and rows.child is None:
        yield f"rows of {indicator.dataset} are not about children"
    if indicator.counts is CHILDREN and isinstance(indicator.measure, Total | Share):
        yield "amounts are added up over rows, not over children"
    yield from _unknown_columns(indicator, {**datasets, rows.name: rows})
    yield from _misleading_if_missing(indicator, rows)
    if not is_sound and (refusal := _refusal(connection, indicator.dataset, [indicator])):
        yield refusal


def _refusal(connection: duckdb.DuckDBPyConnection, dataset: str, indicators: Sequence[Indicator]) -> str:
    """Why what some indicators ask of a dataset cannot be asked; blank where it can."""
    days = "CAST(NULL AS DATE) AS period_start, CAST(NULL AS DATE) AS period_end"
    try:
        asked = [
            text for each in indicators for text in (state_sql(each.measure), value_sql(each.measure), *_dates(each))
        ]
        connection.execute(f"DESCRIBE SELECT {', '.join(asked)} FROM (SELECT *, {days} FROM {view_of(dataset)})")
    except (duckdb.Error, Refused) as error:
        return str(error).splitlines()[0]
    return ""


def _dates(indicator: Indicator) -> list[str]:
    """The columns that place a row in time, compared with a date so that their type is tried."""
    over = indicator.over
    columns = (over.opened, over.closed) if isinstance(over, At) else (over.date,) if isinstance(over, During) else ()
    return [f"\"{column}\" <= DATE '2000-01-01'" for column in columns]


def _misleading_if_missing(indicator: Indicator, dataset: Dataset) -> Iterator[str]:
    """A blank end means "not ended": a file without that column would keep every row open for ever."""
    if not isinstance(indicator.over, At):
        return
    for column in dataset.columns:
        if column.name == indicator.over.closed and not column.must_be_there:
            yield f"{dataset.name}.{column.name} closes a stock, so every file must have it: declare it expected"


def _unknown_columns(indicator: Indicator, datasets: Mapping[str, Dataset]) -> Iterator[str]:
    wanted = [(each.dataset, each.column) for each in indicator.breakdowns]
    for places in (each.places for each in indicator.breakdowns if isinstance(each, ByPlace)):
        names = (places.kind, places.name, places.part_of, places.opened, places.closed)
        wanted += [(places.dataset, name) for name in names]
    if isinstance(indicator.measure, Rate):
        of = indicator.measure.of
        wanted += [(of.dataset, name) for name in (of.edition, of.mid_year, of.ages, of.breakdown, of.group, of.people)]
    for dataset, column in dict.fromkeys(wanted):
        if column not in declared_columns(datasets[dataset]):
            yield f"{dataset} has no column {column}"
