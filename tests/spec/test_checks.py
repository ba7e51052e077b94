"""Every check finds the row that is wrong, lets the row that is right pass, and says so in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from goldenthread import catalogue
from goldenthread.engine.checking.intake import Intake, Received, take_in
from goldenthread.engine.definitions import ERROR
from goldenthread.engine.periods import parse


@dataclass(frozen=True)
class Worked:
    """A file in the template's layout whose line 3 is wrong and whose other lines are right."""

    rows: str
    beside: Mapping[str, str]


PEOPLE = "local_id,date_of_birth\nAda,14/06/2011\nBen,02/11/2003\n"
EPISODES = "local_id,start_date,reason_started,legal_status,end_date,reason_ended\n"

EXAMPLES: Mapping[tuple[str, str], Worked] = {
    ("people", "child-twice"): Worked("local_id,sex\nAda,2\nAda,1\nBen,1\n", {}),
    ("people", "no-date-of-birth"): Worked("local_id,date_of_birth\nAda,14/06/2011\nBen,\n", {}),
    ("people", "mother-without-child"): Worked(
        "local_id,is_mother,child_born_on\nAda,1,17/08/2017\nBea,0,17/08/2017\nCat,0,\n", {}
    ),
    ("looked_after_episodes", "episode-twice"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,,\nAda,04/05/2016,S,C1,,\nBen,04/05/2016,S,C1,,\n", {}
    ),
    ("looked_after_episodes", "ends-before-start"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2016,X1\nBen,04/05/2016,S,C1,03/05/2016,X1\n", {}
    ),
    ("looked_after_episodes", "ends-as-it-starts"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2016,X1\nBen,04/05/2016,S,C1,04/05/2016,X1\n", {}
    ),
    ("looked_after_episodes", "ceased-without-date"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2017,E4A\nBen,04/05/2016,S,C1,,E4A\nCy,04/05/2016,S,C1,,\n", {}
    ),
    ("looked_after_episodes", "replaced-without-date"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2017,X1\nBen,04/05/2016,S,C1,,X1\n", {}
    ),
    ("looked_after_episodes", "end-without-reason"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2017,X1\nBen,04/05/2016,S,C1,05/05/2017,\n", {}
    ),
    ("looked_after_episodes", "episodes-overlap"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,05/05/2017,X1\nAda,04/05/2017,L,C2,05/06/2017,X1\nAda,05/06/2017,L,C2,,\n", {}
    ),
    ("looked_after_episodes", "child-not-listed"): Worked(
        EPISODES + "Ada,04/05/2016,S,C1,,\nEve,04/05/2016,S,C1,,\n", {"people": PEOPLE}
    ),
    ("looked_after_reviews", "review-twice"): Worked(
        "local_id,review_date,participation\nAda,01/06/2016,PN3\nAda,01/06/2016,PN3\nAda,02/06/2016,PN3\n", {}
    ),
    ("looked_after_reviews", "review-before-birth"): Worked(
        "local_id,date_of_birth,review_date\nAda,14/06/2011,01/06/2016\nAda,14/06/2011,01/06/2010\n", {}
    ),
    ("looked_after_reviews", "not-under-four"): Worked(
        "local_id,date_of_birth,review_date,participation\n"
        "Ada,14/06/2011,13/06/2015,PN0\nAda,14/06/2011,14/06/2015,PN0\nAda,14/06/2011,14/06/2015,PN1\n",
        {},
    ),
    ("looked_after_reviews", "birth-dates-differ"): Worked(
        "local_id,date_of_birth,review_date\nAda,14/06/2011,01/06/2016\nBen,02/11/2004,01/06/2016\n", {"people": PEOPLE}
    ),
    ("looked_after_reviews", "review-child-not-listed"): Worked(
        "local_id,review_date\nAda,01/06/2016\nEve,01/06/2016\n", {"people": PEOPLE}
    ),
    ("population_estimates", "estimate-twice"): Worked(
        "edition,mid_year,ages,breakdown,group,people\nFirst,2017,0-17,,,100\nSecond,2017,0-17,,,90\nFirst,2016,0-17,,,99\n",
        {},
    ),
    ("population_estimates", "half-a-group"): Worked(
        "edition,mid_year,ages,breakdown,group,people\nFirst,2017,0-17,sex,Male,50\nFirst,2017,0-17,,Female,50\n", {}
    ),
    ("contacts", "contact-twice"): Worked(
        "local_id,contact_date,source\nAda,03/05/2016,2A\nAda,03/05/2016,2A\nBen,03/05/2016,2A\n", {}
    ),
    ("contacts", "contact-child-not-listed"): Worked(
        "local_id,contact_date,source\nAda,03/05/2016,2A\nEve,03/05/2016,2A\n", {"people": PEOPLE}
    ),
    ("requests_for_service", "request-twice"): Worked(
        "local_id,request_date,response\nAda,03/05/2016,advice\nAda,03/05/2016,advice\nBen,03/05/2016,advice\n", {}
    ),
    ("requests_for_service", "request-child-not-listed"): Worked(
        "local_id,request_date,response\nAda,03/05/2016,advice\nEve,03/05/2016,advice\n", {"people": PEOPLE}
    ),
    ("requests_for_service", "request-without-response"): Worked(
        "local_id,request_date,response\nAda,03/05/2016,advice\nBen,03/05/2016,\n", {}
    ),
    ("referrals", "referral-twice"): Worked(
        "local_id,referral_date,source\nAda,03/05/2016,2A\nAda,03/05/2016,2A\nBen,03/05/2016,2A\n", {}
    ),
    ("referrals", "referral-child-not-listed"): Worked(
        "local_id,referral_date,source\nAda,03/05/2016,2A\nEve,03/05/2016,2A\n", {"people": PEOPLE}
    ),
    ("assessments", "assessment-twice"): Worked(
        "local_id,assessment_start,assessment_kind,assessment_end\nAda,04/05/2016,single,16/06/2016\nAda,04/05/2016,single,16/06/2016\nBen,04/05/2016,single,16/06/2016\n",
        {},
    ),
    ("assessments", "assessment-child-not-listed"): Worked(
        "local_id,assessment_start,assessment_kind,assessment_end\nAda,04/05/2016,single,16/06/2016\nEve,04/05/2016,single,16/06/2016\n",
        {"people": PEOPLE},
    ),
    ("assessments", "assessment-ends-before-start"): Worked(
        "local_id,assessment_start,assessment_kind,assessment_end\nAda,04/05/2016,single,04/05/2016\nBen,04/05/2016,single,03/05/2016\n",
        {},
    ),
    ("section_47_enquiries", "enquiry-twice"): Worked(
        "local_id,strategy_date,conference_needed\nAda,10/05/2016,1\nAda,10/05/2016,1\nBen,10/05/2016,1\n", {}
    ),
    ("section_47_enquiries", "enquiry-child-not-listed"): Worked(
        "local_id,strategy_date,conference_needed\nAda,10/05/2016,1\nEve,10/05/2016,1\n", {"people": PEOPLE}
    ),
    ("initial_conferences", "conference-twice"): Worked(
        "local_id,conference_date,strategy_date\nAda,27/05/2016,10/05/2016\nAda,27/05/2016,10/05/2016\nBen,27/05/2016,10/05/2016\n",
        {},
    ),
    ("initial_conferences", "conference-child-not-listed"): Worked(
        "local_id,conference_date,strategy_date\nAda,27/05/2016,10/05/2016\nEve,27/05/2016,10/05/2016\n",
        {"people": PEOPLE},
    ),
    ("initial_conferences", "conference-before-strategy"): Worked(
        "local_id,conference_date,strategy_date\nAda,27/05/2016,27/05/2016\nBen,27/05/2016,28/05/2016\n", {}
    ),
    ("initial_conferences", "conference-without-strategy"): Worked(
        "local_id,conference_date,strategy_date\nAda,27/05/2016,27/05/2016\nBen,27/05/2016,\n", {}
    ),
    ("protection_plans", "plan-twice"): Worked(
        "local_id,plan_start,plan_end\nAda,27/05/2016,12/01/2017\nAda,27/05/2016,12/01/2017\nBen,27/05/2016,12/01/2017\n",
        {},
    ),
    ("protection_plans", "plan-child-not-listed"): Worked(
        "local_id,plan_start,plan_end\nAda,27/05/2016,12/01/2017\nEve,27/05/2016,12/01/2017\n", {"people": PEOPLE}
    ),
    ("protection_plans", "plan-ends-before-start"): Worked(
        "local_id,plan_start,plan_end\nAda,27/05/2016,28/05/2016\nBen,27/05/2016,26/05/2016\n", {}
    ),
    ("protection_plans", "plans-overlap"): Worked(
        "local_id,plan_start,plan_end\nAda,27/05/2016,28/06/2016\nAda,27/06/2016,28/07/2016\nAda,28/07/2016,\n", {}
    ),
    ("plan_meetings", "meeting-twice"): Worked(
        "local_id,met_on,meeting_kind\nAda,08/06/2016,review\nAda,08/06/2016,review\nBen,08/06/2016,review\n", {}
    ),
    ("plan_meetings", "meeting-child-not-listed"): Worked(
        "local_id,met_on,meeting_kind\nAda,08/06/2016,review\nEve,08/06/2016,review\n", {"people": PEOPLE}
    ),
    ("early_help_assessments", "early-help-twice"): Worked(
        "local_id,assessed_on,led_by\nAda,20/01/2017,2A\nAda,20/01/2017,2A\nBen,20/01/2017,2A\n", {}
    ),
    ("early_help_assessments", "early-help-child-not-listed"): Worked(
        "local_id,assessed_on,led_by\nAda,20/01/2017,2A\nEve,20/01/2017,2A\n", {"people": PEOPLE}
    ),
    ("placements", "placement-twice"): Worked(
        "local_id,placed_on,left_on\nAda,20/01/2017,21/02/2017\nAda,20/01/2017,21/02/2017\nBen,20/01/2017,21/02/2017\n",
        {},
    ),
    ("placements", "placement-child-not-listed"): Worked(
        "local_id,placed_on,left_on\nAda,20/01/2017,21/02/2017\nEve,20/01/2017,21/02/2017\n", {"people": PEOPLE}
    ),
    ("placements", "placement-ends-before-start"): Worked(
        "local_id,placed_on,left_on\nAda,20/01/2017,21/02/2017\nBen,20/01/2017,19/01/2017\n", {}
    ),
    ("looked_after_health_checks", "health-check-twice"): Worked(
        "local_id,check_due,check_kind,check_done\nAda,20/01/2017,dental,\nAda,20/01/2017,dental,\nBen,20/01/2017,dental,\n",
        {},
    ),
    ("looked_after_health_checks", "health-check-child-not-listed"): Worked(
        "local_id,check_due,check_kind,check_done\nAda,20/01/2017,dental,\nEve,20/01/2017,dental,\n", {"people": PEOPLE}
    ),
    ("reviewing_service_checklists", "checklist-twice"): Worked(
        "local_id,reviewed_on,review_due\nAda,07/02/2017,09/02/2017\nAda,07/02/2017,09/02/2017\nBen,07/02/2017,09/02/2017\n",
        {},
    ),
    ("reviewing_service_checklists", "checklist-child-not-listed"): Worked(
        "local_id,reviewed_on,review_due\nAda,07/02/2017,09/02/2017\nEve,07/02/2017,09/02/2017\n", {"people": PEOPLE}
    ),
    ("reviewing_service_checklists", "checklist-without-due-date"): Worked(
        "local_id,reviewed_on,review_due\nAda,07/02/2017,09/02/2017\nBen,07/02/2017,\n", {}
    ),
    ("missing_episodes", "missing-twice"): Worked(
        "local_id,missing_on,missing_from\nAda,17/06/2017,care\nAda,17/06/2017,care\nBen,17/06/2017,care\n", {}
    ),
    ("missing_episodes", "missing-child-not-listed"): Worked(
        "local_id,missing_on,missing_from\nAda,17/06/2017,care\nEve,17/06/2017,care\n", {"people": PEOPLE}
    ),
    ("missing_episodes", "found-before-missing"): Worked(
        "local_id,missing_on,found_on\nAda,17/06/2017,17/06/2017\nBen,17/06/2017,16/06/2017\n", {}
    ),
    ("exploitation_cases", "case-twice"): Worked(
        "local_id,identified_on,closed_on\nAda,20/06/2017,\nAda,20/06/2017,\nBen,20/06/2017,\n", {}
    ),
    ("exploitation_cases", "case-child-not-listed"): Worked(
        "local_id,identified_on,closed_on\nAda,20/06/2017,\nEve,20/06/2017,\n", {"people": PEOPLE}
    ),
    ("exploitation_cases", "case-closed-before-start"): Worked(
        "local_id,identified_on,closed_on\nAda,20/06/2017,20/06/2017\nBen,20/06/2017,19/06/2017\n", {}
    ),
    ("allegations", "allegation-twice"): Worked(
        "reference,received_on,meeting_held\nA1,04/05/2016,1\nA1,05/05/2016,1\nA2,04/05/2016,1\n", {}
    ),
    ("allegations", "allegation-without-outcome"): Worked(
        "reference,received_on,meeting_held\nA1,04/05/2016,1\nA2,05/05/2016,\n", {}
    ),
    ("area_places", "place-twice"): Worked(
        "place_kind,place_name,part_of,existed_from,existed_until\ncluster,Moor,North,01/04/2015,\ncluster,Moor,South,01/04/2015,\nlocality,Moor,,01/04/2015,\n",
        {},
    ),
    ("area_places", "cluster-without-locality"): Worked(
        "place_kind,place_name,part_of,existed_from,existed_until\ncluster,Moor,North,01/04/2015,\ncluster,Fen,,01/04/2015,\nlocality,North,,01/04/2015,\n",
        {},
    ),
    ("supplied_figures", "figure-twice"): Worked(
        "indicator,whose,first_day,last_day,group_of,group,number,out_of,value,said_by\nCSE3,own,01/04/2017,30/06/2017,,,8,,,Police\nCSE3,own,01/04/2017,30/06/2017,,,9,,,Police\nCSE3,own,01/07/2017,30/09/2017,,,8,,,Police\n",
        {},
    ),
    ("supplied_figures", "figure-without-number"): Worked(
        "indicator,whose,first_day,last_day,number,out_of,value,said_by\nCSE3,own,01/04/2017,30/06/2017,8,,,Police\nCSE3,own,01/07/2017,30/09/2017,,,,Police\n",
        {},
    ),
    ("supplied_figures", "figure-backwards"): Worked(
        "indicator,whose,first_day,last_day,number,out_of,value,said_by\nCSE3,own,01/04/2017,30/06/2017,8,,,Police\nCSE3,own,30/09/2017,01/07/2017,8,,,Police\n",
        {},
    ),
    ("supplied_figures", "more-than-all"): Worked(
        "indicator,whose,first_day,last_day,number,out_of,value,said_by\nALL2,own,01/04/2017,30/06/2017,8,8,,Officer\nALL2,own,01/07/2017,30/09/2017,9,8,,Officer\n",
        {},
    ),
    ("child_in_need_plans", "need-twice"): Worked(
        "local_id,need_start,need_end\nAda,12/01/2017,\nAda,12/01/2017,\nBen,12/01/2017,\n", {}
    ),
    ("child_in_need_plans", "need-child-not-listed"): Worked(
        "local_id,need_start,need_end\nAda,12/01/2017,\nEve,12/01/2017,\n", {"people": PEOPLE}
    ),
    ("child_in_need_plans", "need-ends-before-start"): Worked(
        "local_id,need_start,need_end\nAda,12/01/2017,12/01/2017\nBen,12/01/2017,11/01/2017\n", {}
    ),
}

