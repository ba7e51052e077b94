"""Keeping a worker at work beside the site: started again when it dies, and ended with the site."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

COMMAND = [sys.executable, "-m", "goldenthread.config.worker"]

# Seconds: before a worker that died is started again, and for one that is told to stop to do so.
BEFORE_ANOTHER, TO_STOP = 1, 5


@contextmanager
def a_worker() -> Iterator[None]:
    """Have a worker for as long as this lasts."""
    over = threading.Event()
    keeper = threading.Thread(target=_keep_one, args=[over], daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()


def _keep_one(over: threading.Event) -> None:
    while not over.is_set():
        # A session of its own: Ctrl-C is for the site, which then ends its worker.
        worker = subprocess.Popen([*COMMAND, str(os.getpid())], start_new_session=True)  # noqa: S603 - itself
        while worker.poll() is None and not over.wait(BEFORE_ANOTHER):
            pass
        if worker.poll() is None:
            _end(worker)
        over.wait(BEFORE_ANOTHER)


def _end(worker: "subprocess.Popen[bytes]") -> None:
    worker.terminate()
    try:
        worker.wait(TO_STOP)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()
