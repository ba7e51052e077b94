"""The process of the worker, which `serve` starts: `python -m goldenthread.config.worker`."""

import os
from importlib import import_module


def main() -> None:
    """Work until told to stop, or until the process is gone that started this one."""
    started_by = os.getppid()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import_module("django").setup()
    import_module("goldenthread.config.working").work(started_by)


if __name__ == "__main__":
    main()
