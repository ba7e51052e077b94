"""Sentences that count records of the board. Every number in one names the records that it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.engine.english import counted, one_after_another
from goldenthread.engine.rendering.blocks import Counted, Paragraph


@dataclass(frozen=True)
class Part:
    """Some records, and what is said of one and of several: `has been done`, `have been done`."""

    of: Sequence[object]
    one: str
    many: str

    @property
    def said(self) -> str:
        """Their number with what is said of them."""
        return counted(len(self.of), self.one, self.many)


def recount(begins: str, parts: Sequence[Part], *, name: str) -> Paragraph:
    """One sentence of the parts in which there is something: `Of 3 actions, 2 are open and 1 is done.` Parts of which
    there is nothing are left out. `name` is how lists name the whole."""
    there = [part for part in parts if part.of]
    said = one_after_another(part.said for part in there)
    return Paragraph(f"{begins} {said}.", counts=tuple(tally(part.of, f"{name}: {part.many}") for part in there))


def tally(of: Sequence[object], name: str) -> Counted:
    """How many records there are, each by its name."""
    return Counted(name, tuple(map(str, of)))
