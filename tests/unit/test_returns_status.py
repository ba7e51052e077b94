"""How firm the numbers of a return are, why it takes the place of another, and which it puts right."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.operations import accept, receive, send, validate
from goldenthread.workflow.returns.registering import Said
from goldenthread.workflow.returns.rules import A_LATER_RETURN, PROVISIONAL, REVISED, VALIDATED
from goldenthread.workflow.returns.uploading import upload
from tests.factories.board import YEAR, Board, a_board
from tests.factories.drafts import a_draft
from tests.factories.returns import a_return, episodes

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sent"


def another(board: Board, folder: Path, *, accepted: bool = False) -> Return:
    """A return about 2017/18, different from every other."""
    children = Return.objects.count() + 1
    return a_return(episodes(folder / str(children), children=children), board.agency, period=YEAR, accepted=accepted)


def taken_in(board: Board, folder: Path, said: Said) -> Return:
    return_ = receive(episodes(folder), agency=board.agency, period=YEAR, said=said, by="command line").return_
    assert return_
    return return_


def verbs(return_: Return) -> list[str]:
    return list(Entry.objects.about("return", return_.number).values_list("verb", flat=True))


def test_numbers_are_provisional_until_somebody_says_that_they_will_stand(board: Board, folder: Path) -> None:
    return_ = another(board, folder, accepted=True)
    assert return_.status == PROVISIONAL
    before = timezone.now()
    validate(return_, by=board.lead.actor)
    stored = Return.objects.get()
    assert (stored.status, stored.validated_by) == (VALIDATED, board.lead.actor)
    assert [stored.status_at(moment) for moment in (before, timezone.now())] == [PROVISIONAL, VALIDATED]
    assert verbs(return_) == ["received", "accepted", "validated"]
    with pytest.raises(Refused, match="is validated already"):
        validate(return_, by=board.analyst.actor)
    assert Return.objects.get().validated_by == board.lead.actor


def test_a_sender_may_declare_them_at_once(board: Board, folder: Path) -> None:
    file = episodes(folder / "draft", children=4)
    draft = a_draft(board, (file.name, file.read_bytes()))
    send(draft, validated=True, by=board.lead.actor)
    assert (draft.status, draft.validated_by) == (VALIDATED, board.lead.actor)
    assert taken_in(board, folder, Said(validated=True)).status == VALIDATED


def test_nobody_counts_on_the_numbers_of_a_draft_or_of_what_was_replaced(board: Board, folder: Path) -> None:
    file = episodes(folder / "draft", children=9)
    with pytest.raises(Refused, match="is checked, so nobody counts on its numbers"):
        validate(a_draft(board, (file.name, file.read_bytes())), by=board.lead.actor)
    earlier = another(board, folder, accepted=True)
    another(board, folder, accepted=True)
    with pytest.raises(Refused, match="is replaced by a later return"):
        validate(earlier, by=board.lead.actor)


def test_what_takes_the_place_of_firm_numbers_is_revised_and_so_is_what_takes_its_place(
    board: Board, folder: Path
) -> None:
    first, second, third, fourth = (another(board, folder) for _ in range(4))
    accept(first, by="command line")
    accept(second, by="command line")
    assert second.status == PROVISIONAL
    validate(second, by=board.lead.actor)
    for later in (third, fourth):
        accept(later, by="command line")
        assert later.status == REVISED
        assert verbs(later)[-2:] == ["accepted", "revised"]
    assert Return.objects.get(pk=second.pk).status == VALIDATED
    with pytest.raises(Refused, match="is revised already"):
        validate(fourth, by=board.analyst.actor)


def test_why_it_takes_the_place_of_another_is_kept(board: Board, folder: Path) -> None:
    first, second, third = (another(board, folder) for _ in range(3))
    accept(first, reason="nothing is replaced", by="command line")
    accept(second, reason="dates of conferences were put right", by="command line")
    accept(third, by="command line")
    reasons = list(Return.objects.order_by("number").values_list("reason", flat=True))
    assert reasons == ["", "dates of conferences were put right", A_LATER_RETURN]
    assert "conferences" not in "".join(Entry.objects.values_list("text", flat=True))


def test_what_the_sender_said_stands_unless_the_analyst_says_otherwise(board: Board, folder: Path) -> None:
    another(board, folder, accepted=True)
    file = episodes(folder / "draft", children=9)
    draft = a_draft(board, (file.name, file.read_bytes()))
    send(draft, reason="five children were left out", by=board.lead.actor)
    accept(draft, by=board.analyst.actor)
    assert Return.objects.get(pk=draft.pk).reason == "five children were left out"


def test_it_says_when_it_came_where_it_is_entered_later(board: Board, folder: Path) -> None:
    assert another(board, folder).came_on == timezone.localdate()
    assert taken_in(board, folder / "later", Said(came_on=date(2018, 5, 3))).came_on == date(2018, 5, 3)
    with pytest.raises(Refused, match="which is still to come"):
        taken_in(board, folder, Said(came_on=timezone.localdate() + timedelta(days=1)))


def test_a_corrected_return_names_what_it_puts_right(board: Board, folder: Path) -> None:
    first = another(board, folder, accepted=True)
    file = episodes(folder / "again", children=9)
    draft = a_draft(board, (file.name, file.read_bytes()), corrects=first)
    assert draft.corrects == first
    assert taken_in(board, folder / "by the analyst", Said(first)).corrects == first


def test_only_what_the_same_agency_has_sent_can_be_put_right(board: Board, folder: Path) -> None:
    first = another(board, folder)
    with pytest.raises(Refused, match="is none that Ambleford Police has sent"):
        upload([], agency=board.other, corrects=first, by=board.lead_of_other.actor)
    file = episodes(folder / "draft", children=9)
    draft = a_draft(board, (file.name, file.read_bytes()))
    with pytest.raises(Refused, match="is none that Ambleford City Council has sent"):
        taken_in(board, folder / "again", Said(draft))
