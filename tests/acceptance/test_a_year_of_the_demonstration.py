"""The demonstration, built once: a whole city from the files its agencies sent to the report its chair would sign."""

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import outloud
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pypdf import PdfReader

from goldenthread import catalogue
from goldenthread.engine.counting import Part, count, supplied
from goldenthread.engine.definitions.kept import COUNTED, SUPPLIED
from goldenthread.engine.periods import Span
from goldenthread.engine.protecting.faces import ON_PAPER, Face
from goldenthread.engine.protecting.primary import HIDDEN, WITHHELD
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.results import read_results
from tests.functional.running import Answer, Board

YEAR = "2013-14"
PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "leeds-2013-14" / "figures.csv"
COVERED = [
    *(f"fd-{n:02d}" for n in range(1, 10)), "eh-01", *(f"cp-{n:02d}" for n in range(1, 16)),
    *(f"cla-{n:02d}" for n in range(1, 30)), *(f"cse-{n:02d}" for n in range(1, 8)),
    *(f"mis-{n:02d}" for n in range(1, 5)), "all-01", "all-02", "aud-01", "aud-02",
    "aud-03", "aud-04", *(f"brd-{n:02d}" for n in range(3, 9)), "cd-02", *(f"ctx-{n:02d}" for n in range(1, 7)),
]  # fmt: skip
needs_the_list = pytest.mark.skipif(not PUBLISHED.exists(), reason="the published figures are not here")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Board, Answer]:
    board = Board(tmp_path_factory.mktemp("demonstration") / "home")
    return board, board("demo", "--no-serve").well()


@pytest.fixture(scope="module")
def demo(built: tuple[Board, Answer]) -> Board:
    return built[0]


@pytest.fixture
def copy(demo: Board, tmp_path: Path) -> Iterator[Board]:
    yield demo.copied_to(tmp_path / "home")


@pytest.fixture(scope="module")
def verdicts(demo: Board) -> dict[str, dict[str, Any]]:
    answer = demo("figures", PUBLISHED, "--json")
    assert answer.code == 0
    return {each["id"]: each for each in answer.json}


def as_iso(day: str) -> str:
    return "-".join(reversed(day.split("/"))) if day else ""


def looked_after(folder: Path, day: str) -> int:
    """Children in care on a day, counted from the file with nothing but Python."""
    first, *rows = (folder / "episodes.csv").read_text(encoding="utf-8").splitlines()
    columns = first.split(",")
    found = set()
    for row in rows:
        episode = dict(zip(columns, row.split(","), strict=True))
        began, ended = as_iso(episode["DECOM"]), as_iso(episode["DEC"]) or "9999"
        if episode["LS"] not in {"V3", "V4"} and began < ended and began <= day < ended:
            found.add(episode["CHILD"])
    return len(found)


def test_it_says_what_it_does_and_where_to_begin(built: tuple[Board, Answer]) -> None:
    said = built[1].out
    for word in (
        "invented", "1 of 22", "edition 1 published", "chair:", "board member:", "analyst:", "agency data lead:",
        "young adviser:", "seconds",
    ):  # fmt: skip
        assert word in said
    assert "http://127.0.0.1:8000" in said and "passphrase" in said


def test_every_return_was_taken_in_by_the_front_door(demo: Board) -> None:
    database = sqlite3.connect(demo.home / "goldenthread.sqlite3")
    rows = database.execute("SELECT state, count(*) FROM returns_return GROUP BY 1").fetchall()
    whole = database.execute("SELECT count(*) FROM returns_part WHERE superseded_by_id IS NOT NULL").fetchall()
    database.close()
    assert rows == [("accepted", 21), ("received", 2)] and whole == [(0,)]


def test_every_indicator_has_figures(demo: Board) -> None:
    """A board member who opens any of them sees what it looks like when there is something to see."""
    database = sqlite3.connect(demo.home / "goldenthread.sqlite3")
    ((kept,),) = database.execute("SELECT results FROM results_edition ORDER BY number DESC LIMIT 1").fetchall()
    database.close()
    store = FileStore(demo.home, "results")
    cells = read_results([store.path(each["digest"]) for each in json.loads(kept).values()])
    told = {cell["indicator"] for cell in cells if cell["status"] in (COUNTED, SUPPLIED)}
    assert set(catalogue.indicators()) - told == set()


