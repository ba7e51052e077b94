"""Returns that come as XML, those of others and some of our own: the census of children in need, and SSDA903."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread import catalogue
from goldenthread.engine.checking.intake import Intake, Received, take_in
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.periods import Period, parse

CENSUS = """<?xml version="1.0"?>
<Message>
  <Header><CollectionDetails><Year>{year}</Year><ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails></Header>
  <Children>
    <Child>
      <ChildIdentifiers>
        <LAchildID>A1</LAchildID>
        <PersonBirthDate>2014-02-03</PersonBirthDate>
        <{sex_element}>{sex}</{sex_element}>
      </ChildIdentifiers>
      <ChildCharacteristics>
        <Ethnicity>WBRI</Ethnicity>
        <Disabilities><Disability>LD</Disability><Disability>AUT</Disability></Disabilities>
      </ChildCharacteristics>
      <CINdetails>
        <CINreferralDate>{before}-05-01</CINreferralDate>
        <ReferralSource>{source}</ReferralSource>
        <Assessments>
          <AssessmentActualStartDate>{before}-05-02</AssessmentActualStartDate>
          <FactorsIdentifiedAtAssessment><AssessmentFactors>{factor}</AssessmentFactors></FactorsIdentifiedAtAssessment>
        </Assessments>
        <Section47>
          <S47ActualStartDate>{before}-05-04</S47ActualStartDate>
          <DateOfInitialCPC>{before}-05-20</DateOfInitialCPC>
          <ICPCnotRequired>false</ICPCnotRequired>
        </Section47>
        <ReferralNFA>0</ReferralNFA>
        <ChildProtectionPlans>
          <CPPstartDate>{before}-05-20</CPPstartDate>
          <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
          <LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
          <NumberOfPreviousCPP>0</NumberOfPreviousCPP>
          <Reviews><CPPreviewDate>{before}-08-01</CPPreviewDate><CPPreviewDate>{before}-12-01</CPPreviewDate></Reviews>
        </ChildProtectionPlans>
      </CINdetails>
    </Child>
  </Children>
