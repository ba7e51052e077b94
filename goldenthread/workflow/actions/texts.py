"""Texts as they are kept: fitted, and refused where they may say who somebody is."""

from collections.abc import Mapping

from goldenthread.engine.checking.scanning import masked
from goldenthread.workflow.actions.rules import LONGEST_TEXT
from goldenthread.workflow.history.refusals import Refused


def checked(heading: str, text: str, *, needed: str = "", longest: int = LONGEST_TEXT) -> str:
    """A text as it is kept. Refused where it is needed and lacks, is too long, or may identify somebody."""
    kept = "\n".join(line.rstrip() for line in text.strip().splitlines())
    if needed and not kept:
        raise Refused(f"{needed}.")
    if len(kept) > longest:
        raise Refused(f"“{heading}” has {len(kept):,} letters: at most {longest:,} fit.")
    for _, what in masked([kept], free=True).values():
        raise Refused(
            f"“{heading}” seems to hold {what}. An action never says who a child is: take it out. Write days in words,"
            " as 31 March 2014."
        )
    return kept


def all_checked(texts: Mapping[str, str], headings: Mapping[str, str]) -> dict[str, str]:
    """Each of the texts that have a heading, as it is kept; one that is not given is empty."""
    return {name: checked(heading, texts.get(name, "")) for name, heading in headings.items()}
