"""What of a return somebody may read who is not its sender: everything but what tells who a child is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from string import Formatter

from goldenthread import catalogue
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.recognising import fold
from goldenthread.engine.definitions import Column, Dataset, Table, Text
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.tallying import without_text

KEPT = "(kept from you: it tells who the child is)"

IDENTIFYING = "identifying-text"
"""The code of what the program found in a text, and took for something that identifies somebody."""


def is_senders(return_: Return, person: Person) -> bool:
    """Whether somebody belongs to the agency that sent it, and so may read all that stands in it."""
    return person.agency_id is not None and person.agency_id == return_.agency_id


def discreet(issue: Issue) -> Issue:
    """An issue without what tells who a child is, in what stands there and in what is said of it."""
    text = KEPT if _tells_who(issue) else issue.text
    message = without_text(issue) if _is_said_with_what_tells(issue) else issue.message
    return replace(issue, text=text, message=message)


def tells_who(datasets: Iterable[str], header: str) -> bool:
    """Whether what stands under a sender's header may tell who a child is, in any of the datasets that it fills. What
    is not known is taken to.
    """
    known = [catalogue.datasets()[name] for name in datasets if fold(header) in _columns_called(name)]
    return not known or any(dataset.restricted or _is_of_a_child(dataset, header) for dataset in known)


def identifies(column: Column) -> bool:
    """Whether the values of a column may name a child, by what they are or because anything may be written there."""
    return column.identity or (isinstance(column.kind, Text) and column.kind.free)


def _tells_who(issue: Issue) -> bool:
    """Whether what stands there may tell who a child is. Where it is the header itself it does not."""
    if not issue.text or issue.text == issue.column:
        return False
    return issue.code == IDENTIFYING or issue.column is None or tells_who(_about(issue), issue.column)


def _is_said_with_what_tells(issue: Issue) -> bool:
    """Whether the message shows what stands in columns that identify, or anything of restricted records."""
    dataset = catalogue.datasets().get(issue.dataset or "")
    if dataset is None or issue.row is None:
        return False
    check = next((check for check in dataset.checks if check.code == issue.code), None)
    if check is None:
        return issue.column is not None and tells_who(_about(issue), issue.column)
    shown = {name for _, name, _, _ in Formatter().parse(check.message)}
    return dataset.restricted or any(column.name in shown and identifies(column) for column in dataset.columns)


def _about(issue: Issue) -> list[str]:
    return [issue.dataset] if issue.dataset in catalogue.datasets() and issue.dataset else []


def _is_of_a_child(dataset: Dataset, header: str) -> bool:
    return any(identifies(dataset.column(name)) for name in _columns_called(dataset.name)[fold(header)])


@cache
def _columns_called(dataset: str) -> Mapping[str, set[str]]:
    """By header, however it is written: the columns of a dataset that any format fills from it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for column in catalogue.datasets()[dataset].columns:
        found[fold(column.name)].add(column.name)
    for table in (table for format_ in catalogue.formats().values() for table in format_.tables):
        for header, name in _filled_by(table, dataset):
            for spelling in (header, *table.aliases.get(header, ())):
                found[fold(spelling)].add(name)
    return dict(found)


def _filled_by(table: Table, dataset: str) -> Iterable[tuple[str, str]]:
    for feed in table.feeds():
        if feed.dataset == dataset:
            yield from feed.headers.items()
    if table.dataset == dataset:
        yield from ((header, name) for header, pair in table.spans.items() for name in pair)
