"""Is the reduction safe? Never yes out of silence: what is not covered, broken, hidden or untested is said to be so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from goldenthread.catalogue import indicators
from goldenthread.catalogue.families import FAMILIES
from goldenthread.catalogue.reductions import REDUCTIONS
from goldenthread.catalogue.reports import reports
from goldenthread.engine.comparing.series import Break, Series
from goldenthread.engine.comparing.weighing import Sign, Weighed, weigh
from goldenthread.engine.definitions import Indicator, Proportion
from goldenthread.engine.definitions.reductions import Balancing, Reduction, Worry
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import NOT_COVERED, Figure, unit_of
from goldenthread.engine.rendering.blocks import DataTable, Paragraph, claims, facts
from goldenthread.engine.rendering.reductions import blocks_of
from tests.factories.figures import FINISHED, MEMBERS, RACES, a_figure
from tests.factories.swimming import Stated, report
from tests.unit.test_sentences import says_it_moved

NOW, BEFORE = "FY2017-18", "FY2016-17"
BREAK = Break(date(2017, 10, 1), "dates may be late or lost")


def stock(now: int = 700, before: int | None = 900, **more: object) -> Series:
    today = a_figure(MEMBERS, "2018-03-31", numerator=now)
    earlier = [] if before is None else [a_figure(MEMBERS, "2017-03-31", numerator=before)]
    return replace(Series(MEMBERS, today, [today, *earlier]), **more)  # type: ignore[arg-type]


def share(now: int | None, before: int | None, face: Face = Face.BOARD, of: int = 400) -> Series:
    blank = replace(a_figure(FINISHED, NOW, numerator=9, denominator=10), status=NOT_COVERED, value=None)
    made = [None if n is None else a_figure(FINISHED, year, numerator=n, denominator=of, face=face)
            for year, n in ((NOW, now), (BEFORE, before))]  # fmt: skip
    figures: list[Figure] = [each for each in made if each]
    return Series(FINISHED, made[0] or blank, figures)


def weighed(*measures: Series, worry: Worry = Worry.LESS, of: Series | None = None) -> Weighed:
    named = {f"M{at}": series for at, series in enumerate(measures)} | {"S1": of or stock()}
    balancing = tuple(Balancing(code, worry, "It would show.") for code in named if code != "S1")
    asked = Reduction("club", "Children in the club", "children in the club", "S1", balancing, "what nobody tells")
    return weigh(asked, named.__getitem__)


def answer(found: Weighed) -> str:
    return str(found.short)


@pytest.mark.parametrize(
    ("series", "sign", "said"),
    [
        (share(200, 300), Sign.WORRY, "Lower by more than chance explains"),
        (share(300, 200), Sign.NO_WORRY, "Higher by more than chance explains"),
        (share(300, 301), Sign.ALIKE, "No further apart than chance explains"),
        (share(None, 300), Sign.NOT_COVERED, "covers it"),
        (share(300, None), Sign.NOT_COVERED, "covers the year before"),
        (replace(share(200, 300), breaks=[BREAK]), Sign.BREAK, "Recording changed on 1 October 2017"),
        (share(3, 300, Face.PARTNERSHIP), Sign.NOT_SHOWN, "is not shown"),
        (stock(), Sign.NO_TEST, "a caseload holds many of the same children"),
    ],
)
def test_a_measure_says_what_its_test_says_or_why_there_is_none(series: Series, sign: Sign, said: str) -> None:
    (found,) = weighed(series).weights
    assert found.sign is sign and said in found.said.text
    assert bool(found.said.by) is (sign in (Sign.WORRY, Sign.NO_WORRY, Sign.ALIKE))


def test_which_way_is_a_worry_is_declared() -> None:
    assert weighed(share(300, 200), worry=Worry.MORE).weights[0].sign is Sign.WORRY


def test_one_worry_is_enough_not_to_call_it_safe() -> None:
    said = answer(weighed(share(200, 300), share(300, 301)))
    assert said.startswith("There are 200 fewer children in the club than a year before. It cannot be called safe: “")
    assert "speaks against it, by more than chance explains" in said


def test_no_worry_among_those_that_can_be_tested_is_no_proof() -> None:
    said = answer(weighed(share(300, 301), share(None, 300), replace(share(200, 300), breaks=[BREAK])))
    assert "None of the 1 balancing measures that can be tested speaks against it" in said
    assert "which is not proof that it is safe" in said
    assert "2 of its 3 balancing measures cannot be asked: nothing is concluded from them." in said


def test_silence_is_never_taken_for_safety() -> None:
    found = weighed(share(None, 300), stock(), replace(share(200, 300), breaks=[BREAK]), share(3, 9, Face.PARTNERSHIP))
    assert "Whether it is safe cannot be said: none of its balancing measures can be tested." in answer(found)
    for why in ("Not covered: “", "No test possible: “", "Across a break: “", "Not shown: “"):
        assert why in str(found.beyond)
    assert "No measure here shows what nobody tells." in str(found.beyond)


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (stock(900, 700), "There are not fewer children in the club than a year before, so the question is not asked."),
        (stock(700, 700), "There are not fewer"),
        (stock(700, None), "is not known: a year or the one before it is not covered."),
        (stock(breaks=[BREAK]), "cannot be told: recording changed on 1 October 2017."),
    ],
)
def test_where_there_is_no_reduction_the_question_is_not_asked(of: Series, said: str) -> None:
    found = weighed(share(300, 301), of=of)
    assert said in answer(found) and "safe" not in answer(found) and not found.is_smaller


def test_flows_say_whether_chance_explains_the_smaller_number() -> None:
    began, ended = (
        Series(RACES, now := a_figure(RACES, NOW, numerator=n), [now, a_figure(RACES, BEFORE, numerator=m)])
        for n, m in ((400, 700), (600, 601))
    )
    said = answer(weighed(share(300, 301), of=stock(flows=(began, ended))))
    assert "fewer by more than chance explains and" in said and "no further apart than chance explains" in said
    assert "Whether chance alone explains the number is not known" in answer(weighed(share(300, 301)))


def test_no_sentence_claims_without_a_test() -> None:
    for found in (weighed(share(200, 300), stock()), weighed(share(300, 301)), weighed(share(None, None)), weighed()):
        for each in (*found.short, *found.beyond, *(weight.said for weight in found.weights)):
            assert each.by or not says_it_moved(each.text.replace("chance explains the number", "")), each.text


def test_page_and_report_say_the_same_and_every_number_is_a_fact() -> None:
    found = weighed(share(200, 300), share(300, 301))
    heading, paragraph, table, beyond = blocks_of(found)
    assert isinstance(paragraph, Paragraph) and paragraph.text == str(found.short)
    assert isinstance(beyond, Paragraph) and beyond.text == str(found.beyond)
    assert isinstance(table, DataTable) and [row[4] for row in table.rows] == [
        "✘ speaks against it",
        "● no sign either way",
    ]
    balancing = (Balancing("S3", Worry.LESS, "It would show."),)
    asked = Reduction("club", "Children in the club", "children in the club", "S1", balancing, "what nobody tells")
    document = report(stated=Stated(chapters=(Stated("Is it safe?", "reductions", weighs=(asked,)),)))
    assert {fact["id"] for fact in facts(document)} == {"S1@2018-03-31", "S1@2017-03-31", "S3@FY2017-18"}
    assert all(claim["tests"] for claim in claims(document))
    assert "There are 563 fewer children in the club than a year before." in " ".join(
        block.text for block in document.blocks if isinstance(block, Paragraph)
    )


def test_the_catalogue_names_indicators_that_there_are_and_the_annual_report_weighs_them() -> None:
    for each in REDUCTIONS.values():
        assert set(each.codes()) <= set(indicators())
        assert indicators()[each.of].flows, "a caseload is judged by what begins and what ends"
    weighs = [each for chapter in reports()["annual"].chapters for each in chapter.weighs]
    assert weighs == list(REDUCTIONS.values())


@pytest.mark.parametrize("balancing", [each for of in REDUCTIONS.values() for each in of.balancing],
                         ids=lambda each: each.code)  # fmt: skip
def test_every_balancing_measure_can_speak_against_its_reduction(balancing: Balancing) -> None:
    """A measure that no test could ever make a worry would be there for show."""
    indicator = indicators()[balancing.code]
    much, little = counted_of(indicator, 360), counted_of(indicator, 40)
    now, before = (much, little) if balancing.worry is Worry.MORE else (little, much)
    now, before = now("2014"), before("2013")
    series = Series(indicator, now, [now, before], families=FAMILIES)
    asked = Reduction("club", "Children in the club", "children in the club", "S1", (balancing,), "what nobody tells")
    (found,) = weigh(asked, {"S1": stock(), balancing.code: series}.__getitem__).weights
    assert found.sign is Sign.WORRY, found.said.text


def counted_of(indicator: Indicator, number: int) -> Callable[[str], Figure]:
    """A number, of 400 where it is of any, at the end of March of a year or in the year that ends then."""

    def at(year: str) -> Figure:
        period = parse(f"{year}-03-31" if indicator.is_of_days else f"FY{int(year) - 1}-{year[2:]}")
        of = 400 if isinstance(indicator.measure, Proportion) else None
        value = Fraction(100 * number, of) if of else Fraction(number)
        known = (indicator.code, period, "all", "all", "counted", unit_of(indicator), 1, 1)
        return Figure(*known, numerator=number, denominator=of, value=value)

    return at
