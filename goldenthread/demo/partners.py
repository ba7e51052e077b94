"""What the other partners send: quarterly counts, small registers, populations and the figures of others."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random

from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.chance import days, exactly, pick, shared_out
from goldenthread.demo.child_deaths import child_deaths
from goldenthread.demo.days import (
    FIRST_DAY,
    LAST_DAY,
    LATER_YEARS,
    first_of,
    last_of,
    on_a_weekday,
    quarter_of,
    year_name,
)
from goldenthread.demo.harm import worries
from goldenthread.demo.violence_at_home import high_risk_cases, notifications
from goldenthread.demo.writing import Value, write_table

SUPPLIED = ("indicator", "whose", "first_day", "last_day", "group_of", "group", "number", "out_of", "value", "said_by")
_WORKS_IN = {
    "school": 34, "early_years": 12, "foster_care": 12, "residential": 8, "social_care": 5, "health": 6, "police": 3,
    "faith": 3, "voluntary": 9, "transport": 4, "other": 4,
}  # fmt: skip
_SHARES = {
    "sex": {"Male": 0.5125, "Female": 0.4875},
    "age_band": {"Under 1": 0.062, "1 to 4": 0.236, "5 to 9": 0.272, "10 to 15": 0.318, "16 and over": 0.112},
}
_SETTLED_AFTER = {False: (3, 45), True: (15, 210)}
"""Days, without a meeting and with one."""
_SIZES = (1.3, 0.8, 1.0, 1.15, 0.7)  # of clusters, one beside the other, by turns
Row = tuple[Value, ...]


def write_police(board: BoardFile, into: Path) -> Path:
    """Quarterly counts, one of them typed twice and one of no quarter; and records of what they tell partners."""
    targets, said_by = board.calibration, f"{board.place} Police, quarterly count"
    counts = {
        "CSE3": targets.exploitation_investigations,
        "CSE4": targets.exploitation_court_cases,
        "CSE5": targets.exploitation_convictions,
        "DA1": targets.domestic_abuse_notifications,
    }
    rows: list[Row] = [
        (f"FY{year_name(year)}Q{quarter}", code, number, said_by)
        for code, of_year in counts.items()
        for year, quarter, number in _by_quarter(of_year)
    ]
    rows += [rows[-1], ("spring 2014", "CSE3", 1, said_by)]
    write_table(into, "quarterly_counts", ("quarter", "measure", "count", "note"), rows)
    happened = _by_quarter(targets.domestic_abuse_notifications)
    quarters = [(*quarter_of(year, quarter), number) for year, quarter, number in happened]
    for table in (notifications(board, quarters), high_risk_cases(board), worries(board)):
        write_table(into, *table)
    return into


def _by_quarter(of_year: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """The year, the quarter and its part of the year's number."""
    for year, total in of_year.items():
        for quarter, number in enumerate(shared_out(total, (1.0, 0.9, 1.1, 1.2)), start=1):
            yield year, quarter, number


def write_earlier_years(board: BoardFile, into: Path) -> Path:
    """Numbers at 31 March of the years before there are records."""
    targets = board.calibration
    series = {
        "CLA1": (targets.looked_after_before, targets.looked_after),
        "CP1": (targets.on_a_plan_before, targets.on_a_plan),
    }
    said_by = f"{board.place} City Council, published at the time"
    rows = [
        figure(code, date(year, 3, 31), date(year, 3, 31), number=number, said_by=said_by)
        for code, (of_year, levels) in series.items()
        for year, number in {**of_year, min(levels).year: levels[min(levels)]}.items()
    ]
    write_table(into, "historic_series", SUPPLIED, rows)
    return into


def write_allegations(board: BoardFile, into: Path, seed: int) -> Path:
    """The designated officer's register: just so many in a year, of whom just the share led to a meeting."""
    chance, settling = Random(seed), board.chance_of("allegations settled")  # noqa: S311 - invented, not secrets
    rows: list[Row] = []
    for year, number in board.calibration.allegations.items():
        received = sorted(first_of(year) + days(chance, 0, 364) for _ in range(number))
        met = exactly(chance, number, board.calibration.allegations_with_meeting)
        rows += [
            (
                f"A{year}-{at:04d}",
                day,
                pick(chance, _WORKS_IN),
                "1" if meeting else "0",
                _settled(settling, day, _SETTLED_AFTER[meeting]),
            )
            for at, (day, meeting) in enumerate(zip(received, met, strict=True), start=1)
        ]
    write_table(into, "allegations", ("reference", "received_on", "works_in", "meeting_held", "resolved_on"), rows)
    return into


