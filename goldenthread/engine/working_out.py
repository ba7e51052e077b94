"""Working figures out: counted, decided what each face may show, and kept; by several processes where that is worth it.

Of a board's evidence most queries are small, and DuckDB answers a small one with one processor; and what is decided in
Python takes as long as the counting. So processes share the steps out among themselves, the costliest first.
"""

import atexit
import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.context import SpawnContext
from multiprocessing.sharedctypes import SynchronizedArray
from pathlib import Path
from typing import ClassVar

import pyarrow as pa

from goldenthread.engine.counting import Counting, Evidence, tells
from goldenthread.engine.definitions import NOBODY, Indicator
from goldenthread.engine.definitions.breakdowns import nested
from goldenthread.engine.protecting.deciding import Undecided, decide_together
from goldenthread.engine.protecting.opened import Opened
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.results import results_table, write_results

_SEVERAL_FROM = 1_000_000
"""Bytes of evidence from which several processes are quicker than one: each takes a second or two to begin."""
_AT_MOST = 8


@dataclass(frozen=True)
class Work:
    """What is to be worked out, of what evidence, and in which home the results are kept.

    `before` are the names of the results of the edition before, by indicator; `opened` is what two people decided to
    show. It goes to other processes as it is.
    """

    home: Path
    indicators: Sequence[Indicator]
    evidence: Evidence
    before: Mapping[str, str]
    opened: Mapping[str, Sequence[Opened]]

    @property
    def results(self) -> FileStore:
        """Where the results are kept."""
        return FileStore(self.home, "results")

    def processes(self) -> int:
        """How many are worth while."""
        size = sum(part.path.stat().st_size for part in self.evidence.parts)
        return min(os.cpu_count() or 1, _AT_MOST) if size >= _SEVERAL_FROM else 1


def _nothing() -> None:
    """What is done meanwhile where there is nothing to do."""


def work_out(
    work: Work, *, processes: int | None = None, meanwhile: Callable[[], None] = _nothing
) -> Iterator[tuple[str, str]]:
    """The code of each indicator with the name of the file of its results, in no order.

    What is to be done `meanwhile` is done before anything is counted, while other processes begin.
    `concurrent.futures.process.BrokenProcessPool` where somebody ended one of the processes.
    """
    several = max(1, min(processes or work.processes(), len(work.indicators)))
    with _no_search_for_cycles(), closing(Counting(work.indicators, work.evidence, sharing=several)) as counting:
        steps = _costliest_first(counting)
        if several == 1:
            meanwhile()
            for step in steps:
                yield from _kept(work, counting, step)
        else:
            yield from _shared_out(work, counting, steps, several, meanwhile)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """What is decided makes very many small sets and no cycles, which Python would look for among them all the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _shared_out(
    work: Work, counting: Counting, steps: Sequence[int], several: int, meanwhile: Callable[[], None]
) -> Iterator[tuple[str, str]]:
    """Others begin with the costliest step, and while they begin this process takes the cheapest, until they meet."""
    # Begun anew rather than forked: a thread of this process may hold what a fork of it would wait for.
    context = get_context("spawn")
    left = _Left(steps, context)
    pool = ProcessPoolExecutor(several - 1, context, initializer=_Beside.begin, initargs=(work, counting, left))
    try:
        others = [pool.submit(_Beside.take) for _ in steps]
        meanwhile()
        while (step := left.take(cheapest=True)) is not None:
            yield from _kept(work, counting, step)
            for done in [other for other in others if other.done()]:
                others.remove(done)
                yield from done.result()
        for other in as_completed(others):
            yield from other.result()
    finally:
        pool.shutdown(cancel_futures=True)


class _Left:
    """The steps that no process has taken yet, the costliest first: several take from both ends until they meet."""

    def __init__(self, steps: Sequence[int], context: SpawnContext) -> None:
        self._steps = steps
        self._ends: SynchronizedArray[int] = context.Array("i", [0, len(steps)])

    def take(self, *, cheapest: bool) -> int | None:
        """The costliest step that is left, or the cheapest; none where none is."""
        with self._ends:
            first, end = self._ends[:]
            if first == end:
                return None
            at = end - 1 if cheapest else first
            self._ends[:] = [first, at] if cheapest else [at + 1, end]
            return self._steps[at]


def _costliest_first(counting: Counting) -> list[int]:
    """The steps, so that none that takes long is begun last, when the other processes have nothing left to do."""
    size: dict[str, int] = {}
    for part in counting.evidence.parts:
        size[part.dataset] = size.get(part.dataset, 0) + part.path.stat().st_size

    def cost(step: int) -> int:
        read = counting.reads(step)
        return sum(size.get(dataset, 0) for dataset in read) * counting.how_many(step)

    return sorted(counting.steps(), key=cost, reverse=True)


def _kept(work: Work, counting: Counting, step: int) -> Iterator[tuple[str, str]]:
    """Take a step: count, decide, and keep. What is decided is kept by a thread, for that is mostly waiting.

    All that tell one number are of one query, so a step decides them together.
    """
    with ThreadPoolExecutor(1) as keeping:
        counted = list(counting.counted(step))
        decided = decide_together([_undecided(work, indicator, cells) for indicator, cells in counted])
        kept = [
            (indicator.code, keeping.submit(write_results, work.results, cells))
            for (indicator, _), cells in zip(counted, decided, strict=True)
        ]
        for code, digest in kept:
            yield code, digest.result()


def _undecided(work: Work, indicator: Indicator, cells: pa.Table) -> Undecided:
    """The cells of an indicator, beside what the edition before showed of it."""
    before = work.before.get(indicator.code)
    return Undecided(
        cells,
        protects_children=indicator.protects is not NOBODY,
        nested=nested(indicator.breakdowns),
        before=results_table(work.results.path(before)) if before else None,
        opened=work.opened.get(indicator.code, ()),
        tells=tells(indicator),
    )


class _Beside:
    """A process that takes steps beside others: what it keeps between two of them."""

    work: ClassVar[Work]
    counting: ClassVar[Counting]
    left: ClassVar[_Left]

    @classmethod
    def begin(cls, work: Work, counting: Counting, left: _Left) -> None:
        # Ctrl-C is for the process that began this one, which then ends it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        threading.Thread(target=_end_with_the_other, daemon=True).start()
        gc.disable()
        cls.work, cls.counting, cls.left = work, counting, left
        atexit.register(cls.end)

    @classmethod
    def take(cls) -> list[tuple[str, str]]:
        step = cls.left.take(cheapest=False)
        return [] if step is None else list(_kept(cls.work, cls.counting, step))

    @classmethod
    def end(cls) -> None:
        # Left at once: what an interpreter that ends says of DuckDB's own objects is of no use to anybody.
        cls.counting.close()
        os._exit(0)


def _end_with_the_other() -> None:
    """Whatever becomes of the process that began this one, this one does not stay behind it."""
    if (other := parent_process()) is not None:
        other.join()
        os._exit(1)
