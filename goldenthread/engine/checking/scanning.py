"""Looking through text for what identifies somebody, and masking it before the text is kept for counting."""

import re
from collections.abc import Iterable, Mapping
from functools import partial

MASK = "[removed]"

_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "an NHS number": re.compile(r"(?<!\d)(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)"),
    "a unique pupil number": re.compile(r"\b[A-Z]\d{11}[0-9A-Z]\b"),
    "a National Insurance number": re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"),
    "an e-mail address": re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]*\w\b"),
    "a postcode": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"),
    "a telephone number": re.compile(r"(?<!\d)(?:\+44 ?|0)\d(?:[ -]?\d){8,9}(?!\d)"),
}
_DATE = re.compile(r"(?<!\d)\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?!\d)")


def masked(texts: Iterable[str], *, free: bool) -> dict[str, tuple[str, str]]:
    """The texts that hold what identifies somebody: each without it, and with the name of what was found in it.

    Text that is `free` is looked through for everything, dates of birth included; other text, such as the name of a
    team, for numbers that belong to one person alone.
    """
    found: dict[str, tuple[str, str]] = {}
    for text in texts:
        kept, what = _masked(text, free=free)
        if what:
            found[text] = kept, " and ".join(what)
    return found


def identity_in(text: str) -> str:
    """What free text seems to hold that identifies somebody, in words; nothing where it holds nothing of the kind."""
    return next((what for _, what in masked([text], free=True).values()), "")


def _masked(text: str, *, free: bool) -> tuple[str, list[str]]:
    what: list[str] = []
    kept = text
    for name, pattern in _PATTERNS.items():
        if not free and name in {"a postcode", "a telephone number"}:
            continue
        without = pattern.sub(partial(_or_mask, what=name), kept)
        if without != kept:
            what.append(name)
            kept = without
    if free and _DATE.search(kept):
        what.append("a date, which may be a date of birth")
        kept = _DATE.sub(MASK, kept)
    return kept, what


def _or_mask(found: re.Match[str], *, what: str) -> str:
    return found[0] if what == "an NHS number" and not _is_nhs_number(found[0]) else MASK


def _is_nhs_number(text: str) -> bool:
    """Whether the last digit is what the others make it by weights 10 to 2, modulo 11 (NHS Data Dictionary)."""
    digits = [int(letter) for letter in text if letter.isdigit()]
    rest = 11 - sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    return (0 if rest == 11 else rest) == digits[9]
