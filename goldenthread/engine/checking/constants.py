"""Constants of a table: what every row of a file says, with what the name of the file and its sender tell."""

import re

DATED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?!\d)")
"""A year, a month or a day as a name writes it: 2025, 2025-11, 2025-11-20."""


def said_by_all(constant: str, *, file: str, sender: str) -> str:
    """What a constant comes to for a file (`Table`); nothing where it asks for a date that the name does not write."""
    stem = stem_of(file)
    told = {
        "{file}": stem,
        "{sender}": sender,
        "{file month}": day_named(stem, year_alone=False),
        "{file year}": day_named(stem, year_alone=True),
    }
    for slot, text in told.items():
        constant = constant.replace(slot, text)
    return constant


def stem_of(file: str) -> str:
    """The name of a file without its ending."""
    return file.rpartition(".")[0] or file


def day_named(name: str, *, year_alone: bool) -> str:
    """The first day of the last date in a name, as 2025-11-01; nothing where there is none.

    A year alone counts as one only where that is asked for: most names of files tell of which years they are, and not
    when they were made.
    """
    found = [match for match in DATED.findall(name) if year_alone or match[1]]
    if not found:
        return ""
    year, month, day = found[-1]
    return f"{year}-{month or '01'}-{day or '01'}"