def test_the_calendar_shows_what_came_late_and_what_never_came(demo: Board) -> None:
    owed = {(each["agency"], each["period"]): each for each in demo("calendar", "--json").json}
    assert owed["youth-justice", "FY2013-14Q4"]["state"] == "missing"
    late = owed["hospital", "FY2013-14"]
    assert (late["came_on"], late["days_late"]) == ("2014-07-09", 40)
    assert late["state"] == owed["police", "FY2013-14"]["state"] == "accepted in part"
    assert owed["training", "FY2013-14"]["state"] == "received late"
    assert {each["state"] for each in owed.values()} == {"received", "received late", "accepted in part", "missing"}


@needs_the_list
@pytest.mark.parametrize("figure", COVERED)
def test_a_published_figure_comes_out_of_the_records(verdicts: dict[str, dict[str, Any]], figure: str) -> None:
    expected = {"conflict"} if figure == "cp-05" else {"reproduced", "supplied"}
    assert verdicts[figure]["verdict"] in expected


@needs_the_list
def test_nothing_differs_and_the_rate_that_cannot_be_is_explained(verdicts: dict[str, dict[str, Any]]) -> None:
    assert {each["verdict"] for each in verdicts.values()} == {
        "reproduced", "supplied", "conflict", "direction", "not covered",
    }  # fmt: skip
    said = verdicts["cp-05"]["because"]
    assert "156,495 to 159,789" in said and "154,629 to 156,416" in said and "no population gives both" in said


DIRECTIONS = {
    "fd-10": "supported", "cp-16": "no base", "cp-17": "supported", "cp-18": "no base", "cp-19": "supported",
    "cp-20": "no base", "cla-30": "not supported", "cla-31": "no base", "cla-32": "not supported", "cse-08": "no base",
    "mis-05": "supported", "all-03": "supported", "cd-01": "not supported", "pf-01": "not supported",
    "pf-02": "no base", "sh-01": "supported", "sh-02": "supported",
}  # fmt: skip
"""What tests do for each direction that was published about the child's journey without a figure."""


@needs_the_list
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_of_a_direction_without_a_figure_it_says_what_a_test_supports(
    verdicts: dict[str, dict[str, Any]], direction: str
) -> None:
    found = verdicts[direction]
    assert (found["verdict"], found["shown"]) == ("direction", DIRECTIONS[direction])
    assert "no indicator answers it" not in found["because"]
    assert "test" in found["because"]


@needs_the_list
def test_to_be_complete_is_asked_for_and_is_not_claimed(demo: Board) -> None:
    answer = demo("figures", PUBLISHED, "--complete")
    assert answer.code == 1
    assert (
        answer.out.splitlines()[-1] == "reproduced 74, supplied 9, conflict 1, direction 21, not covered 11, differs 0"
    )


@pytest.mark.parametrize("year", range(2009, 2014))
def test_children_looked_after_are_those_in_the_file(demo: Board, year: int) -> None:
    day = f"{year + 1}-03-31"
    (figure,) = demo("indicator", "CLA1", "--period", day, "--format", "json").json
    folder = demo.home / "demo" / f"ssda903-{year}-{year - 1999:02d}"
    assert figure["value"] == looked_after(folder, day) > 1300


def test_years_before_there_are_records_are_told_as_supplied(demo: Board) -> None:
    (figure,) = demo("indicator", "CLA1", "--period", "2008-03-31", "--format", "json").json
    assert (figure["status"], figure["value"]) == ("supplied", 1297)


def test_a_rate_names_its_population_and_groups_without_one_say_so(demo: Board) -> None:
    (whole,) = demo("indicator", "CLA2", "--period", "2014-03-31", "--format", "json").json
    assert whole["denominator"] == 155_250
    groups = demo("indicator", "CLA2", "--period", "2014-03-31", "--by", "ethnicity", "--format", "json").json
    assert {group["status"] for group in groups} == {"no population"}


