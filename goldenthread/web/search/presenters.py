"""What the page of the search shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page

from goldenthread.web.base.addresses import address_of
from goldenthread.web.base.paging import page_asked_for
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.searching.finding import search
from goldenthread.workflow.searching.rules import LONGEST_QUESTION


@dataclass(frozen=True)
class Result:
    """One thing that was found, and where one reads of it."""

    shown: str
    href: str


@dataclass(frozen=True)
class SearchPage:
    """What somebody asked for, and what of it they may see."""

    question: str
    number: int
    paged: Page[Result]
    query: str


def found(person: Person, given: Mapping[str, str]) -> SearchPage:
    """What holds every word that somebody asks for."""
    question = " ".join(given.get("q", "")[:LONGEST_QUESTION].split())
    hits = [Result(each.shown, address_of(each.page, each.key)) for each in search(person, question)]
    return SearchPage(question, len(hits), page_asked_for(hits, given), urlencode({"q": question}))
