"""What a report cannot tell, or only in part: generated from the figures, so that no gap is passed over."""

from collections.abc import Iterator

from goldenthread.engine.comparing.sentences import tell, when
from goldenthread.engine.comparing.series import Series
from goldenthread.engine.definitions import Breakdown, Indicator
from goldenthread.engine.definitions.breakdowns import is_named
from goldenthread.engine.periods import Period
from goldenthread.engine.protecting.figures import NOT_COVERED, Figure, Figures
from goldenthread.engine.protecting.primary import HIDDEN, WITHHELD
from goldenthread.engine.rendering.blocks import Paragraph
from goldenthread.engine.rendering.tables import groups_of, how_many, shown_of, why_not
from goldenthread.engine.rendering.years import figure_of, years_before


def gaps(
    indicator: Indicator, figures: Figures, year: Period, shown: tuple[str, ...] | None = None
) -> Iterator[Paragraph]:
    """What is not known of an indicator in a year: the whole, the year before to compare it with, the groups shown."""
    now, before = (figure_of(indicator, figures, years_before(year, back)) for back in (0, 1))
    if now.value is None:
        yield Paragraph(str(tell(Series(indicator, now))), tells=(now,))
        return
    if now.unknown is None:
        unsaid = "for how many it is not recorded, beside those told of, is not shown, because they may be few"
        yield Paragraph(f"{indicator.title}: {unsaid}.", tells=(now,))
    elif now.unknown:
        yield Paragraph(f"{indicator.title}: not recorded for {now.unknown:,}, beside those told of.", tells=(now,))
    if before.status == NOT_COVERED:
        yield Paragraph(f"{indicator.title}: no return that has been accepted says how it was {when(before.period)}.")
    for breakdown in shown_of(indicator, shown):
        yield from _in_groups(indicator, breakdown, groups_of(breakdown, figures, now.period))


def _in_groups(indicator: Indicator, breakdown: Breakdown, groups: list[Figure]) -> Iterator[Paragraph]:
    of = f"{indicator.title}, by {breakdown.title.lower()}"
    if groups and all(each.value is None for each in groups):
        yield Paragraph(f"{of}: {why_not(groups)}.")
        return
    hidden, withheld = (sum(1 for each in groups if each.status == word) for word in (HIDDEN, WITHHELD))
    if hidden or withheld:
        which, those = ("one group is", "it") if hidden + withheld == 1 else (f"{hidden + withheld} groups are", "them")
        tell = "tell of very small ones" if withheld else "are very small"
        yield Paragraph(f"{of}: {which} not shown, because the numbers in {those} {tell}.")
    for figure in groups:
        if not is_named(figure.group) and how_many(figure):
            yield Paragraph(f"{of}: {how_many(figure):,} {figure.group}.", tells=(figure,))
