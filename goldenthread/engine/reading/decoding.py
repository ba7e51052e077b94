"""Bytes to text, in the encodings that partners' programs write."""

from dataclasses import dataclass

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", ""),
    (b"\xff\xfe", "utf-16", "The file is written in UTF-16. It was read; UTF-8 is more widely understood."),
    (b"\xfe\xff", "utf-16", "The file is written in UTF-16. It was read; UTF-8 is more widely understood."),
)
_OTHER_KINDS = (
    (b"PK\x03\x04", "This is a workbook or an archive. Save each sheet as CSV and send those."),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel workbook. Save each sheet as CSV and send those."),
    (b"%PDF", "This is a PDF. Send the table it was made from, as CSV."),
    (b"<", "This is XML or a web page. Send the tables as CSV."),
)


class NotText(Exception):
    """The bytes are no text; the message says what they seem to be and what to send instead."""


@dataclass(frozen=True)
class Decoded:
    """Text, and a remark for the sender where its encoding was not the usual one."""

    text: str
    remark: str = ""


def decode(content: bytes) -> Decoded:
    """The text of a file. NotText where it is empty, a workbook, a PDF, a web page or no text at all."""
    if not content.strip():
        raise NotText("The file is empty. Send it again with its rows, or leave it out.")
    for beginning, message in _OTHER_KINDS:
        if content.lstrip().startswith(beginning):
            raise NotText(message)
    for mark, encoding, remark in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content, encoding), remark)
    if _looks_like_utf_16(content):
        return Decoded(_strictly(content, _half(content)), _MARKS[1][2])
    return _without_a_mark(content)


def _without_a_mark(content: bytes) -> Decoded:
    if b"\x00" in content:
        raise NotText("This is not a table of text: it holds bytes that stand for no letter. Save the table as CSV.")
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        remark = (
            "The file is not written in UTF-8; it was read as Windows-1252. Are accented letters as they should be?"
        )
        return Decoded(content.decode("cp1252", errors="replace"), remark)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise NotText(
            f"The file says that it is {encoding} but is not, or it is cut short. Save it again as CSV."
        ) from error


def _looks_like_utf_16(content: bytes) -> bool:
    """Whether every second byte of the beginning is nought, as in Latin letters written in two bytes each."""
    start = content[:200]
    return len(start) % 2 == 0 and len(start) >= 4 and (not any(start[::2]) or not any(start[1::2]))


def _half(content: bytes) -> str:
    return "utf-16-be" if content[0] == 0 else "utf-16-le"
