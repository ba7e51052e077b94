"""Keeping what can be searched for in step with what is kept: history says what has changed since."""

from collections import defaultdict

from django.db import transaction

from goldenthread.engine.english import shortened
from goldenthread.workflow.history.models import Entry, Head
from goldenthread.workflow.searching.models import Indexed, InStep
from goldenthread.workflow.searching.rules import LONGEST_TITLE, normalised
from goldenthread.workflow.searching.subjects import SUBJECTS, Changed, Said, Subject

_RULES = f"1: {', '.join(each.name for each in SUBJECTS)}"
"""By which rules records are indexed. Raise the number where what a subject says, or how words are compared, changes:
everything is then made anew."""

_AT_ONCE = 500


def bring_in_step() -> None:
    """Index what has changed since somebody searched last. Costs two questions where nothing has."""
    head, reached = Head.objects.first(), InStep.objects.first()
    if head and (reached is None or (reached.entry, reached.rules) != (head.count, _RULES)):
        _catch_up(head.count)


@transaction.atomic
def _catch_up(to: int) -> None:
    reached, _ = InStep.objects.select_for_update().get_or_create(pk=1)
    if reached.rules != _RULES:
        Indexed.objects.all().delete()
        reached.entry = 0
    if reached.entry < to:
        changed = _changed(reached.entry, to)
        for subject in SUBJECTS:
            _index(subject, changed)
    reached.entry, reached.rules = max(reached.entry, to), _RULES
    reached.save()


def _changed(after: int, to: int) -> Changed:
    """What history tells of since, by subject."""
    found: dict[str, set[int]] = defaultdict(set)
    names = [each.name for each in SUBJECTS]
    told = Entry.objects.filter(number__gt=after, number__lte=to, subject__in=names)
    for subject, key in told.values_list("subject", "subject_id").distinct():
        found[subject].add(int(key))
    return found


def _index(subject: Subject, changed: Changed) -> None:
    """Make the entries of some records anew."""
    records = list(subject.changed(changed))
    for begin in range(0, len(records), _AT_ONCE):
        some = records[begin : begin + _AT_ONCE]
        Indexed.objects.filter(subject=subject.name, record__in=[each.pk for each in some]).delete()
        said = ((each.pk, subject.says(each)) for each in some)
        Indexed.objects.bulk_create(_entry(subject.name, record, told) for record, told in said if told)


def _entry(subject: str, record: int, said: Said) -> Indexed:
    shown = " ".join(f"{said.name}: {said.title}".split())
    title = normalised(shown)
    return Indexed(
        subject=subject,
        record=record,
        page=said.page,
        key=list(said.key),
        shown=shortened(shown, LONGEST_TITLE),
        title=title,
        text=normalised(" ".join((shown, *said.texts))),
    )
