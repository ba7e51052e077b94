"""How one figure was worked out, with its numbers."""

from goldenthread.engine.comparing.sentences import when
from goldenthread.engine.definitions import Indicator, Median, Proportion, Rate, Share, Total
from goldenthread.engine.definitions.kept import SUPPLIED
from goldenthread.engine.english import begun
from goldenthread.engine.protecting.figures import Figure


def worked(figure: Figure | None, indicator: Indicator) -> list[str]:
    """The sum that gives a figure, and what is left out of it; nothing where there is no value to explain."""
    if figure is None or figure.value is None:
        return []
    period = when(figure.period)
    said = [f"{begun(period)}: {_sum(figure, indicator)}"]
    if figure.unknown:
        said.append(f"For {figure.unknown:,} more it is not recorded. They are left out, and shown beside the figure.")
    if figure.population:
        said.append(f"The population is that of the estimate {figure.population}.")
    return said


def _sum(figure: Figure, indicator: Indicator) -> str:
    if figure.status == SUPPLIED:
        return f"{figure.shown}, as supplied by {figure.said_by}. Quarters are added up where none is lacking."
    measure, n, d = indicator.measure, figure.numerator or 0, figure.denominator or 0
    if isinstance(measure, Proportion | Share):
        return f"{n:,} out of {d:,}, which is {figure.shown}."
    if isinstance(measure, Rate):
        return f"{n:,} ÷ {d:,} × {measure.per:,} = {figure.shown}."
    if isinstance(measure, Median):
        return f"the middle of {d:,} known values is {figure.shown}."
    if isinstance(measure, Total):
        return f"{n:,} {measure.unit}, added up."
    return f"{n:,} {indicator.unit}, counted one by one."
