"""The city's yearly SSDA903 returns, in the layout of 2017-18: each says what was known when its year ended."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

from goldenthread.demo.blemishes import spoilt
from goldenthread.demo.care import Episode
from goldenthread.demo.children import Child
from goldenthread.demo.city import YEARS, year_name
from goldenthread.demo.records import Record
from goldenthread.demo.tables import Row, Tables

HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES = (
    "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE", "HOME_POST",
    "PL_POST", "URN",
)  # fmt: skip
REVIEWS = ("CHILD", "DOB", "REVIEW", "REVIEW_CODE")


def write_returns(records: Sequence[Record], into: Path) -> Iterator[tuple[int, Path]]:
    """Write a folder for each year; gives the year in which each begins, and its folder."""
    for starting in YEARS:
        folder = into / f"ssda903-{year_name(starting)}"
        folder.mkdir(parents=True)
        for name, headers, rows in _files(spoilt(starting, tables(records, starting))):
            (folder / name).write_text(_as_csv(headers, rows), encoding="utf-8", newline="")
        yield starting, folder


def tables(records: Iterable[Record], starting: int) -> Tables:
    """What the return for one financial year holds, before anybody has made a mistake in it."""
    first, last = date(starting, 4, 1), date(starting + 1, 3, 31)
    found = Tables([], [], [])
    for record in sorted(records, key=lambda record: record.child.number):
        episodes = [each for each in record.episodes if each.started <= last and each.ended >= first]
        if episodes:
            found.header.append(_header(record.child, last))
            found.episodes.extend(_episode(record.child, _as_known_on(each, last)) for each in episodes)
            held = sorted((each for each in record.reviews if first <= each.held <= last), key=lambda each: each.held)
            found.reviews.extend(
                (record.child.number, _day(record.child.born), _day(each.held), each.code) for each in held
            )
    return found


def _as_known_on(episode: Episode, last: date) -> Episode:
    """On its last day the year does not know how an episode will end."""
    if episode.ended <= last:
        return episode
    return replace(episode, ended=date.max, reason_ended="", why_changed="")


def _header(child: Child, last: date) -> Row:
    born = child.own_child_born if child.own_child_born and child.own_child_born <= last else None
    return (
        child.number, child.sex, _day(child.born), child.ethnicity, child.upn, "1" if born else "",
        _day(born) if born else "",
    )  # fmt: skip


def _episode(child: Child, episode: Episode) -> Row:
    placed = episode.placed
    return (
        child.number, _day(episode.started), episode.reason_started, episode.legal, episode.need, placed.kind,
        placed.provider, "" if episode.ended == date.max else _day(episode.ended), episode.reason_ended,
        episode.why_changed, child.home, placed.postcode, placed.urn,
    )  # fmt: skip


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")


def _files(found: Tables) -> Iterator[tuple[str, Sequence[str], Sequence[Row]]]:
    yield "header.csv", HEADER, found.header
    yield "episodes.csv", EPISODES, found.episodes
    yield "reviews.csv", REVIEWS, found.reviews


def _as_csv(headers: Sequence[str], rows: Iterable[Row]) -> str:
    text = StringIO()
    write = csv.writer(text, lineterminator="\r\n")
    write.writerow(headers)
    write.writerows(rows)
    return text.getvalue()
