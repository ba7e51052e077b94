"""Figures as files: each says itself what it holds, and nothing in it is worked out by whoever opens it."""

import csv
import json
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from goldenthread.engine.definitions import Count
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import WORDS
from goldenthread.engine.rendering.records import FOR_WHOM, MEANINGS, record_of
from goldenthread.engine.rendering.taking_away import (
    COLUMNS,
    METADATA,
    TakenAway,
    about_csv,
    as_csv,
    as_parquet,
    as_xlsx,
)
from tests.factories.figures import FINISHED, INDICATORS, MEMBERS, a_figure, an_indicator, cell, figures

MANY = cell(MEMBERS, "2018-03-31", numerator=1234)
FEW = cell(MEMBERS, "2018-02-28", numerator=3)
SHARE = cell(FINISHED, "FY2017-18", numerator=12, denominator=24, unknown=7)


def taken(*cells: dict[str, object], face: Face = Face.PARTNERSHIP, by: str = "Ann Alyst") -> TakenAway:
    return TakenAway(
        figures(*cells, face=face), INDICATORS, "Ambleford Board", datetime(2018, 5, 1, 9, 30, tzinfo=UTC), by,
        datetime(2018, 6, 2, 10, 0, tzinfo=UTC),
    )  # fmt: skip


def as_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_every_row_says_of_which_edition_and_for_whom_it_is() -> None:
    for row in as_rows(as_csv(taken(MANY, FEW, SHARE))):
        assert (row["edition"], row["published"], row["face"]) == ("7", "2018-05-01", "partnership")


def test_what_is_hidden_leaves_no_number_in_any_file() -> None:
    away = taken(MANY, FEW)
    numbers = ("numerator", "denominator", "unknown", "value", "lower", "upper")
    (hidden,) = [row for row in as_rows(as_csv(away)) if row["period"] == "2018-02-28"]
    assert [hidden[name] for name in numbers] == [""] * 6
    assert (hidden["status"], hidden["period_from"]) == ("hidden", "2018-02-28")
    (hidden,) = [row for row in pq.read_table(BytesIO(as_parquet(away))).to_pylist() if row["status"] == "hidden"]
    assert [hidden[name] for name in numbers] == [None] * 6
    heads, *rows = sheets(as_xlsx(away))["Figures"]
    (hidden,) = [dict(zip(heads, row, strict=True)) for row in rows if "hidden" in row]
    assert [hidden[name] for name in numbers] == [""] * 6


def test_the_three_kinds_of_file_hold_the_same() -> None:
    away = taken(MANY, FEW, SHARE)
    text = as_rows(as_csv(away))
    table = pq.read_table(BytesIO(as_parquet(away)))
    heads, *rows = sheets(as_xlsx(away))["Figures"]
    assert list(COLUMNS) == heads == table.column_names == list(text[0])
    assert [row["value"] for row in text] == ["1234", "", "50.0"]
    assert table["value"].to_pylist() == [1234.0, None, 50.0] == [row[heads.index("value")] or None for row in rows]
    assert table["period_until"].to_pylist()[0].isoformat() == text[0]["period_until"] == "2018-03-31"


@pytest.mark.parametrize("about", ["file", "column", "status", "S1"])
def test_each_file_carries_what_its_figures_mean(about: str) -> None:
    away = taken(MANY)
    told = {(row["about"], row["name"]): row["says"] for row in as_rows(about_csv(away))}
    metadata = pq.read_schema(BytesIO(as_parquet(away))).metadata
    kept = json.loads(metadata[METADATA.encode()])
    _, *rows = sheets(as_xlsx(away))["Read me"]
    assert {name: text for (of, name), text in told.items() if of == about} == kept[about]
    assert {str(name): str(text) for of, name, text in rows if of == about} == kept[about]
    assert kept["S1"]["definition"] == MEMBERS.definition and kept["S1"]["source"] == "Our own"
    assert kept["S1"]["unit"] == "children"
    assert kept["file"]["edition"] == "7" and kept["file"]["published"].startswith("2018-05-01")
    assert kept["file"]["taken by"] == "Ann Alyst"


def test_the_exact_figures_are_marked_as_confidential() -> None:
    said = about_csv(taken(FEW, face=Face.BOARD))
    assert "Confidential. Exact" in said
    assert "Confidential" not in about_csv(taken(FEW))
    assert as_rows(as_csv(taken(FEW, face=Face.BOARD)))[0]["value"] == "3"


def test_a_parquet_file_says_what_each_column_means_and_may_lack() -> None:
    schema = pq.read_schema(BytesIO(as_parquet(taken(MANY))))
    assert {field.name: field.metadata[b"description"].decode() for field in schema} == {
        name: column.meaning for name, column in COLUMNS.items()
    }
    assert {field.name for field in schema if field.nullable} == {
        name for name, column in COLUMNS.items() if not column.always
    }


def test_nothing_that_somebody_wrote_is_taken_for_a_formula() -> None:
    dangerous = an_indicator("S1", Count(), "{numerator}")
    away = TakenAway(
        figures(cell(MEMBERS, "2018-03-31", numerator=40, said_by="=cmd|' /C calc'!A0", status="supplied")),
        {**INDICATORS, "S1": dangerous}, "+Board", datetime(2018, 5, 1, tzinfo=UTC), "@Ann",
        datetime(2018, 5, 1, tzinfo=UTC),
    )  # fmt: skip
    assert as_rows(as_csv(away))[0]["said_by"] == "'=cmd|' /C calc'!A0"
    assert {row["says"] for row in as_rows(about_csv(away))} >= {"'+Board", "'@Ann"}
    import zipfile

    with zipfile.ZipFile(BytesIO(as_xlsx(away))) as book:
        for name in book.namelist():
            assert b"<f>" not in book.read(name)


def test_every_status_and_every_face_is_explained() -> None:
    assert MEANINGS.keys() >= WORDS.keys()
    assert FOR_WHOM.keys() == set(Face)


def test_a_record_holds_what_it_says_it_always_holds() -> None:
    record = record_of(a_figure(MEMBERS, "2018-03-31", numerator=3, face=Face.PUBLIC), MEMBERS)
    assert {name for name, value in record.items() if value is None} <= {
        name for name, column in COLUMNS.items() if not column.always
    }
