"""How good the data of a return are: by dataset, by check, and what could not be checked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.conf import settings

from goldenthread import catalogue
from goldenthread.engine.definitions import Severity
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.parts import filled_in
from goldenthread.workflow.returns.models import IssueCount, Part, Return

NOT_RUN, COLUMN_MISSING = "check-not-run", "column-missing"


@dataclass(frozen=True)
class Filled:
    """In how many of the accepted rows a column holds something."""

    column: str
    rows: int
    of: int

    @property
    def percent(self) -> int:
        """The share in whole percent, rounded down: 100 means every row."""
        return 100 * self.rows // self.of if self.of else 100


@dataclass(frozen=True)
class OfDataset:
    """What came of one dataset. Columns that identify are not among `columns`: they are in no part."""

    dataset: str
    title: str
    read: int
    accepted: int
    held_back: int
    columns: Sequence[Filled]

    def gaps(self) -> list[Filled]:
        """The columns that are blank somewhere, the emptiest first."""
        gaps = [each for each in self.columns if each.rows < each.of]
        return sorted(gaps, key=lambda each: (each.percent, each.column))


@dataclass(frozen=True)
class OfCheck:
    """What one check found in one place."""

    code: str
    severity: Severity
    message: str
    count: int
    dataset: str
    where: str
    column: str


@dataclass(frozen=True)
class Quality:
    """The data-quality summary of a return. `not_run` says which checks could not be made, and why."""

    datasets: Sequence[OfDataset]
    checks: Sequence[OfCheck]
    not_run: Sequence[OfCheck]


def quality_of(return_: Return) -> Quality:
    """The summary, from what the database and the ends of the parts' files say: no text of any row is read."""
    found = list(_lacking_together(_of_check(each) for each in return_.issue_counts.all()))
    order = list(Severity)
    in_order = sorted(found, key=lambda each: (order.index(each.severity), -each.count, each.code))
    return Quality(
        datasets=list(_datasets(return_)),
        checks=[each for each in in_order if each.code != NOT_RUN],
        not_run=[each for each in in_order if each.code == NOT_RUN],
    )


def _datasets(return_: Return) -> Iterator[OfDataset]:
    files, parts = list(return_.files.all()), {part.dataset: part for part in return_.parts.all()}
    for name, dataset in catalogue.datasets().items():
        of_it = [file for file in files if file.dataset == name]
        part = parts.get(name)
        if not of_it and part is None:
            continue
        rows = part.rows if part else 0
        read = sum(file.read for file in of_it) or rows
        columns = _columns(part, [column.name for column in dataset.kept()]) if part else []
        held_back = sum(file.held_back for file in of_it)
        yield OfDataset(name, dataset.title, read, rows, held_back, columns)


def _columns(part: Part, names: Sequence[str]) -> list[Filled]:
    filled = filled_in(FileStore(settings.GOLDENTHREAD_HOME, "parts").path(part.digest))
    return [Filled(name, filled[name], part.rows) for name in names if name in filled]


def _of_check(each: IssueCount) -> OfCheck:
    severity = Severity(each.severity)
    return OfCheck(each.code, severity, each.message, each.count, each.dataset, each.file, each.column)


def _lacking_together(checks: Iterable[OfCheck]) -> Iterator[OfCheck]:
    """All of them, with the columns that one file lacks told in one line: a line for each would bury the rest."""
    lacking: dict[tuple[str, Severity], list[OfCheck]] = defaultdict(list)
    for each in checks:
        if each.code == COLUMN_MISSING and each.column:
            lacking[each.where, each.severity].append(each)
        else:
            yield each
    for (_, severity), those in lacking.items():
        yield those[0] if len(those) == 1 else _as_one(those, severity)


def _as_one(those: Sequence[OfCheck], severity: Severity) -> OfCheck:
    names = ", ".join(sorted(each.column for each in those))
    came = "No row could be taken." if severity is Severity.ERROR else "The rows were taken without them."
    more = "What each of them is for, and what needs it, stands in the list of every issue."
    message = f"{len(those)} columns are missing: {names}. {came} {more}"
    return replace(those[0], message=message, count=sum(each.count for each in those), column="")
