"""The whole output of a demonstration, sentence by sentence: none claims a change that its test does not support."""

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from goldenthread import catalogue
from goldenthread.catalogue.pathway import STEPS
from goldenthread.catalogue.reports import reports
from goldenthread.catalogue.themes import THEMES
from goldenthread.engine.comparing import process, verdicts
from goldenthread.engine.definitions import Better
from goldenthread.engine.protecting.faces import ON_PAPER, Face
from tests.functional.running import Board
from tests.unit.test_sentences import says_it_moved

BLOCKS = re.compile(r"</?(?:p|li|td|th|h\d|figcaption|dd|dt|caption|summary|div|option|label)\b[^>]*>")
DIRECTION = re.compile(r"\b(higher|lower) by more than chance explains|\b(Higher|Lower) by more than chance explains")
ALIKE = re.compile(
    r"is similar|are similar|no more than chance explains|No further apart|no steady rise or fall|no further from"
)

IF_OTHERWISE = re.compile(r"If children were independent of each other, it would be [^.]*\.")
"""What would be found without the allowance for families: said beside what is found with it, never in its place."""
SHORT = 10

READ_PAGES = """
import django, json; django.setup()
from django.conf import settings; settings.ALLOWED_HOSTS = ["*"]
from django.test import Client
from django.urls import reverse
from goldenthread.catalogue import indicators
from goldenthread.engine.comparing.told import Said
from goldenthread.web.indicators.clusters import is_spread
from goldenthread.web.places.presenters import KINDS
from goldenthread.workflow.framework.reading import owners
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.places import places

tested, make = [owner.post for owner in owners().values()], Said.__init__  # a post may be called Improvement
def kept(said, *given, **named):
    make(said, *given, **named)
    if said.by:
        tested.append(said.text)
Said.__init__ = kept

of_kinds = {place.kind: reverse("place", args=[place.kind, place.name])
    for place in places(Edition.objects.current()) if place.kind in KINDS}
pages = ["/", "/scorecard/", "/journey/", "/reductions/", "/places/", *of_kinds.values(), "/framework/nation/"]
for code, indicator in indicators().items():
    pages += [f"/indicators/{code}/", *([f"/indicators/{code}/clusters/"] if is_spread(indicator) else [])]
for role in ("board member", "analyst"):
    browser = Client(); browser.force_login(next(each for each in Person.objects.all() if each.role == role))
    for page in pages:
        answer = browser.get(page)
        told = {"address": f"{role} {page}", "status": answer.status_code, "page": answer.content.decode()}
        print(json.dumps(told), flush=True)
print(json.dumps(tested))
"""
"""What reads the pages: every sentence that is made with a test behind it, while they are, may be said on any."""


@pytest.fixture(scope="module")
def board(small_board: Path, tmp_path_factory: pytest.TempPathFactory) -> Board:
    board = Board(tmp_path_factory.mktemp("claims") / "home")
    board("demo", "--no-serve", "--board", small_board).well()
    return board


LEGENDS = ("A triangle points", "Beside a year before a year", "Assurance is whether", "The rest is the whole")
"""How the texts begin that say what a word or a shape means wherever it stands."""

VERDICTS = {f"{shape} {variation}" for variation, shape in process.SHAPES.items()}
VERDICTS |= {verdicts.in_brief(finding, better) for finding in verdicts.Finding for better in Better}
"""A verdict in a cell is its shape and its name: only a test gives one, which the tests of `engine/comparing` prove."""


def prose() -> set[str]:
    """What the catalogue states in words of its own: definitions, stages, chapters. No figure is behind them."""
    texts = [text for report in reports().values() for each in report.chapters for text in (each.heading, *each.text)]
    texts += [text for step in STEPS for text in (step.title, step.about, *(each.says for each in step.onward))]
    stated = {part for text in texts for part in re.split(r"\{\w+\}", text) if len(part) > SHORT}
    stated |= {theme.title for theme in THEMES}
    for each in catalogue.indicators().values():
        stated |= {each.title, each.why, each.definition, each.excludes, each.unknowns, each.source}
        stated |= {each.better.value, each.better.value.capitalize()}
    return stated - {""}


def untested(html: str, tested: list[str]) -> list[str]:
    """The texts of a page that claim something and are neither a tested sentence nor prose of the catalogue."""
    body = re.sub(r'src="data:[^"]*"', "", html.partition("<main")[2] or html)
    alternative = re.findall(r'alt="([^"]*)"', body)
    found = [*alternative, *re.sub(r"<[^>]*>", " ", BLOCKS.sub("¶", body)).split("¶")]
    known = sorted([*tested, *prose(), *VERDICTS], key=len, reverse=True)
    left = []
    for text in (re.sub(r"\s+", " ", unescape(each)).strip() for each in found):
        if not says_it_moved(text) or text.startswith(LEGENDS):
            continue
        for sentence in known:
            text = text.replace(sentence, "")
        if says_it_moved(text):
            left.append(text)
    return left


def supports(claim: dict[str, Any]) -> bool:
    """Whether a sentence claims no more than its tests found."""
    found = {test["found"] for test in claim["tests"]}
    said = IF_OTHERWISE.sub("", claim["sentence"])
    ways = {(one or other).lower() for one, other in DIRECTION.findall(said)}
    return bool(found) and ways <= found and (not ALIKE.search(said) or "similar" in found)


@pytest.mark.parametrize("face", ON_PAPER)
def test_no_sentence_of_a_report_claims_what_no_test_supports(board: Board, face: Face, tmp_path: Path) -> None:
    board("report", "annual", "--year", "2013-14", "--out", tmp_path, "--face", face).well()
    claims = json.loads((tmp_path / "facts.json").read_text(encoding="utf-8"))["claims"]
    assert len(claims) > 10
    assert [claim for claim in claims if not supports(claim)] == []
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert untested(page, [claim["sentence"] for claim in claims]) == []


def test_no_sentence_of_a_page_claims_what_no_test_supports(board: Board) -> None:
    settings = {**board.surroundings, "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings"}
    made = subprocess.run([sys.executable, "-c", READ_PAGES], env=settings, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    *pages, tested = [json.loads(line) for line in made.stdout.splitlines()]
    assert len(pages) > 2 * len(catalogue.indicators())
    assert [each["address"] for each in pages if each["status"] != 200] == []
    left = {}
    for each in pages:
        counted = each["page"].partition("What it means</h2>")[0].partition("How to read it</h2>")[0]
        if found := untested(counted, tested):
            left[each["address"]] = found
    assert left == {}


def test_a_claim_without_a_test_would_be_found() -> None:
    assert untested("<main><p>Plans rose sharply.</p></main>", []) == ["Plans rose sharply."]
    tested = "It is lower by more than chance explains."
    assert untested(f"<main><p>{tested}</p></main>", [tested]) == []
    assert not supports({"sentence": "it is lower by more than chance explains.", "tests": [{"found": "higher"}]})
    assert not supports({"sentence": "it is similar", "tests": [{"found": "lower"}]})
    assert not supports({"sentence": "it is similar", "tests": []})
