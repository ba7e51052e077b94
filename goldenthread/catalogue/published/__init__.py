"""Published figures and directions: which of our indicators answers what somebody else has printed."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from goldenthread.catalogue.listing import indicators
from goldenthread.engine.comparing.verdicts import Finding
from goldenthread.engine.definitions.kept import COMPARATOR


class Answer(BaseModel):
    """The figure of ours that answers a published one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    indicator: str
    by: str = "all"
    group: str = "all"
    share: bool = False
    change: bool = False
    counted_in: Literal["year", "month"] | None = None
    at: date | None = None

    @model_validator(mode="after")
    def _is_ours(self) -> "Answer":
        if self.indicator not in indicators():
            raise ValueError(f"there is no indicator {self.indicator}")
        known = {each.code: each.labels() for each in indicators()[self.indicator].breakdowns}
        if self.by not in ("all", COMPARATOR) and self.group not in known.get(self.by, ()):
            raise ValueError(f"{self.indicator} has no group {self.group} by {self.by}")
        return self


class DirectionAnswer(BaseModel):
    """What of ours a direction is tried on: indicators, each with what was published of it. See `directions.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    asks: Literal["change", "trend", "largest"] = "change"
    of: Mapping[str, Finding] = {}
    by: str = "all"
    groups: tuple[str, ...] = ()
    numerator: bool = False
    at: str = ""
    no_base: str = ""
    but: str = ""

    @model_validator(mode="after")
    def _is_ours(self) -> "DirectionAnswer":
        if unknown := set(self.of) - set(indicators()):
            raise ValueError(f"there is no indicator {', '.join(sorted(unknown))}")
        if bool(self.of) is bool(self.no_base):
            raise ValueError("a direction is tried on an indicator, or says why it cannot be")
        for code in self.of if self.groups else ():
            known = {each.code: each.labels() for each in indicators()[code].breakdowns}
            if missing := set(self.groups) - set(known.get(self.by, ())):
                raise ValueError(f"{code} has no group {', '.join(sorted(missing))} by {self.by}")
        return self


@cache
def concordance() -> Mapping[tuple[str, str], Answer]:
    """Every answer by the published area and measure; ValueError where one names what there is not."""
    return {place: Answer(**answer) for place, answer in _read("concordance.yaml").items()}


@cache
def directions() -> Mapping[tuple[str, str], DirectionAnswer]:
    """What is tried for every direction by its area and measure; ValueError where one names what there is not."""
    return {place: DirectionAnswer(**answer) for place, answer in _read("directions.yaml").items()}


def _read(name: str) -> dict[tuple[str, str], Any]:
    read = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return {(area, measure): answer for area, measures in read.items() for measure, answer in measures.items()}
