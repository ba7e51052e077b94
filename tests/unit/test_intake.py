"""A return is taken in as far as it is good, and what is not is told with file, line, column and text."""

from collections.abc import Mapping
from datetime import date

import pytest

from goldenthread import catalogue
from goldenthread.engine.checking.intake import Intake, Received, take_in
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.definitions import ERROR, QUERY, WARNING
from goldenthread.engine.periods import Period, parse

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
ADA, BEN = "1,2,14/06/2011,WBRI,,,\n", "2,1,02/11/2003,MWBC,,,\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
STAY = "1,04/05/2016,S,C1,N1,U6,PR1,,,,LS1 1AA,LS2 2BB,SC000001\n"
YEAR = parse("FY2016-17")


def taken_in(files: Mapping[str, str | bytes], *, covers: Period | None = YEAR, only: str | None = None) -> Intake:
    return take_in(
        [Received(name, text if isinstance(text, bytes) else text.encode()) for name, text in files.items()],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: f"key of {number}",
        only=only,
        covers=covers,
    )


def of(intake: Intake, code: str) -> list[Issue]:
    return [issue for issue in intake.issues if issue.code == code]


def test_a_clean_return_is_taken_whole_without_a_word() -> None:
    intake = taken_in({"a.csv": HEADER + ADA + BEN, "b.csv": EPISODES + STAY})
    assert intake.issues == ()
    assert [(file.name, file.dataset, file.accepted) for file in intake.files] == [
        ("a.csv", "people", 2),
        ("b.csv", "looked_after_episodes", 1),
    ]
    assert intake.format == "ssda903"


def test_what_is_counted_names_nobody() -> None:
    intake = taken_in({"a.csv": HEADER + ADA, "b.csv": EPISODES + STAY})
    episode = intake.parts["looked_after_episodes"].to_pylist()[0]
    assert episode["child_key"] == "key of 1"
    assert episode["start_date"] == date(2016, 5, 4)
    assert episode["age_at_start"] == 4
    assert (episode["source_file"], episode["source_sheet"], episode["source_row"]) == ("b.csv", "", 2)
    assert not {"local_id", "home_postcode", "placement_postcode", "setting_urn"} & set(episode)
    person = intake.parts["people"].to_pylist()[0]
    assert person["birth_month"] == date(2011, 6, 1)
    assert not {"local_id", "date_of_birth", "upn"} & set(person)


def test_what_identifies_goes_apart_for_the_vault() -> None:
    intake = taken_in({"a.csv": HEADER + ADA, "b.csv": EPISODES + STAY})
    assert intake.identities["people"].to_pylist()[0]["date_of_birth"] == date(2011, 6, 14)
    assert intake.identities["looked_after_episodes"].to_pylist()[0]["home_postcode"] == "LS1 1AA"


def test_a_row_that_cannot_be_read_is_held_back_with_its_text() -> None:
    intake = taken_in({"a.csv": HEADER + ADA + "2,1,31/02/2003,MWBC,,,\n"})
    (issue,) = of(intake, "not-a-date")
    assert (issue.file, issue.row, issue.column, issue.text) == ("a.csv", 3, "DOB", "31/02/2003")
    assert issue.severity is ERROR
    assert intake.held_back["people"].to_pylist()[0]["date_of_birth"] == "31/02/2003"
    assert intake.parts["people"].num_rows == 1


@pytest.mark.parametrize(
    "written", ["14/06/2011", "14-06-2011", "14.06.2011", "2011-06-14", "2011/06/14", "14/06/2011 00:00", "14/6/2011"]
)
def test_a_date_may_be_written_in_several_ways(written: str) -> None:
    intake = taken_in({"a.csv": HEADER + f"1,2,{written},WBRI,,,\n"})
    assert intake.identities["people"].to_pylist()[0]["date_of_birth"] == date(2011, 6, 14)


@pytest.mark.parametrize("written", ["06/14/2011", "31/06/2011", "14/06/11", "June 2011", "14/06/0211", "2011-13-01"])
def test_what_is_no_date_is_never_guessed(written: str) -> None:
    assert of(taken_in({"a.csv": HEADER + f"1,2,{written},WBRI,,,\n"}), "not-a-date")


def test_a_code_outside_its_list_is_kept_as_it_came_and_reported() -> None:
    intake = taken_in({"a.csv": HEADER + "1,2,14/06/2011,XXXX,,,\n"})
    (issue,) = of(intake, "not-a-code")
    assert (issue.severity, issue.text, issue.column) == (WARNING, "XXXX", "ETHNIC")
    assert intake.parts["people"].to_pylist()[0]["ethnicity"] == "XXXX"


