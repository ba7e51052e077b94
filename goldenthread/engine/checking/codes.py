"""Understanding codes, however their sender writes them."""

import re
from collections.abc import Iterable

from goldenthread.engine.definitions import CodeList

_LETTERED = re.compile(r"^\s*[a-z]{1,2}\d?\)\s*", re.IGNORECASE)
_CODE_FIRST = re.compile(r"^\s*([A-Za-z0-9_]{1,12})\s*(?::|\s[-\u2013\u2014]\s)")
# Without anything between it and the label, only what holds a letter and a digit is sure to be no word.
_CODE_BEFORE = re.compile(r"^\s*((?=\w*[A-Za-z])(?=\w*\d)[A-Za-z0-9]{2,5})\s")
_IN_BRACKETS = re.compile(r"^\s*[(\[]\s*(\w{1,6})\s*[)\]]|[(\[]\s*(\w{1,6})\s*[)\]]\s*$")
_AS_A_NUMBER = re.compile(r"\.0+$")


def understood(texts: Iterable[str], of: CodeList) -> dict[str, str]:
    """The code that each text means, of those that mean one. What is left out means none, and is kept as it came."""
    known = _known(of)
    return {text: code for text in texts if (code := _code(text, of, known))}


def _known(of: CodeList) -> dict[str, str]:
    """Codes, labels and other spellings, as they are compared; a code goes before a label, a label before the rest."""
    known: dict[str, str] = {}
    for code in of.codes:
        known.setdefault(_fold(code), code)
    for code, label in of.codes.items():
        known.setdefault(_fold(label), code)
    for spelling, code in of.also.items():
        known.setdefault(_fold(spelling), code)
    return known


def _code(text: str, of: CodeList, known: dict[str, str]) -> str | None:
    if text in of.codes:
        return text
    bare = _LETTERED.sub("", text)
    for spelling in (text, _AS_A_NUMBER.sub("", text), bare):
        if code := known.get(_fold(spelling)):
            return code
    if within := _CODE_FIRST.match(bare):
        return known.get(_fold(within[1])) or known.get(_fold(bare[within.end() :]))
    return _set_apart(bare, of)


def _set_apart(text: str, of: CodeList) -> str | None:
    """The code that a text begins with (`C1 Interim care order`), or that stands in brackets at either end of it."""
    codes = {_fold(code): code for code in of.codes}
    for pattern in (_CODE_BEFORE, _IN_BRACKETS):
        if (found := pattern.search(text)) and (code := codes.get(_fold(next(filter(None, found.groups()))))):
            return code
    return None


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
