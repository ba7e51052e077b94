"""Formats: how a dataset is written down in the files that partners already have."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """One table of a format.

    `headers` are the sender's column headers, each with the dataset's column that it fills (None: known, not taken).
    A table is recognised by its headers, not by the name of its file: `recognised_by` are those that no other table of
    the format has together. A table whose `dataset` is None is recognised, kept in the vault and not counted; `why`
    says so to the sender.
    """

    name: str
    title: str
    headers: Mapping[str, str | None]
    recognised_by: tuple[str, ...]
    dataset: str | None = None
    why: str = ""


@dataclass(frozen=True)
class Format:
    """A file format: its tables, and how its dates are written (`day_first` is 31/03/2018, otherwise 2018-03-31).

    `year_told_by` names datasets and columns whose latest date says which financial year a return of this format is
    about; the first of them that the return holds is asked. Where it is empty, the dates of all its datasets say which
    years it is about (`Dataset.dated_by`). It is used only where the sender does not say.
    """

    name: str
    title: str
    tables: tuple[Table, ...]
    day_first: bool
    source: str
    year_told_by: tuple[tuple[str, str], ...] = ()
