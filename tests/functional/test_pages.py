"""Every page in a real browser: fit for everybody, no wider than the screen, quiet, and asking nothing of others."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from goldenthread import catalogue
from tests.functional.browsing import WITHOUT_COLOURS, Visit
from tests.functional.conftest import DRAFT, NOT_ACCEPTED, QUARTERLY, YEARLY
from tests.routes import routes

Opens = Callable[..., Visit]
PARTS = 6

PAGES: list[tuple[str, str, str, str]] = [
    # Its name, its route, who opens it, and at which address.
    ("sign-in", "accounts/login/", "visitor", "/accounts/login/"),
    ("accessibility", "help/accessibility/", "visitor", "/help/accessibility/"),
    ("join-no-more", "join/<str:token>/", "visitor", "/join/no-such-link/"),
    ("not-found", "", "member", "/nothing-here/"),
    ("refused", "", "member", "/returns/1/accept/"),
    ("home-member", "", "member", "/"),
    ("home-analyst", "", "analyst", "/"),
    ("home-lead", "", "lead", "/"),
    ("scorecard", "scorecard/", "member", "/scorecard/"),
    ("scorecard-chosen", "scorecard/", "member", "/scorecard/?of=sex:Male&sort=-latest&theme=looked-after"),
    ("scorecard-empty", "scorecard/", "member", "/scorecard/?theme=homes"),
    ("search", "search/", "chair", "/search/?q=plan"),
    ("search-lead", "search/", "lead", "/search/?q=conference"),
    ("search-nothing", "search/", "member", "/search/?q=zzz"),
    ("search-not-asked", "search/", "member", "/search/"),
    ("reductions", "reductions/", "member", "/reductions/"),
    ("records-why", "indicators/<str:code>/records/", "analyst", "/indicators/CLA1/records/?period=2014-03-31"),
    ("journey", "journey/", "member", "/journey/"),
    ("places", "places/", "member", "/places/"),
    ("place-cluster", "places/<str:kind>/<path:name>/", "member", "/places/cluster/Dock%20Road/"),
    ("place-locality", "places/<str:kind>/<path:name>/", "lead", "/places/locality/East/"),
    ("indicator-count", "indicators/<str:code>/", "member", "/indicators/CLA1/"),
    ("indicator-rate", "indicators/<str:code>/", "member", "/indicators/CLA2/?every=quarter&by=ethnicity"),
    ("indicator-proportion", "indicators/<str:code>/", "member", "/indicators/CLA3/?every=month&by=sex"),
    ("indicator-median", "indicators/<str:code>/", "analyst", "/indicators/CLA4/"),
    ("indicator-rounded", "indicators/<str:code>/rounded/", "member", "/indicators/CLA3/rounded/?by=sex"),
    ("indicator-clusters", "indicators/<str:code>/clusters/", "analyst", "/indicators/FD9/clusters/"),
    ("datasets", "datasets/", "member", "/datasets/"),
    ("datasets-of-a-format", "datasets/", "lead", "/datasets/?format=ssda903"),
    ("dataset", "datasets/<str:name>/", "member", "/datasets/looked_after_episodes/"),
    ("dataset-supplied", "datasets/<str:name>/", "lead", "/datasets/supplied_figures/"),
    ("counts", "datasets/counts/", "lead", "/datasets/counts/"),
    ("returns-member", "returns/", "member", "/returns/"),
    ("returns-lead", "returns/", "lead", "/returns/"),
    ("return-member", "returns/<int:number>/", "member", "/returns/5/"),
    ("return-analyst", "returns/<int:number>/", "analyst", f"/returns/{NOT_ACCEPTED}/"),
    ("return-lead", "returns/<int:number>/", "lead", "/returns/5/"),
    ("calendar-member", "returns/calendar/", "member", "/returns/calendar/?year=all"),
    ("calendar-analyst", "returns/calendar/", "analyst", "/returns/calendar/"),
    ("calendar-lead", "returns/calendar/", "lead", "/returns/calendar/?state=missing"),
    ("owed", "returns/calendar/<int:number>/<str:period>/", "member", f"/returns/calendar/{YEARLY}/FY2012-13/"),
    (
        "owed-missing",
        "returns/calendar/<int:number>/<str:period>/",
        "analyst",
        f"/returns/calendar/{QUARTERLY}/FY2014-15Q1/",
    ),
    ("expect", "returns/calendar/expect/", "analyst", "/returns/calendar/expect/"),
    ("expect-no-more", "returns/calendar/<int:number>/end/", "analyst", f"/returns/calendar/{YEARLY}/end/"),
    ("reminders", "returns/calendar/reminders/", "analyst", "/returns/calendar/reminders/"),
    ("link-no-more", "send/<str:token>/", "visitor", "/send/no-such-link/"),
    ("diary", "diary/", "analyst", "/diary/"),
    ("diary-lead", "diary/", "lead", "/diary/"),
    ("api-member", "api/", "member", "/api/"),
    ("api-analyst", "api/", "analyst", "/api/"),
    ("breaks", "breaks/", "member", "/breaks/"),
    ("breaks-analyst", "breaks/", "analyst", "/breaks/"),
    ("break-declare", "breaks/declare/", "analyst", "/breaks/declare/"),
    ("break-withdraw", "breaks/<int:number>/withdraw/", "analyst", "/breaks/1/withdraw/"),
    ("framework", "framework/", "member", "/framework/"),
    ("nation", "framework/nation/", "member", "/framework/nation/"),
    ("difference", "framework/nation/<str:code>/<str:period>/", "analyst", "/framework/nation/CP1/2014-03-31/"),
    ("kept", "framework/<str:code>/", "analyst", "/framework/CLA13/"),
    ("kept-nothing", "framework/<str:code>/", "member", "/framework/SW9/"),
    ("owner", "framework/<str:code>/owner/", "analyst", "/framework/CLA13/owner/"),
    ("target", "framework/<str:code>/target/", "analyst", "/framework/CLA13/target/"),
    ("comparators", "framework/<str:code>/comparators/", "analyst", "/framework/CP2/comparators/"),
    ("kept-withdraw", "framework/<str:what>/<int:number>/withdraw/", "analyst", "/framework/targets/1/withdraw/"),
    ("home-chair", "", "chair", "/"),
    ("audits", "audits/", "member", "/audits/"),
    ("audits-chair", "audits/", "chair", "/audits/?kind=chair"),
    ("audit", "audits/<int:number>/", "member", "/audits/1/"),
    ("audit-shares", "audits/<int:number>/", "analyst", "/audits/2/"),
    ("audit-add", "audits/add/", "analyst", "/audits/add/"),
    ("audit-considered", "audits/<int:number>/considered/", "chair", "/audits/1/considered/"),
    ("audit-withdraw", "audits/<int:number>/withdraw/", "chair", "/audits/1/withdraw/"),
    ("waiting", "waiting/", "member", "/waiting/"),
    ("waiting-analyst", "waiting/", "analyst", "/waiting/"),
    ("waiting-lead", "waiting/", "lead", "/waiting/"),
    ("waiting-agency", "waiting/<slug:code>/", "chair", "/waiting/childrens-services/"),
    ("checks", "checks/", "analyst", "/checks/"),
    ("checks-lead", "checks/", "lead", "/checks/"),
    ("check", "checks/<slug:code>/", "chair", "/checks/actions-overdue/"),
    ("check-of-an-agency", "checks/<slug:code>/", "analyst", "/checks/actions-overdue/?agency=childrens-services"),
    ("check-nothing", "checks/<slug:code>/", "member", "/checks/owners-gone/"),
    ("threads", "threads/", "member", "/threads/"),
    ("thread", "threads/<int:number>/", "member", "/threads/1/"),
    ("thread-kept", "threads/<int:number>/", "analyst", "/threads/2/"),
    ("thread-begin", "threads/begin/", "analyst", "/threads/begin/?kind=finding&number=9"),
    ("thread-choose", "threads/gather/<str:kind>/<int:item>/", "chair", "/threads/gather/finding/9/"),
    ("thread-rewrite", "threads/<int:number>/rewrite/", "analyst", "/threads/1/rewrite/"),
    ("thread-gather", "threads/<int:number>/gather/", "analyst", "/threads/1/gather/"),
    (
        "thread-take-out",
        "threads/<int:number>/take-out/<str:kind>/<int:item>/",
        "chair",
        "/threads/1/take-out/finding/1/",
    ),
    ("thread-grown", "threads/<int:number>/grown-out-of/", "analyst", "/threads/1/grown-out-of/"),
    ("thread-close", "threads/<int:number>/close/", "chair", "/threads/1/close/"),
    ("thread-open-again", "threads/<int:number>/open-again/", "chair", "/threads/1/open-again/"),
    ("findings", "findings/", "member", "/findings/"),
    ("findings-chosen", "findings/", "chair", "/findings/?theme=voice&confidence=moderated&state=all"),
    ("findings-none", "findings/", "lead", "/findings/?strand=trafficking"),
    ("finding", "findings/<int:number>/", "member", "/findings/1/"),
    ("finding-of-an-inspection", "findings/<int:number>/", "analyst", "/findings/4/"),
    ("finding-closed", "findings/<int:number>/", "chair", "/findings/13/"),
    ("finding-write", "findings/write/", "analyst", "/findings/write/?audit=1&issue=3"),
    ("finding-rewrite", "findings/<int:number>/rewrite/", "analyst", "/findings/1/rewrite/"),
    ("finding-lead", "findings/<int:number>/<slug:verb>/", "chair", "/findings/2/triangulated/"),
    ("actions", "actions/", "member", "/actions/"),
    ("actions-lead", "actions/", "lead", "/actions/"),
    ("actions-overdue", "actions/", "analyst", "/actions/?waits=overdue"),
    ("actions-none", "actions/", "member", "/actions/?state=dropped"),
    ("action", "actions/<int:number>/", "member", "/actions/3/"),
    ("action-open", "actions/<int:number>/", "analyst", "/actions/4/"),
    ("action-import", "actions/import/", "analyst", "/actions/import/"),
    ("action-plan", "actions/plan/", "analyst", "/actions/plan/"),
    ("action-rewrite", "actions/<int:number>/rewritten/", "analyst", "/actions/4/rewritten/"),
    ("action-report", "actions/<int:number>/<slug:verb>/", "analyst", "/actions/4/reported-on/"),
    ("action-reassign", "actions/<int:number>/<slug:verb>/", "chair", "/actions/8/reassigned/"),
    ("action-done", "actions/<int:number>/<slug:verb>/", "analyst", "/actions/4/done/"),
    ("action-judge", "actions/<int:number>/<slug:verb>/", "chair", "/actions/3/judged/"),
    ("recommendations", "recommendations/", "member", "/recommendations/"),
    ("recommendations-none", "recommendations/", "chair", "/recommendations/?state=undecided"),
    ("recommendation", "recommendations/<int:number>/", "member", "/recommendations/1/"),
    ("recommendation-closed", "recommendations/<int:number>/", "analyst", "/recommendations/10/"),
    ("recommendation-add", "recommendations/add/", "analyst", "/recommendations/add/?kind=audit"),
    ("recommendation-words", "recommendations/<int:number>/rewritten/", "chair", "/recommendations/1/rewritten/"),
    ("recommendation-plan", "recommendations/<int:number>/plan/", "analyst", "/recommendations/1/plan/"),
    ("recommendation-no", "recommendations/<int:number>/<slug:verb>/", "chair", "/recommendations/1/declined/"),
    ("plan", "plan/", "member", "/plan/"),
    ("plan-lead", "plan/", "lead", "/plan/?status=slipped"),
    ("plan-draft", "plan/", "chair", "/plan/?year=FY2014-15"),
    ("plan-none", "plan/", "member", "/plan/?sub_group=health&status=dropped"),
    ("plan-draw-up", "plan/draw-up/", "analyst", "/plan/draw-up/"),
    ("plan-tree", "plan/tree/", "member", "/plan/tree/"),
    ("plan-tree-chair", "plan/tree/", "chair", "/plan/tree/"),
    ("plan-tree-add", "plan/tree/<slug:what>/add/", "chair", "/plan/tree/aim/add/"),
    ("plan-aim-end", "plan/tree/aim/<int:number>/end/", "chair", "/plan/tree/aim/1/end/"),
    ("task", "plan/tasks/<int:number>/", "member", "/plan/tasks/10/"),
    ("task-chair", "plan/tasks/<int:number>/", "chair", "/plan/tasks/5/"),
    ("task-draft", "plan/tasks/<int:number>/", "analyst", "/plan/tasks/156/"),
    ("task-rewrite", "plan/tasks/<int:number>/rewrite/", "analyst", "/plan/tasks/5/rewrite/"),
    ("task-move", "plan/tasks/<int:number>/move/", "analyst", "/plan/tasks/5/move/"),
    ("task-reassign", "plan/tasks/<int:number>/reassign/", "analyst", "/plan/tasks/5/reassign/"),
    ("task-lead", "plan/tasks/<int:number>/<slug:verb>/", "lead", "/plan/tasks/5/nothing-done/"),
    ("task-add", "plan/<str:year>/add/", "analyst", "/plan/FY2014-15/add/"),
    ("plan-agree", "plan/<str:year>/agree/", "chair", "/plan/FY2014-15/agree/"),
    ("plan-carry", "plan/<str:year>/carry/", "chair", "/plan/FY2014-15/carry/"),
    ("plan-carry-chosen", "plan/<str:year>/carry/", "chair", "/plan/FY2014-15/carry/?task=5&task=8"),
    ("stories", "stories/", "member", "/stories/"),
    ("stories-chair", "stories/", "chair", "/stories/"),
    ("stories-missing", "stories/missing/", "chair", "/stories/missing/"),
    ("story", "stories/<str:code>/<str:period>/", "member", "/stories/CP6/FY2013-14/"),
    ("story-versions", "stories/<str:code>/<str:period>/", "analyst", "/stories/CP6/FY2013-14/"),
    ("story-draft", "stories/<str:code>/<str:period>/", "chair", "/stories/CLA14/FY2013-14/"),
    ("story-write", "stories/<str:code>/<str:period>/write/", "lead", "/stories/CLA15/FY2013-14/write/"),
    ("story-sign-off", "stories/<str:code>/<str:period>/sign-off/", "chair", "/stories/CLA14/FY2013-14/sign-off/"),
    ("story-send-back", "stories/<str:code>/<str:period>/send-back/", "chair", "/stories/CLA14/FY2013-14/send-back/"),
    ("story-publish", "stories/<str:code>/<str:period>/publish/", "analyst", "/stories/CLA14/FY2013-14/publish/"),
    ("story-take-down", "stories/<str:code>/<str:period>/take-down/", "analyst", "/stories/CP6/FY2013-14/take-down/"),
    ("challenges", "challenges/", "member", "/challenges/"),
    ("challenges-late", "challenges/", "chair", "/challenges/?stands=late"),
    ("challenges-lead", "challenges/", "lead", "/challenges/"),
    ("challenges-none", "challenges/", "member", "/challenges/?stands=open+again"),
    ("challenge", "challenges/<int:number>/", "member", "/challenges/1/"),
    ("challenge-of-four", "challenges/<int:number>/", "chair", "/challenges/11/"),
    ("challenge-lead", "challenges/<int:number>/", "lead", "/challenges/19/"),
    ("challenge-put", "challenges/put/", "analyst", "/challenges/put/"),
    ("challenge-boards", "challenges/boards/", "analyst", "/challenges/boards/"),
    ("challenge-rewrite", "challenges/<int:number>/rewrite/", "analyst", "/challenges/20/rewrite/"),
    ("challenge-issue", "challenges/<int:number>/issue/", "analyst", "/challenges/20/issue/"),
    ("challenge-withdraw", "challenges/<int:number>/withdraw/", "analyst", "/challenges/20/withdraw/"),
    ("answer-effect", "challenges/answers/<int:number>/effect/", "chair", "/challenges/answers/1/effect/"),
    ("answer-link", "challenges/answers/<int:number>/link/", "analyst", "/challenges/answers/11/link/"),
    ("answer-letter", "challenges/answers/<int:number>/letter/", "analyst", "/challenges/answers/23/letter/"),
    (
        "answer-lead",
        "challenges/answers/<int:number>/<slug:verb>/",
        "chair",
        "/challenges/answers/25/judged-partly-answered/",
    ),
    ("answer-link-no-more", "answer/<str:token>/", "visitor", "/answer/no-such-link/"),
    ("upload", "returns/upload/", "lead", "/returns/upload/"),
    ("unusable", "returns/uploads/<int:number>/", "lead", "/returns/uploads/1/"),
    ("draft", "returns/<int:number>/", "lead", f"/returns/{DRAFT}/"),
    ("discard", "returns/<int:number>/discard/", "lead", f"/returns/{DRAFT}/discard/"),
    ("discard-too-late", "returns/<int:number>/discard/", "lead", "/returns/5/discard/"),
    ("issues-lead", "returns/<int:number>/issues/", "lead", "/returns/5/issues/"),
    ("issues-analyst", "returns/<int:number>/issues/", "analyst", "/returns/5/issues/?severity=error"),
    (
        "issues-narrowed",
        "returns/<int:number>/issues/",
        "lead",
        "/returns/5/issues/?check=not-a-date&where=reviews.csv",
    ),
    ("row-lead", "returns/<int:number>/issues/<int:issue>/", "lead", "/returns/5/issues/1/"),
    ("row-analyst", "returns/<int:number>/issues/<int:issue>/", "analyst", "/returns/5/issues/2/?severity=warning"),
    ("accept", "returns/<int:number>/accept/", "analyst", f"/returns/{NOT_ACCEPTED}/accept/"),
    ("validate", "returns/<int:number>/validate/", "lead", "/returns/5/validate/"),
    ("corrected", "returns/upload/", "lead", "/returns/upload/?corrects=5"),
    ("reports-member", "reports/", "member", "/reports/"),
    ("reports-lead", "reports/", "lead", "/reports/"),
    ("report", "reports/<str:name>/<str:year>/", "lead", "/reports/annual/2013-14/"),
    ("board-paper", "reports/<str:name>/<str:year>/board-paper/", "member", "/reports/annual/2013-14/board-paper/"),
    ("account", "account/", "lead", "/account/"),
    ("password", "accounts/password/change/", "lead", "/accounts/password/change/"),
    ("sign-out", "accounts/logout/", "lead", "/accounts/logout/"),
]
NO_PAGES = {
    "actions/import/<int:number>/",  # test_action_logs.py looks at these four
    "actions/import/<int:number>/columns/",
    "actions/import/<int:number>/check/",
    "actions/import/<int:number>/let-go/",
    "actions/import/<int:number>/rejected.csv",
    "actions/register.<str:kind>",  # test_web_actions.py looks at both
    "recommendations/register.<str:kind>",
    "diary/link/",  # shown once: test_web_diary.py looks at it
    "diary/revoke/",
    "diary/<str:token>/due.ics",  # for programs: test_web_diary.py reads it
    "api/tokens/",  # shown once: test_web_api.py looks at it
    "api/tokens/<int:number>/revoke/",
    "api/v1/figures",
    "api/v1/indicators",
    "api/v1/editions",
    "api/v1/openapi.json",
    "threads/register.<str:kind>",  # test_web_threads.py looks at it
    "audits/register.<str:kind>",  # test_audits.py looks at it
    "findings/register.<str:kind>",  # test_web_findings.py looks at it
    "plan/plan.<str:kind>",  # test_web_plans.py looks at it
    "plan/place/<slug:what>/<int:number>/<slug:way>/",
    "challenges/register.<str:kind>",  # test_web_challenges.py looks at it
    "checks/<slug:code>/list.<str:kind>",  # test_web_waiting.py looks at it
    "waiting/<slug:code>/list.<str:kind>",  # so it does at this
    "returns/calendar/<int:number>/<str:period>/link/",  # shown once: test_links.py looks at it
    "returns/calendar/<int:number>/<str:period>/link/stop/",
    "send/<str:token>/issues/",  # test_links.py looks at it
    "send/<str:token>/upload/",
    "send/<str:token>/check/",
    "send/<str:token>/start-again/",
    "send/<str:token>/send/",
    "work-out/",
    "returns/uploads/<int:number>/check/",
    "returns/uploads/<int:number>/discard/",
    "returns/<int:number>/send/",
    "returns/<int:number>/issues.<str:kind>",
    "scorecard/figures.<str:kind>",
    "scorecard/about.csv",
    "indicators/<str:code>/chart.svg",
    "indicators/<str:code>/clusters.svg",
    "indicators/<str:code>/figures.<str:kind>",
    "indicators/<str:code>/about.csv",
    "indicators/<str:code>/rounded.<str:kind>",
    "indicators/<str:code>/rounded-about.csv",
    "datasets/counts/template.<str:kind>",
    "datasets/counts/example.<str:kind>",
    "datasets/<str:name>/template.<str:kind>",
    "datasets/<str:name>/example.<str:kind>",
    "reports/<str:name>/<str:year>/report.<str:kind>",
    "reports/<str:name>/<str:year>/board-paper/report.<str:kind>",
}


def test_every_page_is_looked_at() -> None:
    assert {route for _, route, _, _ in PAGES} | NO_PAGES == {route for route, _ in routes()}


@pytest.mark.parametrize(("name", "who", "address"), [(name, who, address) for name, _, who, address in PAGES])
def test_a_page(visit: Opens, demonstration: str, name: str, who: str, address: str) -> None:
    opened = visit(who, address)
    opened.is_fit_for_everybody()
    opened.is_photographed(name)
    opened.is_no_wider_than_the_screen()
    opened.is_fit_for_everybody()
    assert opened.complaints == []
    assert opened.hosts == {urlsplit(demonstration).netloc}


@pytest.mark.parametrize("part", range(PARTS))
def test_the_page_of_every_indicator(visit: Opens, part: int) -> None:
    """Each with whatever chart its figures allow, in a few parts so that several machines can share them."""
    codes = list(catalogue.indicators())[part::PARTS]
    opened = visit("member", f"/indicators/{codes[0]}/")
    for code in codes:
        opened.page.goto(f"/indicators/{code}/")
        opened.is_fit_for_everybody()
    assert opened.complaints == []


@pytest.mark.parametrize("address", ["/", "/scorecard/", "/indicators/CLA3/", "/returns/5/issues/"])
def test_in_the_colours_that_somebody_has_chosen_for_their_system(visit: Opens, address: str) -> None:
    visit("analyst", address, forced_colors="active", color_scheme="dark").is_fit_for_everybody(WITHOUT_COLOURS)


@pytest.mark.parametrize(
    "address",
    ["/scorecard/", "/indicators/CLA1/", "/reports/annual/2013-14/", "/returns/calendar/", "/actions/",
     "/recommendations/"],
)  # fmt: skip
def test_on_paper_there_is_what_one_reads_and_nothing_to_press(visit: Opens, address: str) -> None:
    page = visit("member", address).page
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator("table:visible").count() > 0
    pressed = "nav.govuk-service-navigation__wrapper, .govuk-back-link, main .govuk-button, main select"
    assert [each for each in page.locator(pressed).all() if each.is_visible()] == []


def test_the_profile_of_a_place_fits_on_one_side_of_paper(visit: Opens) -> None:
    page = visit("member", "/places/cluster/Dock%20Road/").page
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_the_picture_says_what_the_table_beside_it_says(visit: Opens) -> None:
    page = visit("member", "/indicators/CLA1/").page
    described = page.locator("img.gt-chart").get_attribute("alt") or ""
    latest = page.get_by_role("table").first.locator("tbody tr").first
    day, value = latest.locator("th").inner_text(), latest.locator("td").first.inner_text()
    assert re.search(rf"{value}\D+on {day}", described)
    assert page.evaluate("document.querySelector('img.gt-chart').naturalWidth") > 0


@pytest.mark.parametrize("code", ["CLA1", "CLA2", "CLA3", "CLA4"])
def test_the_worked_example_opens_to_its_records_and_what_they_come_to(visit: Opens, code: str) -> None:
    opened = visit("member", f"/indicators/{code}/")
    opened.page.get_by_text("See how it is counted").click()
    assert opened.page.get_by_role("table", name="What they come to").is_visible()
    opened.is_no_wider_than_the_screen()
    opened.is_fit_for_everybody()
