"""An invented report of a swimming club, about a year, as each face may read it."""

from dataclasses import dataclass
from typing import Any

from goldenthread.engine.comparing.series import Known
from goldenthread.engine.definitions.reductions import Reduction
from goldenthread.engine.periods import financial_year
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figures
from goldenthread.engine.rendering.assembling import About, assemble
from goldenthread.engine.rendering.blocks import Document
from tests.factories.figures import AGE, FINISHED, INDICATORS, MEMBER_RATE, MEMBERS, cell, figures

MONTH_ENDS = ["2016-03-31", "2017-03-31", "2017-12-31", "2018-01-31", "2018-03-31"]


@dataclass(frozen=True)
class Stated:
    """A chapter, or a report, as a catalogue states it."""

    heading: str = ""
    kind: str = ""
    text: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    groups: tuple[str, ...] | None = None
    weighs: tuple[Reduction, ...] = ()
    from_register: str = ""
    title: str = "{board}"
    subtitle: str = "Report {year}"
    chapters: tuple["Stated", ...] = ()


SWIMMING = Stated(
    chapters=(
        Stated("Context", "text", ("{board} looks at {year}, from {first} to {last}.",)),
        Stated("In the club", "figures", indicators=("S1", "S2", "S3", "S4")),
        Stated("What is not known", "not_known"),
        Stated("Definitions", "definitions"),
        Stated("About", "about"),
    )
)


def counted(**small: int) -> list[dict[str, Any]]:
    """What was counted in three years of a swimming club."""
    days = [
        cell(MEMBERS, day, numerator=number) for day, number in zip(MONTH_ENDS, (510, 1764, 90, 80, 1201), strict=True)
    ]
    groups = {"Dark": 1191, "Light brown": small.get("light_brown", 10), "not recorded": small.get("not_recorded", 0)}
    by_hair = [cell(MEMBERS, "2018-03-31", group=group, numerator=number) for group, number in groups.items()]
    rates = [cell(MEMBER_RATE, "2018-03-31", numerator=1201, status="no population")]
    quarters = [
        cell(FINISHED, f"FY2017-18Q{quarter}", numerator=40, denominator=60 + quarter) for quarter in (1, 2, 3, 4)
    ]
    finished = cell(FINISHED, "FY2017-18", numerator=160, denominator=250, unknown=12)
    ages = [cell(AGE, "FY2017-18", denominator=41, value="9.5", lower="8", upper="11")]
    ages += [cell(AGE, "FY2017-18", group="not recorded", denominator=9, value="7", lower="2", upper="11")]
    return [*days, *by_hair, *rates, finished, *quarters, *ages]


def about(face: Face = Face.BOARD, starting: int = 2017) -> About:
    """What the report says of its making."""
    return About(
        board="Swimming board",
        year=financial_year(starting),
        face=face,
        edition="Edition 7 of the board's figures, published on 1 May 2018",
        sources=("Swimmers: return 3 of the club, covering 1 April 2015 to 31 March 2018.",),
        made="2 May 2018",
        number="Report 12",
    )


def report(face: Face = Face.BOARD, *, starting: int = 2017, stated: Stated = SWIMMING, **small: int) -> Document:
    """The report; `small` says how many have light brown hair, or hair that is not recorded."""
    every = figures(*counted(**small), face=face)

    def figures_of(code: str) -> Figures:
        return every.of(code)

    return assemble(stated, about(face, starting), figures_of=figures_of, known=Known(INDICATORS, figures_of))