def test_there_is_something_to_put_right(demo: Board) -> None:
    issues = demo("issues", "5", "--json").json
    assert {"error", "warning"} <= {issue["severity"] for issue in issues}
    assert {"header.csv", "episodes.csv", "reviews.csv"} <= {issue["file"] for issue in issues}
    assert len([issue for issue in issues if issue["severity"] == "error"]) < 10


def test_the_report_of_the_year(demo: Board, tmp_path: Path) -> None:
    demo("report", "annual", "--year", YEAR, "--out", tmp_path / "report").well()
    page = (tmp_path / "report" / "index.html").read_text(encoding="utf-8")
    assert "Ambleford Safeguarding Children Board" in page
    assert json.loads((tmp_path / "report" / "facts.json").read_text(encoding="utf-8"))["facts"]
    demo("verify").well()


def test_a_child_taken_out_of_the_files_moves_the_figures(copy: Board) -> None:
    sent = copy.home.parent / "sent"
    shutil.copytree(copy.home / "demo" / f"ssda903-{YEAR}", sent)
    lines = (sent / "episodes.csv").read_text(encoding="utf-8").splitlines()
    child = next(line.split(",")[0] for line in lines[1:] if line.split(",")[7] == "" and line.split(",")[3] == "C2")
    (sent / "episodes.csv").write_text("\n".join(line for line in lines if not line.startswith(f"{child},")))
    questions = [("indicator", code, "--period", "2014-03-31", "--format", "json") for code in ("CLA1", "CLA2", "CLA8")]
    before = [copy(*question).json[0] for question in questions]
    said = copy("receive", sent, "--agency", "childrens-services", "--period", f"FY{YEAR}", "--accept").well().out
    assert "takes the place of return 5" in said
    copy("compute").well()
    after = [copy(*question).json[0] for question in questions]
    assert after[0]["value"] == before[0]["value"] - 1
    assert after[1]["numerator"] == before[1]["numerator"] - 1
    assert after[2]["denominator"] == before[2]["denominator"] - 1
    if PUBLISHED.exists():
        differing = copy("figures", PUBLISHED)
        assert differing.code == 1 and "cla-06" in differing.out
    copy("verify").well()


# --- the annual report ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reports(demo: Board, tmp_path_factory: pytest.TempPathFactory) -> dict[Face, Path]:
    """The report of the year, written for each face."""
    folder = tmp_path_factory.mktemp("reports")
    for face in ON_PAPER:
        demo("report", "annual", "--year", YEAR, "--out", folder / face, "--face", face).well()
    return {face: folder / face for face in ON_PAPER}


def facts_of(folder: Path) -> dict[str, dict[str, Any]]:
    told = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    return {fact["id"]: fact for fact in told["facts"]}


def test_the_change_of_recording_system_is_declared_and_read_in_the_report(
    demo: Board, reports: dict[Face, Path]
) -> None:
    """Moves may have been lost, so their year before is not shown; plans were counted by hand, so theirs is."""
    database = sqlite3.connect(demo.home / "goldenthread.sqlite3")
    declared = database.execute('SELECT DISTINCT "on", how FROM breaks_break ORDER BY how').fetchall()
    database.close()
    assert declared == [("2013-10-01", how) for how in ("count reconciled", "coverage", "timing")]
    page = (reports[Face.BOARD] / "index.html").read_text(encoding="utf-8")
    moved = page.index("Looked-after children who had moved three times or more")
    assert "recording changed" in page[moved : page.index("</tr>", moved)]
    assert "Recording changed on 1 October 2013, and the count was checked by hand" in page


def test_it_follows_the_childs_journey_and_says_what_is_not_known(reports: dict[Face, Path]) -> None:
    page = (reports[Face.PUBLIC] / "index.html").read_text(encoding="utf-8")
    chapters = (
        "The year in short", "The area and its children", "The front door", "Early help",
        "Children subject to a child protection plan", "Children looked after",
        "Children at risk of sexual exploitation", "Children who go missing",
        "Allegations against people who work with children", "What the board has learnt",
        "What the board asked of others", "What was recommended and done",
        "What actions were found to change", "What the board set out to do, and did", "What is not known",
        "How the figures are defined",
    )  # fmt: skip
    places = [page.index(f">{chapter}</h2>") for chapter in chapters]
    assert places == sorted(places)
    assert "759 children were subject to a child protection plan on 31 March 2014, 234 fewer than a year before" in page
    assert "Target, 45.0" in page and "Statistical neighbours, 39.0" in page


