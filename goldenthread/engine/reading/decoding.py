"""Bytes to text, in the encodings that partners' programs write."""

from dataclasses import dataclass

from goldenthread.engine.reading.received import NotRead

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", ""),
    (b"\xff\xfe", "utf-16", "The file is written in UTF-16. It was read; UTF-8 is more widely understood."),
    (b"\xfe\xff", "utf-16", "The file is written in UTF-16. It was read; UTF-8 is more widely understood."),
)


@dataclass(frozen=True)
class Decoded:
    """Text, and a remark for the sender where its encoding was not the usual one."""

    text: str
    remark: str = ""


def decode(content: bytes) -> Decoded:
    """The text of a file. NotRead where it is none."""
    for mark, encoding, remark in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content, encoding), remark)
    if _looks_like_utf_16(content):
        return Decoded(_strictly(content, _half(content)), _MARKS[1][2])
    return _without_a_mark(content)


def _without_a_mark(content: bytes) -> Decoded:
    if b"\x00" in content:
        raise NotRead("This is not a table of text: it holds bytes that stand for no letter. Save the table as CSV.")
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
        raise NotRead(
            f"The file says that it is {encoding} but is not, or it is cut short. Save it again as CSV."
        ) from error


def _looks_like_utf_16(content: bytes) -> bool:
    """Whether every second byte of the beginning is nought, as in Latin letters written in two bytes each."""
    start = content[:200]
    return len(start) % 2 == 0 and len(start) >= 4 and (not any(start[::2]) or not any(start[1::2]))


def _half(content: bytes) -> str:
    return "utf-16-be" if content[0] == 0 else "utf-16-le"
