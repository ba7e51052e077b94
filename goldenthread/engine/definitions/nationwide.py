"""Published statistics about every area of a nation: where they stand, and which of them answers an indicator."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Nationwide:
    """The dataset in which published statistics stand, and which of its columns holds what.

    `level` says what kind of area a row is about: `nation` and `local` are the two that are read. An authority has
    a `code` and an `old_code`, by which the lists of `neighbours` (a dataset with its own columns) name it; a list
    holds from the day in `list_from`. What a row is `within` is told apart `by` what else the rows are divided by.
    """

    dataset: str
    edition: str
    published: str
    last: str
    level: str
    nation: str
    local: str
    code: str
    old_code: str
    name: str
    by: str
    within: str
    measured: str
    figure: str
    neighbours: str
    list_edition: str
    list_from: str
    list_of: str
    alike: str


@dataclass(frozen=True)
class Wanted:
    """Which statistics answer an indicator: one `value`, or what some `counts` come to together, of as many as `of`
    says, for each `per`.

    `within` is the group in which they stand, of those that the rows are divided `by`; `of_within` that of `of`, where
    it is another. `differs` is how what is published is not quite what the indicator counts; blank where it is.
    """

    indicator: str
    within: str = ""
    by: str = ""
    value: str = ""
    counts: tuple[str, ...] = ()
    of: str = ""
    of_within: str = ""
    per: int = 100
    differs: str = ""

    def names(self) -> tuple[str, ...]:
        """Every statistic that is read."""
        return tuple(name for name in (self.value, *self.counts, self.of) if name)

    def known(self, figures: Mapping[tuple[str, str], Decimal]) -> tuple[list[Decimal | None], Decimal | None]:
        """Its value or counts, and what they are of, among figures by their group and name; none of what is not."""
        parts = [figures.get((self.within, name)) for name in (self.value, *self.counts) if name]
        return parts, figures.get((self.of_within or self.within, self.of))
