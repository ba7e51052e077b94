"""Statistics that are published about every area, to set beside the board's own."""

from goldenthread.catalogue.codes.published import LEVEL, MARKER, OPEN
from goldenthread.engine.definitions import WARNING, Check, Code, Column, Dataset, Date, Number, Repeated, Text

DATASET = Dataset(
    name="published_statistics",
    title="Published statistics",
    about=(
        "One row for each measure of each area and year, as it is published. Where there is a symbol instead of a"
        " number, the symbol is kept as the reason: it is neither nought nor a mistake. Editions revise earlier years,"
        " so the edition is part of every row: of two that tell of the same, the later one is believed."
    ),
    dated_by="last_day",
    columns=(
        Column("edition", Text(), "which publication the number is from; the name of its file", required=True),
        Column(
            "published_on",
            Date(),
            "the day on which it was published, or the first of that month; where nothing says, no sooner than the last"
            " day that the edition tells of",
        ),
        Column("first_day", Date(), "the first day that it tells of"),
        Column("last_day", Date(), "the last day that it tells of", required=True),
        Column("area_level", Code(LEVEL), "what kind of area it is", required=True),
        Column("area_code", Text(), "the area's code of nine characters; a name is no key, for areas change"),
        Column("old_area_code", Text(), "the authority's older code, of three digits"),
        Column("region_code", Text(), "the code of the region that it lies in"),
        Column("country_code", Text(), "the code of the country"),
        Column("area_name", Text(), "the authority's name"),
        Column("divided_by", Text(), "what the rows are divided by besides area and year; blank if by nothing"),
        Column("divided", Text(), "which of these it is"),
        Column("statistic", Text(), "what is measured, as the file calls it", required=True),
        Column("published_figure", Number(), "the number"),
        Column("marker", Code(MARKER), "why there is none"),
    ),
    checks=(
        Repeated(
            "statistic-twice",
            "Line {other_row} gives the same measure of the same area and year already. The first was taken.",
            on=("edition", "last_day", "area_level", "area_code", "region_code", "divided_by", "divided", "statistic"),
        ),
        Check(
            "neither-figure-nor-reason",
            "There is neither a number nor a symbol that says why there is none. The row was kept.",
            where="published_figure is null and marker is null",
            column="published_figure",
            severity=WARNING,
        ),
    ),
    source=OPEN,
)
