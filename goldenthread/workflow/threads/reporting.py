"""What a report about a year tells of the threads: each as a question with the sentences that its records make.

The board paper tells every thread. What others may read tells how many there are and how far they have come, because
each thread says what several agencies were found and asked.
"""

from collections.abc import Iterator, Sequence

from django.db.models import Q

from goldenthread.engine.english import counted, quoted
from goldenthread.engine.periods import Period, day
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.blocks import Block, Counted, Heading, Paragraph
from goldenthread.engine.rendering.recounting import Part, recount, tally
from goldenthread.workflow.challenges.rules import JUDGED, SHOWN
from goldenthread.workflow.threads.models import Thread
from goldenthread.workflow.threads.reading import Story, stories_of
from goldenthread.workflow.threads.rules import OPEN
from goldenthread.workflow.threads.telling import told_of

ELSEWHERE = "What each thread asks, and what it holds, stands in the board paper."


def told(year: Period, face: Face) -> list[Block]:
    """The threads that were open in a year, as their records stand and as one face may read of them."""
    in_it = Q(state=OPEN) | Q(closed_on__gte=year.first)
    stories = stories_of(Thread.objects.filter(in_it, opened_on__lte=year.last).in_order())
    if not stories:
        return [Paragraph(f"The board followed no thread in {year}.")]
    blocks: list[Block] = list(_how_many(stories, year))
    if face is not Face.BOARD:
        return [*blocks, Paragraph(ELSEWHERE)]
    return [*blocks, *(block for each in stories for block in _story(each))]


def _how_many(stories: Sequence[Story], year: Period) -> Iterator[Paragraph]:
    name = f"threads of {year.code}"
    threads = [each.thread for each in stories]
    yield Paragraph(f"The board followed {counted(len(threads), 'thread')} in {year}.", counts=(tally(threads, name),))
    yield recount(
        "Of these,",
        [
            Part(_that(stories, shown=True), "has shown an impact", "have shown an impact"),
            Part(_that(stories, shown=False), "has shown none yet", "have shown none yet"),
        ],
        name=name,
    )


def _that(stories: Sequence[Story], *, shown: bool) -> list[Thread]:
    return [each.thread for each in stories if bool(each.shown) is shown]


def _story(story: Story) -> Iterator[Block]:
    thread = story.thread
    until = f" and closed on {day(thread.closed_on)}" if thread.closed_on else ""
    yield Heading(f"Thread {thread.number}", f"thread-{thread.number}", level=3)
    yield Paragraph(f"Open since {day(thread.opened_on)}{until}: {quoted(thread.question)}")
    yield Paragraph(str(told_of(story)), counts=tuple(_counts(story)))


def _counts(story: Story) -> Iterator[Counted]:
    """The records that the sentences of a thread count."""
    judged = [each for each in story.answers if each.state in JUDGED]
    parts = {
        "findings": story.findings,
        "challenges": story.challenges,
        "answers judged": judged,
        "answers with an effect": [each for each in story.answers if each.effect == SHOWN],
        "actions": story.actions,
        "actions to be done": story.to_do,
        "actions done and not judged": story.unjudged,
    }
    for name, those in parts.items():
        yield tally(those, f"thread {story.thread.number}: {name}")
