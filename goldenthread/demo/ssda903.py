"""Children's services' yearly returns on children looked after.

Their content is of 2009 to 2014, their layout that of 2017/18, which is the one that the program reads: each says what
was known when its year ended.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from goldenthread.demo.blemishes import spoilt
from goldenthread.demo.care import Stay, by_number
from goldenthread.demo.care_reviews import Review
from goldenthread.demo.children import Child
from goldenthread.demo.city import City
from goldenthread.demo.days import LATER_YEARS, YEARS, first_of, last_of, year_name
from goldenthread.demo.outcomes import Outcome
from goldenthread.demo.placements import Placement
from goldenthread.demo.stocks import OPEN
from goldenthread.demo.writing import Value, write_table

HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES = (
    "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE", "HOME_POST",
    "PL_POST", "URN",
)  # fmt: skip
OUTCOMES = (
    "local_id", "date_of_birth", "standing_on", "sdq_score", "sdq_reason", "convicted", "health_check", "immunised",
    "teeth_checked", "health_assessed", "misused_substances", "intervention_received", "intervention_offered",
)  # fmt: skip
"""In our template, for the return's own table of them (OC2) names no day on which they stood."""
REVIEWS = ("CHILD", "DOB", "REVIEW", "REVIEW_CODE")

Row = tuple[Value, ...]


def write_returns(city: City, into: Path) -> Iterator[tuple[int, Path]]:
    """Write a folder for each year; gives the year in which each begins, and its folder."""
    stays = by_number(city.care.stays.values())
    for year in YEARS:
        folder = into / f"ssda903-{year_name(year)}"
        header, episodes = _of_year(stays, year)
        reviews = [_review(each) for each in city.reviews if first_of(year) <= each.held <= last_of(year)]
        header, episodes, reviews = spoilt(year, header, episodes, reviews)
        write_table(folder, "header", HEADER, header)
        write_table(folder, "episodes", EPISODES, episodes)
        write_table(folder, "reviews", REVIEWS, reviews)
        if year in LATER_YEARS:
            told = (_outcome(each) for each in city.outcomes if each.on == last_of(year))
            write_table(folder, "outcomes", OUTCOMES, told)
        yield year, folder


def _of_year(stays: list[Stay], year: int) -> tuple[list[Row], list[Row]]:
    first, last = first_of(year), last_of(year)
    header: list[Row] = []
    episodes: list[Row] = []
    for stay in stays:
        of_stay = [row for row in episodes_of(stay, last) if _day(row[7]) >= first and _day(row[1]) <= last]
        if of_stay:
            header.append(_header(stay.child))
            episodes += of_stay
    return header, episodes


def episodes_of(stay: Stay, known_on: date) -> Iterator[Row]:
    """The episodes of a stay as they are known on a day: a new one whenever the law or the placement changes."""
    begins = sorted({placement.placed_on for placement in stay.placed} | {day for day, _ in stay.laws})
    for at, began in enumerate(begins):
        ended = begins[at + 1] if at + 1 < len(begins) else stay.spell.ended
        placed = _in_force(stay.placed, began)
        moves = placed.left_on == ended and at + 1 < len(begins)
        known = ended <= known_on
        yield (
            stay.child.number, began, _reason(stay, began), _law(stay, began), stay.need, placed.kind, placed.provider,
            ended if known else OPEN, ("X1" if at + 1 < len(begins) else stay.reason_ended) if known else "",
            placed.moved_because if moves and known else "", stay.child.home, placed.postcode, placed.urn,
        )  # fmt: skip


def _reason(stay: Stay, began: date) -> str:
    if began == stay.spell.started:
        return "S"
    return "P" if any(placement.placed_on == began for placement in stay.placed) else "L"


def _law(stay: Stay, day: date) -> str:
    return [law for begins, law in stay.laws if begins <= day][-1]


def _in_force(placed: list[Placement], day: date) -> Placement:
    return [placement for placement in placed if placement.placed_on <= day][-1]


def _header(child: Child) -> Row:
    return child.number, child.sex, child.born, child.ethnicity, child.upn, "", ""


def _review(review: Review) -> Row:
    return review.child.number, review.child.born, review.held, review.code


def _outcome(outcome: Outcome) -> Row:
    misuse = outcome.misuse
    return (
        outcome.child.number, outcome.child.born, outcome.on, outcome.score, outcome.no_score, outcome.convicted,
        outcome.developed, outcome.immunised, outcome.teeth_checked, outcome.health_assessed, misuse.found,
        misuse.helped, misuse.offered,
    )  # fmt: skip


def _day(value: Value) -> date:
    return value if isinstance(value, date) else date.max - timedelta(days=1)
