"""Writes docs/reference/ from the declarations and the command line; with --check, only says whether it is current."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

import django

from goldenthread import catalogue
from goldenthread.catalogue.examples import Example, Expected, examples
from goldenthread.config import command_line
from goldenthread.config.states import diagram, drawn, who_may
from goldenthread.engine import periods
from goldenthread.engine.definitions import (
    AnyCheck,
    At,
    CodeList,
    Cohort,
    Column,
    Count,
    Dataset,
    Derived,
    Format,
    Indicator,
    Median,
    Over,
    Proportion,
    Rate,
    Share,
    Supplied,
    Table,
    Total,
)
from goldenthread.engine.rendering.dictionary import (
    code_lists,
    derived_in_words,
    in_force,
    kind_in_words,
    remarks_on,
    when,
)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
WRITTEN_BY = "<!-- Written from the declarations by `make docs`. Change those, not this page. -->\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; a bar or a line break within a cell does not end it."""
    lines = [list(heads), *([cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def source(text: str) -> str:
    """Who says so, as the last sentence of a paragraph; nothing where nobody is named."""
    return f" Source: {text.removesuffix('.')}." if text else ""


def code(text: str) -> str:
    """A name or a predicate, set as code; nothing where there is none."""
    return f"`{text}`" if text else ""


# --- datasets -------------------------------------------------------------------------------------------------------


def datasets(declared: Mapping[str, Dataset]) -> Iterator[str]:
    """The dictionary: every kind of record, its columns and its code lists."""
    yield "# Datasets\n"
    yield "What Golden Thread keeps of each kind of record, whatever file it came in.\n"
    for dataset in declared.values():
        yield f"## {dataset.title}\n"
        yield f"`{dataset.name}`. {dataset.about}" + source(dataset.source) + "\n"
        yield table(
            ["Column", "Holds", "Meaning", "Remarks"], [*map(column, dataset.columns), *map(derived, dataset.derived)]
        )
    yield "## Worked out from these\n"
    for cohort in catalogue.cohorts().values():
        yield from cohort_of(cohort)
    yield "## Code lists\n"
    lists = {of.name: of for dataset in declared.values() for of in code_lists(dataset)}
    for of in sorted(lists.values(), key=lambda one: one.name):
        yield f"### {of.title}\n"
        yield f"`{of.name}`.{source(of.source)}\n"
        yield codes_of(of)


def cohort_of(cohort: Cohort) -> Iterator[str]:
    """A cohort: nobody sends it."""
    yield f"### {cohort.dataset.title}\n"
    yield f"`{cohort.name}`, from {', '.join(map(code, cohort.reads))}. {cohort.dataset.about}\n"
    yield table(["Column", "Holds", "Meaning"], [column(each)[:3] for each in cohort.dataset.columns])
    yield f"```sql\n{cohort.sql.strip()}\n```\n"


def column(declared: Column) -> tuple[str, ...]:
    return code(declared.name), kind_in_words(declared.kind), declared.meaning, "; ".join(remarks_on(declared))


def derived(declared: Derived) -> tuple[str, ...]:
    return code(declared.name), derived_in_words(declared), declared.meaning, "worked out on the way in"


def codes_of(of: CodeList) -> str:
    """The codes of a list; where they changed, from which year and until which each could be used."""
    if not of.editions():
        return table(["Code", "Meaning"], [(code(value), meaning) for value, meaning in of.codes.items()])
    rows = [(code(value), meaning, in_force(of, value)) for value, meaning in of.codes.items()]
    return table(["Code", "Meaning", "In force"], rows)


# --- formats --------------------------------------------------------------------------------------------------------


def formats(declared: Mapping[str, Format]) -> Iterator[str]:
    """Which files are recognised, and where each of their columns goes."""
    yield "# Formats\n"
    yield "The files that are recognised by what is in them. A column without a destination is known and not taken.\n"
    yield "## What is read, and what is lost\n"
    yield table(
        ["Format", "Written as", "Read from it", "Lost", "Why"],
        [row for form in declared.values() for row in read_and_lost(form)],
    )
    for form in declared.values():
        yield f"## {form.title}\n"
        dates = "31/03/2018" if form.day_first else "2018-03-31"
        yield f"`{form.name}`. Dates are written {dates}.{source(form.source)}\n"
        for one in form.tables:
            yield from table_of_format(one)


def read_and_lost(form: Format) -> Iterator[tuple[str, ...]]:
    """A line for the format, with what it is written as and how much is read; then one for each thing that is lost."""
    taken = [one for one in form.tables if one.dataset]
    written = ["CSV", "Excel workbook"] if any(not one.path for one in form.tables) else []
    written += ["XML"] if form.root else []
    filled = {feed.dataset for one in taken for feed in one.feeds()}
    left = ", ".join(one.title for one in form.tables if not one.dataset)
    read = (
        f"{len(taken)} tables into {len(filled)} datasets"
        if taken
        else "nothing: it is known, and said to be no return"
    )
    yield (
        form.title,
        ", ".join(written),
        read,
        f"tables: {left}" if left and taken else "",
        "said table by table below" * bool(left and taken),
    )
    yield from (("", "", "", what, why) for what, why in form.loses.items())


def table_of_format(one: Table) -> Iterator[str]:
    yield f"### {one.title}\n"
    if one.dataset is None:
        yield f"`{one.name}`. {one.why}\n"
        return
    if all(head == to for head, to in one.headers.items()):
        yield f"`{one.name}`, into the dataset of that name, by the names of its columns.\n"
        return
    yield f"`{one.name}`, into `{one.dataset}`.\n"
    taken = list(one.headers.items())
    if one.looks_up:
        taken += [
            (f"{head} (of {one.looks_up.table}, by {one.looks_up.key})", to) for head, to in one.looks_up.brings.items()
        ]
    yield table(["Column of the file", "Goes to"], [(head, code(to or "")) for head, to in taken])


# --- checks ---------------------------------------------------------------------------------------------------------


def checks(declared: Mapping[str, Dataset]) -> Iterator[str]:
    """What must hold of the rows of each dataset, and what its sender is told where it does not."""
    yield "# Checks\n"
    yield (
        "An *error* holds its row back; a *warning* keeps it; a *query* keeps it and asks. "
        "Values of the row stand where the message has braces.\n"
    )
    for dataset in declared.values():
        if dataset.checks:
            yield f"## {dataset.title}\n"
            yield table(["Code", "Severity", "Says", "When"], map(check, dataset.checks))


def check(declared: AnyCheck) -> tuple[str, ...]:
    return code(declared.code), declared.severity.value, declared.message, when(declared)


# --- indicators -----------------------------------------------------------------------------------------------------


def indicators(declared: Mapping[str, Indicator]) -> Iterator[str]:
    """Every indicator with its definition, in words and exactly."""
    yield "# Indicators\n"
    yield table(["Code", "Title", "Asks"], [(one.code, one.title, one.asks.value) for one in declared.values()])
    for one in declared.values():
        yield f"## {one.code}: {one.title}\n"
        yield f"{one.definition}\n"
        yield f"*Why it is watched*: {one.why}\n"
        yield "".join(f"* {name}: {said.removesuffix('.')}\n" for name, said in particulars(one) if said)
        yield from worked_example(examples()[one.code], {each.code: each.title for each in one.breakdowns})


def worked_example(example: Example, breakdowns: Mapping[str, str]) -> Iterator[str]:
    """Invented records, and what the indicator comes to on them; the tests hold the program to it."""
    yield f"*A worked example*. {example.says} These are the records:\n"
    for dataset in example.given:
        rows = example.rows(dataset)
        yield table([dataset, *list(rows[0])[1:]], [[value or "" for value in row.values()] for row in rows])
    yield "They come to:\n"
    yield table(
        ["Period", "Group", "Comes to", "Because"],
        [
            (str(periods.parse(each.period)), group(each, breakdowns), each.comes_to, each.because)
            for each in example.then
        ],
    )


def group(of: Expected, breakdowns: Mapping[str, str]) -> str:
    return f"{breakdowns[of.by]}: {of.group}" if of.by in breakdowns else "all"


def particulars(one: Indicator) -> list[tuple[str, str]]:
    return [
        ("Counts", f"{one.counts.value} of `{one.dataset}`"),
        ("Over", over(one.over)),
        ("Measure", measure(one)),
        ("Leaves out", one.excludes),
        ("Unknowns", one.unknowns),
        ("Better", one.better.value),
        ("Divided by", ", ".join(breakdown.title.lower() for breakdown in one.breakdowns)),
        ("Watched by", watched_by(one)),
        ("Small numbers", "protected" if one.protects else "about nobody, never hidden"),
        ("Source", one.source),
    ]


def watched_by(one: Indicator) -> str:
    return f"{one.tier.value}; work of {one.sub_group}"


def over(declared: Over) -> str:
    if isinstance(declared, At):
        return f"a day: {code(declared.opened)} on or before it, {code(declared.closed)} blank or after it"
    if isinstance(declared, Supplied):
        added = ", quarters added up where none is lacking" if declared.adds_up and not declared.of_days else ""
        return f"{'a day' if declared.of_days else 'a period'}: as supplied{added}"
    return f"a period: {code(declared.date)} lies in it"


def measure(one: Indicator) -> str:
    if isinstance(one.over, Supplied):
        return "the number that was supplied"
    match one.measure:
        case Count(where=where):
            return f"how many are {code(where)}"
        case Proportion(where=where, of=of):
            return f"percentage that are {code(where)}, of those that are {code(of)}"
        case Rate(per=per, of=population, where=where):
            return f"how many are {code(where)} for each {per:,} people aged {population.aged}"
        case Median(of=of, unit=unit, where=where):
            return f"median of {code(of)} in {unit}, among those that are {code(where)}"
        case Total(of=of, unit=unit, where=where):
            return f"total of {code(of)} in {unit}, among those that are {code(where)}"
        case Share(part=part, of=of, where=where):
            return f"total of {code(part)} as a percentage of that of {code(of)}, among those that are {code(where)}"


# --- the command line -----------------------------------------------------------------------------------------------


def commands() -> Iterator[str]:
    """Every command and what it takes."""
    yield "# Command line\n"
    yield "Exit codes: 0 done; 1 the answer is no; 2 it cannot be done, with one line on standard error.\n"
    django.setup()
    for name in command_line.names():
        parser = command_line.parser_for(name, import_module(f"goldenthread.config.commands.{name}"))
        taken = [argument(action) for action in parser._actions if action.dest != "help"]
        yield f"## {name}\n"
        yield f"{parser.description}\n"
        if taken:
            yield table(["Takes", "Which is"], taken)


def argument(action: argparse.Action) -> tuple[str, str]:
    takes = (
        ""
        if action.nargs == 0
        else str(action.metavar or (action.dest.upper() if action.option_strings else action.dest))
    )
    return code(" ".join([", ".join(action.option_strings), takes]).strip()), action.help or ""


# --- states ---------------------------------------------------------------------------------------------------------


def states() -> Iterator[str]:
    """Everything that goes from state to state, drawn, with who may lead it there."""
    yield "# States\n\nWhat goes from one state to another, as the program holds it, and who may lead it there.\n"
    for each in drawn():
        yield f"## {each.title}\n\n{each.about}\n"
        yield f"```mermaid\n{diagram(each.table)}\n```\n"
        rows = [(way.verb, ", ".join(way.sources), way.target, who_may(way)) for way in each.table.ways]
        yield table(["It is", "From", "To", "Who may"], rows)


def pages() -> dict[str, str]:
    """The name of each page, with its text."""
    held = {
        "datasets.md": datasets(catalogue.datasets()),
        "formats.md": formats(catalogue.formats()),
        "checks.md": checks(catalogue.datasets()),
        "indicators.md": indicators(catalogue.indicators()),
        "command-line.md": commands(),
        "states.md": states(),
    }
    return {name: "\n".join([WRITTEN_BY, *parts]) for name, parts in held.items()}


def main(*, only_check: bool) -> int:
    """Write the pages, or name those that are not current; 0 when all are."""
    written = pages()
    stale = [name for name, text in written.items() if not holds(REFERENCE / name, text)]
    if only_check:
        for name in stale:
            print(f"docs/reference/{name} is not what the declarations say: run `make docs`", file=sys.stderr)
        return 1 if stale else 0
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (REFERENCE / name).write_text(written[name], encoding="utf-8")
        print(f"wrote docs/reference/{name}")
    return 0


def holds(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(only_check="--check" in sys.argv[1:]))
