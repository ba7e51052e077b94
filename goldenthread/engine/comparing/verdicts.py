"""Verdicts: what a named test found. Only where one is given may a sentence claim a change, or that there is none."""

from dataclasses import dataclass
from enum import StrEnum

from goldenthread.engine.definitions import Band, Better


class Finding(StrEnum):
    """Whether something is higher or lower by more than chance explains."""

    HIGHER = "higher"
    LOWER = "lower"
    SIMILAR = "similar"
    CANNOT_TELL = "cannot be told"


class Judgement(StrEnum):
    """A finding in the light of which way is better."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    SIMILAR = "similar"
    CANNOT_TELL = "cannot be told"


HIGHER, LOWER, SIMILAR, CANNOT_TELL = Finding.HIGHER, Finding.LOWER, Finding.SIMILAR, Finding.CANNOT_TELL

SHAPES = {
    Judgement.BETTER: "▲",
    Judgement.WORSE: "▼",
    Judgement.HIGHER: "△",
    Judgement.LOWER: "▽",
    Judgement.SIMILAR: "◆",
    Judgement.CANNOT_TELL: "○",
}
"""A shape for each, so that none is told by its colour alone. A triangle points to better and worse, not up or down,
where it is filled."""


@dataclass(frozen=True)
class Verdict:
    """What a test found. `p` where the test gives one; `families` by how much the variance was allowed to grow for
    them; `because` why nothing can be told."""

    test: str
    finding: Finding
    p: float | None = None
    families: float = 1
    because: str = ""

    @property
    def claims(self) -> bool:
        """Whether it supports that something is different."""
        return self.finding in (HIGHER, LOWER)


def judged(finding: Finding, better: Better | Band) -> Judgement:
    """A finding in the light of which way is better; higher or lower where neither is, and where a band is best."""
    if finding not in (HIGHER, LOWER) or better not in (Better.HIGHER, Better.LOWER):
        return Judgement(finding.value)
    return Judgement.BETTER if (finding is HIGHER) is (better is Better.HIGHER) else Judgement.WORSE
