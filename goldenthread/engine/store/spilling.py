"""What does not fit into memory while figures are worked out: written where its owner alone may look, and not kept."""

import os
import shutil
from pathlib import Path

from goldenthread.engine.store.syncing import private_folder

_SPILL = "spill"


def spill_folder(home: Path) -> Path:
    """Where this process may write what does not fit into memory. DuckDB makes it when it needs it, and removes it."""
    return private_folder(home / _SPILL) / str(os.getpid())


def sweep_spilled(home: Path) -> None:
    """Take away what processes left that were ended while they worked. The caller has the home alone."""
    shutil.rmtree(home / _SPILL, ignore_errors=True)
