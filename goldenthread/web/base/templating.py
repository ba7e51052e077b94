"""Jinja2 as our templates have it: GOV.UK's macros, our own filters, everything escaped."""

from datetime import date, datetime
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from goldenthread.catalogue.families import FAMILIES
from goldenthread.engine.english import begun, counted
from goldenthread.web.base.naming import name_of


def environment(**options: Any) -> Environment:
    """The environment that settings name."""
    govuk = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options.pop("autoescape", None)
    loader = ChoiceLoader([options.pop("loader"), govuk])
    made = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, **options)
    made.globals |= {"static": static, "url": url, "families": FAMILIES}
    made.filters |= {
        "day": day,
        "moment": moment,
        "number": number,
        "counted": counted,
        "actor": name_of,
        "begun": begun,
    }
    return made


def url(name: str, *args: Any) -> str:
    """The address of a page."""
    return reverse(name, args=args)


def day(value: date | datetime | None) -> str:
    """26 June 2014; nothing where there is no date."""
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return f"{local.day} {local:%B %Y}"


def moment(value: datetime) -> str:
    """26 June 2014 at 3:05pm."""
    local = timezone.localtime(value)
    return f"{day(value)} at {local.hour % 12 or 12}:{local:%M}{'am' if local.hour < 12 else 'pm'}"


def number(value: int) -> str:
    """With thousands separators: 12,582."""
    return f"{value:,}"
