"""The command `goldenthread`. A command is a module in `commands/`; its docstring is what `--help` says of it.

Exit codes: 0 done, 1 the answer is "no", 2 cannot be done, with one clear line on standard error.
"""

import ast
import gc
import os
import pkgutil
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from inspect import cleandoc
from io import TextIOWrapper
from types import ModuleType
from typing import NoReturn

from goldenthread import __version__
from goldenthread.config import commands
from goldenthread.config.mishaps import answer
from goldenthread.config.showing import nearest
from goldenthread.engine.english import begun
from goldenthread.workflow.history.refusals import Refused

OVERVIEW = """\
Golden Thread: assurance software for a multi-agency child-safeguarding board.

  goldenthread demo                     an invented board, ready to look at in the browser
  goldenthread init "My board"          an empty board in an empty folder
  goldenthread receive FOLDER --agency CODE --accept
  goldenthread compute                  work out every figure and publish the edition
  goldenthread indicator CLA1           read one

Commands
{commands}

`goldenthread COMMAND --help` tells more about one. The board is kept in GOLDENTHREAD_HOME (./var).
"""


class Parser(ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """One line on standard error; exit 2."""
        ended = message if message.endswith(("?", ".")) else f"{message}."
        self.exit(2, f"{begun(ended)} More: {self.prog} --help\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a letter that the terminal does not know is no reason to stop
    return answer(lambda: carry_out(arguments))


def carry_out(arguments: list[str]) -> int:
    """Carry out one command, without catching what may go wrong."""
    name, *rest = arguments or ["--help"]
    if name in {"-h", "--help", "help"}:
        return _say(overview())
    if name == "--version":
        return _say(f"goldenthread {__version__}")
    if name not in names():
        raise Refused(f"There is no command '{name}'.{nearest(name, names())} `goldenthread` alone lists them.")
    command = _load(name)
    options = parser_for(name, command).parse_args(rest)
    if getattr(command, "NEEDS_A_BOARD", True):
        import_module("goldenthread.config.board").open_board()
    gc.freeze()  # what is loaded stays to the end: to look through it for waste again and again would find none
    try:
        return int(command.run(options))
    finally:
        gc.unfreeze()


def names() -> list[str]:
    """Every command, found by listing the folder."""
    return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))


def overview() -> str:
    """What `goldenthread` alone says."""
    return OVERVIEW.format(commands="\n".join(f"  {name:<12}{_about(name).splitlines()[0]}" for name in names()))


def parser_for(name: str, command: ModuleType) -> Parser:
    """The parser of one command."""
    parser = Parser(prog=f"goldenthread {name}", description=_about(name), allow_abbrev=False)
    command.add_arguments(parser)
    return parser


def _about(name: str) -> str:
    """A command's docstring, read without importing it: the list of commands should come at once."""
    spec = find_spec(f"goldenthread.config.commands.{name}")
    source = spec.loader.get_source(spec.name) if spec and spec.loader else None  # type: ignore[attr-defined]
    return cleandoc(ast.get_docstring(ast.parse(source or "")) or "")


def _load(name: str) -> ModuleType:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import_module("django").setup()
    return import_module(f"goldenthread.config.commands.{name}")


def _say(text: str) -> int:
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
