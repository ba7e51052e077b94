"""Keeping a worker at work beside the site: started again when it dies, and ended with the site."""

import os
import subprocess
import sys
import time

COMMAND = [sys.executable, "-m", "goldenthread.config.worker"]

# Seconds: between two starts, should a worker die as soon as it begins; and for one that is told to stop to do so.
BETWEEN_STARTS, TO_STOP = 2, 5


class Kept:
    """A worker that is kept at work by the process that made this, and by none that was forked from it.

    There is no thread in this: one that starts a process while another forks may wait for ever.
    """

    def __init__(self) -> None:
        self.keeper = os.getpid()
        self.process: subprocess.Popen[bytes] | None = None
        self.started = -float(BETWEEN_STARTS)

    def keep(self) -> None:
        """Start the worker where it does not run. Called again and again, for as long as it is to be kept."""
        if self._runs() or time.monotonic() - self.started < BETWEEN_STARTS:
            return
        # A session of its own: Ctrl-C is for the site, which then ends its worker.
        command = [*COMMAND, str(self.keeper)]
        self.process, self.started = subprocess.Popen(command, start_new_session=True), time.monotonic()  # noqa: S603

    def end(self) -> None:
        """End the worker; what it is doing is put back, and done by the next."""
        if os.getpid() != self.keeper or self.process is None or not self._runs():
            return
        self.process.terminate()
        try:
            self.process.wait(TO_STOP)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _runs(self) -> bool:
        return self.process is not None and self.process.poll() is None
