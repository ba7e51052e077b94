"""What the page about the interface shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from goldenthread.web.api.answers import Answer
from goldenthread.web.api.endpoints import ENDPOINTS
from goldenthread.web.base.naming import name_of
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.tokens.models import Token
from goldenthread.workflow.tokens.rules import TOKEN_LASTS

COLUMNS = (Column("Token"), Column("Opens"), Column("Made"), Column("Last used"), Column("Stands"))


@dataclass(frozen=True)
class Connecting:
    """How to connect: the origin, the addresses, and, for those who keep them, the tokens."""

    origin: str
    addresses: Sequence[tuple[str, str, str]]
    keeps_tokens: bool
    tokens: Table | None
    lasts_days: int


def connecting(person: Person, origin: str) -> Connecting:
    """The page as somebody may see it."""
    addresses = [(reverse(f"api_{each.name}"), each.summary, each.about) for each in ENDPOINTS]
    keeps = may(person, "keep tokens")
    return Connecting(origin, addresses, keeps, _tokens() if keeps else None, TOKEN_LASTS.days)


def next_page(request: HttpRequest, answer: Answer) -> str | None:
    """The address of the page after this one, of the same edition; none after the last."""
    if answer.page >= answer.pages:
        return None
    asked = request.GET.copy()
    asked["page"] = str(answer.page + 1)
    if request.resolver_match and request.resolver_match.url_name == "api_figures":
        asked["edition"] = str(answer.edition.number)
    return f"{origin_of(request)}{request.path}?{asked.urlencode()}"


def origin_of(request: HttpRequest) -> str:
    """Where the site is, as whoever asks reached it."""
    return request.build_absolute_uri("/").rstrip("/")


def board_name() -> str:
    """Whose figures they are; nothing before there is a board."""
    return str(Partnership.objects.first() or "")


def found_token(number: int) -> Token:
    """The token of that number."""
    return Token.objects.numbered(number)


def _tokens() -> Table | None:
    now = timezone.now()
    rows = [_row(each, now) for each in Token.objects.all()]
    return Table("Tokens, the newest first", COLUMNS, rows) if rows else None


def _row(token: Token, now: datetime) -> list[Cell]:
    revocable = token.is_good(now)
    return [
        Cell(f"{token.pk}: {token.purpose}", href=reverse("token_revoke", args=[token.pk]) if revocable else ""),
        Cell(f"the {token.shows} face"),
        Cell(day(token.made_at), below=f"by {name_of(token.made_by)}"),
        Cell(day(token.last_used_on) or "never"),
        Cell(_stands(token, now)),
    ]


def _stands(token: Token, now: datetime) -> str:
    if token.revoked_at:
        return f"Revoked on {day(token.revoked_at)}"
    return f"Good until {day(token.expires_at)}" if token.is_good(now) else f"Over since {day(token.expires_at)}"
