"""Assembling a report about a year from figures: which blocks, in which order, saying what."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, Protocol

from goldenthread.engine.comparing.chart_words import chart_told
from goldenthread.engine.comparing.charting import chart_of
from goldenthread.engine.comparing.families import Families
from goldenthread.engine.comparing.sentences import Told, tell, tell_in_short
from goldenthread.engine.comparing.series import Known, Series
from goldenthread.engine.comparing.trends import POINTS
from goldenthread.engine.comparing.weighing import weigh
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.definitions.reductions import Reduction
from goldenthread.engine.periods import Period, day
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure, Figures
from goldenthread.engine.rendering.blocks import Block, Document, Heading, Paragraph, Picture, Points, Terms
from goldenthread.engine.rendering.charts import describe, line_chart
from goldenthread.engine.rendering.gaps import gaps
from goldenthread.engine.rendering.records import FOR_WHOM
from goldenthread.engine.rendering.reductions import blocks_of
from goldenthread.engine.rendering.tables import by_group, by_year, groups_of, shown_of, side_by_side, why_not
from goldenthread.engine.rendering.years import figure_of, points_of

AllFigures = Mapping[str, Figures]
"""All figures of each indicator, by code, as one face may see them."""


class Chapter(Protocol):
    """A chapter as the catalogue states it: `kind` is text, summary, figures, reductions, records, not_known,
    definitions or about; `weighs` are the reductions of which it tells, `from_register` whose records it does.
    """

    heading: str
    kind: Any
    text: tuple[str, ...]
    indicators: tuple[str, ...]
    also: tuple[str, ...]
    groups: tuple[str, ...] | None
    from_register: str

    @property
    def weighs(self) -> tuple[Reduction, ...]:
        """The reductions of which it tells."""


class Report(Protocol):
    """A report as the catalogue states it."""

    title: str
    subtitle: str
    chapters: Any


@dataclass(frozen=True)
class About:
    """What a report says of its making: the board, the edition and its sources, the face, and when it was made."""

    board: str
    year: Period
    face: Face
    edition: str
    sources: tuple[str, ...]
    made: str
    number: str


@dataclass(frozen=True)
class OwnWords:
    """What somebody tells of a figure in their own words: by whom, and each part under its heading."""

    by: str
    parts: tuple[tuple[str, str], ...]


NOTHING_TOLD: Mapping[str, OwnWords] = MappingProxyType({})
NO_RECORDS: Mapping[str, Sequence[Block]] = MappingProxyType({})
FiguresOf = Callable[[str], Figures]
"""All figures of an indicator, by code, as the report's face may see them."""


def assemble(
    report: Report,
    about: About,
    *,
    figures_of: FiguresOf,
    known: Known,
    stories: Mapping[str, OwnWords] = NOTHING_TOLD,
    records: Mapping[str, Sequence[Block]] = NO_RECORDS,
) -> Document:
    """The report about a year, as one face may read it. `known` is what its sentences may draw on; `stories` are those
    behind the figures of the year, by the code of their indicator; `records` is what each register tells that face.
    """
    shown = _groups_shown(report)
    told = [known.indicators[code] for code in shown]
    figures = {indicator.code: figures_of(indicator.code) for indicator in told}
    blocks: list[Block] = []
    for chapter in report.chapters:
        blocks += _chapter(chapter, about, told, figures, shown, known, stories)
        blocks += records[chapter.from_register] if chapter.from_register else ()
    return Document(
        title=_filled(report.title, about),
        subtitle=_filled(report.subtitle, about),
        made=f"{about.number}. {about.edition}. Made on {about.made}.",
        marking=_marking(about),
        blocks=tuple(blocks),
    )


def _marking(about: About) -> str:
    """What stands on every page of a paper that is not for everyone."""
    if about.face is Face.BOARD:
        return f"Confidential: board paper. {about.number}."
    return "For partner agencies. Not for publication." if about.face is Face.PARTNERSHIP else ""


GroupsShown = Mapping[str, tuple[str, ...] | None]
"""Of each indicator that a report tells, the breakdowns that it shows; all of them where that is None."""


def _groups_shown(report: Report) -> GroupsShown:
    shown: dict[str, tuple[str, ...] | None] = {}
    for chapter in report.chapters:
        in_full = chapter.kind == "figures"
        weighed = (code for each in chapter.weighs for code in each.codes())
        for code in (*chapter.indicators, *chapter.also, *weighed):
            if code not in shown or (in_full and code in chapter.indicators):
                shown[code] = chapter.groups if in_full and code in chapter.indicators else ()
    return shown


