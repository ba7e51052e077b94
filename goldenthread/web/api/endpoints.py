"""What programs may ask for, stated once: the addresses, what may be asked of each, what they answer.

The views read questions by it and the OpenAPI document is made from it, so the two cannot differ.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from goldenthread.engine.periods import UnknownPeriod, parse
from goldenthread.engine.rendering.records import FIELDS, FOR_WHOM, MEANINGS, Field, Holds

VERSION = "1.0.0"
"""Of the interface, not of the program. Fields are added to version 1, and never renamed or taken away."""

EVERY = "every"
"""What asks for every breakdown at once."""

MOST_PAGES = 10_000


class NotAsked(ValueError):
    """A question that cannot be read; the message says what is expected."""


@dataclass(frozen=True)
class Parameter:
    """Something that may be asked. `read` takes the text that was given, or says what is wrong with it."""

    name: str
    meaning: str
    schema: Mapping[str, Any]
    read: Callable[[str], Any] = str
    many: bool = False


@dataclass(frozen=True)
class Item:
    """What one of the things is that an endpoint lists."""

    name: str
    meaning: str
    properties: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Endpoint:
    """An address that programs read: it lists things of one kind."""

    name: str
    summary: str
    about: str
    lists: Item
    parameters: tuple[Parameter, ...] = field(default=())

    def asked(self, given: QueryDict) -> dict[str, Any]:
        """What was asked, by name; NotAsked where it cannot be read, or nothing of the name may be asked."""
        known = {each.name: each for each in self.parameters}
        if unknown := sorted(set(given) - set(known)):
            raise NotAsked(
                f"Nothing called {unknown[0]} may be asked here. These may: {', '.join(known) or 'nothing'}."
            )
        return {name: _read(known[name], given.getlist(name)) for name in known if given.get(name)}


def _read(parameter: Parameter, texts: list[str]) -> Any:
    if parameter.many:
        return tuple(dict.fromkeys(parameter.read(text) for text in texts))
    if len(texts) > 1:
        raise NotAsked(f"{parameter.name} may be asked once.")
    return parameter.read(texts[0])


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_PAGES):
        raise NotAsked(f"'{text[:40]}' is not a number from 1 to {MOST_PAGES:,}.")
    return int(text)


def _period(text: str) -> Any:
    try:
        return parse(text)
    except UnknownPeriod as unknown:
        raise NotAsked(str(unknown)) from None


_TEXT: Mapping[str, Any] = {"type": "string"}
_WHOLE: Mapping[str, Any] = {"type": "integer", "minimum": 1, "maximum": MOST_PAGES}
_MOMENT: Mapping[str, Any] = {"type": "string", "format": "date-time"}

EDITION = Parameter(
    "edition",
    "The number of an edition; left out, the one in force. Pages that follow name it, so that none is of another.",
    _WHOLE,
    _whole,
)
PAGE = Parameter(
    "page", "Which page; left out, the first. `next` leads from each to the one that follows.", _WHOLE, _whole
)


def schema_of(said: Field) -> dict[str, Any]:
    """A field of a record as JSON Schema has it."""
    kinds = {Holds.TEXT: "string", Holds.WHOLE: "integer", Holds.NUMBER: "number", Holds.DAY: "string"}
    kind = kinds[said.holds]
    made: dict[str, Any] = {"type": kind if said.always else [kind, "null"], "description": said.meaning}
    return made | ({"format": "date"} if said.holds is Holds.DAY else {})


def _words(meanings: Mapping[Any, str]) -> dict[str, Any]:
    told = "; ".join(f"`{word}`: {meaning}" for word, meaning in meanings.items())
    return {"type": "string", "enum": [str(word) for word in meanings], "description": told}


FIGURE = Item(
    "Figure",
    "One figure, as the reader's face shows it. What is hidden carries no number at all.",
    {name: schema_of(said) for name, said in FIELDS.items()} | {"status": _words(MEANINGS)},
)
INDICATOR = Item(
    "Indicator",
    "An indicator: what it means and how it is to be read.",
    {
        "code": {**_TEXT, "description": "Its code, which never changes its meaning."},
        "title": _TEXT,
        "question": {**_TEXT, "description": "Which of the three questions it helps to answer."},
        "why": {**_TEXT, "description": "Why it matters."},
        "definition": {**_TEXT, "description": "Precisely what is counted."},
        "excludes": {**_TEXT, "description": "What is left out."},
        "unknowns": {**_TEXT, "description": "What becomes of records that do not say."},
        "unit": _TEXT,
        "better": {**_TEXT, "description": "Which way is better, if any is by itself."},
        "tier": {**_TEXT, "description": "Who watches it."},
        "sub_group": {**_TEXT, "description": "Which sub group's work it is about."},
        "source": {**_TEXT, "description": "Who defined it."},
        "breakdowns": {"type": "array", "items": _TEXT, "description": "What figures may be asked `by`."},
    },
)
EDITION_ITEM = Item(
    "Edition",
    "One publication of every figure. Nothing in an edition is ever altered.",
    {
        "edition": {"type": "integer"},
        "published": _MOMENT,
        "in_force": {"type": "boolean", "description": "Whether it is the newest."},
        "last_day_covered": {"type": ["string", "null"], "format": "date"},
        "indicators": {"type": "integer", "description": "How many indicators it holds."},
        "definitions": {**_TEXT, "description": "A hash of all definitions: the same for editions that count alike."},
    },
)

FIGURES = Endpoint(
    "figures",
    "Figures of indicators",
    "Figures of one edition: of all indicators or of some, of all periods or of one, whole or by a breakdown."
    " A page holds the figures of ten indicators, or of one where they are broken down.",
    FIGURE,
    (
        Parameter(
            "indicator", "The code of an indicator. May be asked several times; left out, all.", _TEXT, many=True
        ),
        Parameter(
            "period",
            "A period: FY2013-14, FY2013-14Q3, 2014-02, 12m2014-03, 2014-03-31, or A..B from the beginning of one to"
            " the end of another. A stretch that was not counted itself gives all periods within it.",
            _TEXT,
            _period,
        ),
        Parameter(
            "by",
            f"The code of a breakdown, such as sex or age_band; all (left out) for the whole; {EVERY} for the whole and"
            " every breakdown; comparator for the figures of others.",
            _TEXT,
        ),
        EDITION,
        PAGE,
    ),
)
INDICATORS = Endpoint(
    "indicators",
    "What the indicators mean",
    "The definition of every indicator there is, whether or not the edition in force holds figures of it.",
    INDICATOR,
)
EDITIONS = Endpoint(
    "editions", "Editions", "Every edition that has been published, the newest first.", EDITION_ITEM, (PAGE,)
)
ENDPOINTS = (FIGURES, INDICATORS, EDITIONS)

ENVELOPE: Mapping[str, Mapping[str, Any]] = {
    "board": {**_TEXT, "description": "Whose figures they are."},
    "edition": {"type": "integer", "description": "The edition that is answered from."},
    "published": {**_MOMENT, "description": "When that edition was published."},
    "face": _words({face: meaning for face, meaning in FOR_WHOM.items()}),
    "page": {"type": "integer"},
    "pages": {"type": "integer"},
    "next": {
        "type": ["string", "null"],
        "format": "uri",
        "description": "The address of the next page, if there is one.",
    },
}
"""What stands around the items of every answer."""
