"""Reports: which chapters they have and what the prose says. Numbers are never written here; figures bring them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from goldenthread.catalogue.listing import indicators
from goldenthread.catalogue.reductions import REDUCTIONS
from goldenthread.engine.definitions.reductions import Reduction

SLOTS = {"board", "year", "first", "last"}


class Chapter(BaseModel):
    """A chapter: prose, figures, or what is generated from definitions, the edition and the gaps in the evidence.

    A chapter of figures tells its `indicators` in full, with charts and tables, by the groups named in `groups` (all of
    them, where none are named); those of `also` have one table together. A summary tells each in a sentence. One of
    `reductions` weighs those that it names; one of `records` tells what stands `from_register`, one of the board's.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    heading: str
    kind: Literal["text", "summary", "figures", "reductions", "records", "not_known", "definitions", "about"]
    text: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    groups: tuple[str, ...] | None = None
    reductions: tuple[str, ...] = ()
    from_register: Literal["", "findings", "challenges", "recommendations", "impact", "plan", "threads"] = ""

    @model_validator(mode="after")
    def _holds_together(self) -> "Chapter":
        if bool(self.indicators) != (self.kind in ("figures", "summary")):
            raise ValueError(f"'{self.heading}': a chapter of figures or a summary, and no other, names indicators")
        if bool(self.reductions) != (self.kind == "reductions") or set(self.reductions) - set(REDUCTIONS):
            raise ValueError(f"'{self.heading}': a chapter of reductions, and no other, names some that there are")
        if bool(self.from_register) != (self.kind == "records"):
            raise ValueError(f"'{self.heading}': a chapter of records, and no other, says of which register")
        if self.also and self.kind != "figures":
            raise ValueError(f"'{self.heading}': only a chapter of figures names others that it also has")
        if unknown := {*self.indicators, *self.also} - set(indicators()):
            raise ValueError(f"'{self.heading}' names indicators that there are not: {', '.join(sorted(unknown))}")
        if unknown := {slot for text in self.text for slot in _slots(text)} - SLOTS:
            raise ValueError(f"'{self.heading}' has slots that nothing fills: {', '.join(sorted(unknown))}")
        if any(letter.isdigit() for text in self.text for letter in text.replace("95%", "")):
            raise ValueError(f"'{self.heading}': numbers come from figures, not from prose")
        return self

    @property
    def weighs(self) -> tuple[Reduction, ...]:
        """The reductions of which it tells."""
        return tuple(REDUCTIONS[name] for name in self.reductions)

    def codes(self) -> list[str]:
        """The indicators it tells, in order."""
        return [*self.indicators, *self.also, *(code for each in self.weighs for code in each.codes())]


class Report(BaseModel):
    """A report. `{board}`, `{year}`, `{first}` and `{last}` in its texts are filled in."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    title: str
    subtitle: str
    chapters: tuple[Chapter, ...]

    def codes(self) -> list[str]:
        """The indicators it tells, in order."""
        return list(dict.fromkeys(code for chapter in self.chapters for code in chapter.codes()))


@cache
def reports() -> Mapping[str, Report]:
    """Every report by name, found by listing the folder; ValueError where one does not hold together."""
    found = (
        Report(**yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(Path(__file__).parent.glob("*.yaml"))
    )
    return {report.name: report for report in found}


def _slots(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
