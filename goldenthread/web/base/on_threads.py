"""The threads on which something lies: what its page says of them."""

from dataclasses import dataclass

from django.urls import reverse

from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.threads.models import Item, Thread, kind_of
from goldenthread.workflow.threads.rules import KEEP


@dataclass(frozen=True)
class OnThreads:
    """The threads that have gathered something, as somebody may see them; `gather` leads to where it is put into one,
    for those who may."""

    threads: list[Thread]
    gather: str


def on_threads(item: Item, person: Person) -> OnThreads:
    """What somebody may see of the threads that have gathered a finding, challenge, recommendation or action."""
    gather = reverse("thread_choose", args=[kind_of(item), item.number]) if may(person, KEEP) else ""
    return OnThreads(list(Thread.objects.visible_to(person).holding(item).in_order()), gather)
