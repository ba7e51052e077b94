"""Taking in a return: recognise, read, stage, check and split, keeping whatever is good."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa

from goldenthread.engine.checking.covering import inferred
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.judging import (
    holds_every_required_column,
    judge_days,
    judge_headers,
    judge_rows,
    judge_values,
)
from goldenthread.engine.checking.recognising import Recognised, recognise
from goldenthread.engine.checking.splitting import held_back, identities, part
from goldenthread.engine.checking.staging import Pseudonym, Staged, stage
from goldenthread.engine.definitions import ERROR, QUERY, WARNING, Dataset, Format, From
from goldenthread.engine.periods import Period
from goldenthread.engine.reading.decoding import NotText, decode
from goldenthread.engine.reading.sheets import NotATable, Sheet, first_records, read_sheet
from goldenthread.engine.words import calendar

Tell = Callable[[str, int, int], None]
"""Told what is being done, how many steps are behind and how many there are."""


def _told_to_nobody(doing: str, step: int, steps: int) -> None:
    """What is done where nobody waits to hear how far it is."""


@dataclass(frozen=True)
class Received:
    """One file as it came."""

    name: str
    content: bytes


@dataclass(frozen=True)
class FileOutcome:
    """What became of one file: what it was recognised as, and how many of its rows were read, taken and held back."""

    name: str
    format: str | None = None
    table: str | None = None
    dataset: str | None = None
    read: int = 0
    accepted: int = 0
    held_back: int = 0
    note: str = ""


@dataclass(frozen=True)
class Intake:
    """What a return came to. Tables are by dataset; `covers` is what it seems to be about, where that was not given.

    A table that came without rows is a part without rows: it says that there was nothing, which is not silence. A table
    all of whose rows were held back is no part.
    """

    files: tuple[FileOutcome, ...]
    issues: tuple[Issue, ...]
    format: str | None
    covers: Period | None
    parts: Mapping[str, pa.Table]
    identities: Mapping[str, pa.Table]
    held_back: Mapping[str, pa.Table]
    originals: tuple[Received, ...]

    @property
    def inferred(self) -> bool:
        """Whether what it is about was inferred."""
        return self.covers is not None

    @property
    def usable(self) -> bool:
        """Whether any row of it can be counted."""
        return any(table.num_rows for table in self.parts.values())


@dataclass
class _Opened:
    """A file that is a table of one of our formats, as far as it has been read."""

    received: Received
    match: Recognised
    sheet: Sheet


@dataclass
class _Work:
    """What is gathered on the way, and how far it is."""

    tell: Tell
    steps: int
    step: int = 0
    issues: list[Issue] = field(default_factory=list)
    outcomes: dict[str, FileOutcome] = field(default_factory=dict)
    originals: list[Received] = field(default_factory=list)

    def begins(self, doing: str) -> None:
        """Say what is done next."""
        self.tell(doing, self.step, self.steps)
        self.step += 1


def take_in(
    files: Sequence[Received],
    *,
    formats: Mapping[str, Format],
    datasets: Mapping[str, Dataset],
    pseudonym: Pseudonym,
    only: str | None = None,
    covers: Period | None = None,
    tell: Tell = _told_to_nobody,
) -> Intake:
    """Take in the files of one return. Nothing is raised for what is wrong with them: that is what issues are for.

    `pseudonym` makes child keys from numbering scheme and number. `only` restricts recognition to one format.
    `tell` is told how far it is: every file is read, checked by itself, and checked beside the others.
    """
    work = _Work(tell, steps=3 * len(files))
    allowed = [formats[only]] if only else list(formats.values())
    opened = list(_first_of_each([each for file in files if (each := _open(file, allowed, work))], work))
    with duckdb.connect() as connection:
        calendar.install(connection)
        staged = _stage_all(connection, opened, datasets, pseudonym, work)
        _judge_all(staged, work)
        about = None if covers else _inferred(opened, staged, work)
        taken = {name: each for name, each in staged.items() if holds_every_required_column(each)}
        if spoken_of := covers or about:
            work.issues += [issue for each in taken.values() for issue in judge_days(each, spoken_of)]
        parts = {name: table for name, each in taken.items() if (table := part(each)).num_rows or not each.sheet.read}
        work.outcomes |= {each.file: _outcome(each, parts.get(name)) for name, each in staged.items()}
        return Intake(
            files=tuple(work.outcomes[file.name] for file in files),
            issues=tuple(sorted(work.issues, key=lambda issue: (issue.file, issue.row or 0))),
            format=next((each.match.format.name for each in opened), None),
            covers=about,
            parts=parts,
            identities={name: identities(taken[name]) for name in parts},
            held_back={name: table for name, each in staged.items() if (table := held_back(each)).num_rows},
            originals=tuple(work.originals),
        )


def _open(file: Received, formats: Sequence[Format], work: _Work) -> _Opened | None:
    """Decode, recognise and read a file; an issue where that cannot be done, or where it is a table we do not count."""
    work.outcomes[file.name] = FileOutcome(file.name)
    work.begins(f"Reading {file.name}")
    try:
        decoded = decode(file.content)
        match = recognise(first_records(decoded.text), formats)
        if match is None:
            raise NotATable(_unrecognised(formats))
        sheet = read_sheet(decoded.text, match.header_row)
    except (NotText, NotATable) as problem:
        severity = ERROR if isinstance(problem, NotText) else WARNING
        work.issues.append(Issue("file-not-read", severity, str(problem), file.name))
        work.outcomes[file.name] = FileOutcome(file.name, note=str(problem))
        return None
    if decoded.remark:
        work.issues.append(Issue("encoding", QUERY, decoded.remark, file.name))
    return _Opened(file, match, sheet)


def _unrecognised(formats: Sequence[Format]) -> str:
    known = ", ".join(format_.title for format_ in formats)
    return (
        f"Its columns are not those of any table known here ({known}). Nothing was read from it and nothing kept of it."
    )


def _first_of_each(opened: Sequence[_Opened], work: _Work) -> Iterator[_Opened]:
    """The files to count: the first of each table. The others are named, with the reason."""
    first: dict[str, _Opened] = {}
    for each in opened:
        table = each.match.table
        known = first.setdefault(table.dataset or f"{each.match.format.name} {table.name}", each)
        work.originals.append(each.received)
        if known is not each:
            message = f"The table {table.title} came twice. {known.received.name} was taken; this file was not."
            work.issues.append(Issue("table-twice", WARNING, message, each.received.name))
            work.outcomes[each.received.name] = _not_counted(each, message)
            continue
        if table.dataset is None:
            message = f"Recognised as the table {table.title}. {table.why}"
            work.issues.append(Issue("table-not-counted", QUERY, message, each.received.name))
            work.outcomes[each.received.name] = _not_counted(each, message)
            continue
        yield each


def _not_counted(opened: _Opened, note: str) -> FileOutcome:
    match = opened.match
    return FileOutcome(opened.received.name, match.format.name, match.table.name, None, opened.sheet.read, note=note)


def _stage_all(
    connection: duckdb.DuckDBPyConnection,
    opened: Sequence[_Opened],
    datasets: Mapping[str, Dataset],
    pseudonym: Pseudonym,
    work: _Work,
) -> dict[str, Staged]:
    """Stage every table and judge its values; those in which others look up birth dates come first."""
    staged: dict[str, Staged] = {}
    for each in sorted(opened, key=lambda each: _looks_up(datasets[each.match.table.dataset or ""])):
        dataset = datasets[each.match.table.dataset or ""]
        work.begins(f"Checking {each.received.name}")
        staged[dataset.name] = stage(
            connection, dataset, each.match, each.received.name, each.sheet, pseudonym=pseudonym, listed=staged
        )
        work.issues += judge_headers(staged[dataset.name])
        work.issues += judge_values(staged[dataset.name])
    return staged


def _looks_up(dataset: Dataset) -> bool:
    return any(isinstance(derived.born, From) for derived in dataset.derived)


def _judge_all(staged: Mapping[str, Staged], work: _Work) -> None:
    for each in staged.values():
        work.begins(f"Checking {each.file} beside the others")
        if holds_every_required_column(each):
            work.issues += judge_rows(each, staged)


def _inferred(opened: Sequence[_Opened], staged: Mapping[str, Staged], work: _Work) -> Period | None:
    period = inferred(opened[0].match.format, staged) if opened else None
    if period:
        message = (
            f"What the return covers was not said. Its dates speak of {period} ({period.code}), and that was taken."
        )
        work.issues.append(Issue("period-inferred", QUERY, message))
    return period


def _outcome(staged: Staged, taken: pa.Table | None) -> FileOutcome:
    accepted = taken.num_rows if taken is not None else 0
    match = staged.match
    return FileOutcome(
        name=staged.file,
        format=match.format.name,
        table=match.table.name,
        dataset=staged.dataset.name,
        read=staged.sheet.read,
        accepted=accepted,
        held_back=staged.sheet.read - accepted,
    )
