"""Beginning a thread, gathering into it, wording it anew, and closing it."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction

from goldenthread.workflow.framework.operations import known_indicator
from goldenthread.workflow.history import given
from goldenthread.workflow.history.given import happened
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.threads.models import Gathered, Item, Step, Thread, ThreadWording, kind_of
from goldenthread.workflow.threads.reading import still_open_in
from goldenthread.workflow.threads.rules import LONGEST_QUESTION, LONGEST_TEXT, TEXTS, THREAD

_checked = partial(given.fitted, never="A thread never says who a child is", longest=LONGEST_TEXT)
"""A text as it is kept. Refused where it is needed and lacks, is too long, or may identify somebody."""


@dataclass(frozen=True)
class Line:
    """A line of enquiry as somebody words it: what is asked, why, and the indicator whose figures would answer it."""

    question: str
    why: str = ""
    indicator: str = ""

    def checked(self) -> dict[str, str]:
        """The columns of a thread as they are kept. Refused where nothing is asked, a text is too long or may identify
        somebody, or there is no such indicator."""
        question = " ".join(self.question.split())
        return {
            "question": _checked(TEXTS["question"], question, needed="Say what is asked", longest=LONGEST_QUESTION),
            "why": _checked(TEXTS["why"], self.why),
            "indicator": known_indicator(self.indicator).code if self.indicator.strip() else "",
        }


@transaction.atomic
def begin(line: Line, *, by: str, opened_on: date | None = None, follows: Thread | None = None) -> Thread:
    """Begin a thread about something that has been open since a day, perhaps grown out of another thread.

    Refused where `Line.checked` refuses, and for a day of the future.
    """
    columns = line.checked()
    made = Thread.objects.create(**columns, opened_on=happened(opened_on), follows=follows, edits=1)
    ThreadWording.keep(made, columns, edits=made.edits, by=by)
    record("begun", subject="thread", subject_id=made.number, by=by)
    return made


@transaction.atomic
def rewrite(thread: Thread, line: Line, *, edits: int, by: str) -> ThreadWording:
    """Word an open thread anew. `edits` is the number of the text that the writer began from.

    Where somebody else has written since, this text is kept too, set aside for theirs, and theirs stays.
    """
    held = _led(thread, "rewritten")
    columns = line.checked()
    word = ThreadWording.keep(held, columns, edits=edits, by=by)
    if word.stands:
        Thread.objects.filter(pk=held.pk).update(**columns, edits=word.number)
    record(word.verb, subject="thread", subject_id=held.number, by=by, wording=word.number)
    return word


@transaction.atomic
def gather(thread: Thread, item: Item, *, by: str) -> Gathered:
    """Put a finding, challenge, recommendation or action into an open thread. Refused where it is in it already."""
    held, kind = _led(thread, "gathered into"), kind_of(item)
    if held.gathered.filter(**{kind: item}).exists():
        raise Refused(f"{str(item).capitalize()} is in thread {held.number} already.")
    made = Gathered.objects.create(of=held, **{kind: item})
    _step(held, "gathered into", str(item).capitalize(), happened(None), by)
    return made


@transaction.atomic
def take_out(thread: Thread, item: Item, *, why: str, by: str) -> None:
    """Take something out of an open thread, saying why. It stays what it is. Refused where it is not in it."""
    held, said = _led(thread, "lightened"), _checked("Why", why, needed="Say why it does not belong here")
    gone, _ = held.gathered.filter(**{kind_of(item): item}).delete()
    if not gone:
        raise Refused(f"{str(item).capitalize()} is not in thread {held.number}.")
    _step(held, "lightened", f"{str(item).capitalize()} was taken out. {said}", happened(None), by)


@transaction.atomic
def grow_out_of(thread: Thread, earlier: Thread | None, *, by: str) -> None:
    """Say which thread an open thread grew out of; none takes that back. Refused where it would come out of itself."""
    held = _led(thread, "rewritten")
    line, at = [held.number], earlier
    while at is not None:
        if at.number in line:
            raise Refused(f"Thread {held.number} would grow out of itself, by way of {' and '.join(map(str, line))}.")
        line.append(at.number)
        at = at.follows
    held.follows = earlier
    held.save(update_fields=["follows"])
    record("rewritten", subject="thread", subject_id=held.number, by=by, follows=earlier.number if earlier else None)


@transaction.atomic
def close(thread: Thread, *, why: str, by: str, on: date | None = None) -> None:
    """Close a thread, saying what is known now. Refused while something in it waits: completion is not impact."""
    held, day = _led(thread, "closed"), happened(on)
    said = _checked("What is known now", why, needed="Say what is known now that was not when it was opened")
    if day < held.opened_on:
        raise Refused("That day is before it was opened.")
    if waiting := still_open_in(held):
        raise Refused(f"Something in it still waits: {', '.join(waiting)}. Finish or take out what waits first.")
    held.closed_on = day
    held.save(update_fields=["state", "closed_on"])
    _step(held, "closed", said, day, by)


@transaction.atomic
def open_again(thread: Thread, *, why: str, by: str) -> None:
    """Open a closed thread again, saying why."""
    held = _led(thread, "opened again")
    said = _checked("Why", why, needed="Say why it is opened again")
    held.closed_on = None
    held.save(update_fields=["state", "closed_on"])
    _step(held, "opened again", said, happened(None), by)


def _led(thread: Thread, verb: str) -> Thread:
    """The thread while nobody else changes it, led along one of its declared ways; Refused where that is none."""
    held = Thread.objects.select_for_update().get(pk=thread.pk)
    held.state = THREAD.after(verb, held.state, which=held.number)
    return held


def _step(thread: Thread, verb: str, text: str, on: date, by: str) -> None:
    Step.keep(thread, verb, on=on, text=text, by=by)
    record(verb, subject="thread", subject_id=thread.number, by=by)
