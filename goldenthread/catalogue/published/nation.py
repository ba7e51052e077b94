"""Where published statistics about every area stand, and which of them answers which of our indicators."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from goldenthread.catalogue.listing import indicators
from goldenthread.engine.comparing.comparators import Average
from goldenthread.engine.definitions import Rate
from goldenthread.engine.definitions.nationwide import Nationwide, Wanted

NATIONWIDE = Nationwide(
    dataset="published_statistics",
    edition="edition",
    published="published_on",
    last="last_day",
    level="area_level",
    nation="national",
    local="local",
    code="area_code",
    old_code="old_area_code",
    name="area_name",
    by="divided_by",
    within="divided",
    measured="statistic",
    figure="published_figure",
    neighbours="statistical_neighbours",
    list_edition="edition",
    list_from="holds_from",
    list_of="authority",
    alike="neighbour",
)


TAKEN_BY: Mapping[Average, str] = {
    Average.MEDIAN: "as the children's social care dashboard of the Department for Education does",
    Average.MEAN: "as the Local Authority Interactive Tool of the Department for Education does",
    Average.POOLED: "as if all of them were one area",
}
"""Who takes an average of statistical neighbours, so that a board knows with whose numbers its own agree."""


class Line(BaseModel):
    """A line of `nation.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    indicator: str
    within: str = ""
    by: str = ""
    value: str = ""
    counts: tuple[str, ...] = ()
    of: str = ""
    of_within: str = ""
    differs: str = ""

    @model_validator(mode="after")
    def _holds_together(self) -> "Line":
        if self.indicator not in indicators():
            raise ValueError(f"there is no indicator {self.indicator}")
        if bool(self.value) is bool(self.counts):
            raise ValueError(f"{self.indicator} is answered by a value or by counts, and not by both")
        if self.of_within and not self.of:
            raise ValueError(f"{self.indicator} says where its whole stands, and not what that is")
        return self

    def wanted(self) -> Wanted:
        """What is read for it: a rate for as many people as that of the indicator."""
        measure = indicators()[self.indicator].measure
        return Wanted(**self.model_dump(), per=measure.per if isinstance(measure, Rate) else 100)


@cache
def answered_nationwide() -> tuple[Wanted, ...]:
    """The indicators that published statistics answer, each with the statistics; ValueError for a wrong line."""
    lines = yaml.safe_load((Path(__file__).parent / "nation.yaml").read_text(encoding="utf-8"))
    return tuple(Line(**line).wanted() for line in lines)
