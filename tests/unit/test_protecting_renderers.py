"""Every way in which figures leave the board, on every face: none tells what the face may not show.

Each number here is told of nowhere else, so that it is known again wherever it comes out. On the board paper each way
tells all of its numbers, which shows that it would be noticed.
"""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from io import BytesIO

import docx
import pyarrow.parquet as pq
import pypdf
import pytest
from python_calamine import CalamineWorkbook

from goldenthread.engine.comparing.charting import charted
from goldenthread.engine.comparing.sentences import tell
from goldenthread.engine.comparing.series import Known, Series
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figures, as_record
from goldenthread.engine.rendering.assembling import assemble
from goldenthread.engine.rendering.blocks import Document, facts
from goldenthread.engine.rendering.charts import describe, line_chart
from goldenthread.engine.rendering.html import page
from goldenthread.engine.rendering.pdf import pdf
from goldenthread.engine.rendering.records import record_of
from goldenthread.engine.rendering.taking_away import TakenAway, as_csv, as_parquet, as_xlsx
from goldenthread.engine.rendering.word import word
from tests.factories.figures import AGE, FINISHED, INDICATORS, MEMBER_RATE, MEMBERS, RESCUES, cell, figures
from tests.factories.swimming import SWIMMING, about

DAY, YEAR = "2018-03-31", "FY2017-18"
CELLS = [
    cell(MEMBERS, DAY, numerator=16_139),
    cell(MEMBERS, DAY, group="Dark", numerator=8_221),
    cell(MEMBERS, DAY, group="Light brown", numerator=7_914),  # the companion of the next
    cell(MEMBERS, DAY, group="not recorded", numerator=4),
    cell(MEMBER_RATE, DAY, numerator=5, denominator=37, population="mid-2017"),  # 1,351.4 in every 10,000
    cell(FINISHED, YEAR, numerator=6_043 - 3, denominator=6_043),  # three did not
    cell(AGE, YEAR, denominator=5, value="13.7"),
    cell(RESCUES, YEAR, numerator=9_317),  # rows, each of which stands for a child
]
COMPANION, OF_FEW = {"7914"}, {"1351.4", "6043", "13.7"}
MAY_NOT_TELL = {
    Face.BOARD: set[str](),
    Face.PARTNERSHIP: OF_FEW,
    Face.PUBLIC: OF_FEW | COMPANION,
    Face.ROUNDED: OF_FEW | COMPANION,
}


def shown(face: Face) -> Figures:
    return figures(*CELLS, face=face)


def document(face: Face) -> Document:
    every = shown(face)
    return assemble(SWIMMING, about(face), figures_of=every.of, known=Known(INDICATORS, every.of))


def taken(face: Face) -> TakenAway:
    then = datetime(2018, 5, 1, 9, 30, tzinfo=UTC)
    return TakenAway(shown(face), INDICATORS, "Ambleford Board", then, "Ann Alyst", then)


def in_pdf(face: Face) -> str:
    return " ".join(each.extract_text() for each in pypdf.PdfReader(BytesIO(pdf(document(face)))).pages)


def in_word(face: Face) -> str:
    return str(docx.Document(BytesIO(word(document(face)))).element.xml)


def in_workbook(face: Face) -> str:
    book = CalamineWorkbook.from_filelike(BytesIO(as_xlsx(taken(face))))
    return str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])


def sentences(face: Face) -> str:
    return " ".join(str(tell(Series(INDICATORS[each.indicator], each))) for each in shown(face))


def charts(face: Face) -> str:
    """Of a rate that is known of one day only."""
    drawn = charted(MEMBER_RATE, shown(face).series(MEMBER_RATE, [parse("2018-02-28"), parse(DAY)]))
    return line_chart(drawn, title="Swimmers") + describe(drawn)


WAYS: dict[str, tuple[Callable[[Face], str], set[str]]] = {
    "page of a report": (lambda face: page(document(face)), OF_FEW | COMPANION),
    "report as PDF": (in_pdf, OF_FEW | COMPANION),
    "report as a Word file": (in_word, OF_FEW | COMPANION),
    "facts.json": (lambda face: json.dumps(facts(document(face))), OF_FEW | COMPANION),
    "sentence": (sentences, OF_FEW | COMPANION),
    "chart and its description": (charts, {"1351.4"}),
    "download as CSV": (lambda face: as_csv(taken(face)), OF_FEW | COMPANION),
    "download as a workbook": (in_workbook, OF_FEW | COMPANION),
    "download as Parquet": (
        lambda face: str(pq.read_table(BytesIO(as_parquet(taken(face)))).to_pylist()),
        OF_FEW | COMPANION,
    ),
    "interface for programs": (
        lambda face: str([record_of(each, INDICATORS[each.indicator]) for each in shown(face)]),
        OF_FEW | COMPANION,
    ),
    "command line": (lambda face: str([as_record(each) for each in shown(face)]), OF_FEW | COMPANION),
}
"""How figures leave, and which of the numbers each way would tell."""


def told(text: str) -> set[str]:
    """Which of the numbers stand in a text, with commas or without; not those that are parts of longer ones."""
    plain = re.sub(r"(?<![\d.])\d{1,3}(,\d{3})+(?!\d)", lambda found: found[0].replace(",", ""), unescape(text))
    return {each for each in OF_FEW | COMPANION if re.search(rf"(?<![\d.]){re.escape(each)}(?!\d)", plain)}


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize(("way", "tells"), WAYS.values(), ids=WAYS)
def test_no_way_out_tells_what_a_face_may_not_show(way: Callable[[Face], str], tells: set[str], face: Face) -> None:
    assert told(way(face)) == tells - MAY_NOT_TELL[face]


EXACT = {"16139", "8221", "9317"}
"""What the public may know to the unit, and who chooses a table only to the nearest five."""


@pytest.mark.parametrize(("way", "tells"), WAYS.values(), ids=WAYS)
def test_no_way_out_tells_a_count_to_the_unit_on_the_rounded_face(way: Callable[[Face], str], tells: set[str]) -> None:
    said = re.sub(r"(?<=\d),(?=\d{3})", "", way(Face.ROUNDED))
    assert not any(re.search(rf"(?<![\d.]){number}(?!\d)", said) for number in EXACT)
    if "7914" in tells:  # a way that tells counts
        assert "16140" in said and "8220" in said
