"""Arguments that several commands take, read once and well."""

from argparse import ArgumentTypeError
from datetime import date
from decimal import Decimal, InvalidOperation

from goldenthread.engine.periods import Period, UnknownPeriod, parse, parse_year


def period(text: str) -> Period:
    """A period, or a range of them; says how periods are written where it is none."""
    try:
        return parse(text)
    except UnknownPeriod as unknown:
        raise ArgumentTypeError(str(unknown)) from None


def year(text: str) -> Period:
    """A financial year, written bare (`2013-14`) or in full."""
    try:
        return parse_year(text)
    except UnknownPeriod:
        raise ArgumentTypeError(f"'{text}' is not a financial year. Write 2013-14.") from None


def port(text: str) -> int:
    """A port that a program may listen on."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise ArgumentTypeError(f"'{text}' is not a port: a number from 1 to 65535")
    return int(text)


def day(text: str) -> date:
    """A day, as calendars write it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"'{text}' is not a day. Write 2014-03-31.") from None


def number(text: str) -> int:
    """The number of a return, as `receive` gave it."""
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise ArgumentTypeError(f"'{text}' is not the number of a return")
    return int(text)


def decimal(text: str) -> Decimal:
    """A number, with decimals or without."""
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ArgumentTypeError(f"'{text}' is not a number. Write 90 or 45.5.") from None
