"""Texts of a plan as they are kept: fitted, and refused where they may say who somebody is."""

from collections.abc import Mapping
from functools import partial

from goldenthread.workflow.history import given
from goldenthread.workflow.plans.rules import LONGEST_LINE, LONGEST_TEXT, WORDS

checked = partial(given.fitted, never="A plan never says who a child is", longest=LONGEST_TEXT)
"""A text as it is kept. Refused where it is needed and lacks, is too long, or may identify somebody."""


def line(heading: str, text: str, *, needed: str) -> str:
    """A text of one line, as it is kept. Refused as `checked` refuses."""
    return checked(heading, " ".join(text.split()), needed=needed, longest=LONGEST_LINE)


def words_of(texts: Mapping[str, str]) -> dict[str, str]:
    """Each text of a task, as it is kept; one that is not given is empty."""
    return {name: checked(heading, texts.get(name, "")) for name, heading in WORDS.items()}
