"""Running the command line as people do: another process, its exit code, what it says."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = [sys.executable, "-m", "goldenthread.config.command_line"]
_EACH = """
import contextlib, io, json, sys
from goldenthread.config.command_line import main
answers = []
for command in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(command)
    answers.append((code, out.getvalue(), err.getvalue()))
print(json.dumps(answers))
"""
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its answer as data; the command must have succeeded or said "no"."""
        assert self.code in (0, 1), self.err
        return json.loads(self.out)

    def well(self) -> "Answer":
        """The same, if all went well."""
        assert self.code == 0, f"exit {self.code}\n{self.out}\n{self.err}\n{self.log}"
        return self

    @property
    def log(self) -> str:
        """What was written down about a mishap, for whoever reads a failed test."""
        where = re.search(r"written in (\S+)", self.err)
        return Path(where[1]).read_text() if where else ""

    def one_clear_line(self, *words: str) -> str:
        """What it said on standard error when it could not be done."""
        assert self.code == 2, f"exit {self.code}\n{self.out}\n{self.err}"
        assert self.err.count("\n") == 1 and self.err.endswith("\n"), self.err
        assert "Traceback" not in self.out + self.err
        for word in words:
            assert word.lower() in self.err.lower(), f"'{word}' is not in: {self.err}"
        return self.err


@dataclass(frozen=True)
class Board:
    """A home and its key, for commands."""

    home: Path

    @property
    def key(self) -> Path:
        return self.home.with_suffix(".key")

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment of a command that works in this home."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GOLDENTHREAD", "DATABASE"))}
        ours = {"GOLDENTHREAD_HOME": str(self.home), "GOLDENTHREAD_KEY_FILE": str(self.key)}
        return {**kept, **ours, "PYTHONWARNINGS": "error::ResourceWarning", "PYTHONPATH": str(ROOT)}

    def __call__(self, *arguments: object, surroundings: Mapping[str, str] | None = None) -> Answer:
        """Carry out one command in this home."""
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            env={**self.surroundings, **(surroundings or {})},
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def each(self, *commands: list[str]) -> list[Answer]:
        """Carry out several commands in one process, which is quicker; for those that change nothing."""
        done = subprocess.run(
            [sys.executable, "-c", _EACH, json.dumps(commands)], env=self.surroundings, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return [Answer(*answer) for answer in json.loads(done.stdout)]

    def copied_to(self, home: Path) -> "Board":
        """The same board somewhere else, to do with as one likes."""
        shutil.copytree(self.home, home)
        shutil.copy(self.key, home.with_suffix(".key"))
        return Board(home)

    def everything(self) -> dict[str, bytes]:
        """All evidence files, by their place in the home."""
        kept = (path for kind in ("vault", "parts", "results") for path in (self.home / kind).glob("*"))
        return {str(path.relative_to(self.home)): path.read_bytes() for path in kept}
