"""Texts of actions as they are kept: fitted, and refused where they may say who somebody is."""

from collections.abc import Mapping
from functools import partial

from goldenthread.workflow.actions.rules import LONGEST_TEXT
from goldenthread.workflow.history import given

checked = partial(given.fitted, never="An action never says who a child is", longest=LONGEST_TEXT)
"""A text as it is kept. Refused where it is needed and lacks, is too long, or may identify somebody."""


def all_checked(texts: Mapping[str, str], headings: Mapping[str, str]) -> dict[str, str]:
    """Each of the texts that have a heading, as it is kept; one that is not given is empty."""
    return {name: checked(heading, texts.get(name, "")) for name, heading in headings.items()}
