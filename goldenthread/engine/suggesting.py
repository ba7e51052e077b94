"""What a text seems to be about, by the words in it: suggested with its reasons, never decided."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from goldenthread.engine.english import one_after_another

_STRAIGHT = str.maketrans("‘’–—", "''--")


@dataclass(frozen=True)
class Topic:
    """Something that a text can be about: its name, how people call it, and the words that suggest it.

    A word may be several; one that ends in `*` stands for all that begin so. Words count in capitals or not, and a
    hyphen like a blank. Within one of `unless` they suggest nothing: an audit trail is no audit.
    """

    name: str
    title: str
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """A topic that a text may be about, and the words of the text that suggest it, in their order."""

    topic: Topic
    because: tuple[str, ...]

    @property
    def why(self) -> str:
        """The reason, as a reader is told it: because it says “impact” and “evaluate”."""
        return f"because it says {one_after_another(f'“{word}”' for word in self.because)}"


def suggest(text: str, topics: Sequence[Topic]) -> tuple[Suggestion, ...]:
    """The topics that a text may be about, in the order of the topics, each with the words that suggest it."""
    found = ((topic, tuple(_words_of(topic, text))) for topic in topics)
    return tuple(Suggestion(topic, because) for topic, because in found if because)


def _words_of(topic: Topic, text: str) -> Iterable[str]:
    """The words of a text that suggest a topic, as they stand there, each once."""
    plain = text.translate(_STRAIGHT)
    passed_over = [found.span() for found in _pattern(topic.unless).finditer(plain)] if topic.unless else []
    said: dict[str, str] = {}
    for first, last in _spans(topic, plain):
        if not any(begins <= first and last <= ends for begins, ends in passed_over):
            word = " ".join(text[first:last].split())
            said.setdefault(word.lower(), word)
    return said.values()


def _spans(topic: Topic, plain: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _pattern(topic.words).finditer(plain))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some words; the longer ones first, so that a text is quoted as fully as it can be."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(_one, longest_first))})(?!\w)", re.IGNORECASE)


def _one(word: str) -> str:
    parts = (re.escape(part.removesuffix("*")) + (r"\w*" if part.endswith("*") else "") for part in word.split())
    return r"[\s-]+".join(parts)
