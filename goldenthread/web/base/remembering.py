"""Pages that are laid out once and remembered, until history tells that something has changed.

A figure of an edition never changes, and whatever the board's people change goes into history in the same transaction.
So two people of one role and agency see the same page as long as history tells of no change and the day is the same.
Only the name of whoever is signed in, and the token of their forms, are put in anew. While an edition is being worked
out pages say how far it is, and are not remembered.

A page whose reading is itself recorded (exact figures) is laid out each time, so that no reading goes unrecorded.
"""

import hashlib
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.messages.storage.session import SessionStorage
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from markupsafe import escape

from goldenthread.web.base.access import person_of
from goldenthread.workflow.history.models import Head
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.tasks import is_edition_under_way

View = Callable[..., HttpResponse]
_TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*')
_NAME = re.compile(r'(<a class="gt-header__link" href="[^"]*">)[^<]*')


def remembered(view: View) -> View:
    """Remember what a view answers, for everybody of the same role and agency."""

    @wraps(view)
    def answer(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        if request.method != "GET" or SessionStorage.session_key in request.session:
            return view(request, *arguments, **named)
        person, (entries, changed) = person_of(request), _history()
        asked = _asked(request, person, changed)
        kept = caches["pages"].get(asked)
        if kept is not None:
            return HttpResponse(_for(request, person, kept[0]), content_type=kept[1])
        given = view(request, *arguments, **named)
        if given.status_code == 200 and _history() == (entries, changed) and not is_edition_under_way():
            caches["pages"].set(asked, (given.content.decode(), given.headers["Content-Type"]))
        return given

    return answer


def _history() -> tuple[int, int]:
    """How many entries history has, and the number of the last that tells of a change."""
    return Head.objects.values_list("count", "changed").first() or (0, 0)


def _asked(request: HttpRequest, person: Person, changed: int) -> str:
    """What a page depends on, as one word."""
    known = (request.get_full_path(), person.role, person.agency_id, changed, timezone.localdate())
    return hashlib.sha256(repr(known).encode()).hexdigest()


def _for(request: HttpRequest, person: Person, page: str) -> str:
    """A page as somebody is given it: under their name, with a token of theirs."""
    own = _NAME.sub(lambda found: f"{found[1]}{escape(person.name)}", page, count=1)
    return _TOKEN.sub(lambda found: found[1] + get_token(request), own)
