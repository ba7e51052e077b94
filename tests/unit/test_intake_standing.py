"""What stands on a day that nobody names stands on the last one that the return covers."""

from datetime import date

from goldenthread.engine.periods import parse
from tests.unit.test_intake import HEADER, of, taken_in

YEAR = parse("FY2013-14")
CHILDREN = HEADER + "1,2,14/06/2011,WBRI,,,\n2,1,02/11/1995,MWBC,,,\n"
HEALTH = (
    "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,"
    "INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n1,14/06/2011,,SDQ1,0,1,1,1,1,0,,\n"
)
LEAVERS = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n2,02/11/1995,YES,F1,B2\n"
OWN = "local_id,date_of_birth,standing_on,in_touch\n"


def test_a_yearly_return_speaks_of_the_last_day_of_its_year() -> None:
    intake = taken_in({"header.csv": CHILDREN, "oc2.csv": HEALTH, "oc3.csv": LEAVERS}, covers=YEAR)
    (health,) = intake.parts["looked_after_outcomes_12_months"].to_pylist()
    (leaver,) = intake.parts["care_leavers"].to_pylist()
    assert (health["standing_on"], leaver["standing_on"]) == (date(2014, 3, 31), date(2014, 3, 31))
    assert leaver["age_on_the_day"] == 18


def test_what_its_sender_wrote_stays_and_only_a_blank_is_filled() -> None:
    rows = "2,02/11/1995,30/09/2013,YES\n3,05/05/1994,,YES\n4,06/06/1994,31/02/2014,YES\n"
    intake = taken_in({"care_leavers.csv": OWN + rows}, covers=YEAR, only="template")
    stood = [each["standing_on"] for each in intake.parts["care_leavers"].to_pylist()]
    assert stood == [date(2013, 9, 30), date(2014, 3, 31)]
    (issue,) = of(intake, "not-a-date")
    assert issue.text == "31/02/2014"


def test_a_table_without_the_column_lacks_nothing() -> None:
    intake = taken_in({"care_leavers.csv": "local_id,date_of_birth,in_touch\n2,02/11/1999,YES\n"}, covers=YEAR)
    assert [issue for issue in of(intake, "column-missing") if issue.column == "standing_on"] == []
    (issue,) = of(intake, "leaver-under-sixteen")
    assert "was 14 on" in issue.message
