"""Asking for a job, beginning it, ending it, and putting back what a dead worker left."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from goldenthread.workflow.history.operations import record
from goldenthread.workflow.jobs.models import Job, Jobs
from goldenthread.workflow.jobs.rules import GIVEN_UP, JOB, MOST_ATTEMPTS, REST, RUNNING, WAITING

_LONGEST = 300


class NoLongerOurs(Exception):
    """The job was taken for dead and put back, or has ended: whatever its former worker has to say comes too late."""


@transaction.atomic
def ask(kind: str, *, by: str, **arguments: int | str) -> Job:
    """Ask for something to be done. Where the same is waiting to be begun already, that is the job."""
    same = Job.objects.select_for_update().filter(kind=kind, state=WAITING, arguments=arguments).first()
    if same:
        return same
    job = Job.objects.create(kind=kind, arguments=arguments, requested_by=by, requested_at=timezone.now())
    record("asked for", subject="job", subject_id=job.number, by=by, kind=kind)
    return job


def take(*, worker: str) -> Job | None:
    """Begin the job that has waited longest; none where none waits."""
    if not Job.objects.ready(timezone.now()).exists():
        return None  # without a lock: a worker looks every second
    with transaction.atomic():
        job = Job.objects.select_for_update(skip_locked=True).ready(timezone.now()).first()
        return _begin(job, worker) if job else None


@transaction.atomic
def tell(job: Job, doing: str, step: int, steps: int) -> None:
    """Say what is being done, how many steps are behind and how many there are. It is a sign of life too."""
    job = _ours(job)
    job.doing, job.step, job.steps, job.heartbeat_at = doing[:_LONGEST], step, steps, timezone.now()
    job.save(update_fields=["doing", "step", "steps", "heartbeat_at"])


def beat(*, worker: str) -> None:
    """Say that a worker is alive, for whatever it runs."""
    Job.objects.of(worker).update(heartbeat_at=timezone.now())


@transaction.atomic
def finish(job: Job, message: str) -> None:
    """It is done."""
    _end(_ours(job), "finished", message)


@transaction.atomic
def fail(job: Job, message: str) -> None:
    """It cannot be done; the message says why, and what to do."""
    _end(_ours(job), "failed", message)


@transaction.atomic
def put_back(job: Job, *, rest: timedelta = timedelta()) -> None:
    """Let it be begun again, after a rest: through no fault of its own it could not be done now."""
    job = _ours(job)
    job.attempts -= 1
    _put_back(job, not_before=timezone.now() + rest)


def make_way(job: Job) -> None:
    """Let it be begun again when whatever is in its way may have ended."""
    put_back(job, rest=REST)


def sweep(*, stale_after: timedelta, predecessor: str = "") -> list[Job]:
    """Put back what dead workers left, or give it up when it was tried often enough; gives those jobs.

    A worker is taken for dead when it has given no sign of life for so long. One that begins knows besides that
    whatever stands under its own name is that of a `predecessor`, who is dead.
    """
    left = list(Job.objects.stale(timezone.now() - stale_after))
    left += Job.objects.of(predecessor) if predecessor else []
    return [job for job in left if _swept(job)]


@transaction.atomic
def _swept(job: Job) -> bool:
    try:
        job = _ours(job)
    except NoLongerOurs:
        return False  # somebody else swept it
    if job.attempts >= MOST_ATTEMPTS:
        _end(job, "failed", GIVEN_UP)
    else:
        _put_back(job, not_before=None)
    return True


def _begin(job: Job, worker: str) -> Job:
    job.state = JOB.after("begun", job.state, which=job.number)
    job.attempts, job.worker, job.heartbeat_at = job.attempts + 1, worker, timezone.now()
    job.doing, job.step, job.steps = "", 0, 0
    job.save()
    record("begun", subject="job", subject_id=job.number, by="worker", attempt=job.attempts)
    return job


def _put_back(job: Job, *, not_before: datetime | None) -> None:
    job.state, job.not_before = JOB.after("put back", job.state, which=job.number), not_before
    job.save()
    record("put back", subject="job", subject_id=job.number, by="worker", attempt=job.attempts)


def _end(job: Job, verb: str, message: str) -> None:
    job.state, job.message, job.ended_at = JOB.after(verb, job.state, which=job.number), message, timezone.now()
    job.save()
    record(verb, subject="job", subject_id=job.number, by="worker", attempt=job.attempts)


def _ours(job: Job) -> Job:
    """The row as it stands, held; NoLongerOurs where the job is not running, or in a later attempt."""
    same: Jobs = Job.objects.select_for_update().filter(pk=job.pk, state=RUNNING, worker=job.worker)
    found = same.filter(attempts=job.attempts).first()
    if found is None:
        raise NoLongerOurs(str(job))
    return found
