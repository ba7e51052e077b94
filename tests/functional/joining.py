"""People who come to a board by invitation."""

from playwright.sync_api import Page

from tests.functional.browsing import PASSPHRASE
from tests.functional.running import Board


def invited(board: Board, email: str, role: str, *rest: str) -> str:
    """Invite somebody; gives the address of their link."""
    said = board("invite", email, "--role", role, *rest).well().out
    return "/join/" + said.partition("/join/")[2].split()[0]


def joined(page: Page, link: str, name: str) -> None:
    """Follow a link and set up an account."""
    page.goto(link)
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSPHRASE)
    page.get_by_label("Password again").fill(PASSPHRASE)
    page.get_by_role("button", name="Set up account").click()
    page.wait_for_url("/")
