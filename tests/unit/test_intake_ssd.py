"""Extracts of the Standard Safeguarding Dataset: any of its tables, as CSV, as systems write them."""

from goldenthread import catalogue
from goldenthread.engine.checking.intake import Intake, Received, take_in
from goldenthread.engine.periods import parse

PERSON = (
    "pers_person_id,pers_sex,pers_ethnicity,pers_dob\nP1,F,WBRI,2011-06-14T00:00:00\nP2,M,PLACEHOLDER_DATA,2003-11-02\n"
)


def taken_in(**files: str) -> Intake:
    return take_in(
        [Received(f"{name}.csv", text.encode()) for name, text in files.items()],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: number,
        covers=parse("FY2017-18"),
    )


def test_tables_are_known_by_their_fields_whatever_their_files_are_called() -> None:
    contacts = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code\n1,P1,2017-05-03 00:00:00,6\n"
    intake = taken_in(a=PERSON, b=contacts)
    assert {each.dataset: each.accepted for each in intake.files} == {"people": 2, "contacts": 1}
    assert str(intake.parts["contacts"].column("contact_date")[0]) == "2017-05-03"


def test_what_systems_put_for_nothing_is_nothing() -> None:
    people = taken_in(ssd_person=PERSON).parts["people"].to_pylist()
    assert [(row["sex"], row["ethnicity"]) for row in people] == [("2", "WBRI"), ("1", None)]


def test_three_kinds_of_visit_are_one_dataset() -> None:
    plan = "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen\n1,P1,2017-06-01,Y\n"
    need = "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen\n1,P1,2017-07-01,N\n"
    visits = taken_in(ssd_person=PERSON, plan=plan, need=need).parts["visits"].to_pylist()
    assert sorted((row["visit_kind"], row["seen"]) for row in visits) == [("in_need", "0"), ("protection", "1")]


def test_a_table_that_is_not_taken_says_why() -> None:
    intake = taken_in(factors='cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json\n1,9,"[""3B""]"\n')
    (issue,) = intake.issues
    assert issue.code == "table-not-counted"
    assert "names no child" in issue.message


def test_all_forty_eight_tables_but_the_staging_table_are_known() -> None:
    assert len(catalogue.formats()["ssd"].tables) >= 45
