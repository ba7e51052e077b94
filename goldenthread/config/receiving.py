"""What `receive` says of a return: what was taken file by file, what was held back and why, what to do next."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from goldenthread import catalogue
from goldenthread.config.showing import as_json, plain, table
from goldenthread.engine.checking.intake import FileOutcome
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.definitions import Severity
from goldenthread.engine.english import counted
from goldenthread.workflow.returns.operations import Outcome, accept

_KINDS_SHOWN = 5
_NAMES = {Severity.ERROR: ("error", "errors"), Severity.WARNING: ("warning", "warnings"),
          Severity.QUERY: ("query", "queries")}  # fmt: skip


def in_json(outcome: Outcome) -> str:
    """The outcome for a program to read."""
    kept = outcome.return_
    files = [
        {
            "name": file.name,
            "sheet": file.sheet or None,
            "table": file.table,
            "format": file.format,
            "dataset": file.dataset,
            "read": file.read,
            "accepted": file.accepted,
            "held_back": file.held_back,
            "note": file.note,
        }
        for file in outcome.files
    ]
    return as_json({
        "return": kept.number if kept else None,
        "files": files,
        "issues": {severity.value: outcome.issue_totals.get(severity.value, 0) for severity in Severity},
        "period": kept.covers_code if kept else None,
        "period_inferred": kept.covers_inferred if kept else None,
        "already_received": outcome.already,
        "remarks": list(outcome.remarks),
    })  # fmt: skip


def in_words(outcome: Outcome) -> str:
    """The outcome for a person to read."""
    return "\n".join([_heading(outcome), *_files(outcome), *_issues(outcome.issues)])


def accept_if_asked(outcome: Outcome, *, asked: bool, reason: str = "", by: str) -> str:
    """Accept what was received, where that was asked for; says what to do next."""
    kept = outcome.return_
    if kept is None:
        return "Nothing was kept. Put the files right and receive them again."
    look = f"Every issue: goldenthread issues {kept.number}\n" if outcome.issues else ""
    if not asked and not kept.is_accepted():
        return f"{look}Next: goldenthread accept {kept.number}"
    superseded = [] if kept.is_accepted() else accept(kept, reason=reason, by=by)
    instead = sorted({each.number for each in superseded})
    told = f" It takes the place of return {' and '.join(map(str, instead))}." if instead else ""
    return f"{look}Return {kept.number} is accepted.{told}\nNext: goldenthread compute"


def _heading(outcome: Outcome) -> str:
    kept = outcome.return_
    if kept is None:
        return "Nothing in this could be used."
    if outcome.already:
        when = kept.received_at.astimezone()
        return f"The same files were received on {when.day} {when:%B %Y}, as return {kept.number}. Nothing was added."
    told = " (told from the content; --period says otherwise)" if kept.covers_inferred else ""
    return f"Return {kept.number} from {kept.agency.name}, covering {kept.covers}{told}."


def _files(outcome: Outcome) -> Iterator[str]:
    rows = [
        (_where(file), _taken_as(file, outcome), f"{file.read:,}", f"{file.accepted:,}", f"{file.held_back:,}")
        for file in outcome.files
    ]
    yield table(("File", "Taken as", "Rows", "Accepted", "Held back"), rows, indent="  ")
    yield from (f"  {plain(_where(file))}: {plain(file.note)}" for file in outcome.files if _left_out(file, outcome))
    yield from (f"  {plain(remark)}" for remark in outcome.remarks)


def _where(file: FileOutcome) -> str:
    return f"{file.name}, {file.sheet}" if file.sheet else file.name


def _taken_as(file: FileOutcome, outcome: Outcome) -> str:
    if _left_out(file, outcome):
        return "not taken"
    if file.dataset:
        return catalogue.datasets()[file.dataset].title
    return f"{file.table}: kept, not counted yet"


def _left_out(file: FileOutcome, outcome: Outcome) -> bool:
    """Whether something is wrong with the file as a whole, so that none of it was taken."""
    wrong = (issue for issue in outcome.issues if issue.severity is not Severity.QUERY)
    return bool(file.note) and any((issue.file, issue.message) == (file.name, file.note) for issue in wrong)


def _issues(issues: Sequence[Issue]) -> Iterator[str]:
    if not issues:
        yield "Nothing was found wrong with it."
        return
    found = [(severity, [each for each in issues if each.severity == severity]) for severity in Severity]
    yield "Found: " + ", ".join(counted(len(each), *_NAMES[severity]) for severity, each in found if each) + "."
    kinds = list(_kinds(issues))
    yield from kinds[:_KINDS_SHOWN]
    if len(kinds) > _KINDS_SHOWN:
        yield f"  and {counted(len(kinds) - _KINDS_SHOWN, 'other kind', 'other kinds')}"


def _kinds(issues: Sequence[Issue]) -> Iterator[str]:
    """One line for each kind of issue: what holds rows back first, then what occurs most."""

    def kind(issue: Issue) -> tuple[str, str, str, str]:
        return issue.file, issue.sheet, issue.code, issue.column or ""

    grouped = [list(group) for _, group in groupby(sorted(issues, key=kind), key=kind)]
    order = list(Severity)
    for group in sorted(grouped, key=lambda group: (order.index(group[0].severity), -len(group))):
        first = group[0]
        where = ", ".join(filter(None, (first.file, first.sheet, f"row {first.row}" if first.row else "")))
        more = f" (and {len(group) - 1:,} more like it)" if len(group) > 1 else ""
        yield plain(f"  {first.severity.value}: {where}: {first.message}{more}")
