"""What the pages of the dictionary show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread import catalogue
from goldenthread.catalogue.check_examples import check_examples
from goldenthread.catalogue.journey import Told, journey, stage_of
from goldenthread.catalogue.readers import indicators_reading
from goldenthread.engine.definitions import AnyCheck, CodeList, Dataset, Format, Indicator, Text
from goldenthread.engine.english import counted
from goldenthread.engine.rendering.dictionary import code_lists, year_in_words
from goldenthread.web.base.severities import MEANS
from goldenthread.web.base.tables import Table
from goldenthread.web.datasets import dictionary_tables as tables
from goldenthread.workflow.history.refusals import NotFound


@dataclass(frozen=True)
class Choice:
    """One of the things by which a page can be narrowed: what it is called and where it leads."""

    text: str
    href: str
    chosen: bool


@dataclass(frozen=True)
class Listed:
    """A dataset as the list tells of it, in a sentence and in numbers."""

    it: Dataset
    says: str
    holds: str


@dataclass(frozen=True)
class Chapter:
    """A stage of the journey with its datasets."""

    title: str
    about: str
    datasets: Sequence[Listed]


@dataclass(frozen=True)
class Index:
    """The list of datasets: all, or those that the files of one format fill."""

    formats: Sequence[Choice]
    chapters: Sequence[Chapter]
    count: int


@dataclass(frozen=True)
class Codes:
    """A code list, of one year or of all, as a table."""

    title: str
    count: str
    source: str
    table: Table


@dataclass(frozen=True)
class Checked:
    """A check as its sender meets it, with its worked example."""

    it: AnyCheck
    told: str
    means: str
    example: Sequence[Table]


@dataclass(frozen=True)
class Page:
    """One dataset."""

    it: Dataset
    stage: str
    columns: Table
    example: Table
    years: Sequence[Choice]
    year: str
    codes: Sequence[Codes]
    checks: Sequence[Checked]
    sent_in: Table
    read_by: Sequence[Indicator]
    who_sees: Sequence[str]


def index(given: Mapping[str, str]) -> Index:
    """The datasets along the child's journey."""
    formats = _formats_to_choose()
    chosen = formats.get(given.get("format", ""))
    filled = _filled_by(chosen) if chosen else set(catalogue.datasets())
    chapters = [_chapter(told, filled) for told in journey()]
    choices = [_choice("Any file", "datasets", "", chosen is None)]
    choices += [_choice(each.title, "datasets", f"?format={each.name}", each is chosen) for each in formats.values()]
    return Index(choices, [each for each in chapters if each.datasets], len(filled))


def page_of(name: str, given: Mapping[str, str]) -> Page:
    """One dataset, with the code lists of the year that was chosen, or of all years."""
    dataset = known(name)
    lists = code_lists(dataset)
    years = _years_of(lists)
    year = next((year for year in years if str(year) == given.get("year")), None)
    return Page(
        it=dataset,
        stage=stage_of(dataset),
        columns=tables.columns(dataset),
        example=tables.example(dataset),
        years=list(_years_to_choose(name, years, year)) if years else [],
        year=year_in_words(year) if year else "",
        codes=[_codes(of, year) for of in lists],
        checks=[_checked(dataset, check) for check in dataset.checks],
        sent_in=tables.sent_in(dataset),
        read_by=indicators_reading(name),
        who_sees=list(_who_sees(dataset)),
    )


def known(name: str) -> Dataset:
    """The dataset of that name; NotFound where there is none."""
    if name not in catalogue.datasets():
        raise NotFound(f"There is no dataset {name}.")
    return catalogue.datasets()[name]


def _formats_to_choose() -> dict[str, Format]:
    """The formats that fill some datasets and not others: our own template fills every one."""
    every = set(catalogue.datasets())
    return {name: each for name, each in catalogue.formats().items() if _filled_by(each) not in (set(), every)}


def _filled_by(format_: Format) -> set[str]:
    return {feed.dataset for table in format_.tables for feed in table.feeds()}


def _chapter(told: Told, wanted: set[str]) -> Chapter:
    return Chapter(told.title, told.about, [_listed(each) for each in told.datasets if each.name in wanted])


def _listed(dataset: Dataset) -> Listed:
    first, _, _ = dataset.about.partition(". ")
    holds = [counted(len(dataset.columns), "column"), counted(len(dataset.checks), "check")]
    read = indicators_reading(dataset.name)
    holds += [f"read by {counted(len(read), 'indicator')}"] if read else []
    return Listed(dataset, f"{first.rstrip('.:')}.", ", ".join(holds))


def _choice(text: str, name: str, query: str, chosen: bool, *arguments: str) -> Choice:
    return Choice(text, reverse(name, args=arguments) + query, chosen)


def _years_of(lists: Sequence[CodeList]) -> list[int]:
    """The years with which any of the lists changed, the latest first, and the year before the first of them."""
    changed = sorted({year for of in lists for year in of.editions()}, reverse=True)
    return [*changed, changed[-1] - 1] if changed else []


def _years_to_choose(name: str, years: Sequence[int], chosen: int | None) -> Iterator[Choice]:
    yield _choice("All years", "dataset", "#codes", chosen is None, name)
    *changed, before = years
    for year in changed:
        yield _choice(f"From {year_in_words(year)}", "dataset", f"?year={year}#codes", year == chosen, name)
    first = f"Before {year_in_words(changed[-1])}"
    yield _choice(first, "dataset", f"?year={before}#codes", before == chosen, name)


def _codes(of: CodeList, year: int | None) -> Codes:
    shown = of.of_year(year) if year else of.codes
    return Codes(of.title, counted(len(shown), "code"), of.source, tables.codes(of, shown))


def _checked(dataset: Dataset, check: AnyCheck) -> Checked:
    worked = check_examples()[dataset.name, check.code]
    return Checked(check, worked.told(check), MEANS[check.severity], tables.worked(dataset, worked))


def _who_sees(dataset: Dataset) -> Iterator[str]:
    """Who is shown what stands in a row that is wrong."""
    identifying = [column.name.replace("_", " ") for column in dataset.identifying()]
    free = [column.name for column in dataset.columns if isinstance(column.kind, Text) and column.kind.free]
    if dataset.restricted:
        yield (
            "These records are restricted: what stands in a row that is wrong is shown to the data lead of the agency"
            " that sent it, and to nobody else. The board's analyst sees in which row it is and what it is, not what"
            " stands there."
        )
    elif identifying or free:
        yield (
            f"What stands in {_listing([*identifying, *free])} may tell who a child is. It is sealed apart from what is"
            " counted, and only the data lead of the agency that sent it is shown it."
        )
    if not dataset.restricted:
        yield (
            "What stands elsewhere in a row that is wrong is shown to that data lead and to the board's analyst, and"
            " who looked is recorded."
        )
    yield "Everybody else who sees the return sees how often something was wrong, never in which row."


def _listing(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
