"""Where published statistics about every area stand, and which of them answers which of our indicators."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from goldenthread.catalogue.listing import indicators
from goldenthread.engine.definitions.nationwide import Nationwide, Wanted

NATIONWIDE = Nationwide(
    dataset="published_statistics",
    edition="edition",
    last="last_day",
    level="area_level",
    nation="national",
    local="local",
    code="area_code",
    old_code="old_area_code",
    name="area_name",
    within="divided",
    measured="statistic",
    figure="published_figure",
    neighbours="statistical_neighbours",
    list_edition="edition",
    list_of="authority",
    alike="neighbour",
)


class Line(BaseModel):
    """A line of `nation.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    indicator: str
    within: str
    value: str = ""
    counts: tuple[str, ...] = ()
    of: str = ""

    @model_validator(mode="after")
    def _holds_together(self) -> "Line":
        if self.indicator not in indicators():
            raise ValueError(f"there is no indicator {self.indicator}")
        if bool(self.value) is bool(self.counts):
            raise ValueError(f"{self.indicator} is answered by a value or by counts, and not by both")
        return self


@cache
def answered_nationwide() -> tuple[Wanted, ...]:
    """The indicators that published statistics answer, each with the statistics; ValueError for a wrong line."""
    lines = yaml.safe_load((Path(__file__).parent / "nation.yaml").read_text(encoding="utf-8"))
    return tuple(Wanted(**Line(**line).model_dump()) for line in lines)
