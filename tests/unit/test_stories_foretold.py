"""What would happen if nothing changed: worked out for whoever writes a story, and kept beside what they expect."""

from pathlib import Path

import pytest

from goldenthread.engine.periods import parse
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.stories.operations import sign_off
from goldenthread.workflow.stories.reading import foretold_of
from goldenthread.workflow.stories.rules import EXPECTED, PARTS
from tests.factories.board import Board, a_board, browser_of, published
from tests.unit.test_stories import CHAIR, WHOLE, YEAR, a_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted(home: Path, tmp_path: Path) -> Board:
    made = a_board()
    published(made, tmp_path / "sent")
    return made


def test_the_form_begins_with_what_can_be_foretold(counted: Board) -> None:
    said = foretold_of("CLA3", parse(YEAR))
    assert said.startswith("A forecast cannot be given:")
    page = browser_of(counted.analyst).get(f"/stories/CLA3/{YEAR}/write/").content.decode()
    assert page.count(said.replace("'", "&#39;")) == 2


def test_what_was_worked_out_when_it_was_signed_off_stays_beside_what_its_owner_expects(counted: Board) -> None:
    version, said = a_story(), foretold_of("CLA3", parse(YEAR))
    sign_off(version.of, version=1, by=CHAIR)
    version.refresh_from_db()
    assert version.foretold == said
    expected = dict(version.told)[PARTS[EXPECTED]]
    assert expected == f"{WHOLE[EXPECTED]}\n\nWorked out when this was signed off: {said}"
    assert "foretold" in Entry.objects.about("story", version.of.number).last().text


def test_it_is_not_said_twice_where_its_owner_says_the_same(counted: Board) -> None:
    version = a_story(**{EXPECTED: foretold_of("CLA3", parse(YEAR))})
    sign_off(version.of, version=1, by=CHAIR)
    version.refresh_from_db()
    assert dict(version.told)[PARTS[EXPECTED]] == version.parts[EXPECTED]