def _chapter(
    chapter: Chapter,
    about: About,
    told: Sequence[Indicator],
    figures: AllFigures,
    shown: GroupsShown,
    known: Known,
    stories: Mapping[str, OwnWords],
) -> Iterator[Block]:
    yield Heading(chapter.heading, _anchor(chapter.heading))
    yield from (Paragraph(_filled(text, about)) for text in chapter.text)
    by_code = {indicator.code: indicator for indicator in told}
    of_year = partial(_series_of, about.year, figures, known)
    if chapter.kind == "summary":
        those = map(of_year, chapter.indicators)
        yield Points(tuple(_told(series, tell_in_short(series)) for series in those))
    elif chapter.kind == "figures":
        for code in chapter.indicators:
            yield from _indicator(by_code[code], about.year, figures[code], shown[code], known, stories.get(code))
        if others := [by_code[code] for code in chapter.also]:
            yield side_by_side(f"{chapter.heading}: other measures", others, figures, about.year, known)
    elif chapter.kind == "reductions":
        yield from (block for each in chapter.weighs for block in blocks_of(weigh(each, of_year)))
    elif chapter.kind == "not_known":
        found = [gap for each in told for gap in gaps(each, figures[each.code], about.year, shown[each.code])]
        yield Points(tuple(found or [Paragraph("Every figure in this report could be worked out in full.")]))
    elif chapter.kind == "definitions":
        yield Terms(tuple((f"{each.title} ({each.code})", _defined(each)) for each in told))
    elif chapter.kind == "about":
        made = [*_made_from(about, told, figures), *_allowance(known.families)]
        yield Points(tuple(Paragraph(_ended(text)) for text in made))


def _series_of(year: Period, figures: AllFigures, known: Known, code: str) -> Series:
    return known.series(figure_of(known.indicators[code], figures[code], year))


def _told(series: Series, said: Told) -> Paragraph:
    """What is said of a series, with the figures that it draws on and the tests that it rests on."""
    return Paragraph(str(said), tells=tuple(_told_in(series)), claims=said.tested().sentences)


def _told_in(series: Series) -> Iterator[Figure]:
    """The figures that what is said of a series draws on."""
    told = [series.now, series.before, *series.others, *series.years(POINTS)]
    yield from (each for each in told if each and each.value is not None)
    for flow in series.flows:
        yield from _told_in(flow)


def _indicator(
    indicator: Indicator,
    year: Period,
    figures: Figures,
    shown: tuple[str, ...] | None,
    known: Known,
    story: OwnWords | None,
) -> Iterator[Block]:
    now = figure_of(indicator, figures, year)
    yield Heading(indicator.title, indicator.code, level=3)
    series = known.series(now)
    yield _told(series, tell(series))
    if story:
        yield Paragraph(f"The story behind it, in the words of {story.by}:")
        yield Terms(story.parts)
    yield from _picture(indicator, year, figures, known)
    if table := by_year(indicator, figures, year):
        yield table
    if now.value is not None:
        yield from _groups(indicator, now.period, figures, shown)


def _picture(indicator: Indicator, year: Period, figures: Figures, known: Known) -> Iterator[Block]:
    """The chart over time, and what it says; nothing where there are not two points to draw."""
    drawn = chart_of(known, indicator, points_of(indicator, figures, year))
    if len(drawn.known) > 1:
        said = chart_told(drawn)
        svg = line_chart(drawn, title=indicator.title)
        yield Picture(indicator.title, svg, describe(drawn), drawn.figures, said.tested().sentences)
        yield Paragraph(str(said), claims=said.tested().sentences)


def _groups(indicator: Indicator, period: Period, figures: Figures, shown: tuple[str, ...] | None) -> Iterator[Block]:
    for breakdown in shown_of(indicator, shown):
        if groups := groups_of(breakdown, figures, period):
            why = f"By {breakdown.title.lower()}: {why_not(groups)}."
            yield by_group(indicator, breakdown, groups) or Paragraph(why)


def _defined(indicator: Indicator) -> str:
    left_out = f" Left out: {indicator.excludes}" if indicator.excludes else ""
    return _ended(f"{indicator.definition}{left_out} {indicator.better.value.capitalize()}. Source: {indicator.source}")


def _made_from(about: About, told: Sequence[Indicator], figures: AllFigures) -> list[str]:
    editions = {figure.population for each in told for figure in figures[each.code] if figure.population}
    populations = [f"Population: {edition}" for edition in sorted(editions)]
    return [about.edition, *about.sources, *populations, _protection(about.face)]


def _allowance(families: Families) -> list[str]:
    """By how much tests about children allow for families, and from where that is known; nothing where they do not."""
    return [f"Families: {families.told}"] if families.are_allowed_for else []


def _protection(face: Face) -> str:
    if face is Face.BOARD:
        return "Numbers are exact, small ones included. Do not pass this paper on."
    if face is Face.ROUNDED:
        return FOR_WHOM[face]
    hidden = "Counts from 1 to 5 children are not shown, nor figures made from them."
    if face is Face.PARTNERSHIP:
        return hidden
    return f"{hidden} What would give one of them away is withheld with them."


def _filled(text: str, about: About) -> str:
    return text.format(board=about.board, year=about.year, first=day(about.year.first), last=day(about.year.last))


def _anchor(heading: str) -> str:
    return "-".join(heading.lower().split())


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
