"""Uploading for a data lead without a browser, and having it checked: what is there before a page is opened."""

import subprocess
import sys
from pathlib import Path

from tests.functional.running import Board

_UPLOADS = """
import os, sys
from pathlib import Path
import django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
django.setup()
from goldenthread.config.working import one_step
from goldenthread.engine.checking.intake import Received
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.returns.uploading import upload
email, *paths = sys.argv[1:]
lead = Person.objects.get(email=email)
files = [Received(Path(path).name, Path(path).read_bytes()) for path in paths]
upload(files, agency=lead.agency, by=lead.actor)
while one_step():
    pass
"""


def uploaded(board: Board, email: str, *files: Path) -> None:
    """Have files uploaded by somebody, and checked."""
    program = [sys.executable, "-c", _UPLOADS, email, *map(str, files)]
    done = subprocess.run(program, env=board.surroundings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
