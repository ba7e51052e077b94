"""Files are read as they come: in any usual encoding, with the lines of a text editor."""

import pytest

from goldenthread.engine.reading.decoding import decode
from goldenthread.engine.reading.received import Kind, NotRead, kind_of
from goldenthread.engine.reading.tabular import Sheet
from goldenthread.engine.reading.texts import TextGrid

TEXT = "CHILD,NAME\n1,Zoë\n"


def sheet(text: str, header_row: int = 1) -> Sheet:
    return TextGrid(text).read(header_row)


def rows(found: Sheet) -> list[int]:
    return found.rows.column("source_row").to_pylist()


@pytest.mark.parametrize(
    ("content", "remarked"),
    [
        (TEXT.encode(), False),
        (TEXT.encode("utf-8-sig"), False),
        (TEXT.encode("utf-16"), True),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), True),
        (TEXT.encode("utf-16-le"), True),
        (TEXT.encode("utf-16-be"), True),
        (TEXT.encode("cp1252"), True),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "utf-16 without mark", "big without mark", "windows"],
)
def test_usual_encodings_are_understood_and_unusual_ones_remarked_on(content: bytes, remarked: bool) -> None:
    found = decode(content)
    assert found.text == TEXT
    assert bool(found.remark) is remarked


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \r\n \n", "empty"),
        (b"\x00\x00", "empty"),
        (b"\xd0\xcf\x11\xe0old workbook", "old Excel workbook"),
        (b"%PDF-1.7", "PDF"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"\x1f\x8bzipped", "archive"),
    ],
)
def test_what_no_table_is_read_from_is_named_with_what_to_send_instead(content: bytes, says: str) -> None:
    with pytest.raises(NotRead, match=says):
        kind_of(content)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04rest of a workbook", Kind.WORKBOOK),
        (b"<?xml version='1.0'?><a/>", Kind.XML),
        ("<a/>".encode("utf-16"), Kind.XML),
        (b"A,B\n", Kind.TEXT),
        ("A,B\n".encode("utf-16"), Kind.TEXT),
    ],
)
def test_a_file_is_what_its_first_bytes_say(content: bytes, kind: Kind) -> None:
    assert kind_of(content) is kind


@pytest.mark.parametrize(("content", "says"), [(b"junk\x00\x01\x02", "no letter"), (b"\xff\xfea", "cut short")])
def test_bytes_that_are_no_text_are_said_to_be_none(content: bytes, says: str) -> None:
    with pytest.raises(NotRead, match=says):
        decode(content)


def test_a_plain_file_and_one_with_a_quotation_mark_are_read_alike() -> None:
    plain = "A,B\n1,x\n\n,,\n2,y,z\n 3 ,\n4,w\n"
    careful = plain.replace("w", '"w"')
    one, other = sheet(plain), sheet(careful)
    assert one.rows == other.rows
    assert one.uneven == other.uneven


def test_rows_have_the_line_numbers_of_a_text_editor() -> None:
    found = sheet('A,B\n1,x\n\n2,"two\nlines"\n3,y\n   ,\n4,z\n')
    assert rows(found) == [2, 4, 6, 8]
    assert found.rows.column("1").to_pylist() == ["x", "two\nlines", "y", "z"]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(ends: str) -> None:
    assert rows(sheet(ends.join(["A,B", "1,x", "2,y"]))) == [2, 3]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_values_may_be_separated_in_any_usual_way(delimiter: str) -> None:
    found = sheet(f"A{delimiter}B\n1{delimiter}x\n")
    assert found.headers == ("A", "B")
    assert found.rows.column("1").to_pylist() == ["x"]


def test_rows_with_too_many_or_too_few_values_are_set_apart() -> None:
    found = sheet("A,B\n1,x\n1,2,3\n4\n5,y\n")
    assert rows(found) == [2, 5]
    assert [(each.row, each.found, each.text) for each in found.uneven] == [(3, 3, "1,2,3"), (4, 1, "4")]
    assert found.read == 4


def test_blank_values_beyond_the_last_header_are_no_fault() -> None:
    found = sheet("A,B,,\n1,x,,\n2,y\n")
    assert found.headers == ("A", "B")
    assert rows(found) == [2, 3]
    assert not found.uneven


def test_headers_may_stand_below_a_title() -> None:
    text = "Extract run 2018\n\nA,B\n1,x\n"
    assert [row for row, _ in TextGrid(text).first_records()] == [1, 3, 4]
    assert rows(sheet(text, header_row=3)) == [4]


def test_a_file_of_headers_alone_has_no_rows() -> None:
    assert rows(sheet("A,B\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        'A,B\n1,x\n2,"y\n3,z\n4,w\n',
        'A,B\n1,x\n"2,y\n3,z\n4,w\n',
        'A,B\n1,x\n2,"y\n3,z\n4,w',
        'A,B\r\n1,x\r\n2,"y\r\n3,z\r\n4,w\r\n',
    ],
)
def test_a_quotation_mark_left_open_costs_its_own_line_and_no_other(text: str) -> None:
    found = sheet(text)
    assert rows(found) == [2, 4, 5]
    assert found.rows.column("1").to_pylist() == ["x", "z", "w"]
    assert [(each.row, each.open_quotation) for each in found.uneven] == [(3, True)]


def test_two_that_run_many_rows_together_cost_their_own_lines_only() -> None:
    lines = ["A,B", '1,"x', *(f"{number},y" for number in range(2, 100)), '100,z"', "101,w"]
    found = sheet("\n".join(lines))
    assert [each.row for each in found.uneven] == [2]
    assert rows(found) == [*range(3, 103)]


@pytest.mark.parametrize(("opens", "closes"), [('1,"x', '5,"y'), ('1,"x', '5,y"'), ('"1,x', '"5,y')])
def test_two_on_rows_near_each_other_swallow_none_between_them(opens: str, closes: str) -> None:
    found = sheet("\n".join(["A,B", opens, "2,x", "3,x", closes, "6,x", "7,x"]))
    assert {3, 4, 6, 7} <= set(rows(found))
    assert set(rows(found)) | {each.row for each in found.uneven} == set(range(2, 8))


def test_a_quotation_mark_left_open_on_the_last_line_is_seen() -> None:
    found = sheet('A,B\n1,x\n2,"y')
    assert (rows(found), [each.row for each in found.uneven]) == ([2], [3])


def test_a_value_may_go_on_over_several_lines_up_to_the_end_of_the_file() -> None:
    found = sheet('A,B\n1,"x\ny"\n2,"z\n\nw"\n')
    assert rows(found) == [2, 4]
    assert found.rows.column("1").to_pylist() == ["x\ny", "z\n\nw"]


def test_a_mark_within_a_value_opens_nothing() -> None:
    found = sheet('A,B\n1,5" pipe\n2,y\n3,a ""b"" c\n')
    assert (rows(found), found.uneven) == ([2, 3, 4], ())


def test_a_value_may_be_as_long_as_it_likes() -> None:
    assert sheet("A,B\n1," + "x" * 200_000 + "\n2,y\n").rows.num_rows == 2


def test_many_rows_are_read_in_pieces_and_in_order() -> None:
    text = "A\n" + "".join(f"{number}\n" for number in range(120_001))
    found = sheet(text)
    assert found.rows.num_rows == 120_001
    assert rows(found)[-1] == 120_002
