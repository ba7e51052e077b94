"""XML to tables: which elements are rows, and what stands below and around each.

A row's values are the elements below it that hold text, each called by the path to it; those around it are called by
the element that holds them and the path from there. Every row stands on the line on which its element begins.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from goldenthread.engine.reading.received import NotRead
from goldenthread.engine.reading.tabular import Gathering, Remark, Sheet

_DEEPEST = 60  # elements within elements: a return has seven


@dataclass
class Element:
    """An element that has been read: its name without a prefix, its line, its text, and the elements in it."""

    tag: str
    line: int
    text: str = ""
    inner: list["Element"] = field(default_factory=list)


@dataclass(frozen=True)
class Document:
    """An XML file, as far as its root and what stands before the rows: enough to recognise it by."""

    content: bytes
    root: str

    def tables(self, rows: Mapping[str, Sequence[str]]) -> "Tables":
        """Read it. `rows` has the paths, from below the root, of the elements that are rows, each with its headers."""
        return _Reading(rows).of(self.content)


@dataclass(frozen=True)
class Tables:
    """What an XML file holds: a table for each path of rows, and the values outside all rows by their path."""

    sheets: Mapping[str, Sheet]
    told: Mapping[str, str]
    remarks: tuple[Remark, ...]


def document_of(content: bytes) -> Document:
    """Look at the beginning of an XML file. NotRead where it is no XML, or declares a document type."""
    return Document(content, _root(content))


class _Found(Exception):
    """The root element has been found; no more need be read."""


def _root(content: bytes) -> str:
    found: list[str] = []

    def start(tag: str, _: object) -> None:
        found.append(bare(tag))
        raise _Found

    parser = _parser()
    parser.StartElementHandler = start
    try:
        parser.Parse(content, True)
    except _Found:
        return found[0]
    except expat.ExpatError as error:
        raise _broken(error) from error
    raise NotRead("This XML has no element. Send the file again.")


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    """Refuse a document type before anything that it declares is read: entities can only be declared within one."""
    raise NotRead(
        "This XML declares a document type. Returns have none, and it can be used to do harm, so the file was not"
        " opened. Take the line with <!DOCTYPE out."
    )


def bare(tag: str) -> str:
    """An element's name without the prefix of its namespace."""
    return tag.rpartition(":")[2]


def _broken(error: expat.ExpatError) -> NotRead:
    return NotRead(
        f"The XML is not as it must be: {expat.ErrorString(error.code)} on line {error.lineno}. The file may be cut"
        " short. Have the system that wrote it write it again."
    )


class _Reading:
    """One reading of one document, an outermost row at a time, so that a large file is never held whole."""

    def __init__(self, rows: Mapping[str, Sequence[str]]) -> None:
        self._headers = {path: set(headers) for path, headers in rows.items()}
        self._order = {path: list(headers) for path, headers in rows.items()}
        self._gathered = {path: Gathering(len(headers)) for path, headers in rows.items()}
        self._unknown: dict[str, tuple[int, int]] = {}
        self._again: Counter[str] = Counter()
        self._stray: dict[str, int] = {}
        self._told: dict[str, str] = {}
        self._open: list[Element] = []
        self._path: list[str] = []
        self._within_a_row = 0

    def of(self, content: bytes) -> Tables:
        """Read all of it. NotRead where it breaks off or is malformed."""
        self._parser = _parser()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        try:
            self._parser.Parse(content, True)
        except expat.ExpatError as error:
            raise _broken(error) from error
        sheets = {
            path: Sheet(tuple(self._order[path]), 0, gathered.table()) for path, gathered in self._gathered.items()
        }
        return Tables(sheets, self._told, tuple(self._remarks()))

    # --- as the parser goes along

    def _start(self, tag: str, _: object) -> None:
        element = Element(bare(tag), self._parser.CurrentLineNumber)
        if len(self._path) > _DEEPEST:
            raise NotRead(f"The XML has elements within elements more than {_DEEPEST} deep, on line {element.line}.")
        self._path.append(element.tag)
        if self._within_a_row or self._place() in self._headers:
            self._within_a_row += 1
        if self._open and self._within_a_row > 1:
            self._open[-1].inner.append(element)
        self._open.append(element)

    def _characters(self, text: str) -> None:
        if self._open:
            self._open[-1].text += text

    def _end(self, _: str) -> None:
        element = self._open.pop()
        place = self._place()
        self._path.pop()
        if self._within_a_row:
            self._within_a_row -= 1
            if not self._within_a_row:
                self._row(element, place, {})
        elif element.text.strip() and place:
            self._told.setdefault(place, element.text.strip())

    def _place(self) -> str:
        """The path to the element that is open, from below the root."""
        return "/".join(self._path[1:])

    # --- rows

    def _row(self, element: Element, path: str, around: Mapping[str, str]) -> None:
        values: dict[str, str] = {}
        nested: list[tuple[Element, str]] = []
        if not element.inner:
            values[element.tag] = element.text.strip()
        self._gather(element, path, "", values, nested)
        self._note_unknown(values, path, element.line)
        known = {**around, **values}
        row = [known.get(header, "") for header in self._order[path]]
        self._gathered[path].add(element.line, row)
        outward = dict(around) | {f"{element.tag}/{header}": value for header, value in values.items()}
        for inner, where in nested:
            self._row(inner, where, outward)

    def _gather(
        self, element: Element, path: str, within: str, values: dict[str, str], nested: list[tuple[Element, str]]
    ) -> None:
        """The values below an element that belong to its row, and the elements below it that are rows themselves."""
        if element.inner and (stray := element.text.strip()):
            self._stray.setdefault(stray, element.line)
        for inner in element.inner:
            where, header = f"{path}/{inner.tag}", f"{within}{inner.tag}"
            if where in self._headers:
                nested.append((inner, where))
            elif inner.inner:
                self._gather(inner, where, f"{header}/", values, nested)
            elif header in values and values[header] != inner.text.strip():
                self._again[where] += 1
            else:
                values[header] = inner.text.strip()

    def _note_unknown(self, values: Mapping[str, str], path: str, line: int) -> None:
        for header, value in values.items():
            if value and header not in self._headers[path]:
                times, first = self._unknown.get(f"{path}/{header}", (0, line))
                self._unknown[f"{path}/{header}"] = times + 1, first

    def _remarks(self) -> Iterator[Remark]:
        for path, (times, line) in sorted(self._unknown.items()):
            message = f"The element {path} is not one that is known here. It was not read. It is there {_times(times)}."
            yield Remark("unknown-element", message, line)
        for path, times in sorted(self._again.items()):
            message = f"The element {path} is there again within one row, {_times(times)}. The first was read."
            yield Remark("element-twice", message)
        for text, line in self._stray.items():
            shown = re.sub(r"\s+", " ", text)[:100]
            message = f"There is text between elements ({shown}), which belongs to none. It was not read."
            yield Remark("stray-text", message, line)


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"
