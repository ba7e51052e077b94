"""The board in the home: beginning it, and opening it for a command."""

import sys
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from goldenthread.engine.english import counted
from goldenthread.engine.store.keys import Keys, keys_of
from goldenthread.engine.store.locks import alone
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.agencies.operations import found
from goldenthread.workflow.history.refusals import Refused

# What an interrupted `init` may have left, from which it can begin again. A history with entries is not among it.
_LEFT_OVER = {
    "goldenthread.sqlite3",
    "goldenthread.sqlite3-wal",
    "goldenthread.sqlite3-shm",
    "logs",
    "lock",
    "key.mark",
}


def init(name: str, *, by: str) -> None:
    """Begin an empty board in an empty home. Refused where the home has a board or holds anything else."""
    home: Path = settings.GOLDENTHREAD_HOME
    if is_there():
        raise Refused(f"There is a board in {home} already. Choose another home with GOLDENTHREAD_HOME.")
    if home.exists() and not home.is_dir():
        raise Refused(f"{home} is a file, not a folder. Choose another home with GOLDENTHREAD_HOME.")
    if other := _held_by_others(home):
        raise Refused(f"{home} is not empty (it holds {other[0]}). Choose an empty home with GOLDENTHREAD_HOME.")
    begin(name, by=by)


def _held_by_others(home: Path) -> list[str]:
    if not home.exists():
        return []
    held = (path for path in home.iterdir() if path.name not in _LEFT_OVER)
    return sorted(path.name for path in held if path.name != "history.heads" or path.stat().st_size)


def begin(name: str, *, by: str) -> None:
    """Make home, key and database, and found the board in them. A key that is there already is used, never replaced."""
    settings.GOLDENTHREAD_HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not settings.GOLDENTHREAD_KEY_FILE.exists():
        Keys.create(settings.GOLDENTHREAD_KEY_FILE)
    keys_of(settings.GOLDENTHREAD_HOME, settings.GOLDENTHREAD_KEY_FILE)
    if settings.DATABASE_FILE:
        settings.DATABASE_FILE.touch(mode=0o600)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    found(name, by=by)


def open_board() -> None:
    """Make sure that a board is there, and that its database is as this version needs it."""
    home = settings.GOLDENTHREAD_HOME
    if not is_there():
        raise Refused(f"There is no board in {home}. Start one with: goldenthread init NAME")
    keys_of(home, settings.GOLDENTHREAD_KEY_FILE)
    bring_up_to_date()


def is_there() -> bool:
    """Whether a board has been founded. Looking never makes a database where there is none."""
    if settings.DATABASE_FILE and not settings.DATABASE_FILE.is_file():
        return False
    return Partnership._meta.db_table in connection.introspection.table_names() and Partnership.objects.exists()


def bring_up_to_date() -> None:
    """Change the database as newer versions of the program need it. Refused where it is of a newer version still."""
    executor = MigrationExecutor(connection)
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("goldenthread.")}
    applied = {each for each in executor.loader.applied_migrations if each[0] in ours}
    if applied - set(executor.loader.disk_migrations):
        raise Refused(
            "This board was last used by a newer version of the program. Install that version, or a later one."
        )
    if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with alone(settings.GOLDENTHREAD_HOME, "bring the database up to date"):
            call_command("migrate", verbosity=0, interactive=False)
        print(f"The database was brought up to date ({counted(len(plan), 'change', 'changes')}).", file=sys.stderr)
