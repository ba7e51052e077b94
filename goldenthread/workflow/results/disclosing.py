"""What a disclosure would show, in the edition in force, and what else would come out with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyarrow as pa
from django.conf import settings

from goldenthread import catalogue
from goldenthread.engine.counting import tells
from goldenthread.engine.definitions.breakdowns import nested
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.opened import WHOLE, Opened, places_opened
from goldenthread.engine.protecting.opening import given_away
from goldenthread.engine.protecting.primary import SHOWN
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.results import results_table
from goldenthread.workflow.results.models import Edition


@dataclass(frozen=True)
class Hidden:
    """A table of an indicator of which the public is not shown everything."""

    period: str
    breakdown: str


def hidden_tables(code: str) -> Sequence[Hidden]:
    """Of which periods and breakdowns the edition in force hides numbers, the latest first."""
    cells = _cells(code)
    if cells is None:
        return []
    rows = cells.select(["period", "breakdown", "last", "public"]).to_pylist()
    found = {(row["last"], row["period"], row["breakdown"]) for row in rows if row["public"] != SHOWN}
    latest_first = sorted(found, key=lambda each: (-each[0].toordinal(), each[1], each[2] != WHOLE, each[2]))
    return [Hidden(period, breakdown) for _, period, breakdown in latest_first]


def is_hidden(code: str, what: Opened) -> bool:
    """Whether the edition in force hides any of the numbers."""
    return any(each.period == what.period and each.breakdown in what.breakdowns for each in hidden_tables(code))


def would_give_away(code: str, what: Opened) -> Sequence[str]:
    """The other small numbers that could be worked out exactly if some were shown, named by period and group.

    Those of other indicators that have the same number for their own are tried too, and named with their code.
    """
    found: list[str] = []
    for each in _knowing(code):
        named = _given_away(each, digest, what) if (digest := _digest(each)) else ()
        found += named if each == code else [f"{name} ({each})" for name in named]
    return found


def _knowing(code: str) -> Sequence[str]:
    """An indicator, and all in which a number is known when it shows it."""
    indicators = catalogue.indicators()
    if code not in indicators:
        return [code]
    own = tells(indicators[code])
    others = [each for each in indicators.values() if each.code != code and tells(each).has_what_is_own_to(own)]
    return [code, *(each.code for each in others)]


@lru_cache(maxsize=64)
def _given_away(code: str, digest: str, what: Opened) -> Sequence[str]:
    """Tried once in a process: it can take a second, and a file of results never changes."""
    cells, indicator = _kept(digest), catalogue.indicators().get(code)
    if cells is None or indicator is None:
        return ()
    withheld = [gate != SHOWN for gate in cells["public"].to_pylist()]
    rows = cells.select(["period", "group"]).to_pylist()
    found = given_away(cells, withheld, places_opened(cells, what), nested=nested(indicator.breakdowns))
    return tuple(_named(rows[at]["period"], rows[at]["group"]) for at in found)


def _named(period: str, group: str) -> str:
    return str(parse(period)) if group == WHOLE else f"{parse(period)}, {group}"


def _cells(code: str) -> pa.Table | None:
    digest = _digest(code)
    return _kept(digest) if digest else None


def _digest(code: str) -> str:
    """The name of the file of an indicator's results in the edition in force; nothing where there is none."""
    edition = Edition.objects.current()
    return edition.results[code]["digest"] if edition and code in edition.results else ""


def _kept(digest: str) -> pa.Table | None:
    return results_table(FileStore(settings.GOLDENTHREAD_HOME, "results").path(digest))
