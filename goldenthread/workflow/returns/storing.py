"""Adding files to the home and letting go of them, so that nothing is lost and nothing stays that nobody names."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from goldenthread.engine.store.locks import SWEEP, Busy, alone, writing
from goldenthread.engine.store.pending import mark, sweep, unsettled
from goldenthread.workflow.history.refusals import NotNow
from goldenthread.workflow.returns.reading import named_files


@contextmanager
def adding(home: Path) -> Iterator[None]:
    """Sweep up after an interrupted run, if nobody else is at work; then work beside others who add. Or NotNow."""
    try:
        if unsettled(home):
            _sweep(home)
        with writing(home, "receive"):
            yield
    except Busy as busy:
        raise NotNow(str(busy)) from busy


@contextmanager
def letting_go(home: Path, digests: Iterable[str]) -> Iterator[None]:
    """Let go of files that a transaction made within will name no more: marked before it, swept up after it. Or NotNow.

    Nobody sweeps in between, who would take the marks away while the files are still named.
    """
    try:
        with writing(home, "discard"):
            for digest in digests:
                mark(home, digest)
            yield
        _sweep(home)
    except Busy as busy:
        raise NotNow(str(busy)) from busy


def _sweep(home: Path) -> None:
    try:
        with alone(home, SWEEP):
            sweep(home, named_files())
    except Busy:
        return  # the marks are those of whoever is at work, or will be swept by whoever comes next