def _settled(chance: Random, received: date, after: tuple[int, int]) -> date | None:
    day = on_a_weekday(received + days(chance, *after))
    return day if day <= LAST_DAY else None


def write_child_deaths(board: BoardFile, into: Path) -> Path:
    """What the child death overview panel counts, a number for each year, and what it has reviewed."""
    rows = [
        figure("CD1", first_of(year), last_of(year), number=number, said_by="Child death overview panel, yearly count")
        for year, number in board.calibration.child_deaths.items()
    ]
    write_table(into, "yearly_counts", SUPPLIED, rows)
    write_table(into, *child_deaths(board))
    return into


def write_population(board: BoardFile, into: Path) -> Path:
    """How many children live in the area, and how many children and young people. None by ethnicity."""
    edition = f"{board.place}, invented for the demonstration"
    rows = [
        row
        for year, people in board.calibration.aged_0_to_17.items()
        for row in [*_population(edition, year, people), *_population_of_places(board, edition, year, people)]
    ]
    write_table(into, "population", ("edition", "mid_year", "ages", "breakdown", "group", "people"), rows)
    young, said_by = board.calibration.aged_0_to_19, f"{board.place} Public Health, estimate of residents"
    rows = [
        figure("CTX1", first_of(year), last_of(year), number=young - 900 * back, said_by=said_by)
        for back, year in enumerate(reversed(LATER_YEARS))
    ]
    write_table(into, "young_people", SUPPLIED, rows)
    return into


def write_board_office(board: BoardFile, into: Path) -> Path:
    """What the board itself keeps: its places, and the figures of others beside its own."""
    places: list[Row] = [("locality", name, "", FIRST_DAY, None) for name in board.localities]
    places += [
        ("cluster", cluster, locality, FIRST_DAY, None)
        for locality, clusters in board.localities.items()
        for cluster in clusters
    ]
    places += [("secure", name, "", FIRST_DAY, None) for name in board.secure_establishments]
    headers = ("place_kind", "place_name", "part_of", "existed_from", "existed_until")
    write_table(into, "places", headers, places)
    write_table(into, "comparators", SUPPLIED, _comparators(board))
    return into


def _comparators(board: BoardFile) -> Iterator[Row]:
    targets, last_year = board.calibration, LATER_YEARS[-1]
    yield figure("CP2", LAST_DAY, LAST_DAY, whose="neighbours", value=targets.plan_neighbours,
                  said_by="median of ten areas on the list of 2007, at 31 March 2014, as published")  # fmt: skip
    yield figure("CLA6", first_of(last_year), last_of(last_year), whose="england",
                  value=targets.started_under_five_england,
                  said_by="as the board published it; the year was not named")  # fmt: skip


def figure(
    code: str, first: date, last: date, *, said_by: str, whose: str = "own", number: int | None = None,
    out_of: int | None = None, value: float | None = None,
) -> Row:  # fmt: skip
    """A row of supplied figures: a number, out of another where it is a share, or only the finished value."""
    return code, whose, first, last, "", "", number, out_of, _short(value), said_by


def _short(value: float | None) -> Value:
    return None if value is None else f"{value:g}"


def _population(edition: str, year: int, people: int) -> Iterator[Row]:
    yield edition, year, "0-17", "", "", people
    for breakdown, shares in _SHARES.items():
        for group, number in zip(shares, shared_out(people, list(shares.values())), strict=True):
            yield edition, year, "0-17", breakdown, group, number


def _population_of_places(board: BoardFile, edition: str, year: int, people: int) -> Iterator[Row]:
    """Of each cluster, and of each locality as many as of its clusters together: both add up to the whole."""
    clusters = board.clusters()
    sizes = [_SIZES[at % len(_SIZES)] for at in range(len(clusters))]
    living = dict(zip(clusters, shared_out(people, sizes), strict=True))
    for cluster, number in living.items():
        yield edition, year, "0-17", "cluster", cluster, number
    for locality, those in board.localities.items():
        yield edition, year, "0-17", "locality", locality, sum(living[cluster] for cluster in those)
