"""What the page of the diary shows, and what a calendar program reads."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.paginator import Page
from django.urls import reverse
from django.utils import timezone

from goldenthread.engine.rendering.calendars import Day, as_calendar
from goldenthread.web.base.addresses import address_of
from goldenthread.web.base.paging import page_asked_for
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.diary.models import DiaryLink
from goldenthread.workflow.diary.reading import Due, diary_of
from goldenthread.workflow.people.models import Person

_COLUMNS = (Column("Day"), Column("What is due"))


@dataclass(frozen=True)
class DiaryPage:
    """What is due for whoever looks, and the link by which their calendar program reads it, if there is a good one."""

    link: DiaryLink | None
    number: int
    paged: Page[Due]
    table: Table | None


def page_of(person: Person, asked: dict[str, str]) -> DiaryPage:
    """The diary of somebody."""
    due = diary_of(person, on=timezone.localdate())
    paged = page_asked_for(due, asked)
    rows = [[Cell(day(each.on)), Cell(each.what, href=address_of(each.subject, each.key))] for each in paged]
    link = DiaryLink.objects.good(timezone.now()).filter(of=person).first()
    return DiaryPage(link, len(due), paged, Table("What is due", _COLUMNS, rows) if rows else None)


def whole_address(token: str) -> str:
    """The whole address of a link, as one gives it to a calendar program."""
    return f"{settings.ORIGIN}{reverse('diary_calendar', args=[token])}"


def calendar_of(person: Person, now: datetime) -> bytes:
    """The diary of somebody as a calendar."""
    board = Partnership.objects.first()
    due = diary_of(person, on=timezone.localdate(now))
    days = (
        Day(each.on, each.what, each.name, f"{settings.ORIGIN}{address_of(each.subject, each.key)}") for each in due
    )
    host = urlsplit(settings.ORIGIN).hostname or "localhost"
    return as_calendar(f"{board or 'The board'}: what is due", days, host=host, stamped=now)
