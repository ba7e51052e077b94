"""What is told: sentences, each with the answers that support what it claims."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.engine.comparing.answering import Answer


@dataclass(frozen=True)
class Said:
    """One sentence. `by` are the answers of named tests that it rests on; where there are none it claims nothing."""

    text: str
    by: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Told:
    """Sentences in their order. As text they are what a page, a report, a chart's description or a voice says."""

    sentences: tuple[Said, ...]

    def __str__(self) -> str:
        return " ".join(said.text for said in self.sentences)

    def __iter__(self) -> Iterator[Said]:
        return iter(self.sentences)

    def tested(self) -> "Told":
        """The sentences that rest on a test."""
        return Told(tuple(said for said in self.sentences if said.by))


def told(*sentences: Said | str | None) -> Told:
    """What some sentences tell together; those that are blank or none say nothing."""
    said = (Said(each) if isinstance(each, str) else each for each in sentences if each)
    return Told(tuple(each for each in said if each.text))
