"""Published statistics of the Department for Education and of the Office for National Statistics, as CSV."""

from goldenthread.catalogue.codes.published import OPEN
from goldenthread.engine.definitions import Feed, Format, Melt, Table

_EDITION = {"edition": "{file}", "published_on": "{file month}"}
_LIST = {"edition": "{file}", "holds_from": "{file year}"}
_WHERE: dict[str, str | None] = {
    "time_identifier": None,
    "geographic_level": "area_level",
    "country_code": "country_code",
    "country_name": None,
    "region_code": "region_code",
    "region_name": None,
    "old_la_code": "old_area_code",
    "new_la_code": "area_code",
    "la_name": "area_name",
}
_MELT = Melt(measure="statistic", value="published_figure", marker="marker")


_NATION = ("time_identifier", "geographic_level", "country_code", "country_name")


def _published(
    name: str,
    title: str,
    *split_by: str,
    known_by: tuple[str, ...] = (),
    ends: tuple[int, int] = (3, 31),
    where: tuple[str, ...] = tuple(_WHERE),
) -> Table:
    """Statistics by area and year, and by what `split_by` names: the column of groups, and that of what they divide.

    `ends` is the month and day on which a year that is written as one number ends; `where` are the columns that tell
    the area.
    """
    headers: dict[str, str | None] = {"time_period": None, **{header: _WHERE[header] for header in where}}
    headers |= dict(zip(split_by, ("divided", "divided_by"), strict=False))
    return Table(
        name,
        title,
        headers,
        recognised_by=("time_period", "time_identifier", "geographic_level", *split_by, *known_by),
        dataset="published_statistics",
        constants=_EDITION,
        spans={"time_period": ("first_day", "last_day")},
        year_ends=ends,
        melts=_MELT,
        many=True,
    )


_RANKS = range(1, 11)


def _neighbours(rank: int) -> Feed:
    headers = {"old_la_code": "authority", "la_name": "authority_name"}
    headers |= {f"SN_{rank}": "neighbour", f"SN_{rank}P": "closeness"}
    return Feed("statistical_neighbours", headers, {"rank": str(rank), **_LIST}, filled=(f"SN_{rank}",))


_FIRST, *_OTHERS = map(_neighbours, _RANKS)

FORMAT = Format(
    name="published-statistics",
    title="Published statistics, neighbours and populations (DfE and ONS, CSV)",
    day_first=False,
    source=OPEN,
    loses={
        "Names of countries and regions": "their codes are kept, which do not change with spelling",
        "Which edition": "no file says so, therefore its name is kept; write the month of publication into it",
        "From when a list of neighbours holds": "no file says so; write the year or the month into its name",
    },
    tables=(
        _published("statistics", "statistics by area and year"),
        _published("national", "statistics by year, of the nation alone", where=_NATION),
        _published("by-category", "statistics by area and year", "category"),
        _published("by-population", "looked-after children by area and year", "population_type"),
        _published("by-age-and-breakdown", "care leavers by area and year", "breakdown", "care_leaver_age"),
        _published("by-group", "placements by area and year", "placement_stability", "cla_group"),
        _published("by-characteristic", "outcomes by area and year", "breakdown", "characteristic"),
        _published("workforce", "social workers, at 30 September", known_by=("inpost_fte",), ends=(9, 30)),
        _published("mid-year", "mid-year population estimates", "age_group", ends=(6, 30)),
        Table(
            "neighbours",
            "statistical neighbours",
            {
                **_FIRST.headers,
                "region_ind": None,
                "region_name": None,
                **{f"SN_{rank}{of}": None for rank in _RANKS[1:] for of in ("", "P")},
            },
            recognised_by=("old_la_code", "SN_1", "SN_1P"),
            dataset="statistical_neighbours",
            constants=_FIRST.constants,
            also=tuple(_OTHERS),
            many=True,
        ),
        Table(
            "metrics",
            "list of the metrics of a dashboard",
            dict.fromkeys(("sort_order", "tab_name", "heading_text", "metric_display_text", "dataset_name")),
            recognised_by=("tab_name", "metric_display_text"),
            why="It says what a dashboard shows, and holds no numbers. Nothing was taken.",
            mostly_ours=False,
        ),
    ),
)
