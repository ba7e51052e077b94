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
    intake = taken_in(family="fami_table_id,fami_family_id,fami_person_id\n1,9,P1\n")
    (issue,) = intake.issues
    assert issue.code == "table-not-counted"
    assert "Nothing is held here of what it is about" in issue.message


ASSESSMENTS = (
    "cina_assessment_id,cina_person_id,cina_assessment_start_date,cina_assessment_auth_date\n"
    "A1,P1,2017-05-03,2017-06-01\nA2,P2,2017-07-03,2017-08-01\n"
)
FACTORS = "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json\n"


def factors(intake: Intake) -> list[tuple[str, str, str]]:
    rows = intake.parts["assessment_factors"].to_pylist()
    return [(row["child_key"], str(row["assessment_start"]), row["factor"]) for row in rows]


def test_factors_belong_to_the_child_whose_assessment_their_key_leads_to() -> None:
    listed = FACTORS + '1,A2,"[""3B"", ""4A""]"\n2,A1,"{""1C"": ""Yes"", ""2A"": ""No""}"\n'
    assert factors(taken_in(ssd_person=PERSON, a=ASSESSMENTS, f=listed)) == [
        ("P2", "2017-07-03", "3B"),
        ("P2", "2017-07-03", "4A"),
        ("P1", "2017-05-03", "1C"),
    ]


def test_an_empty_list_is_told_of_and_makes_no_factor() -> None:
    intake = taken_in(ssd_person=PERSON, a=ASSESSMENTS, f=FACTORS + "1,A1,[]\n2,A2,16A\n")
    assert factors(intake) == [("P2", "2017-07-03", "16A")]
    assert [issue.row for issue in intake.issues if issue.column == "cinf_assessment_factors_json"] == [2]


def test_reviews_belong_to_the_child_in_whose_time_in_care_they_were() -> None:
    episodes = (
        "clae_cla_episode_id,clae_person_id,clae_cla_id,clae_cla_episode_start_date,clae_cla_episode_ceased_date\n"
        "E1,P1,C1,2017-05-03,2017-06-03\nE2,P1,C1,2017-06-03,\nE3,P2,C2,2017-04-03,\n"
    )
    held = "clar_cla_review_id,clar_cla_id,clar_cla_review_date\n1,C2,2017-09-01\n2,C1,2017-10-01\n3,C9,2017-11-01\n"
    intake = taken_in(ssd_person=PERSON, e=episodes, r=held)
    reviews = intake.parts["looked_after_reviews"].to_pylist()
    assert [(row["child_key"], str(row["review_date"])) for row in reviews] == [
        ("P2", "2017-09-01"),
        ("P1", "2017-10-01"),
    ]
    (lost,) = [issue for issue in intake.issues if issue.code == "key-leads-nowhere"]
    assert (lost.row, lost.column) == (4, "clar_cla_id")


def test_a_key_that_leads_to_two_children_leads_to_none() -> None:
    shared = ASSESSMENTS.replace("A2,", "A1,")
    intake = taken_in(ssd_person=PERSON, a=shared, f=FACTORS + "1,A1,16A\n")
    assert "assessment_factors" not in intake.parts
    assert "key-leads-to-several" in {issue.code for issue in intake.issues}


def test_a_table_of_keys_alone_asks_for_the_other() -> None:
    intake = taken_in(ssd_person=PERSON, f=FACTORS + "1,A1,16A\n")
    (asked,) = [issue for issue in intake.issues if issue.code == "key-not-followed"]
    assert "Send ssd_cin_assessments in the same return" in asked.message
    assert "assessment_factors" not in intake.parts


def test_the_way_to_a_permanent_home_is_taken() -> None:
    rows = (
        "perm_table_id,perm_person_id,perm_adm_decision_date,perm_permanence_order_date,perm_adopted_by_carer_flag\n"
        "1,P1,2017-05-03 00:00:00,2018-01-05,N\n"
    )
    (row,) = taken_in(ssd_person=PERSON, p=rows).parts["permanence"].to_pylist()
    assert (str(row["adoption_decided_on"]), row["adopted_by_carer"]) == ("2017-05-03", "0")


def test_all_forty_eight_tables_but_the_staging_table_are_known() -> None:
    assert len(catalogue.formats()["ssd"].tables) >= 45
