"""Remembering what was read from files that never change, so that a page does not open them again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Generic, TypeVar

Row = TypeVar("Row")


class Remembered(Generic[Row]):
    """Answers by what was asked, up to so many rows in all. The one that has waited longest goes first.

    An answer of more rows than a quarter of that is given and not kept: it would drive out all others.
    """

    def __init__(self, rows: int) -> None:
        self._room = rows
        self._held = 0
        self._answers: OrderedDict[Hashable, Sequence[Row]] = OrderedDict()
        self._lock = Lock()

    def get(self, asked: Hashable, find: Callable[[], Sequence[Row]]) -> Sequence[Row]:
        """The answer to what is asked, found where it is not remembered."""
        with self._lock:
            if asked in self._answers:
                self._answers.move_to_end(asked)
                return self._answers[asked]
        answer = find()
        with self._lock:
            self._keep(asked, answer)
        return answer

    def _keep(self, asked: Hashable, answer: Sequence[Row]) -> None:
        if asked in self._answers or _size(answer) > self._room // 4:
            return
        self._answers[asked] = answer
        self._held += _size(answer)
        while self._held > self._room:
            _, gone = self._answers.popitem(last=False)
            self._held -= _size(gone)


def _size(answer: Sequence[object]) -> int:
    """An answer without rows takes room too."""
    return max(1, len(answer))
