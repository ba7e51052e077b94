"""Long lists, a page at a time."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from django.core.paginator import Page, Paginator

ROWS_ON_A_PAGE = 200

Row = TypeVar("Row")


def page_asked_for(listed: Sequence[Row], given: Mapping[str, str]) -> Page[Row]:
    """The page of a list whose number somebody gives: the first where none is given, the last where there are fewer."""
    return Paginator(listed, ROWS_ON_A_PAGE).get_page(given.get("page"))
