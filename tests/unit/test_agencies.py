"""The partnership and its agencies."""

import pytest

from goldenthread.workflow.agencies.models import Agency, Partnership
from goldenthread.workflow.agencies.operations import SECTORS, add, found
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from tests.factories.agencies import an_agency

pytestmark = pytest.mark.django_db


def test_a_board_is_founded_once() -> None:
    partnership = found("  Ambleford   Board ", by="command line")
    assert str(partnership) == "Ambleford Board"
    with pytest.raises(Refused, match="This home is that of Ambleford Board"):
        found("Another", by="command line")
    assert Partnership.objects.get().name == "Ambleford Board"
    assert [entry.verb for entry in Entry.objects.all()] == ["founded"]


def test_an_agency_is_added_and_history_says_so() -> None:
    agency = add("ACC", "Ambleford City Council", "local-authority", by="command line")
    assert (agency.code, str(agency)) == ("acc", "Ambleford City Council")
    [entry] = Entry.objects.about("agency", "acc")
    assert (entry.verb, entry.actor, entry.about) == ("added", "command line", {"sector": "local-authority"})


def test_a_code_belongs_to_one_agency() -> None:
    an_agency("acc", name="Ambleford City Council")
    with pytest.raises(Refused, match="'acc' is that of Ambleford City Council already"):
        add(" Acc ", "Another", "police", by="command line")
    assert Agency.objects.count() == 1


@pytest.mark.parametrize("code", ["", " ", "-acc", "acc-", "a b", "é", "../acc", "a" * 21])
def test_an_unfit_code_is_refused(code: str) -> None:
    with pytest.raises(Refused, match="cannot be an agency's code"):
        add(code, "Ambleford City Council", "police", by="command line")


@pytest.mark.parametrize("name", ["", "  ", "a" * 201])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="name of the agency must have 1 to 200 letters"):
        add("acc", name, "police", by="command line")
    with pytest.raises(Refused, match="name of the board"):
        found(name, by="command line")


def test_an_unknown_sector_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refused, match=f"no sector 'army'. Choose one of: {', '.join(SECTORS)}."):
        add("acc", "Ambleford City Council", "army", by="command line")


def test_what_is_refused_leaves_no_trace() -> None:
    with pytest.raises(Refused):
        add("acc", "Ambleford City Council", "army", by="command line")
    assert Entry.objects.count() == Agency.objects.count() == 0


def test_an_agency_is_found_by_its_code() -> None:
    agency = an_agency("acc")
    assert Agency.objects.named(" ACC ") == agency


def test_an_agency_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(NotFound, match="no agency 'acc'. There are none yet. Add one with"):
        Agency.objects.named("acc")
    an_agency("bph")
    an_agency("aph")
    with pytest.raises(NotFound, match="no agency 'acc'. There are: aph, bph."):
        Agency.objects.named("acc")
