"""Worked examples of indicators: small tables in, numbers out. Tests hold the engine to them; pages print them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict


class Expected(BaseModel):
    """What one figure must come to. Only what is named is compared."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    period: str
    by: str = "all"
    group: str = "all"
    numerator: int | None = None
    denominator: int | None = None
    unknown: int | None = None
    population: str | None = None
    shown: str | None = None
    status: str = "counted"
    because: str = ""

    @property
    def comes_to(self) -> str:
        """What it comes to, as people read it: the value, how many of how many, how many are not recorded."""
        if self.status != "counted":
            return self.status
        return ", ".join(filter(None, [self.shown, self._counts(), self._not_recorded()]))

    def _counts(self) -> str:
        if self.numerator is None:
            return f"{self.denominator:,} known" if self.denominator is not None else ""
        return f"{self.numerator:,}" + (f" of {self.denominator:,}" if self.denominator is not None else "")

    def _not_recorded(self) -> str:
        return f"{self.unknown:,} not recorded" if self.unknown else ""


class Example(BaseModel):
    """Invented records of a few children, what they cover, and what an indicator comes to on them.

    `given` holds a table of text for each dataset: headers, then rows, columns two spaces apart, `-` for a blank.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: str
    covers: str
    given: Mapping[str, str]
    then: tuple[Expected, ...]

    def rows(self, dataset: str) -> list[dict[str, str | None]]:
        """The rows of a table, blanks as None."""
        headers, *lines = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in self._lines(dataset)]
        return [dict(zip(headers, [None if cell == "-" else cell for cell in line], strict=True)) for line in lines]

    def _lines(self, dataset: str) -> list[str]:
        return self.given[dataset].strip().splitlines()


@cache
def examples() -> Mapping[str, Example]:
    """Every worked example by the code of its indicator, found by listing the folder."""
    return {path.stem: Example(**_read(path)) for path in sorted(Path(__file__).parent.glob("*.yaml"))}


def _read(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(path.read_text(), Loader=yaml.BaseLoader)  # noqa: S506 - it makes text of everything
    return read
