"""The worker does what takes long, one job after another. There is one for a home on each machine."""

import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Mapping
from typing import NoReturn

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection

from goldenthread.config.mishaps import keep
from goldenthread.engine.store.locks import Busy, one_at_a_time
from goldenthread.workflow.evidence.tasks import work_out
from goldenthread.workflow.jobs.operations import beat, sweep
from goldenthread.workflow.jobs.working import Task, step
from goldenthread.workflow.results.tasks import COMPUTE
from goldenthread.workflow.returns.rules import CHECK
from goldenthread.workflow.returns.tasks import check_upload

TASKS: Mapping[str, Task] = {CHECK: check_upload, COMPUTE: work_out}
"""What a worker can do, by kind of job."""

NAME = socket.gethostname()
# Seconds: between two looks for work, or for a sign that there is nobody left to work for; and after one at which the
# database could not be used.
LOOKS_EVERY, WITHOUT_DATABASE = 0.5, 10

log = logging.getLogger(__name__)


def work(started_by: int) -> NoReturn:
    """Work until told to stop, or until the process is gone that started this one; it may be ended at any moment."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.signal(signal.SIGINT, lambda *_: sys.exit(0))
    threading.Thread(target=_show_life, args=[started_by], daemon=True).start()
    while True:
        try:
            with one_at_a_time(settings.GOLDENTHREAD_HOME, "work"):
                _work_alone()
        except Busy:
            time.sleep(LOOKS_EVERY)  # another site is served from this home: its worker works for this one too


def one_step(*, predecessor: str = "") -> bool:
    """Put back what dead workers left, then do the job that has waited longest; false where there is none."""
    sweep(stale_after=settings.JOB_STALE_AFTER, predecessor=predecessor)
    return step(TASKS, worker=NAME, keep=keep)


def _work_alone() -> NoReturn:
    # Whoever held the lock before is gone, so whatever still runs under the name of this machine runs no more.
    predecessor = NAME
    while True:
        close_old_connections()
        try:
            again_at_once = one_step(predecessor=predecessor)
            predecessor = ""
        except DatabaseError as error:
            log.error("the worker cannot use the database just now: %s", type(error).__name__)
            connection.close()
            time.sleep(WITHOUT_DATABASE)
        else:
            if not again_at_once:
                time.sleep(LOOKS_EVERY)


def _show_life(started_by: int) -> NoReturn:
    """Say every now and then that the worker is alive, however long a step takes."""
    beaten = 0.0
    while True:
        time.sleep(LOOKS_EVERY)
        if os.getppid() != started_by:
            os._exit(0)
        if time.monotonic() - beaten >= settings.JOB_STALE_AFTER.total_seconds() / 6:
            beaten = time.monotonic()
            _beat()


def _beat() -> None:
    try:
        beat(worker=NAME)
    except DatabaseError:
        connection.close()  # it is busy, or was restarted; the next beat may come through
