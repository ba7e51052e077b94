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

ALIKE_SHAPE, UNTOLD_SHAPE = "●", "○"
SHAPES = {
    (HIGHER, Judgement.BETTER): "▲",
    (LOWER, Judgement.BETTER): "▼",
    (HIGHER, Judgement.WORSE): "△",
    (LOWER, Judgement.WORSE): "▽",
    (HIGHER, Judgement.HIGHER): "◆",
    (LOWER, Judgement.LOWER): "◇",
}
"""The alphabet of tests and of control charts (`process`), so that nothing is told by its colour alone: a triangle
points where the number went, and is filled where that is better and hollow where it is worse; a diamond stands where
neither is."""
_EITHER_WAY = (Judgement.BETTER, Judgement.WORSE)


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


def shape(finding: Finding, better: Better | Band) -> str:
    """The shape that goes with a finding."""
    if finding is SIMILAR:
        return ALIKE_SHAPE
    return SHAPES.get((finding, judged(finding, better)), UNTOLD_SHAPE)


def in_brief(finding: Finding, better: Better | Band) -> str:
    """A finding as its shape and a word or two: `▼ lower: better`. A key beside it says that it rests on a test."""
    judgement = judged(finding, better)
    says = {Judgement.SIMILAR: "could be chance", Judgement.CANNOT_TELL: "not judged"}.get(judgement, finding.value)
    return f"{shape(finding, better)} {says}" + (f": {judgement}" if judgement in _EITHER_WAY else "")
