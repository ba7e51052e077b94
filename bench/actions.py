"""What the registers cost when they hold 10,000 actions: bringing them in, and reading a page. `make bench`.

An action log of 10,000 rows is invented, imported as somebody would import it, and the pages of the registers are read,
one reader after another, from the program's own server. What was asked for is 95 in 100 within 200 milliseconds.
Beside them, in the same run, a page without an action.
"""

import json
import sys
import tempfile
from pathlib import Path
from statistics import quantiles

from pages import FLOOR, SIGN_IN, called, read, served

ROWS, TURNS, ASKED = 10_000, 60, 0.2
PAGES = (
    FLOOR,
    "/actions/",
    "/actions/?page=50",
    "/actions/?waits=silent+last+quarter",
    "/actions/?state=done&agency=a3",
    "/actions/1/",
    "/recommendations/",
    "/recommendations/?theme=plans",
)
MAKE = """
import django, json, sys, time
django.setup()
from datetime import date, timedelta
from goldenthread.engine.rendering.delimited import as_csv
from goldenthread.workflow.actions.importing import operations
from goldenthread.workflow.actions.importing.matching import propose
from goldenthread.workflow.actions.importing.taking import Matching
from goldenthread.workflow.agencies.operations import add
from goldenthread.workflow.people.models import Person
rows, today = int(sys.argv[1]), date.today()
for at in range(12):
    add(f"a{at}", f"Invented agency {at}", "health", by="bench")
Person.objects.create(email="member@bench.example", name="A member", role="board member")
headers = ["recommendation", "theme", "action", "lead", "agency", "due date", "status", "evidence", "update"]
def row(at):
    due = (today + timedelta(days=at % 900 - 600)).isoformat()
    state = ("done", "open", "in progress")[at % 3]
    return [f"Recommendation {at // 2}: make plans clear and say who does what.", ("plans", "voice")[at % 2],
            f"Action {at}: brief every cluster, and look at ten plans a quarter.", "Head of Service", f"a{at % 12}",
            due, state, "The list of briefings." if state == "done" else "", "Two of four were held."]
log = as_csv(headers, map(row, range(rows))).encode()
took, begun = {}, time.perf_counter()
brought = operations.bring("log.csv", log, by="bench")
table = operations.table_of(brought)
columns = {each.at: each.target for each in propose(table.headers)}
chosen = Matching(columns, "audit", "An invented review", today - timedelta(days=600))
operations.match(brought, chosen, sheet=table.sheet, by="bench")
took["read and matched"] = time.perf_counter() - begun
begun = time.perf_counter()
brought.refresh_from_db()
operations.look(brought)
took["checked"] = time.perf_counter() - begun
begun = time.perf_counter()
done = operations.import_log(brought, by="bench")
took["checked again and imported"] = time.perf_counter() - begun
print(json.dumps({"took": took, "counts": done.counts}))
"""


def made(home: Path) -> None:
    """A home with so many actions; what it took to bring them in is printed."""
    called(home, "-m", "goldenthread.config.command_line", "init", "An invented board")
    told = json.loads(called(home, "-c", MAKE, str(ROWS)).stdout.splitlines()[-1])
    counts = told["counts"]
    print(f"  a log of {ROWS:,} rows: {counts['actions']:,} actions, {counts['rejected']:,} rows not taken")
    for name, seconds in told["took"].items():
        print(f"      {name:<42}{seconds:8.2f} s")


def told(took: dict[str, list[float]]) -> None:
    """Each page in a row, beside the page without an action."""
    cuts = {page: quantiles(seconds, n=20) for page, seconds in took.items()}
    for page, cut in cuts.items():
        half, most = cut[9], cut[18]
        print(
            f"  {page:<40} half within {1000 * half:6.0f} ms   95 in 100 within {1000 * most:6.0f} ms"
            f"   {most / ASKED:5.1f} x what was asked   {most / cuts[FLOOR][18]:5.1f} x a page without an action"
        )


def main() -> None:
    """Make the actions, serve them, and have the registers read."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "home"
        made(home)
        (cookies,) = json.loads(called(home, "-c", SIGN_IN, "1").stdout)
        with served(home) as site:
            took: dict[str, list[float]] = {}
            for page in PAGES:
                read(site, page, cookies)
                took[page] = [read(site, page, cookies) for _ in range(TURNS)]
            told(took)


if __name__ == "__main__":
    sys.exit(main())
