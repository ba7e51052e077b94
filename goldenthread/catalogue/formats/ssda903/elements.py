"""The same return as one XML file, in which every child holds the rows of the tables."""

from collections.abc import Mapping
from dataclasses import replace

from goldenthread.catalogue.formats.ssda903.tables import TABLES
from goldenthread.engine.definitions import Feed, Table

_BY_NAME = {table.name: table for table in TABLES}
_RENAMED = {"CHILD": "CHILDID", "PLACE": "PL"}


def _within(table: str, path: str) -> Table:
    """A table whose rows are elements within a child's, which holds the child's number and date of birth."""
    as_csv = _BY_NAME[table]
    headers: dict[str, str | None] = {}
    for header, column in as_csv.headers.items():
        name = _RENAMED.get(header, header)
        headers[f"CHILD/HEADER/{name}" if header in {"CHILD", "DOB"} else name] = column
    return replace(as_csv, headers=headers, recognised_by=(), path=path)


def _in_header(table: str, *filled: str) -> Feed:
    """What a child's own header holds of another table, for children of whom one of the elements is filled."""
    as_csv = _BY_NAME[table]
    headers = {f"HEADER/{_RENAMED.get(name, name)}": column for name, column in as_csv.headers.items() if column}
    return Feed(as_csv.dataset or "", headers, as_csv.constants, filled=tuple(f"HEADER/{name}" for name in filled))


def _all_of(*feeds: Feed) -> Mapping[str, str | None]:
    return dict.fromkeys(header for feed in feeds for header in feed.headers)


_UASC, _OC3, _AD1 = (
    _in_header("UASC", "UASC"),
    _in_header("OC3", "IN_TOUCH"),
    _in_header("AD1", "DATE_INT", "DATE_MATCH"),
)
_UASC_FLAGGED = replace(_UASC, headers={**_UASC.headers, "HEADER/UASC": "unaccompanied"}, constants={})
_CHILDREN = _in_header("Header")

ELEMENTS = (
    replace(
        _BY_NAME["Header"],
        headers={**_all_of(_UASC_FLAGGED, _OC3, _AD1), **_CHILDREN.headers},
        recognised_by=(),
        path="CHILD",
        also=(_UASC_FLAGGED, _OC3, _AD1),
    ),
    _within("Episodes", "CHILD/EPISODE"),
    _within("Reviews", "CHILD/HEADER/AREVIEW"),
    _within("OC2", "CHILD/HEADER/OC2"),
    _within("PlacedAdoption", "CHILD/HEADER/AD_PLACED"),
    _within("PrevPerm", "CHILD/HEADER/PERMANENCE"),
    _within("Missing", "CHILD/HEADER/AMISSING"),
)
"""The expanded return, whose elements are named otherwise than the columns. It has no social workers and no orders."""
