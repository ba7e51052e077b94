"""The register of threads as a file: a row for each thread, or a document to read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from goldenthread.engine.periods import day
from goldenthread.engine.rendering.blocks import Block, Document, Heading, Paragraph, Terms
from goldenthread.engine.rendering.delimited import Cell, as_csv
from goldenthread.engine.rendering.word import word
from goldenthread.engine.rendering.workbooks import listing
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.threads.reading import Story
from goldenthread.workflow.threads.telling import stands, told_of

COLUMNS = (
    "thread", "question", "open since", "closed on", "measure", "how it stands", "what was found", "what was asked",
    "what is done", "what has changed",
)  # fmt: skip
_MARKING = "For the board. Not for publication."
_WIDTHS = (8, 60, 12, 12, 10, 30, 60, 60, 40, 60)


def rows(stories: Sequence[Story]) -> list[tuple[Cell, ...]]:
    """The rows, in the order of the threads."""
    return [_row(each) for each in stories]


def _row(story: Story) -> tuple[Cell, ...]:
    thread, told = story.thread, told_of(story)
    return (
        thread.number, thread.question, str(thread.opened_on), str(thread.closed_on) if thread.closed_on else None,
        thread.indicator or None, stands(story), told.found, told.asked, told.done, told.changed,
    )  # fmt: skip


def document(stories: Sequence[Story], on: date) -> Document:
    """The threads as a document, in their order."""
    return Document(
        title=str(Partnership.objects.first() or "The board"),
        subtitle="Threads",
        made=f"Made on {day(on)}.",
        marking=_MARKING,
        blocks=tuple(block for each in stories for block in _told(each)) or (Paragraph("There is no thread."),),
    )


def _told(story: Story) -> Iterator[Block]:
    thread, told = story.thread, told_of(story)
    yield Heading(thread.question, f"thread-{thread.number}")
    until = f" until {day(thread.closed_on)}" if thread.closed_on else ""
    yield Paragraph(f"Thread {thread.number}, open since {day(thread.opened_on)}{until}. {stands(story)}.")
    parts = {"Found": told.found, "Asked": told.asked, "Done": told.done, "Changed": told.changed}
    yield Terms(tuple(parts.items()))


AS_FILE: Mapping[str, Callable[[Sequence[Story], date], bytes]] = {
    "csv": lambda stories, _: as_csv(COLUMNS, rows(stories)).encode(),
    "xlsx": lambda stories, _: listing("Threads", COLUMNS, rows(stories), _WIDTHS),
    "docx": lambda stories, on: word(document(stories, on)),
}
"""By the ending of the file: how the register is written out on a day."""
