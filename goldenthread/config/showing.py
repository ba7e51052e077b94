"""How answers are set out on a screen."""

import difflib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def table(headers: Sequence[str], rows: Iterable[Sequence[Any]], *, indent: str = "") -> str:
    """Columns side by side; a column that holds only figures is set to the right."""
    cells = [["" if cell is None else plain(str(cell)) for cell in row] for row in rows]
    lines = [list(headers), *cells]
    widths = [max(len(line[at]) for line in lines) for at in range(len(headers))]
    right = [bool(cells) and all(_is_figure(row[at]) for row in cells) for at in range(len(headers))]
    return "\n".join(indent + _line(line, widths, right) for line in lines)


def as_json(value: Any) -> str:
    """The same for a program to read."""
    return json.dumps(value, indent=2, ensure_ascii=False, default=str)


def plain(text: str) -> str:
    """Text from a partner's file, on one line and without characters by which a terminal could be told to do things."""
    return "".join(letter if letter.isprintable() else "\N{MIDDLE DOT}" for letter in text)


def nearest(word: str, words: Iterable[str]) -> str:
    """The words that somebody may have meant, as the beginning of a sentence; nothing where none is near."""
    known: Mapping[str, str] = {each.lower(): each for each in words}
    found = [known[each] for each in difflib.get_close_matches(word.lower(), known, n=3, cutoff=0.5)]
    return f" Did you mean {' or '.join(found)}?" if found else ""


def _line(cells: list[str], widths: list[int], right: list[bool]) -> str:
    set_out = (
        cell.rjust(width) if to_right else cell.ljust(width)
        for cell, width, to_right in zip(cells, widths, right, strict=True)
    )
    return "  ".join(set_out).rstrip()


def _is_figure(cell: str) -> bool:
    return not cell.strip("0123456789,.%")
