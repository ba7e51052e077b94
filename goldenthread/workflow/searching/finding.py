"""Searching through everything that somebody may see."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from goldenthread import catalogue
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.searching.indexing import bring_in_step
from goldenthread.workflow.searching.models import Indexed
from goldenthread.workflow.searching.rules import normalised, words_of
from goldenthread.workflow.searching.subjects import SUBJECTS

_DECLARED = ("see the scorecard",)


@dataclass(frozen=True)
class Hit:
    """Something that holds every word: what it is called, where one reads of it, and whether its title holds them."""

    shown: str
    page: str
    key: tuple[int | str, ...]
    in_title: bool


def search(person: Person, question: str) -> list[Hit]:
    """Everything that somebody may see and in which every word of a question begins a word; where the title holds them
    all first. Nothing for a question without a word.
    """
    words = words_of(question)
    if not words:
        return []
    bring_in_step()
    hits = [*_declared(person, words), *_kept(person, words)]
    return sorted(hits, key=lambda each: not each.in_title)


def _kept(person: Person, words: Sequence[str]) -> Iterator[Hit]:
    """Records that somebody may see, subject by subject, the newest first."""
    found = defaultdict(list)
    for entry in Indexed.objects.holding(words).defer("text").order_by("-record"):
        found[entry.subject].append(entry)
    for subject in SUBJECTS:
        if subject.is_shown_to(person):
            visible = set(subject.visible_to(person).values_list("pk", flat=True))
            yield from (_hit(each, words) for each in found[subject.name] if each.record in visible)


def _hit(entry: Indexed, words: Iterable[str]) -> Hit:
    return Hit(entry.shown, entry.page, tuple(entry.key), _holds(entry.title, words))


def _holds(text: str, words: Iterable[str]) -> bool:
    return all(f" {word}" in text for word in words)


def _declared(person: Person, words: Sequence[str]) -> Iterator[Hit]:
    """Indicators and datasets, which are the same for everybody who may read the scorecard."""
    if any(may(person, capability) for capability in _DECLARED):
        for shown, page, key, text in _catalogue():
            if _holds(text, words):
                yield Hit(shown, page, (key,), _holds(normalised(shown), words))


@cache
def _catalogue() -> Sequence[tuple[str, str, str, str]]:
    """What the catalogue declares: how it is shown, its page and key, and all that it says, normalised."""
    indicators = [
        (f"{each.code}: {each.title}", "indicator", each.code, f"{each.why} {each.source}")
        for each in catalogue.indicators().values()
    ]
    datasets = [
        (
            f"Dataset: {each.title}",
            "dataset",
            each.name,
            " ".join((each.name, *(column.name for column in each.columns))),
        )
        for each in catalogue.datasets().values()
    ]
    return [(shown, page, key, normalised(f"{shown} {said}")) for shown, page, key, said in (*indicators, *datasets)]
