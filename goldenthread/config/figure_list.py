"""Figures and the catalogue of indicators, for people, spreadsheets and programs."""

from argparse import ArgumentTypeError
from collections.abc import Callable, Mapping, Sequence

from goldenthread.catalogue import indicators
from goldenthread.config import showing
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.protecting.figures import Figure, Figures, as_record
from goldenthread.engine.rendering.delimited import as_csv

COLUMNS = (
    "code",
    "period",
    "breakdown",
    "group",
    "numerator",
    "denominator",
    "unknown",
    "value",
    "lower",
    "upper",
    "unit",
    "status",
)


_SHOWN: Mapping[str, Callable[[Figure], str]] = {
    "Period": lambda figure: str(figure.period),
    "Group": lambda figure: "" if figure.breakdown == "all" else figure.group,
    "Value": lambda figure: figure.shown,
    "95% interval": lambda figure: figure.shown_interval,
    "Numerator": lambda figure: _number(figure.numerator),
    "Denominator": lambda figure: _number(figure.denominator),
    "Unknown": lambda figure: _number(figure.unknown),
    "Population": lambda figure: figure.population or "",
}


def known_code(text: str) -> str:
    """An indicator's code, in capitals or not; says which are near where there is none."""
    known = {code.lower(): code for code in indicators()}
    if text.lower() not in known:
        near = showing.nearest(text, known.values()) or f" There are: {', '.join(sorted(known.values()))}."
        raise ArgumentTypeError(f"there is no indicator '{text}'.{near}")
    return known[text.lower()]


def in_order(figures: Figures) -> list[Figure]:
    """The earliest period first, a shorter one before a longer; groups stay in their order."""
    return sorted(figures, key=lambda figure: (figure.period.first, figure.period.last))


def in_words(figures: Figures) -> str:
    """A table for people, headed by what it is about. Columns in which nothing stands are left out."""
    if not figures:
        return "There is no such figure. Without --period, every period that was counted is listed."
    indicator = indicators()[figures[0].indicator]
    columns = {name: [show(figure) for figure in in_order(figures)] for name, show in _SHOWN.items()}
    said = {name: cells for name, cells in columns.items() if name == "Value" or any(cells)}
    return f"{indicator.code}: {indicator.title}\n\n{showing.table(list(said), zip(*said.values(), strict=True))}"


def in_json(figures: Figures) -> str:
    """A list of objects."""
    return showing.as_json([as_record(figure) for figure in in_order(figures)])


def in_csv(figures: Figures) -> str:
    """A table for a spreadsheet."""
    records = [as_record(figure) for figure in in_order(figures)]
    return as_csv(COLUMNS, ([record[column] for column in COLUMNS] for record in records)).rstrip("\n")


SET_OUT: Mapping[str, Callable[[Figures], str]] = {"table": in_words, "csv": in_csv, "json": in_json}


def catalogue_in_words(known: Sequence[Indicator]) -> str:
    """Every indicator with what it asks."""
    rows = [(each.code, each.title, each.tier.value, each.better.value) for each in known]
    return showing.table(("Code", "Indicator", "Watched by", "Read as"), rows)


def catalogue_in_json(known: Sequence[Indicator]) -> str:
    """Every indicator as a list of objects."""
    return showing.as_json([
        {
            "code": each.code,
            "title": each.title,
            "asks": each.asks.value,
            "tier": each.tier.value,
            "better": each.better.value,
            "breakdowns": [breakdown.code for breakdown in each.breakdowns],
            "definition": each.definition,
            "excludes": each.excludes,
            "unknowns": each.unknowns,
            "sub_group": each.sub_group,
            "source": each.source,
        }
        for each in known
    ])  # fmt: skip


def _number(number: int | None) -> str:
    return "" if number is None else f"{number:,}"
