"""A file as it came, and what it is by its content."""

from dataclasses import dataclass
from enum import Enum, auto

_MARKS_OF_ORDER = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class NotRead(Exception):
    """A file, or a table in it, cannot be read; the message says why and what to do."""


@dataclass(frozen=True)
class Received:
    """One file as it came."""

    name: str
    content: bytes


class Kind(Enum):
    """What a file is, told by its first bytes and never by its name."""

    TEXT = auto()
    WORKBOOK = auto()
    XML = auto()


_OLD_WORKBOOK = (
    "This is an old Excel workbook, or one with a password. Open it in Excel, take the password off and save it as an"
    " Excel workbook (.xlsx)."
)
_OTHER_KINDS = (
    (b"\xd0\xcf\x11\xe0", _OLD_WORKBOOK),
    (b"%PDF", "This is a PDF. Send the table it was made from, as CSV or as an Excel workbook."),
    (b"Rar!", "This is an archive. Take the files out of it and send those."),
    (b"7z\xbc\xaf", "This is an archive. Take the files out of it and send those."),
    (b"\x1f\x8b", "This is an archive. Take the files out of it and send those."),
)


def kind_of(content: bytes) -> Kind:
    """What a file is. NotRead where it is empty, or something that no table can be read from."""
    bare = _without_mark(content[:4096]).replace(b"\x00", b"").lstrip()
    if not bare and not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise NotRead("The file is empty. Send it again with its rows, or leave it out.")
    for beginning, message in _OTHER_KINDS:
        if content.startswith(beginning):
            raise NotRead(message)
    if content.startswith(b"PK\x03\x04"):
        return Kind.WORKBOOK
    if bare.startswith(b"<"):
        if bare[:200].lower().startswith((b"<!doctype html", b"<html")):
            raise NotRead("This is a web page. Send the tables as CSV, as an Excel workbook or as XML.")
        return Kind.XML
    return Kind.TEXT


def _without_mark(content: bytes) -> bytes:
    for mark in _MARKS_OF_ORDER:
        if content.startswith(mark):
            return content[len(mark) :]
    return content