def test_a_code_in_small_letters_or_with_a_nought_behind_it_is_the_code() -> None:
    intake = taken_in({"a.csv": HEADER + "1,2,14/06/2011,wbri,,1.0,\n"})
    person = intake.parts["people"].to_pylist()[0]
    assert (person["ethnicity"], person["is_mother"]) == ("WBRI", "1")
    assert not of(intake, "not-a-code")


def test_a_blank_where_there_must_be_a_value_holds_the_row_back() -> None:
    intake = taken_in({"b.csv": EPISODES + STAY + "2,,S,C1,N1,U6,PR1,,,,,,\n"})
    (issue,) = of(intake, "blank")
    assert (issue.row, issue.column) == (3, "DECOM")
    assert intake.parts["looked_after_episodes"].num_rows == 1


def test_a_missing_column_is_told_once_with_the_checks_that_need_it() -> None:
    short = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER\n1,2,14/06/2011,WBRI,,\n"
    intake = taken_in({"a.csv": short})
    assert [(issue.code, issue.severity) for issue in intake.issues] == [("column-missing", WARNING)]
    assert "mother-without-child" in intake.issues[0].message
    assert intake.parts["people"].num_rows == 1


def test_without_a_column_that_every_row_needs_no_row_is_taken() -> None:
    intake = taken_in(
        {"b.csv": EPISODES.replace(",LS,", ",") + "1,04/05/2016,S,N1,U6,PR1,,,,,,\n", "a.csv": HEADER + ADA}
    )
    (issue,) = of(intake, "column-missing")
    assert (issue.severity, issue.column) == (ERROR, "LS")
    assert set(intake.parts) == {"people"}
    assert next(file for file in intake.files if file.name == "b.csv").held_back == 1


def test_columns_after_the_last_header_are_no_columns() -> None:
    intake = taken_in({"a.csv": HEADER.replace("\n", ",,\n") + ADA.replace("\n", ",,\n")})
    assert (intake.issues, intake.parts["people"].num_rows) == ((), 1)


def test_a_column_without_a_header_among_the_others_is_told_by_its_place() -> None:
    intake = taken_in({"a.csv": HEADER.replace("SEX,", "SEX,,") + ADA.replace("1,2,", "1,2,x,")})
    (issue,) = intake.issues
    assert (issue.code, issue.severity, issue.row) == ("column-without-header", WARNING, 1)
    assert "Column 3" in issue.message
    assert intake.parts["people"].num_rows == 1


def test_a_quotation_mark_left_open_holds_back_its_own_line() -> None:
    intake = taken_in({"a.csv": HEADER + ADA.replace("WBRI", '"WBRI') + BEN})
    (issue,) = intake.issues
    assert (issue.code, issue.severity, issue.row) == ("uneven-row", ERROR, 2)
    assert "quotation mark" in issue.message and issue.text == '1,2,14/06/2011,"WBRI,,,'
    assert intake.parts["people"].num_rows == 1


def test_without_the_column_that_says_who_left_no_episode_is_taken() -> None:
    """A blank end means that the child is still looked after: a missing column would say so of everybody."""
    short = "CHILD,DECOM,RNE,LS\n1,04/05/2016,S,C1\n"
    intake = taken_in({"a.csv": HEADER + ADA, "b.csv": short})
    missing = {issue.column: issue.severity for issue in of(intake, "column-missing")}
    assert missing["DEC"] is ERROR
    assert "looked_after_episodes" not in intake.parts


def test_a_header_that_many_tables_share_makes_no_table() -> None:
    intake = taken_in({"a.csv": "local_id,school,absences\n1,High,3\n"})
    assert (intake.parts, [issue.code for issue in intake.issues]) == ({}, ["file-not-read"])


@pytest.mark.parametrize(
    ("start", "end", "outside"),
    [
        ("04/05/2015", "", False),
        ("04/05/2016", "01/06/2016", False),
        ("04/05/2015", "31/03/2016", True),
        ("01/04/2017", "", True),
    ],
)
def test_a_row_that_is_wholly_outside_what_the_return_is_about_is_told_of(start: str, end: str, outside: bool) -> None:
    stay = STAY.replace("04/05/2016", start).replace("PR1,,,", f"PR1,{end},{'E11' if end else ''},")
    intake = taken_in({"a.csv": HEADER + ADA, "b.csv": EPISODES + stay})
    assert bool(of(intake, "outside-the-period")) is outside
    assert intake.parts["looked_after_episodes"].num_rows == 1


