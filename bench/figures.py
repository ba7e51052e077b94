"""The engine's counting beside plain DuckDB, pandas and Polars: ten figures of ten years of 1, 15 and 150 areas.

Run by `make bench`. Everybody reads the same files and is first found to give the same whole numbers; then the fastest
of several runs is told, and the most memory that its process took. The engine also counts the children behind every
figure, by which small numbers are protected. Of the others the second DuckDB and the second Polars do, which answer the
same as we do; they are not asked at the largest size, where they would want more memory than most machines have. The
others pay for the figures alone. Who is not installed is named and passed over. `BENCH_AREAS=1,15` asks for some sizes
only.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from figures_asked import GROUPS, PROPORTIONS, Answer, codes_of
from figures_invented import ROWS, write
from receive import LAUNCHER, MIB

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Counting:
    """Somebody who counts: a script, what it is told, what it needs, and up to how many areas it is asked."""

    name: str
    script: str
    needs: str
    told: str = ""
    most: int = 150


OURS = Counting("Golden Thread, with children behind each", "figures_ours.py", "goldenthread")
OTHERS = (
    Counting("DuckDB by hand, figures alone", "figures_duckdb.py", "duckdb"),
    Counting("DuckDB by hand, with children behind each", "figures_duckdb.py", "duckdb", told="children", most=15),
    Counting("Polars, figures alone", "figures_polars.py", "polars"),
    Counting("Polars, with children behind each", "figures_polars.py", "polars", told="children", most=15),
    Counting("pandas, figures alone", "figures_pandas.py", "pandas"),
)
TIMES = {1: 5, 15: 3, 150: 1}


@dataclass(frozen=True)
class Measured:
    """What somebody answered, in how many seconds, with how many MiB."""

    answer: Answer
    seconds: float
    memory: float


def measured(who: Counting, folder: Path, times: int) -> Measured | None:
    """One process that counts several times; none where it did not come to an end."""
    with tempfile.TemporaryDirectory() as place:
        into = Path(place) / "answer.npz"
        command = [sys.executable, str(HERE / who.script), str(folder), str(times), str(into), who.told]
        launched = [sys.executable, "-S", "-c", LAUNCHER, *command]
        done = subprocess.run(launched, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            return None
        _, memory = map(float, done.stdout.split())
        with np.load(into) as answer:
            return Measured(dict(answer), json.loads(into.with_suffix(".json").read_text()), memory / MIB)


def differing(ours: Answer, theirs: Answer) -> list[str]:
    """Where somebody else has another number than we have. Who says no, the second of three, is asked of shares."""
    found = []
    for code, numbers in ours.items():
        given = theirs[code]
        columns = [each for each in range(given.shape[2]) if each % 3 != 1 or code in PROPORTIONS]
        for group, period, _ in np.argwhere(given[:, :, columns] != numbers[:, :, columns]):
            mine, other = numbers[group, period].tolist(), given[group, period].tolist()
            found.append(f"{code} {codes_of(code)[period]} {': '.join(GROUPS[group])}: we say {mine}, they say {other}")
    return found


def compared(areas: int) -> None:
    """Everybody on the records of so many areas."""
    print(f"{areas} {'area' if areas == 1 else 'areas'}, {areas * sum(ROWS.values()):,} rows")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(areas, folder)
        ours = measured(OURS, folder, TIMES.get(areas, 1))
        if ours is None:
            raise SystemExit("Our own counting did not come to an end.")
        row(OURS.name, ours, ours)
        for who in OTHERS:
            if find_spec(who.needs) is None:
                print(f"  {who.name:<44} {who.needs} is not installed here: make bench installs it")
                continue
            if areas > who.most:
                print(f"  {who.name:<44} not asked of more than {who.most} areas")
                continue
            theirs = measured(who, folder, TIMES.get(areas, 1))
            if theirs is None:
                print(f"  {who.name:<44} did not come to an end")
                continue
            if unlike := differing(ours.answer, theirs.answer):
                raise SystemExit(f"{who.name} differs in {len(unlike):,} figures, first {unlike[0]}")
            row(who.name, theirs, ours)


def row(name: str, found: Measured, ours: Measured) -> None:
    """What somebody took, and how many times that we took."""
    least = f"we take {ours.seconds / found.seconds:6.2f} x its time" if found is not ours else ""
    print(f"  {name:<44}{found.seconds:9.3f} s{found.memory:8.0f} MiB   {least}", flush=True)


def main() -> None:
    """Each size in turn."""
    for areas in os.environ.get("BENCH_AREAS", "1,15,150").split(","):
        compared(int(areas))


if __name__ == "__main__":
    main()