def test_what_the_registers_hold_is_told_and_single_cases_within_the_board_alone(reports: dict[Face, Path]) -> None:
    pages = {face: (reports[face] / "index.html").read_text(encoding="utf-8") for face in ON_PAPER}
    for page in pages.values():
        assert "Of 8 answers asked for, 8 accept the whole." in page
        assert "1 has “none seen”, 1 has “activity only”, 1 has “practice changed”" in page
    told = {face: ("about a single case: “In one case" in page, "<blockquote" in page) for face, page in pages.items()}
    assert told == {Face.BOARD: (True, True), Face.PARTNERSHIP: (False, False), Face.PUBLIC: (False, False)}


@pytest.mark.parametrize("face", ON_PAPER)
def test_the_pdf_can_be_listened_to(reports: dict[Face, Path], face: Face) -> None:
    found = outloud.check(str(reports[face] / "report.pdf")).findings
    assert [each for each in found if not is_a_header_row(each)] == []


def is_a_header_row(found: Any) -> bool:
    """Whether what looks like a running header is the header row of tables that happen to begin several pages."""
    return found.rule == "PAG-001" and found.evidence.startswith("Measure When Figure Out of")


def test_everyone_can_read_the_page(reports: dict[Face, Path], page: Page) -> None:
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((reports[Face.PUBLIC] / "index.html").as_uri())
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_the_word_file_opens(reports: dict[Face, Path], tmp_path: Path) -> None:
    made = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    subprocess.run([*made, "--outdir", tmp_path, reports[Face.PUBLIC] / "report.docx"], check=True, capture_output=True)
    assert len(PdfReader(tmp_path / "report.pdf").pages) > 10


def test_the_board_paper_is_exact_and_marked_and_the_others_are_not(reports: dict[Face, Path]) -> None:
    marked = {
        face: "Confidential: board paper" in PdfReader(reports[face] / "report.pdf").pages[3].extract_text()
        for face in ON_PAPER
    }
    assert marked == {Face.PUBLIC: False, Face.PARTNERSHIP: False, Face.BOARD: True}
    exact = facts_of(reports[Face.BOARD])
    assert not {HIDDEN, WITHHELD} & {fact["status"] for fact in exact.values()}


def test_every_fact_comes_again_out_of_the_evidence_of_its_edition(demo: Board, reports: dict[Face, Path]) -> None:
    """The same whole numbers, counted afresh from the parts that the edition names. Targets are the board's own."""
    again = {
        (each["indicator"], each["period"], each["breakdown"], each["group"]): each for each in counted_again(demo)
    }
    facts = facts_of(reports[Face.BOARD])
    assert len(facts) > 500
    for fact in (each for each in facts.values() if each["group"] != "Target"):
        found = again.get((fact["indicator"], fact["period"], fact["breakdown"], fact["group"]))
        assert found is not None or fact["status"] == "not available"
        if found is not None:
            assert [found[name] for name in ("numerator", "denominator", "unknown")] == [
                fact[name] for name in ("numerator", "denominator", "unknown")
            ]


def counted_again(demo: Board) -> Iterator[dict[str, Any]]:
    database = sqlite3.connect(demo.home / "goldenthread.sqlite3")
    ((named,),) = database.execute("SELECT parts FROM results_edition ORDER BY number DESC LIMIT 1").fetchall()
    database.close()
    parts = [
        Part(each["dataset"], each["agency"], demo.home / "parts" / each["digest"], each["digest"],
             Span.between(each["first"], each["last"]))
        for each in json.loads(named)
    ]  # fmt: skip
    datasets, cohorts = catalogue.datasets(), catalogue.cohorts()
    told = supplied(catalogue.SUPPLIED_FIGURES, datasets=datasets, parts=parts)
    indicators = list(catalogue.indicators().values())
    for _, table in count(indicators, datasets=datasets, parts=parts, cohorts=cohorts, told=told):
        yield from table.to_pylist()
