"""What a page costs when 20 people read at once: half of the answers, and 95 in 100, came within so long. `make bench`.

The demonstration is built, served by the program's own server, and read by 20 board members, each under an account of
their own and without a pause. Beside it, in the same run, a page without a figure. What was asked for is 95 in
100 within 100 milliseconds. `BENCH_HOME` names a home with a built demonstration, where one is to be read instead.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from http.client import HTTPConnection
from itertools import chain
from pathlib import Path
from statistics import quantiles

PEOPLE, BEFORE, TURNS, ASKED = 20, 3, 15, 0.1
FLOOR = "/help/accessibility/"
PAGES = (FLOOR, "/", "/scorecard/", "/indicators/CP1/", "/reports/")
SIGN_IN = """
import django, json, sys
django.setup()
from django.test import Client
from goldenthread.workflow.people.models import Person
def cookies(number):
    email = f"member{number}@bench.example"
    person, _ = Person.objects.get_or_create(email=email, defaults={"name": f"Member {number}", "role": "board member"})
    client = Client()
    client.force_login(person)
    return "; ".join(f"{each.key}={each.value}" for each in client.cookies.values())
print(json.dumps([cookies(number) for number in range(int(sys.argv[1]))]))
"""


def called(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A Python that runs something of ours in a home."""
    return subprocess.run([sys.executable, *command], env=_given(home), stdout=subprocess.PIPE, text=True, check=True)


def _given(home: Path) -> dict[str, str]:
    settings = {"DJANGO_SETTINGS_MODULE": "goldenthread.config.settings", "GOLDENTHREAD_HOME": str(home)}
    return {**os.environ, **settings}


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Where the home's site is while it is served."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    command = [sys.executable, "-m", "goldenthread.config.command_line", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=_given(home), stdout=subprocess.PIPE, text=True) as site:
        try:
            while site.stdout and "http://" not in (line := site.stdout.readline()):
                if not line:
                    raise SystemExit("The site did not start.")
            yield f"127.0.0.1:{port}"
        finally:
            site.terminate()


def read(site: str, page: str, cookies: str, *, over: HTTPConnection | None = None) -> float:
    """How many seconds a page took, over a connection that is there already or one of its own."""
    begun = time.perf_counter()
    connection = over or HTTPConnection(site)
    connection.request("GET", page, headers={"Cookie": cookies})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{page} was answered with {answer.status}.")
    if over is None:
        connection.close()
    return time.perf_counter() - begun


def measured(site: str, cookies: Sequence[str]) -> dict[str, list[float]]:
    """What each page took when everybody asked for it at once, read by each process before."""

    def reads(page: str, turns: int, own: str) -> list[float]:
        """A person reads a page again and again, over the one connection that their browser keeps."""
        with closing(HTTPConnection(site)) as connection:
            return [read(site, page, own, over=connection) for _ in range(turns)]

    took: dict[str, list[float]] = {}
    with ThreadPoolExecutor(PEOPLE) as people:
        # All pages before any is measured: what is read first also waits for each thread of the site to begin.
        for page in PAGES:
            list(people.map(partial(reads, page, BEFORE), cookies))
        for page in PAGES:
            took[page] = list(chain.from_iterable(people.map(partial(reads, page, TURNS), cookies)))
    return took


def told(took: dict[str, list[float]]) -> None:
    """Each page in a row, beside the page without a figure."""
    cuts = {page: quantiles(seconds, n=20) for page, seconds in took.items()}
    for page, cut in cuts.items():
        half, most = cut[9], cut[18]
        print(
            f"  {page:<24} half within {1000 * half:6.0f} ms   95 in 100 within {1000 * most:6.0f} ms"
            f"   {most / ASKED:5.1f} x what was asked   {most / cuts[FLOOR][18]:5.1f} x a page without a figure"
        )


def main() -> None:
    """Build the demonstration where none is given, serve it, and have it read."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(os.environ.get("BENCH_HOME") or Path(place) / "home")
        if not home.exists():
            called(home, "-m", "goldenthread.config.command_line", "demo", "--no-serve")
        cookies: list[str] = json.loads(called(home, "-c", SIGN_IN, str(PEOPLE)).stdout)
        with served(home) as site:
            told(measured(site, cookies))


if __name__ == "__main__":
    main()
