"""What the demonstration costs to build, stage by stage, to work out again, and its annual report in three formats.

Run by `make bench`. It is worked out again with nothing changed, and after one small return with one number changed.

Beside it, in the same run, what it costs to start Python and leave again.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUILD = """
import django, json, sys
django.setup()
from goldenthread.config import board
from goldenthread.demo.building import build
print(json.dumps(build(begin=board.begin, address="", board=None, say=lambda _: None).stages))
"""
REPORT = """
import django, json, sys, time
django.setup()
from goldenthread.engine.periods import parse_year
from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.reports import operations
took, begun = {}, time.perf_counter()
_, document = operations.make("annual", parse_year("2013-14"), face=Face.BOARD, by="bench")
took["figures, sentences and charts"] = time.perf_counter() - begun
for file in operations.FORMATS:
    begun = time.perf_counter()
    operations.in_format(document, file)
    took[file] = time.perf_counter() - begun
print(json.dumps(took))
"""
AGAIN = """
import django, json, time
django.setup()
from goldenthread.workflow.evidence.operations import compute
begun = time.perf_counter()
done = compute(by="bench")
print(json.dumps({f"working out {done.computed} of {done.indicators} indicators": time.perf_counter() - begun}))
"""


def timed(code: str, home: Path) -> tuple[float, dict[str, float]]:
    """Seconds of a new Python that runs the code, and what the code says of its stages."""
    settings = {"DJANGO_SETTINGS_MODULE": "goldenthread.config.settings", "GOLDENTHREAD_HOME": str(home)}
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True, check=True
    )
    seconds = time.perf_counter() - begun
    return seconds, json.loads(done.stdout or "{}")


def send_a_small_return(home: Path) -> None:
    """The police's quarterly counts again, the first of them one more."""
    path = home / "demo" / "police" / "quarterly_counts.csv"
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0]["count"] = str(int(rows[0]["count"]) + 1)
    with path.open("w", newline="") as file:
        written = csv.DictWriter(file, list(rows[0]))
        written.writeheader()
        written.writerows(rows)
    command = [Path(sys.executable).parent / "goldenthread", "receive", path.parent, "--agency", "police", "--accept"]
    env = {**os.environ, "GOLDENTHREAD_HOME": str(home)}
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)


def told(what: str, seconds: float, floor: float, stages: dict[str, float]) -> None:
    """The whole in one row, its stages below it."""
    print(f"  {what:<46}{seconds:8.2f} s {seconds / floor:8.0f} x")
    for name, took in stages.items():
        print(f"      {name:<42}{took:8.2f} s {100 * took / seconds:8.0f} %")


def main() -> None:
    """Build it once, work it out again, make its report, and print what each took beside a bare Python."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "home"
        floor = min(timed("", home)[0] for _ in range(3))
        told("python, started and left", floor, floor, {})
        told("the demonstration", *_with(timed(BUILD, home), floor))
        told("worked out again, nothing changed", *_with(timed(AGAIN, home), floor))
        send_a_small_return(home)
        told("worked out again after a small return", *_with(timed(AGAIN, home), floor))
        told("its annual report in three formats", *_with(timed(REPORT, home), floor))


def _with(measured: tuple[float, dict[str, float]], floor: float) -> tuple[float, float, dict[str, float]]:
    return measured[0], floor, measured[1]


if __name__ == "__main__":
    main()
