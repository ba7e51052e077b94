"""What a page costs when 20 people read at once: half of the answers, and 95 in 100, came within so long. `make bench`.

The demonstration is built, served by the program's own server, and read as a board member reads it: every person asks
for page after page without a pause. Beside it, in the same run, a page without a figure. What was asked for is 95 in
100 within 100 milliseconds. `BENCH_HOME` names a home with a built demonstration, where one is to be read instead.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles

PEOPLE, TURNS, ASKED = 20, 5, 0.1
FLOOR = "/help/accessibility/"
PAGES = (FLOOR, "/", "/scorecard/", "/indicators/CP1/", "/reports/")
SIGN_IN = """
import django, json
django.setup()
from django.test import Client
from goldenthread.workflow.people.models import Person
client = Client()
client.force_login(Person.objects.filter(role="board member").first())
print(json.dumps({each.key: each.value for each in client.cookies.values()}))
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


def read(site: str, page: str, cookies: str) -> float:
    """How many seconds a page took."""
    begun = time.perf_counter()
    with closing(HTTPConnection(site)) as connection:
        connection.request("GET", page, headers={"Cookie": cookies})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{page} was answered with {answer.status}.")
    return time.perf_counter() - begun


def measured(site: str, cookies: str) -> dict[str, list[float]]:
    """What each page took when everybody asked for it at once, read once before by each process."""
    took: dict[str, list[float]] = {}
    with ThreadPoolExecutor(PEOPLE) as people:
        for page in PAGES:
            every = PEOPLE * [site], PEOPLE * [page], PEOPLE * [cookies]
            list(people.map(read, *every))
            took[page] = list(people.map(read, *(TURNS * each for each in every)))
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
        cookies = "; ".join(f"{name}={value}" for name, value in json.loads(called(home, "-c", SIGN_IN).stdout).items())
        with served(home) as site:
            told(measured(site, cookies))


if __name__ == "__main__":
    main()
