"""Importing an action log in a real browser, up to where it would be kept."""

from collections.abc import Callable

from tests.functional.browsing import Visit

LOG = """Recommendation\tAction\tLead\tBy when
Make plans clear.\tBrief everybody.\tHead of Service\t31/3/2014
Record core groups.\tGive them a form.\t\t31/2/2014
"""


def test_a_pasted_log_is_looked_at_step_by_step_and_let_go(visit: Callable[..., Visit]) -> None:
    opened = visit("analyst", "/actions/import/")
    page = opened.page
    page.get_by_label("Or paste the table here").fill(LOG)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/columns/")
    opened.is_fit_for_everybody()
    opened.is_no_wider_than_the_screen()
    page.get_by_label("Kind of source").select_option("review")
    page.get_by_label("Who made the recommendations, and in what").fill("Review of 2013")
    page.get_by_label("The day of the log").fill("30/6/2014")
    page.get_by_role("button", name="Check it").click()
    page.wait_for_url("**/check/")
    assert page.get_by_role("button", name="Import 1 row").is_visible()
    opened.is_fit_for_everybody()
    opened.is_no_wider_than_the_screen()
    page.get_by_role("link", name="Do not import it").click()
    opened.is_fit_for_everybody()
    page.get_by_role("button", name="Delete it").click()
    page.wait_for_url("**/actions/import/")
    assert page.get_by_text("What it held is deleted.").is_visible()
    assert opened.complaints == []
