"""Runs one command and kills it, as a power failure would, before or after a named function.

    python tests/functional/cut.py goldenthread.workflow.results.operations._publish after 1 compute

and `worker` in place of a command is the worker that `serve` runs.

The number says at which call. A run in which the place is never reached ends with exit code 99: the test would
otherwise prove nothing.
"""

import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from itertools import count
from typing import Any

NEVER_REACHED = 99


def cut(place: str, when: str, number: int) -> None:
    """Wrap the function at a place so that the process kills itself there."""
    module_name, _, name = place.rpartition(".")
    module = import_module(module_name)
    setattr(module, name, deadly(getattr(module, name), when, number))


def deadly(function: Callable[..., Any], when: str, number: int) -> Callable[..., Any]:
    """The same function, but nobody survives the call of that number."""
    calls = count(1)

    def wrapped(*arguments: Any, **options: Any) -> Any:
        last = next(calls) == number
        if last and when == "before":
            die()
        answer = function(*arguments, **options)
        if last:
            die()
        return answer

    return wrapped


def die() -> None:
    """Gone at once: nothing is flushed, closed or rolled back."""
    os.kill(os.getpid(), signal.SIGKILL)


def main(place: str, when: str, number: str, *command: str) -> int:
    """Carry out a command as far as the cut."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import_module("django").setup()
    cut(place, when, int(number))
    if command == ("worker",):
        import_module("goldenthread.config.worker").main(os.getppid())
    import_module("goldenthread.config.command_line").main(list(command))
    return NEVER_REACHED


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
