"""The process of the worker, which `serve` starts: `python -m goldenthread.config.worker PROCESS`."""

import os
import sys
from importlib import import_module


def main(started_by: int) -> None:
    """Work until told to stop, or until the process of that number is gone, which started this one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import_module("django").setup()
    import_module("goldenthread.config.working").work(started_by)


if __name__ == "__main__":
    main(int(sys.argv[1]))
