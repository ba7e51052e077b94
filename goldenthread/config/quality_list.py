"""The data-quality summary of a return, for people and programs. The first place of each check is told from the issues,
which the command line may read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from goldenthread.config import showing
from goldenthread.engine.checking.issues import Issue
from goldenthread.workflow.returns.quality import OfCheck, OfDataset, Quality

First = Mapping[tuple[str, str], Issue]
"""By dataset and code: the first issue."""


def first_of_each(issues: Sequence[Issue]) -> First:
    """The first issue of each check in each dataset."""
    found: dict[tuple[str, str], Issue] = {}
    for issue in issues:
        found.setdefault((issue.dataset or "", issue.code), issue)
    return found


def in_words(quality: Quality, first: First) -> str:
    """Tables for people."""
    return "\n".join([*_datasets(quality.datasets), "", *_checks(quality.checks, first), *_not_run(quality.not_run)])


def in_json(quality: Quality, first: First) -> str:
    """The same for a program to read; shares in percent."""
    return showing.as_json(
        {
            "datasets": [_dataset_in_json(each) for each in quality.datasets],
            "checks": [{**asdict(each), "first": _first_in_json(each, first)} for each in quality.checks],
            "not_run": [{"dataset": each.dataset, "because": each.message} for each in quality.not_run],
        }
    )


def _dataset_in_json(of: OfDataset) -> dict[str, Any]:
    told = asdict(of)
    return {**told, "columns": {each.column: each.percent for each in of.columns}}


def _first_in_json(of: OfCheck, first: First) -> dict[str, Any] | None:
    issue = first.get((of.dataset, of.code))
    return {"file": issue.file, "sheet": issue.sheet or None, "row": issue.row} if issue else None


def _datasets(datasets: Sequence[OfDataset]) -> Iterator[str]:
    heads = ("Dataset", "Rows", "Accepted", "Held back", "Blank in some rows")
    rows = [
        (each.title, f"{each.read:,}", f"{each.accepted:,}", f"{each.held_back:,}", _gaps(each)) for each in datasets
    ]
    yield showing.table(heads, rows)


def _gaps(of: OfDataset) -> str:
    return ", ".join(f"{each.column} {each.percent}%" for each in of.gaps()) or "none"


def _checks(checks: Sequence[OfCheck], first: First) -> Iterator[str]:
    if not checks:
        yield "Nothing was found wrong."
        return
    rows = [(each.severity.value, f"{each.count:,}", each.code, _where(each, first), each.message) for each in checks]
    yield showing.table(("Severity", "Count", "Check", "First", "Says"), rows)


def _where(of: OfCheck, first: First) -> str:
    issue = first.get((of.dataset, of.code))
    row = f"row {issue.row}" if issue and issue.row else ""
    return ", ".join(filter(None, (of.where, row, of.column))) or "the return"


def _not_run(not_run: Sequence[OfCheck]) -> Iterator[str]:
    if not_run:
        yield "\nNot checked:"
        yield from (showing.plain(f"  {each.where}: {each.message}") for each in not_run)
