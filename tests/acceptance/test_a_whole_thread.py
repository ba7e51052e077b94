"""The story of the child protection plans' audit, walked in a browser: from 16 cases to a sentence in the report."""

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.functional.browsing import Visit
from tests.functional.joining import invited, joined
from tests.functional.running import Board
from tests.functional.sites import served

AUDIT = "Audit of multi-agency child protection plans"
FOUND = "Plans are not SMART, and do not show what is to change for the child."
ASKED = "Do child protection plans say what is to change for the child?"
CASES = {"outstanding": "1", "good": "4", "requires_improvement": "8", "inadequate": "3"}
AGAIN = {"outstanding": "1", "good": "5", "requires_improvement": "8", "inadequate": "2"}
PEOPLE = {"analyst": "robin@ambleford.example", "chair": "sam@ambleford.example"}

Contexts = Callable[..., BrowserContext]


@pytest.fixture
def board(tmp_path: Path) -> Board:
    board = Board(tmp_path / "home")
    board("init", "Ambleford Safeguarding Children Board").well()
    board("agency", "acc", "Ambleford City Council", "--sector", "local-authority").well()
    return board


@pytest.fixture
def people(board: Board, new_context: Contexts) -> Iterator[dict[str, Page]]:
    """The analyst and the chair, each at a browser, signed in."""
    with served(board) as address:
        at = {}
        for role, email in PEOPLE.items():
            at[role] = new_context(base_url=address).new_page()
            joined(at[role], invited(board, email, role), role.capitalize())
        yield at


def filled(page: Page, **given: str) -> None:
    """Fill in a form, field by field."""
    for name, value in given.items():
        field = page.locator(f"[name={name}]").first
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(value)
        elif field.get_attribute("type") in ("radio", "checkbox"):
            page.locator(f"[name={name}][value='{value}']").check()
        else:
            field.fill(value)


def answered(page: Page, button: str, **given: str) -> None:
    """Fill in a form and send it; it must have been right, and lead elsewhere."""
    filled(page, **given)
    before = page.url
    page.get_by_role("button", name=button, exact=True).click()
    expect(page).not_to_have_url(before)
    expect(page.locator(".govuk-error-summary")).to_have_count(0)


def follow(page: Page, link: str) -> None:
    before = page.url
    page.locator("main a").filter(has_text=link).first.click()  # a link or a button that leads elsewhere
    expect(page).not_to_have_url(before)


def audited(page: Page, title: str, about: str, considered: str, **cases: str) -> None:
    """Put an audit on the register, and say when the board considered it."""
    page.goto("/audits/add/")
    issues = {"issues": FOUND} if title == AUDIT else {}
    answered(
        page,
        "Put it on the register",
        title=title,
        kind="cases",
        subject="protection_plans",
        about=about,
        **cases,
        **issues,
    )
    follow(page, "The board has considered it")
    answered(page, "Keep it", on=considered)


def found(analyst: Page) -> str:
    """An audit of 16 cases becomes a finding, and begins a thread; gives the address of the thread."""
    audited(analyst, AUDIT, "2013-04..2013-11", "2014-01-23", **CASES)
    follow(analyst, "Make this a finding")
    answered(analyst, "Keep it", indicator="AUD2")
    follow(analyst, "Put it into a thread")
    answered(analyst, "Put it there", thread="new")
    answered(analyst, "Begin it", question=ASKED)
    expect(analyst.get_by_text("Found.", exact=True)).to_be_visible()
    return analyst.url


def challenged(analyst: Page, chair: Page) -> None:
    """The trust is challenged because of it, accepts and replies; the chair judges, and puts it into the thread."""
    analyst.goto("/challenges/boards/")
    filled(analyst, name="Ambleford Children's Trust Board", kind="childrens_trust")
    analyst.get_by_role("button", name="Add this board").click()
    expect(analyst.get_by_role("listitem").filter(has_text="Ambleford Children's Trust Board")).to_be_visible()
    analyst.goto("/findings/1/")
    follow(analyst, "Put a challenge because of it")
    answered(
        analyst, "Keep it as a draft", asks="To see to it that plans are SMART.", leads="board:1", year="FY2014-15"
    )
    challenge = analyst.url
    follow(analyst, "Issue it")
    answered(analyst, "Keep it", reply_due="2014-09-30", on="2014-06-12")
    follow(analyst, "Accept it")
    answered(analyst, "Keep it", on="2014-06-26")
    follow(analyst, "Say what has been done")
    answered(analyst, "Keep it", text="Every team has been briefed.", on="2014-06-26")
    chair.goto(challenge)
    follow(chair, "Judge: it is partly answered")
    answered(chair, "Keep it", text="It tells of briefings, not of plans.", on="2014-06-27")
    follow(chair, "Put it into a thread")
    answered(chair, "Put it there", thread="1")


def acted_on(analyst: Page) -> None:
    """A recommendation of the audit is met by briefings and by workshops on SMART planning, which are done."""
    analyst.goto("/audits/1/")
    follow(analyst, "Make a recommendation from this audit")
    answered(analyst, "Keep it", text="Make child protection plans SMART.", source_on="2013-11-29")
    recommendation = analyst.url
    for what in ("Brief every cluster on SMART planning.", "Hold workshops in which practitioners rewrite a plan."):
        analyst.goto(recommendation)
        follow(analyst, "Plan an action")
        owner = {"post": "Head of the Safeguarding Unit", "agency": "acc"}
        answered(analyst, "Plan it", what=what, indicator="AUD2", due="2014-03-31", on="2013-12-12", **owner)
        follow(analyst, "It is done")
        answered(analyst, "Keep it", evidence="The list of who came.", evidence_period="FY2013-14Q4", on="2014-03-28")
    analyst.goto(recommendation)
    follow(analyst, "Put it into a thread")
    answered(analyst, "Put it there", thread="1")
    expect(analyst.get_by_text("Done, impact not yet judged.")).to_be_visible()


def judged(chair: Page) -> None:
    """After the audit is done again the chair judges that no impact is seen yet."""
    for number in (1, 2):
        chair.goto(f"/actions/{number}/")
        follow(chair, "Judge what it has changed")
        answered(chair, "Keep it", level="none seen", evidence="re-audit", text="One more is good; chance may do so.")


def test_the_audit_of_plans_becomes_a_sentence_with_its_thread_behind_it(
    board: Board, people: dict[str, Page], tmp_path: Path
) -> None:
    analyst, chair = people["analyst"], people["chair"]
    thread = found(analyst)
    challenged(analyst, chair)
    acted_on(analyst)
    audited(analyst, "The same audit again", "2014-04..2014-06", "2014-07-24", **AGAIN)
    board("compute").well()
    judged(chair)

    chair.goto(thread)
    expect(chair.get_by_text("Impact not yet shown.", exact=True)).to_be_visible()
    for words in (
        "cases audited in 2014/15 were judged good (5 of 16)",
        "1 partly answered",
        "Of 2 actions, 2 are done.",
    ):
        expect(chair.get_by_text(words).first).to_be_visible()
    Visit(chair).is_fit_for_everybody()
    said = chair.get_by_role("heading", name="What reports say").locator("xpath=following-sibling::p").inner_text()

    board("report", "annual", "--year", "2014-15", "--out", tmp_path / "report", "--face", "board").well()
    page = unescape((tmp_path / "report" / "index.html").read_text(encoding="utf-8"))
    assert ASKED in page and said in page
