"""What it costs to take in a return, beside the least that anyone could pay for it. Run by `make bench`.

Two comparisons, both measured in one run, best of several:
  reading and checking the files, beside reading the same bytes with Python's csv module and keeping nothing;
  the whole command `goldenthread receive`, beside starting Python and leaving again.
"""

import csv
import hashlib
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from goldenthread import catalogue
from goldenthread.demo.board_file import read_board
from goldenthread.demo.city import draw_city
from goldenthread.demo.ssda903 import write_returns
from goldenthread.engine import periods
from goldenthread.engine.checking.intake import Intake, Received, take_in

COMMAND = str(Path(sys.executable).parent / "goldenthread")
SAMPLE = Path(__file__).resolve().parents[2] / "shared" / "samples" / "ssda903"
SAMPLE_COVERS, INVENTED_COVERS = "FY2015-16..FY2017-18", "FY2013-14"
TIMES = 5
MIB = 1024  # KiB, in which Linux counts the memory of a process

# A process inherits the peak of whoever starts it. This small one starts it, so that ours does not count.
LAUNCHER = """
import os, resource, subprocess, sys, time
begun = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the fastest of several runs."""
    seconds = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def read_only(files: list[Received]) -> int:
    """The floor: every field of every file, read by Python's csv module. The number of rows."""
    return sum(len(list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))) for file in files)


def read_and_check(files: list[Received], covers: str) -> Intake:
    """Ours: recognised, typed, checked, with what identifies set apart."""
    return take_in(
        files,
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, local_id: hashlib.sha256(f"{scheme} {local_id}".encode()).hexdigest()[:32],
        covers=periods.parse(covers),
    )


def run(*command: str, home: Path) -> tuple[float, float]:
    """Seconds and peak memory in MiB of one process."""
    launched = [sys.executable, "-S", "-c", LAUNCHER, *command]
    environment = {**os.environ, "GOLDENTHREAD_HOME": str(home)}
    done = subprocess.run(launched, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}")
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory / MIB


def whole_command(folder: Path, covers: str) -> tuple[float, float]:
    """The fastest `receive` of several, each into a new home, and the most memory any of them took."""
    runs = []
    for _ in range(TIMES):
        with tempfile.TemporaryDirectory() as place:
            home = Path(place) / "home"
            run(COMMAND, "init", "Bench", home=home)
            run(COMMAND, "agency", "cs", "Children's services", "--sector", "local-authority", home=home)
            runs.append(run(COMMAND, "receive", str(folder), "--agency", "cs", "--period", covers, home=home))
    return min(seconds for seconds, _ in runs), max(memory for _, memory in runs)


def invented(place: Path) -> Path:
    """A folder with a return of one year of the demonstration's city."""
    city = draw_city(read_board(), seed=1)
    return [folder for _, folder in write_returns(city, place)][-1]


def line(what: str, seconds: float, floor: float, memory: float | None = None) -> None:
    """One row of the answer."""
    peak = f"{memory:8.0f} MiB" if memory else ""
    print(f"  {what:<58}{seconds:8.3f} s {seconds / floor:8.1f} x {peak}")


def main(folder: Path, whose: str, covers: str) -> None:
    """Measure the return in `folder` and print the two comparisons."""
    files = [Received(file.name, file.read_bytes()) for file in sorted(folder.glob("*.csv"))]
    size = sum(len(file.content) for file in files) / 1024 / MIB
    taken = read_and_check(files, covers)
    rows = sum(file.read for file in taken.files)
    print(f"{whose}: {len(files)} files, {rows:,} rows, {size:.1f} MiB, {len(taken.issues):,} issues")
    floor = fastest(lambda: read_only(files))
    line("csv module, nothing kept", floor, floor)
    line("take_in: recognised, typed, checked, set apart", fastest(lambda: read_and_check(files, covers)), floor)
    print()
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "home"
        bare = min(run(sys.executable, "-c", "", home=home) for _ in range(TIMES))
        line("python, started and left", bare[0], bare[0], bare[1])
        asked = min(run(COMMAND, "--help", home=home) for _ in range(TIMES))
        line("goldenthread --help", asked[0], bare[0], asked[1])
    received = whole_command(folder, covers)
    line("goldenthread receive, the whole process", received[0], bare[0], received[1])


if __name__ == "__main__":
    if SAMPLE.is_dir():
        main(SAMPLE, "the sample files of others", SAMPLE_COVERS)
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(invented(Path(folder)), "invented files", INVENTED_COVERS)
