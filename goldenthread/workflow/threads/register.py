"""The register of threads as a file: a row for each thread, or a document to read."""

from collections.abc import Iterator, Sequence
from datetime import date

from goldenthread.engine.periods import day
from goldenthread.engine.rendering.blocks import Block, Heading, Paragraph, Terms
from goldenthread.engine.rendering.delimited import Cell
from goldenthread.workflow.agencies.registers import Register, iso
from goldenthread.workflow.threads.reading import Story
from goldenthread.workflow.threads.telling import stands, told_of


def _row(story: Story, _: date) -> tuple[Cell, ...]:
    thread, told = story.thread, told_of(story)
    return (
        thread.number, thread.question, iso(thread.opened_on), iso(thread.closed_on), thread.indicator or None,
        stands(story), told.found, told.asked, told.done, told.changed,
    )  # fmt: skip


def _parts(stories: Sequence[Story], _: date) -> Iterator[Block]:
    for each in stories:
        yield from _told(each)


def _told(story: Story) -> Iterator[Block]:
    thread, told = story.thread, told_of(story)
    yield Heading(thread.question, f"thread-{thread.number}")
    until = f" until {day(thread.closed_on)}" if thread.closed_on else ""
    yield Paragraph(f"Thread {thread.number}, open since {day(thread.opened_on)}{until}. {stands(story)}.")
    parts = {"Found": told.found, "Asked": told.asked, "Done": told.done, "Changed": told.changed}
    yield Terms(tuple(parts.items()))


THREADS = Register(
    "Threads",
    (
        "thread", "question", "open since", "closed on", "measure", "how it stands", "what was found", "what was asked",
        "what is done", "what has changed",
    ),
    (8, 60, 12, 12, 10, 30, 60, 60, 40, 60),
    _row,
    _parts,
    marking="For the board. Not for publication.",
    empty="There is no thread.",
)  # fmt: skip
