"""Published figures: which of our indicators answers what somebody else has printed."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from goldenthread.catalogue.listing import indicators

COMPARATOR = "comparator"


class Answer(BaseModel):
    """The figure of ours that answers a published one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    indicator: str
    by: str = "all"
    group: str = "all"
    share: bool = False
    change: bool = False

    @model_validator(mode="after")
    def _is_ours(self) -> "Answer":
        if self.indicator not in indicators():
            raise ValueError(f"there is no indicator {self.indicator}")
        known = {each.code: each.labels() for each in indicators()[self.indicator].breakdowns}
        if self.by not in ("all", COMPARATOR) and self.group not in known.get(self.by, ()):
            raise ValueError(f"{self.indicator} has no group {self.group} by {self.by}")
        return self


@cache
def concordance() -> Mapping[tuple[str, str], Answer]:
    """Every answer by the published area and measure; ValueError where one names what there is not."""
    read = yaml.safe_load((Path(__file__).parent / "concordance.yaml").read_text(encoding="utf-8"))
    return {
        (area, measure): Answer(**answer) for area, measures in read.items() for measure, answer in measures.items()
    }