DECLARED = {(name, check.code): check for name, dataset in catalogue.datasets().items() for check in dataset.checks}


def test_every_check_has_a_worked_example() -> None:
    assert set(EXAMPLES) == set(DECLARED)


@pytest.mark.parametrize(("dataset", "code"), sorted(EXAMPLES))
def test_the_check_finds_the_wrong_row_and_no_other(dataset: str, code: str) -> None:
    worked = EXAMPLES[dataset, code]
    intake = _taken_in({dataset: worked.rows, **worked.beside})
    found = [issue for issue in intake.issues if issue.code == code]
    assert [issue.row for issue in found] == [3]
    assert found[0].file == f"{dataset}.csv"
    assert found[0].severity is DECLARED[dataset, code].severity


@pytest.mark.parametrize(("dataset", "code"), sorted(EXAMPLES))
def test_an_error_holds_its_row_back_and_nothing_else_does(dataset: str, code: str) -> None:
    worked = EXAMPLES[dataset, code]
    intake = _taken_in({dataset: worked.rows, **worked.beside})
    held = [row["source_row"] for row in intake.held_back[dataset].to_pylist()] if dataset in intake.held_back else []
    assert held == ([3] if DECLARED[dataset, code].severity is ERROR else [])


@pytest.mark.parametrize(("dataset", "code"), sorted(EXAMPLES))
def test_the_message_names_what_it_found_and_leaves_no_slot_open(dataset: str, code: str) -> None:
    worked = EXAMPLES[dataset, code]
    intake = _taken_in({dataset: worked.rows, **worked.beside})
    message = next(issue.message for issue in intake.issues if issue.code == code)
    assert "{" not in message
    assert message[0].isupper()
    assert message.endswith((".", "?"))


@pytest.mark.parametrize("name", sorted(catalogue.datasets()))
def test_the_example_of_a_dataset_is_taken_whole(name: str) -> None:
    folder = Path(catalogue.__file__).parent / "datasets"
    files = {each: (folder / each / "example.csv").read_text() for each in {name, "people"}}
    intake = _taken_in(files)
    assert [issue for issue in intake.issues if issue.dataset == name] == []
    assert intake.parts[name].num_rows == len(files[name].splitlines()) - 1


def _taken_in(files: Mapping[str, str]) -> Intake:
    return take_in(
        [Received(f"{name}.csv", text.encode()) for name, text in files.items()],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: f"{scheme} {number}",
        covers=parse("FY2015-16..FY2017-18"),
    )
