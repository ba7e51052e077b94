"""Taking in a return: open, recognise, stage, check and split, keeping whatever is good."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa

from goldenthread.engine.checking.covering import inferred
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.judging import judge_days, judge_rows, judge_years
from goldenthread.engine.checking.judging_headers import UsedBy, judge_headers
from goldenthread.engine.checking.judging_values import judge_values
from goldenthread.engine.checking.looking_up import follow_keys
from goldenthread.engine.checking.opening import Opening, first_of_each, missing_tables, open_file
from goldenthread.engine.checking.sources import Opened, sources_of
from goldenthread.engine.checking.splitting import held_back, identities, part
from goldenthread.engine.checking.staging import Pseudonym, Staged, stage, stand_on_last_day
from goldenthread.engine.definitions import QUERY, Dataset, Format, From
from goldenthread.engine.periods import Period
from goldenthread.engine.reading.received import Received as Received
from goldenthread.engine.words import calendar

Tell = Callable[[str, int, int], None]
"""Told what is being done, how many steps are behind and how many there are."""


def _told_to_nobody(doing: str, step: int, steps: int) -> None:
    """What is done where nobody waits to hear how far it is."""


@dataclass(frozen=True)
class FileOutcome:
    """What became of one table: where it was, what it was recognised as, and how many rows were read, taken, held back.

    A file that holds several tables has an outcome for each. `note` says why one was not taken.
    """

    name: str
    format: str | None = None
    table: str | None = None
    dataset: str | None = None
    read: int = 0
    accepted: int = 0
    held_back: int = 0
    note: str = ""
    sheet: str = ""


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
class _Work:
    """What is gathered on the way, and how far it is."""

    tell: Tell
    steps: int
    step: int = 0
    issues: list[Issue] = field(default_factory=list)

    def begins(self, doing: str) -> None:
        """Say what is done next."""
        self.tell(doing, min(self.step, self.steps - 1), self.steps)
        self.step += 1


def take_in(
    files: Sequence[Received],
    *,
    formats: Mapping[str, Format],
    datasets: Mapping[str, Dataset],
    pseudonym: Pseudonym,
    only: str | None = None,
    covers: Period | None = None,
    used_by: UsedBy | None = None,
    sender: str = "",
    tell: Tell = _told_to_nobody,
) -> Intake:
    """Take in the files of one return. Nothing is raised for what is wrong with them: that is what issues are for.

    `pseudonym` makes child keys from numbering scheme and number. `only` restricts recognition to one format. `used_by`
    says what is worked out from each column of each dataset, so that it can be told what a missing one stops. `sender`
    is who sends the return, as people call them.
    `tell` is told how far it is: every file is read, checked by itself, and checked beside the others.
    """
    work = _Work(tell, steps=max(1, 3 * len(files)))
    opening = _open(files, [formats[only]] if only else list(formats.values()), work)
    opened = list(first_of_each(opening))
    work.issues += missing_tables(opened, _by_dataset(used_by or {}))
    with duckdb.connect() as connection:
        calendar.install(connection)
        work.issues += follow_keys(connection, opened)
        staged = _stage_all(connection, opened, datasets, pseudonym, work, used_by or {}, sender)
        about = None if covers else _inferred(opened, staged, opening, work)
        _let_go(opened)
        _judge_all(staged, covers or about, work)
        parts = {name: table for name, each in staged.items() if (table := part(each)).num_rows or _says_nothing(each)}
        return Intake(
            files=tuple(_outcomes(files, opened, opening, staged, parts)),
            issues=tuple(sorted([*opening.issues, *work.issues], key=_in_order)),
            format=next((each.match.format.name for each in opened), None),
            covers=about,
            parts=parts,
            identities={name: identities(staged[name]) for name in parts},
            held_back={name: table for name, each in staged.items() if (table := held_back(each)).num_rows},
            originals=tuple(file for file in files if file.name in {each.file for each in opening.tables}),
        )


def _open(files: Sequence[Received], formats: Sequence[Format], work: _Work) -> Opening:
    opening = Opening()
    for file in files:
        work.begins(f"Reading {file.name}")
        open_file(file, formats, opening)
    return opening


def _let_go(opened: Sequence[Opened]) -> None:
    """Let go of rows that are staged, so that a large return is not in memory twice."""
    for each in opened:
        each.let_go()
    pa.default_memory_pool().release_unused()


def _by_dataset(used_by: UsedBy) -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for (dataset, _), codes in used_by.items():
        found[dataset] |= set(codes)
    return {dataset: sorted(codes) for dataset, codes in found.items()}


def _in_order(issue: Issue) -> tuple[str, str, int]:
    return issue.file, issue.sheet, issue.row or 0


def _stage_all(
    connection: duckdb.DuckDBPyConnection,
    opened: Sequence[Opened],
    datasets: Mapping[str, Dataset],
    pseudonym: Pseudonym,
    work: _Work,
    used_by: UsedBy,
    sender: str,
) -> dict[str, Staged]:
    """Stage every dataset and judge its values; those in which others look up birth dates come first."""
    staged: dict[str, Staged] = {}
    filled = dict.fromkeys(feed.dataset for each in opened for feed in each.match.table.feeds())
    for name in sorted(filled, key=lambda name: _looks_up(datasets[name])):
        dataset = datasets[name]
        sources = [source for source in sources_of(name, opened) if source.is_main or not source.lacks(dataset)]
        if not sources:
            continue
        if sources[0].is_main:
            work.begins(f"Checking {sources[0].opened.place}")
        staged[name] = stage(connection, dataset, sources, pseudonym=pseudonym, listed=staged, sender=sender)
        work.issues += judge_headers(staged[name], used_by)
        work.issues += judge_values(staged[name])
    return staged


def _looks_up(dataset: Dataset) -> bool:
    return any(isinstance(getattr(derived, "born", None), From) for derived in dataset.derived)


def _judge_all(staged: Mapping[str, Staged], about: Period | None, work: _Work) -> None:
    """Judge every dataset beside the others, and by what the return is about, where that is known."""
    if about:
        for each in staged.values():
            stand_on_last_day(each, about.last, staged)
    for each in staged.values():
        if each.sources[0].is_main:
            work.begins(f"Checking {each.sources[0].opened.place} beside the others")
        if _can_be_taken(each):
            work.issues += judge_rows(each, staged, about)
    if about:
        work.issues += [issue for each in staged.values() for issue in _judge_period(each, about)]


def _judge_period(staged: Staged, about: Period) -> Iterator[Issue]:
    yield from judge_days(staged, about)
    yield from judge_years(staged, about)


def _can_be_taken(staged: Staged) -> bool:
    """Whether any row can be taken at all."""
    return any(not source.lacks(staged.dataset) for source in staged.sources)


def _says_nothing(staged: Staged) -> bool:
    """Whether its tables came without rows, and so say that there was nothing."""
    return _can_be_taken(staged) and not any(source.opened.sheet.read for source in staged.sources)


def _inferred(opened: Sequence[Opened], staged: Mapping[str, Staged], opening: Opening, work: _Work) -> Period | None:
    found = inferred(opened[0].match.format, staged, opened, opening.told) if opened else None
    if found is None:
        return None
    message = f"What the return covers was not said. {found.because}, and that was taken."
    work.issues.append(Issue("period-inferred", QUERY, message))
    return found.period


def _outcomes(
    files: Sequence[Received],
    opened: Sequence[Opened],
    opening: Opening,
    staged: Mapping[str, Staged],
    parts: Mapping[str, pa.Table],
) -> Iterator[FileOutcome]:
    """What became of each table, in the order of the files and of the tables in them."""
    for file in files:
        taken = [each for each in opened if each.file == file.name]
        counted = {id(each) for each in taken}
        for each in opening.tables:
            if each.file == file.name:
                yield _taken(each, staged, parts) if id(each) in counted else _left(each, opening)
        for (name, on_sheet, table), note in opening.not_read.items():
            if name == file.name and not table:
                yield FileOutcome(name, note=note, sheet=on_sheet)


def _taken(opened: Opened, staged: Mapping[str, Staged], parts: Mapping[str, pa.Table]) -> FileOutcome:
    match, name = opened.match, opened.match.table.dataset or ""
    source = next(each for each in staged[name].sources if each.opened is opened and each.is_main)
    accepted = staged[name].taken_of(source) if name in parts else 0
    read = opened.sheet.read
    where = {"name": opened.file, "sheet": opened.on_sheet}
    about = {"format": match.format.name, "table": match.table.name, "dataset": name}
    return FileOutcome(**where, **about, read=read, accepted=accepted, held_back=read - accepted)


def _left(opened: Opened, opening: Opening) -> FileOutcome:
    match = opened.match
    note = opening.not_read[opened.file, opened.on_sheet, match.table.name]
    return FileOutcome(
        opened.file, match.format.name, match.table.name, None, opened.sheet.read, note=note, sheet=opened.on_sheet
    )