</Message>
"""
OF_YEARS = [
    (2017, "GenderCurrent", "1", "5A", "18A", []),
    (2021, "GenderCurrent", "2", "5A", "18B", []),
    (2021, "GenderCurrent", "2", "5D", "24A", ["5D", "24A"]),
    (2024, "GenderCurrent", "9", "5D", "24A", []),
    (2025, "Sex", "F", "5D", "18A", ["18A"]),
    (2026, "Sex", "U", "5D", "19C", []),
]


def taken_in(*files: tuple[str, bytes], covers: Period | None = None) -> Intake:
    return take_in(
        [Received(*file) for file in files],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: number,
        covers=covers,
    )


def taken_from(path: Path, covers: Period | None = None) -> Intake:
    return taken_in((path.name, path.read_bytes()), covers=covers)


def of(intake: Intake, code: str) -> list[Issue]:
    return [issue for issue in intake.issues if issue.code == code]


def rows(intake: Intake) -> dict[str, int]:
    return {each.dataset: each.accepted for each in intake.files if each.dataset}


@pytest.mark.parametrize(("year", "element", "sex", "source", "factor", "told"), OF_YEARS)
def test_a_census_of_any_year_is_judged_by_the_codes_of_its_year(
    year: int, element: str, sex: str, source: str, factor: str, told: list[str]
) -> None:
    text = CENSUS.format(year=year, before=year - 1, sex_element=element, sex=sex, source=source, factor=factor)
    intake = taken_in(("census.xml", text.encode()))
    assert intake.covers == parse(f"FY{year - 1}-{year % 100}")
    assert [issue.text for issue in of(intake, "code-of-another-year")] == told
    assert rows(intake) == {
        "people": 1, "disabilities": 2, "referrals": 1, "assessments": 1, "assessment_factors": 1,
        "section_47_enquiries": 1, "protection_plans": 1, "plan_meetings": 2,
    }  # fmt: skip
    assert intake.parts["initial_conferences"].num_rows == 1


def test_rows_stand_on_the_lines_of_a_text_editor() -> None:
    text = CENSUS.format(year=2024, before=2023, sex_element="Sex", sex="F", source="6", factor="16A")
    intake = taken_in(("census.xml", text.encode()))
    lines = text.splitlines()
    for name, element in (("people", "<Child>"), ("section_47_enquiries", "<Section47>")):
        (row,) = intake.parts[name].column("source_row").to_pylist()
        assert element in lines[row - 1]


def test_lines_are_right_in_a_file_of_very_many() -> None:
    child = "<CHILD>\n<HEADER>\n<CHILDID>{0}</CHILDID>\n<DOB>03/02/2014</DOB>\n</HEADER>\n</CHILD>\n"
    text = "<EXPSSDA903>\n" + "".join(child.format(number) for number in range(20_000)) + "</EXPSSDA903>"
    intake = taken_in(("return.xml", text.encode()), covers=parse("FY2017-18"))
    assert intake.parts["people"].column("source_row").to_pylist()[-1] == 2 + 6 * 19_999


def test_what_is_not_known_is_named_with_its_line() -> None:
    text = CENSUS.format(year=2026, before=2025, sex_element="Sex", sex="F", source="6", factor="16A")
    text = text.replace(
        "<ReferralNFA>", "<PreProceedings><PPStartDate>2025-06-01</PPStartDate></PreProceedings><ReferralNFA>"
    )
    (unknown,) = of(taken_in(("census.xml", text.encode())), "unknown-element")
    assert "PreProceedings/PPStartDate" in unknown.message


def test_the_sample_census_comes_to_its_known_answers(samples: Path) -> None:
    intake = taken_from(samples / "cin-census" / "fake_CIN_data.xml")
    referrals, people = intake.parts["referrals"].to_pylist(), intake.parts["people"].to_pylist()
    assert (len(people), len(referrals)) == (332, 402)
    assert sum(1 for row in referrals if row["closed_on"]) == 252
    assert intake.parts["initial_conferences"].num_rows == 350
    assert {sex: sum(1 for row in people if row["sex"] == sex) for sex in "0129"} == {
        "0": 96,
        "1": 82,
        "2": 74,
        "9": 80,
    }
    assert {code: sum(1 for row in referrals if row["source"] == code) for code in ("6", "2A", "10")} == {
        "6": 13, "2A": 25, "10": 15,
    }  # fmt: skip
    disabilities = next(each for each in intake.files if each.dataset == "disabilities")
    assert disabilities.read == 117


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("CIN_Census_2021.xml", {"stray-text", "upn-and-none", "shape", "plan-before-referral", "many-previous-plans"}),
        ("CIN_Census_2024.xml", {"stray-text", "not-a-code", "shape", "assessment-ends-before-start"}),
    ],
)
def test_the_faults_of_the_small_censuses_are_told(samples: Path, name: str, codes: set[str]) -> None:
    intake = taken_from(samples / "cin-census" / name)
    assert codes <= {issue.code for issue in intake.issues}
    assert intake.parts["people"].num_rows == {"CIN_Census_2021.xml": 1, "CIN_Census_2024.xml": 2}[name]


@pytest.mark.parametrize(("year", "without", "with_breaks"), [(2016, 44, 58), (2017, 162, 197), (2018, 110, 134)])
def test_the_sample_return_as_xml_comes_to_its_known_answers(
    samples: Path, year: int, without: int, with_breaks: int
) -> None:
    intake = taken_from(samples / "ssda903-xml" / "fake_903.xml", parse("FY2015-16..FY2017-18"))
    on = date(year, 3, 31)
    there = [
        row
        for row in intake.parts["looked_after_episodes"].to_pylist()
        if row["start_date"] <= on and (row["end_date"] is None or row["end_date"] > on)
    ]
    assert len({row["child_key"] for row in there if row["legal_status"] not in ("V3", "V4")}) == without
    assert len({row["child_key"] for row in there}) == with_breaks


def test_the_sample_return_as_xml_is_taken_whole(samples: Path) -> None:
    intake = taken_from(samples / "ssda903-xml" / "fake_903.xml")
    assert rows(intake) == {
        "people": 253, "looked_after_episodes": 459, "looked_after_reviews": 1206, "placed_for_adoption": 3,
        "looked_after_outcomes_12_months": 253, "previous_permanence": 253, "missing_episodes": 6,
    }  # fmt: skip
    parts = {name: intake.parts[name].num_rows for name in ("unaccompanied_children", "care_leavers", "permanence")}
    assert parts == {"unaccompanied_children": 12, "care_leavers": 6, "permanence": 3}


def test_lists_of_providers_are_named_and_nothing_else_is_affected(samples: Path) -> None:
    lists = sorted((samples / "ssda903-providers").glob("*.xlsx"))
    files = [(path.name, path.read_bytes()) for path in [*lists, samples / "ssda903" / "header.csv"]]
    intake = taken_in(*files, covers=parse("FY2017-18"))
    assert rows(intake) == {"people": 2675}
    assert {issue.file for issue in of(intake, "table-not-counted")} == {path.name for path in lists}


BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><EXPSSDA903><CHILD>&c;</CHILD></EXPSSDA903>'
ELSEWHERE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><EXPSSDA903>&x;</EXPSSDA903>'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (BOMB, "document type"),
        (ELSEWHERE, "document type"),
        (BOMB.decode().encode("utf-16"), "document type"),
        (b"<EXPSSDA903><CHILD><HEADER>", "cut short"),
        (b"<EXPSSDA903><CHILD></HEADER></EXPSSDA903>", "mismatched tag"),
        (b"<Other/>", "none that is known"),
        (b"<EXPSSDA903></EXPSSDA903>", "no records"),
        (b"<EXPSSDA903>" + b"<A>" * 200 + b"</A>" * 200 + b"</EXPSSDA903>", "deep"),
    ],
    ids=["bomb", "elsewhere", "bomb in two bytes", "cut short", "crossed", "another", "nothing in it", "deep"],
)
def test_xml_that_must_not_or_cannot_be_read_is_answered_in_one_line(content: bytes, says: str) -> None:
    intake = taken_in(("return.xml", content))
    assert not intake.usable
    (issue,) = intake.issues
    assert says in issue.message
