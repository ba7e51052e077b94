"""What every test stands on: a home of its own, invented children, no network, a real browser where one is."""

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT.parent / "shared" / "samples"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
TOUCHES_THE_DATABASE = {"db", "transactional_db", "live_server", "client", "admin_client", "django_user_model"}

# Playwright runs an event loop in the thread of the test, where Django would refuse to touch the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# No test asserts how long something took. `quick` draws the same examples every time; `make fuzz` draws new ones.
hypothesis_settings.register_profile("quick", max_examples=60, deadline=None, derandomize=True, database=None)
hypothesis_settings.register_profile(
    "fuzz", max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_configure() -> None:
    """The tests run on PostgreSQL when they are told to, or not at all."""
    asked = os.environ.get("TEST_DATABASE_URL", "")
    if asked.startswith("postgres") and "postgresql" not in django_settings.DATABASES["default"]["ENGINE"]:
        pytest.exit("TEST_DATABASE_URL names PostgreSQL, but the settings chose another database", returncode=2)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database and what drives a browser, so that nobody has to remember to."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & TOUCHES_THE_DATABASE:
            item.add_marker("database")
        if fixtures & {"page", "new_context", "browser"}:
            item.add_marker("browser")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without a browser its tests are skipped, except where the whole suite must run."""
    if item.get_closest_marker("browser") and not CHROMIUM:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this machine: apt-get install chromium")
        pytest.skip("needs Chromium: apt-get install chromium")


@pytest.fixture(scope="session", autouse=True)
def real_home() -> Path:
    """Where the board of whoever runs the tests may be. Neither it nor its key is opened by any test."""
    if not django_settings.configured:
        return Path("var").resolve()
    home, key = str(django_settings.GOLDENTHREAD_HOME), str(django_settings.GOLDENTHREAD_KEY_FILE)

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event in {"open", "os.mkdir", "sqlite3.connect"} and isinstance(arguments[0], (str, bytes, os.PathLike)):
            path = os.path.abspath(os.fsdecode(arguments[0]))
            if path in {home, key} or path.startswith(home + os.sep):
                raise PermissionError(f"a test tried to open the real home: {path}")

    sys.addaudithook(refuse)
    return Path(home)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that does not exist yet, for this test alone, in the settings and for commands run by the test."""
    place, key = tmp_path / "home", tmp_path / "home.key"
    monkeypatch.setenv("GOLDENTHREAD_HOME", str(place))
    monkeypatch.setenv("GOLDENTHREAD_KEY_FILE", str(key))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    caches["pages"].clear()
    if django_settings.configured:
        monkeypatch.setattr(django_settings, "GOLDENTHREAD_HOME", place)
        monkeypatch.setattr(django_settings, "GOLDENTHREAD_KEY_FILE", key)
        monkeypatch.setattr(django_settings, "DATABASE_FILE", None)  # that of a test is in memory, or on a server
    return place


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample files of others, which this repository does not hold."""
    if not SAMPLES.is_dir():
        pytest.skip("needs ../shared/samples")
    return SAMPLES


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, which must not look for the world outside."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-quic", *quiet],
    }


RESTART = """
DO $$ DECLARE each record; BEGIN
  FOR each IN SELECT sequencename FROM pg_sequences WHERE sequencename !~ '^(django|auth)_'
  LOOP PERFORM setval(quote_ident(each.sequencename), 1, false); END LOOP;
END $$
"""
"""PostgreSQL counts on from one test to the next. A test that says `task 1` means the first, there as on SQLite."""


@pytest.fixture(autouse=True)
def _numbers_begin_at_one(request: pytest.FixtureRequest) -> None:
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(RESTART)