def test_a_slip_of_the_pen_does_not_move_what_a_return_is_about() -> None:
    slip = STAY.replace("2016", "2071")
    stays = "".join(STAY.replace("1,04", f"{number},04") for number in range(1, 41))
    intake = taken_in({"b.csv": EPISODES + stays + slip}, covers=None)
    assert str(intake.covers) == "2016/17"
    assert [issue.row for issue in of(intake, "outside-the-period")] == [42]


def test_what_rows_that_last_are_about_is_not_inferred_from_when_they_began() -> None:
    rows = "local_id,start_date,reason_started,legal_status,end_date\n1,2005-05-01,S,C2,\n2,2017-05-01,S,C2,\n"
    assert taken_in({"a.csv": rows}, covers=None).covers is None


def test_a_table_that_came_twice_loses_nothing_to_the_vault() -> None:
    intake = taken_in({"a.csv": HEADER + ADA, "b.csv": HEADER + BEN})
    assert [original.name for original in intake.originals] == ["a.csv", "b.csv"]


def test_issues_stand_in_the_order_of_files_and_rows() -> None:
    bad = ADA.replace("14/06/2011", "x") + BEN.replace("MWBC", "ZZ") + ADA.replace("1,2", "3,2").replace("2011", "y")
    intake = taken_in({"b.csv": HEADER + bad, "a.csv": EPISODES + STAY.replace("2016", "z")})
    places = [(issue.file, issue.row or 0) for issue in intake.issues]
    assert places == sorted(places)


def test_a_check_that_cannot_be_made_is_never_skipped_in_silence() -> None:
    intake = taken_in({"b.csv": EPISODES + STAY})
    (issue,) = of(intake, "check-not-run")
    assert issue.severity is QUERY
    assert "child-not-listed" in issue.message
    assert "age_at_start" in issue.message


def test_a_table_that_came_twice_is_taken_once() -> None:
    intake = taken_in({"a.csv": HEADER + ADA, "b.csv": HEADER + BEN})
    assert intake.parts["people"].num_rows == 1
    (issue,) = of(intake, "table-twice")
    assert issue.file == "b.csv"
    assert "a.csv was taken" in issue.message


def test_a_table_that_is_not_counted_yet_is_recognised_and_kept() -> None:
    intake = taken_in(
        {"a.csv": HEADER + ADA, "c.csv": "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,14/06/2011,M,01/05/2016,\n"}
    )
    assert [file.table for file in intake.files] == ["Header", "Missing"]
    assert [original.name for original in intake.originals] == ["a.csv", "c.csv"]
    assert not of(intake, "file-not-read")


def test_a_file_that_is_none_of_ours_affects_nothing_else() -> None:
    intake = taken_in({"a.csv": HEADER + ADA, "list.csv": "Shop,Milk\nCorner,2\n", "x.xlsx": b"PK\x03\x04"})
    assert intake.parts["people"].num_rows == 1
    assert [issue.file for issue in of(intake, "file-not-read")] == ["list.csv", "x.xlsx"]
    assert [original.name for original in intake.originals] == ["a.csv"]


def test_a_format_that_is_asked_for_is_the_only_one_recognised() -> None:
    assert not taken_in({"a.csv": HEADER + ADA}, only="template").usable


def test_headers_below_a_title_are_found() -> None:
    intake = taken_in({"a.csv": "Extract of 1 April\n" + HEADER + ADA})
    assert intake.parts["people"].to_pylist()[0]["source_row"] == 3


def test_a_table_without_rows_says_that_there_was_nothing() -> None:
    intake = taken_in({"a.csv": HEADER + ADA, "b.csv": EPISODES})
    assert intake.parts["looked_after_episodes"].num_rows == 0
    assert intake.usable


def test_what_a_return_covers_is_inferred_and_said() -> None:
    intake = taken_in({"a.csv": HEADER + ADA, "b.csv": EPISODES + STAY}, covers=None)
    assert intake.covers == parse("FY2016-17")
    (issue,) = of(intake, "period-inferred")
    assert "FY2016-17" in issue.message


def test_the_template_may_cover_several_years() -> None:
    heads = 'edition,mid_year,ages,breakdown,group,people\nFirst,2015,0-17,,,100\nFirst,2017,0-17,,,"1,010"\n'
    intake = taken_in({"p.csv": heads}, covers=None)
    assert intake.covers == parse("FY2015-16..FY2017-18")
    assert [row["people"] for row in intake.parts["population_estimates"].to_pylist()] == [100, 1010]


def test_the_same_row_twice_is_counted_once_and_both_lines_are_named() -> None:
    intake = taken_in({"b.csv": EPISODES + STAY + STAY})
    (issue,) = of(intake, "episode-twice")
    assert issue.row == 3
    assert "line 2" in issue.message
    assert intake.parts["looked_after_episodes"].num_rows == 1
