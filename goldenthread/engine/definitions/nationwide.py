"""Published statistics about every area of a nation: where they stand, and which of them answers an indicator."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Nationwide:
    """The dataset in which published statistics stand, and which of its columns holds what.

    `level` says what kind of area a row is about: `nation` and `local` are the two that are read. An authority has
    a `code` and an `old_code`, by which the lists of `neighbours` (a dataset with its own columns) name it.
    """

    dataset: str
    edition: str
    last: str
    level: str
    nation: str
    local: str
    code: str
    old_code: str
    name: str
    within: str
    measured: str
    figure: str
    neighbours: str
    list_edition: str
    list_of: str
    alike: str


@dataclass(frozen=True)
class Wanted:
    """Which statistics answer an indicator: one `value`, or what some `counts` come to together, of as many as `of`
    says, for each `per`. `within` is the group in which they stand.
    """

    indicator: str
    within: str
    value: str = ""
    counts: tuple[str, ...] = ()
    of: str = ""
    per: int = 100

    def names(self) -> tuple[str, ...]:
        """Every statistic that is read."""
        return tuple(name for name in (self.value, *self.counts, self.of) if name)
