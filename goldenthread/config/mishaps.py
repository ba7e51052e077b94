"""What the command line says when something cannot be done: one clear line, never a traceback."""

import errno
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from goldenthread.config.showing import plain
from goldenthread.engine.store.keys import KeyFileProblem
from goldenthread.engine.store.locks import Busy
from goldenthread.workflow.history.refusals import Refused

DONE, NO, CANNOT, STOPPED = 0, 1, 2, 130
_PLAIN = (Refused, Busy, KeyFileProblem, ImproperlyConfigured)
_OUTSIDE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ELOOP}


def answer(work: Callable[[], int]) -> int:
    """The exit code of some work, whatever becomes of it."""
    try:
        code = work()
        sys.stdout.flush()
        return code
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else DONE
    except BrokenPipeError:
        return _nobody_listens()
    except KeyboardInterrupt:
        return _cannot("Stopped.", code=STOPPED)
    except _PLAIN as refused:
        return _cannot(str(refused))
    except OperationalError as error:
        return _unexpected(error, f"The board's database cannot be used just now ({error}). Try again in a minute.")
    except OSError as error:
        if error.errno in _OUTSIDE:
            return _cannot(f"{error.strerror}: {error.filename or 'while writing'}. Put that right and run it again.")
        return _unexpected(error)
    except Exception as error:
        return _unexpected(error)


def keep(error: BaseException, reference: str) -> Path:
    """Write down in full what happened; gives the file: in the home where there is one, else a temporary one."""
    now = datetime.now(tz=UTC)
    file, path = _log(Path(os.environ.get("GOLDENTHREAD_HOME", "var")).resolve(), f"{now:%Y-%m-%d}.log")
    with os.fdopen(file, "a", encoding="utf-8") as log:
        log.write(
            f"--- {reference}  {now.isoformat(timespec='seconds')}\n{''.join(traceback.format_exception(error))}\n"
        )
    return path


def _log(home: Path, name: str) -> tuple[int, Path]:
    if not home.is_dir():
        file, path = tempfile.mkstemp(prefix="goldenthread-", suffix=".log")
        return file, Path(path)
    (home / "logs").mkdir(mode=0o700, exist_ok=True)
    return os.open(home / "logs" / name, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), home / "logs" / name


def _unexpected(error: Exception, what: str = "Something went wrong that should not have.") -> int:
    reference = token_hex(3)
    try:
        return _cannot(f"{what} What happened is written in {keep(error, reference)} (reference {reference}).")
    except OSError:
        return _cannot(f"{what} It could not be written down either ({type(error).__name__}).")


def _cannot(message: str, *, code: int = CANNOT) -> int:
    print(plain(" ".join(message.split())), file=sys.stderr)
    return code


def _nobody_listens() -> int:
    """Whoever read the output has had enough (`… | head`). Python must not complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
