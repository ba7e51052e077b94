"""How a figure stands beside one of the figures of others, in a few words and a shape: for tables and lists.

The judgement is that of the figure's interval (`answering.standings`), never of the raw difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from goldenthread.engine.comparing.answering import standings
from goldenthread.engine.comparing.series import Series
from goldenthread.engine.comparing.told import Said
from goldenthread.engine.comparing.verdicts import CANNOT_TELL, Finding, Judgement, in_brief, judged, shape
from goldenthread.engine.comparing.wording import allowing
from goldenthread.engine.definitions import Band, Better
from goldenthread.engine.protecting.figures import Figure

_WORDS: Mapping[Judgement, str] = {
    Judgement.BETTER: "better than that by more than chance explains",
    Judgement.WORSE: "worse than that by more than chance explains",
    Judgement.HIGHER: "higher than that by more than chance explains",
    Judgement.LOWER: "lower than that by more than chance explains",
    Judgement.SIMILAR: "no further from that than chance explains",
    Judgement.CANNOT_TELL: "not judged: there is no interval to judge it by",
}


@dataclass(frozen=True)
class Status:
    """How a figure stands beside another: what was found, and the words for it with the test that they rest on."""

    other: Figure
    finding: Finding
    better: Better | Band
    said: Said

    @property
    def judgement(self) -> Judgement:
        """What was found in the light of which way is better."""
        return judged(self.finding, self.better)

    @property
    def shape(self) -> str:
        """The shape that goes with the words."""
        return shape(self.finding, self.better)

    @property
    def is_past(self) -> bool:
        """Whether it is on the wrong side by more than chance explains; on either side, where neither is better."""
        return self.judgement in (Judgement.WORSE, Judgement.HIGHER, Judgement.LOWER)

    @property
    def briefly(self) -> str:
        """The shape and a word or two, where a key beside it says that they rest on the interval."""
        return in_brief(self.finding, self.better)


def status_beside(series: Series, called: str) -> Status | None:
    """How the latest figure of a series stands beside the one of others that is called so; none where there is none."""
    other = next((each for each in series.others if each.group == called and each.value is not None), None)
    return beside_value(series, other) if other else None


def beside_value(series: Series, other: Figure) -> Status | None:
    """How the latest figure of a series stands beside one of somebody else; none where it has no value."""
    if series.now.value is None:
        return None
    better = series.indicator.better
    standing = next(iter(standings(replace(series, others=[other]))), None)
    if standing is None:
        return Status(other, CANNOT_TELL, better, Said(_WORDS[Judgement.CANNOT_TELL]))
    text = f"{_WORDS[standing.judgement]}{allowing(standing.answer.verdict)}"
    return Status(other, standing.answer.verdict.finding, better, Said(text, (standing.answer,)))
