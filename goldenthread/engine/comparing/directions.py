"""Published directions without a figure: whether a named test supports one, does not, or has no base to stand on."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.engine.comparing.verdicts import CANNOT_TELL, SIMILAR, Finding, Verdict
from goldenthread.engine.comparing.wording import allowing


class Support(StrEnum):
    """What a test does for a published direction."""

    SUPPORTED = "supported"
    NOT_SUPPORTED = "not supported"
    NO_BASE = "no base"


WORDS = {
    Support.SUPPORTED: "A test supports it.",
    Support.NOT_SUPPORTED: "A test does not support it.",
    Support.NO_BASE: "There is no base to test it on.",
}
IN_PART = "A test supports it in part."
IN_PART_UNCHANGED = "No test speaks against the part of it that can be tested."
UNCHANGED = "No test speaks against it, which is all that one can do for what is said to be unchanged."


@dataclass(frozen=True)
class Tried:
    """One of our indicators tried for a published direction: what was published of it, its figures in words, and what
    the test found.
    """

    says: Finding
    figures: str
    verdict: Verdict

    @property
    def support(self) -> Support:
        """What the test does for it. That nothing is told apart is all that a test can do for *unchanged*."""
        if self.verdict.finding is CANNOT_TELL:
            return Support.NO_BASE
        return Support.SUPPORTED if self.verdict.finding is self.says else Support.NOT_SUPPORTED

    @property
    def told(self) -> str:
        """The figures and the test, in words."""
        if self.verdict.finding is CANNOT_TELL:
            return f"{self.figures}: {self.verdict.because}."
        found = "no difference that chance does not explain" if self.verdict.finding is SIMILAR else ""
        found = found or f"{self.verdict.finding} by more than chance explains"
        return f"{self.figures}: {found} ({self.verdict.test}{_p(self.verdict)}{allowing(self.verdict)})."


@dataclass(frozen=True)
class Direction:
    """A published direction with what was tried for it; or `because`, why nothing could be.

    `but` is what no test can say of it.
    """

    tried: tuple[Tried, ...] = ()
    because: str = ""
    but: str = ""

    @property
    def support(self) -> Support:
        """What the tests do for it together: one that speaks against it is enough."""
        found = {each.support for each in self.tried}
        return next((each for each in (Support.NOT_SUPPORTED, Support.SUPPORTED) if each in found), Support.NO_BASE)

    @property
    def told(self) -> str:
        """All of it in words."""
        if self.because:
            return f"There is no base to test it on: {self.because}."
        return " ".join(filter(None, [*(each.told for each in self.tried), self._in_words, self.but]))

    @property
    def _in_words(self) -> str:
        if self.support is not Support.SUPPORTED:
            return WORDS[self.support]
        in_part = any(each.support is Support.NO_BASE for each in self.tried)
        if all(each.says is SIMILAR for each in self.tried if each.support is Support.SUPPORTED):
            return IN_PART_UNCHANGED if in_part else UNCHANGED
        return IN_PART if in_part else WORDS[self.support]


def untried(why: str) -> Direction:
    """A direction for which nothing could be tried."""
    return Direction(because=why)


def largest(groups: Sequence[tuple[str, int]], named: Sequence[str]) -> tuple[int, tuple[str, int]] | None:
    """How many are in the `named` groups together, and the largest of the others; none where either is not known."""
    ours = [number for name, number in groups if name in named]
    others = [(name, number) for name, number in groups if name not in named]
    if len(ours) < len(named) or not others:
        return None
    return sum(ours), max(others, key=lambda each: each[1])


def _p(verdict: Verdict) -> str:
    if verdict.p is None:
        return ""
    return ", p < 0.001" if verdict.p < 0.001 else f", p = {verdict.p:.3f}"
