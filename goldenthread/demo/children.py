"""Families and children, before anything has happened to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.chance import days, pick
from goldenthread.demo.days import age, birthday

_ETHNICITIES = {
    "WBRI": 70, "WOTH": 3, "WIRI": 0.5, "WROM": 1, "MWBC": 4.5, "MWBA": 1, "MWAS": 2, "MOTH": 1.5, "AIND": 0.7,
    "APKN": 5, "ABAN": 1, "AOTH": 1.6, "BAFR": 3, "BCRB": 1.6, "BOTH": 0.8, "CHNE": 0.2, "OOTH": 1.2, "NOBT": 1,
    "REFU": 0.4,
}  # fmt: skip
_SIBLINGS = {"1": 62, "2": 22, "3": 11, "4": 5}
_AGES: Mapping[str, float] = {
    "0": 11, "1": 7, "2": 7, "3": 7, "4": 6, "5": 6, "6": 6, "7": 6, "8": 5, "9": 5, "10": 5, "11": 5, "12": 5,
    "13": 5, "14": 5, "15": 5, "16": 3, "17": 1,
}  # fmt: skip
_APART = 290  # days at least between brothers and sisters who are not twins
_DISABLED = 0.012
_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


@dataclass(eq=False)
class Child:
    """A child who was never born. `number` is what children's services call the child in every table."""

    number: str
    sex: str
    born: date
    ethnicity: str
    disabled: bool
    cluster: str
    home: str
    upn: str
    own_child_born: date | None = None


@dataclass(eq=False)
class Family:
    """Brothers and sisters who live at one address."""

    children: list[Child] = field(default_factory=list)


class Registry:
    """Everybody who is known in the city: gives out numbers, homes and clusters, and remembers whom it gave them."""

    def __init__(self, board: BoardFile, chance: Random) -> None:
        self.board, self.chance = board, chance
        self.families: list[Family] = []
        self._numbers = (str(number) for number in chance.sample(range(100_000, 1_000_000), 200_000))
        self._clusters = {name: chance.uniform(0.5, 1.8) for name in board.clusters()}

    def children(self) -> Iterator[Child]:
        """All of them, in the order of their numbers, which tells nothing of when a child was first known."""
        return iter(sorted((child for family in self.families for child in family.children), key=_number))

    def family(self, births: list[date], *, disabled: float = _DISABLED) -> Family:
        """A family with children born on these days."""
        chance = self.chance
        ethnicity, cluster, home = pick(chance, _ETHNICITIES), pick(chance, self._clusters), self.postcode()
        family = Family([self._child(born, ethnicity, cluster, home, chance.random() < disabled) for born in births])
        self.families.append(family)
        return family

    def new_family(self, on: date) -> Family:
        """A family as it may be met on a day."""
        return self.family(births(self.chance, on, int(pick(self.chance, _SIBLINGS))))

    def postcode(self) -> str:
        """A postcode of the city."""
        chance = self.chance
        letters = "".join(chance.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))
        return f"{self.board.postcode_area}{chance.randint(1, 19)} {chance.randint(1, 9)}{letters}"

    def _child(self, born: date, ethnicity: str, cluster: str, home: str, disabled: bool) -> Child:
        sex = pick(self.chance, {"1": 52, "2": 48})
        return Child(next(self._numbers), sex, born, ethnicity, disabled, cluster, home, self._upn(born))

    def _upn(self, born: date) -> str:
        if born.year > 2009:
            return "UN1"
        digits = f"{self.board.authority_number}{self.chance.randint(0, 999_999_999):09d}"
        weighed = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2))
        return _CHECK_LETTERS[weighed % len(_CHECK_LETTERS)] + digits


def births(chance: Random, on: date, size: int) -> list[date]:
    """When up to so many brothers and sisters were born who are under eighteen on a day, the youngest first."""
    born = on - timedelta(days=int(pick(chance, _AGES)) * 365 + chance.randint(1, 364))
    found = [born]
    for _ in range(size - 1):
        born -= days(chance, 330, 1200)
        if age(born, on) < 18:
            found.append(born)
    return found


def born_between(chance: Random, first: date, last: date, others: list[date]) -> date:
    """A day of birth between two, far enough from those of brothers and sisters where there is room, or a twin's."""
    span = max(0, (last - first).days)
    for _ in range(12):
        born = first + timedelta(days=chance.randint(0, span))
        if all(abs((born - other).days) >= _APART for other in others):
            return born
    twins = [other for other in others if first <= other <= last]
    return twins[0] if twins else first + timedelta(days=chance.randint(0, span))


def is_child(child: Child, on: date) -> bool:
    """Whether somebody is born and not yet eighteen."""
    return child.born <= on < birthday(child.born, 18)


def _number(child: Child) -> str:
    return child.number
