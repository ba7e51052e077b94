"""Families and children, before anything has happened to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.chance import age, days, pick
from goldenthread.demo.city import AUTHORITY_NUMBER, POSTCODE_AREA

_ETHNICITIES = {
    "WBRI": 70, "WOTH": 3, "WIRI": 0.5, "WROM": 1, "MWBC": 4.5, "MWBA": 1, "MWAS": 2, "MOTH": 1.5, "AIND": 0.7,
    "APKN": 5, "ABAN": 1, "AOTH": 1.6, "BAFR": 3, "BCRB": 1.6, "BOTH": 0.8, "CHNE": 0.2, "OOTH": 1.2, "NOBT": 1,
    "REFU": 0.4,
}  # fmt: skip
_SIBLINGS = {"1": 66, "2": 20, "3": 10, "4": 4}
_AGES = {"0": 19, "1": 5, "2": 5, "3": 4, "4": 4, "5": 4, "6": 4, "7": 4, "8": 4, "9": 4, "10": 4, "11": 4, "12": 5,
         "13": 6, "14": 7, "15": 8, "16": 6, "17": 3}  # fmt: skip
_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


@dataclass(frozen=True)
class Child:
    """A child who was never born. `number` is what children's services call the child in every table."""

    number: str
    sex: str
    born: date
    ethnicity: str
    upn: str
    home: str
    own_child_born: date | None


def numbers(chance: Random) -> Iterator[str]:
    """Six-digit numbers for children, none twice, in no order that tells when a child was first known."""
    return (str(number) for number in chance.sample(range(100_000, 1_000_000), 20_000))


def family(chance: Random, numbers: Iterator[str], on: date) -> list[Child]:
    """Brothers and sisters, youngest first, who all live at one address on a day."""
    size, ethnicity, home = int(pick(chance, _SIBLINGS)), pick(chance, _ETHNICITIES), postcode(chance)
    born = on - timedelta(days=int(pick(chance, _AGES)) * 365 + chance.randint(1, 364))
    children: list[Child] = []
    for _ in range(size):
        if age(born, on) < 18:
            children.append(child(chance, next(numbers), born, on, ethnicity, home))
        born -= days(chance, 330, 1100)
    return children


def child(chance: Random, number: str, born: date, on: date, ethnicity: str, home: str) -> Child:
    """One child, as known on a day."""
    sex = pick(chance, {"1": 54, "2": 46})
    is_mother = sex == "2" and age(born, on) >= 15 and chance.random() < 0.12
    return Child(
        number=number,
        sex=sex,
        born=born,
        ethnicity=ethnicity,
        upn=_upn(chance, born, on),
        home=home,
        own_child_born=on + days(chance, 40, 300) if is_mother else None,
    )


def disabled_child(chance: Random, number: str, on: date) -> Child:
    """A child with a disability who comes for short breaks."""
    born = on - days(chance, 5 * 365, 15 * 365)
    return child(chance, number, born, on, pick(chance, _ETHNICITIES), postcode(chance))


def postcode(chance: Random) -> str:
    """A postcode of the city."""
    letters = "".join(chance.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))
    return f"{POSTCODE_AREA}{chance.randint(1, 19)} {chance.randint(1, 9)}{letters}"


def _upn(chance: Random, born: date, on: date) -> str:
    if age(born, on) < 4:
        return "UN1"
    digits = f"{AUTHORITY_NUMBER}{chance.randint(0, 999_999_999):09d}"
    weighed = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2))
    return _CHECK_LETTERS[weighed % len(_CHECK_LETTERS)] + digits
