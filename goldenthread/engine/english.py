"""Plain English: sentences begun, numbers with their nouns, several things in a row, quoted words, long texts cut."""

from collections.abc import Iterable

_WITHIN = str.maketrans("“”", "‘’")


def begun(text: str) -> str:
    """A text as a sentence begins: its first letter large, and names within as they are written."""
    return text[:1].upper() + text[1:]


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 row`, `2,675 rows`. `many` is given where it is not `one` with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def age(months: int) -> str:
    """An age in years and months: `2 years, 1 month`."""
    years, rest = divmod(months, 12)
    if not years:
        return counted(rest, "month") if rest else "under a month"
    return counted(years, "year") + (f", {counted(rest, 'month')}" if rest else "")


def one_after_another(things: Iterable[object]) -> str:
    """Things as a sentence names them: `a`, `a and b`, `a, b and c`."""
    *first, last = [str(each) for each in things] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def quoted(text: str) -> str:
    """Somebody's own words between quotation marks, on one line; marks within them become single ones."""
    return f"“{' '.join(text.split()).translate(_WITHIN)}”"


def shortened(text: str, longest: int) -> str:
    """A text on one line, of so many letters at most: cut between two words, with a mark that it goes on."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rpartition(' ')[0]} …"
