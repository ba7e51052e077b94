"""Bringing an action log: reading it, saying which column is which, looking at what would be kept, importing it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.engine.rendering.delimited import as_csv
from goldenthread.engine.store.vault import CannotUnseal, seal, unseal
from goldenthread.workflow.actions.importing.matching import ACTION, NOTE, NOTHING, RECOMMENDATION, TARGETS, propose
from goldenthread.workflow.actions.importing.sorting import Sorted, sort
from goldenthread.workflow.actions.importing.tables import Log, log_in
from goldenthread.workflow.actions.importing.taking import Matching, Rejected, read
from goldenthread.workflow.actions.importing.writing import Writing
from goldenthread.workflow.actions.logs import ActionLog, ImportedRow
from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.actions.rules import BROUGHT, CLOSED, IMPORTED, KINDS, LOG, LONGEST_LINE
from goldenthread.workflow.actions.texts import checked
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.given import happened
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.returns.keeping import keys_of_home

KEPT_FOR = timedelta(days=30)
"""How long a log that nobody imports, and the rows that could not be taken, are kept."""

_FILE, _REJECTED = "log", "rejected.csv"


@dataclass(frozen=True)
class Looked:
    """A log as it would be kept by what was chosen."""

    log: Log
    found: Sorted


@transaction.atomic
def bring(name: str, content: bytes, *, by: str) -> ActionLog:
    """Keep a log, sealed, until somebody imports it or lets it go. Refused where no table can be read from it."""
    log_in(content)
    _let_old_ones_go()
    now = timezone.now()
    made = ActionLog.objects.create(
        name=checked("The name of the file", name[:LONGEST_LINE], needed="Say what the log is called"),
        content_hash=sha256(content).hexdigest(),
        sealed=seal({_FILE: content}, keys_of_home().vault),
        brought_at=now,
        brought_by=by,
    )
    record("brought", subject="action log", subject_id=made.number, by=by, hash=made.content_hash)
    return made


def same_before(log: ActionLog) -> ActionLog | None:
    """The log with the very same content that was imported before; none where there is none."""
    same = ActionLog.objects.filter(content_hash=log.content_hash).exclude(imported_at=None)
    return same.exclude(pk=log.pk).order_by("-number").first()


def table_of(log: ActionLog, sheet: str = "") -> Log:
    """The table of a log that waits, on a sheet of that name, or on the one last chosen."""
    return log_in(_opened(log, _FILE), sheet=sheet or log.matching.get("sheet", ""))


def columns_of(log: ActionLog, table: Log) -> dict[int, str]:
    """What each column of a table is: as it was chosen, or as it is proposed where nobody has chosen."""
    if log.matching and log.matching["sheet"] == table.sheet:
        return {int(at): target for at, target in log.matching["columns"].items()}
    return {each.at: each.target for each in propose(table.headers)}


@transaction.atomic
def match(log: ActionLog, chosen: Matching, *, sheet: str, by: str) -> None:
    """Say which column is which.

    Refused where two are the same, where none says what is recommended or will be done, and where no source is named.
    """
    held = _held(log)
    LOG.after("matched", held.state, which=held.number)
    targets = [each for each in chosen.columns.values() if each not in (NOTE, NOTHING)]
    for target in targets:
        if targets.count(target) > 1:
            raise Refused(f"Two columns are “{TARGETS[target]}”. Keep one of them as a note, or leave it out.")
    if not {RECOMMENDATION, ACTION} & set(targets):
        raise Refused("Say which column holds what is recommended, or what will be done.")
    if chosen.kind not in KINDS:
        raise Refused(f"Say which kind of source it comes from: {', '.join(KINDS)}.")
    happened(chosen.on)
    held.matching = {
        "columns": {str(at): target for at, target in chosen.columns.items()},
        "kind": chosen.kind,
        "source": checked(
            "Source", chosen.source, needed="Say where the recommendations come from", longest=LONGEST_LINE
        ),
        "on": chosen.on.isoformat(),
        "fill_down": chosen.fill_down,
        "sheet": sheet,
    }
    held.save(update_fields=["matching"])
    record("matched", subject="action log", subject_id=held.number, by=by)


def look(log: ActionLog) -> Looked:
    """What would be kept of a log by what was chosen. Refused where nobody has said which column is which."""
    if not log.matching:
        raise Refused("Say first which column is which.")
    table = table_of(log)
    return Looked(table, sort(table, read(table, matching_of(log.matching), Agency.objects.all())))


def import_log(log: ActionLog, *, by: str) -> ActionLog:
    """Keep the good rows of a log as recommendations with actions, and the others sealed, to be put right.

    Refused where none is new, and where it was imported already.
    """
    LOG.after("imported", log.state, which=log.number)
    before, looked = _there_is(), look(log)  # first: it takes seconds, in which nobody who writes has to wait
    with transaction.atomic():
        held = _held(log)
        state = LOG.after("imported", held.state, which=held.number)
        if (held.matching, _there_is()) != (log.matching, before):
            looked = look(held)
        return _import(held, looked, state, by)


def _import(held: ActionLog, looked: Looked, state: str, by: str) -> ActionLog:
    if not looked.found.new:
        raise Refused("There is no row in it that is new and can be taken. Nothing was changed.")
    now = timezone.now()
    recommendations, actions = Writing(held, held.matching["kind"], by, now).write(looked.found)
    rejected = rejected_csv(looked.log, looked.found.rejected)
    held.state, held.imported_at = state, now
    held.sealed = seal({_REJECTED: rejected.encode()}, keys_of_home().vault)
    held.counts = {
        "recommendations": recommendations,
        "actions": actions,
        "done": looked.found.done,
        "noted": looked.found.noted,
        "there": len(looked.found.there),
        "rejected": len(looked.found.rejected),
    }
    held.save(update_fields=["state", "imported_at", "sealed", "counts"])
    record("imported", subject="action log", subject_id=held.number, by=by, **held.counts)
    return held


@transaction.atomic
def let_go(log: ActionLog, *, by: str) -> None:
    """Let a log go that is not to be imported, or what is left of one that is: what it holds is deleted."""
    held = _held(log)
    verb = "cleared" if held.state == IMPORTED else "let go"
    held.state, held.sealed = LOG.after(verb, held.state, which=held.number), None
    held.save(update_fields=["state", "sealed"])
    record(verb, subject="action log", subject_id=held.number, by=by)


def rejected_of(log: ActionLog) -> str:
    """The rows that could not be taken, as CSV: before it is imported those that could not be, after it those that were
    not. NotFound where they are no longer kept.
    """
    if log.state == BROUGHT:
        looked = look(log)
        return rejected_csv(looked.log, looked.found.rejected)
    return _opened(log, _REJECTED).decode()


def rejected_csv(log: Log, rejected: list[Rejected]) -> str:
    """Rows that cannot be taken, as they came, each with its number and what is the matter."""
    return as_csv(["row", "why not taken", *log.headers], ([each.row, each.why, *each.values] for each in rejected))


def matching_of(told: Mapping[str, Any]) -> Matching:
    """A matching as it was kept."""
    columns = {int(at): target for at, target in told["columns"].items()}
    return Matching(columns, told["kind"], told["source"], date.fromisoformat(told["on"]), told["fill_down"])


def _let_old_ones_go() -> None:
    """What nobody came back for is deleted, since it was never looked through for who somebody is."""
    ActionLog.objects.filter(brought_at__lt=timezone.now() - KEPT_FOR).update(sealed=None)


def _there_is() -> tuple[int, ...]:
    """By what one sees that the registers hold the same as before."""
    closed = Recommendation.objects.filter(state=CLOSED).count()
    return closed, Recommendation.objects.count(), Action.objects.count(), ImportedRow.objects.count()


def _held(log: ActionLog) -> ActionLog:
    return ActionLog.objects.select_for_update().get(pk=log.pk)


def _opened(log: ActionLog, name: str) -> bytes:
    if log.sealed is None:
        raise NotFound(f"What {log} held is no longer kept. Bring it again.")
    try:
        return unseal(bytes(log.sealed), keys_of_home().vault)[name]
    except (CannotUnseal, KeyError) as problem:
        raise NotFound(f"What {log} held cannot be opened: {problem}") from problem
