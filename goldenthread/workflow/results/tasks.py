"""Asking for an edition. What a worker then does stands where the evidence is gathered (`workflow.evidence`)."""

from goldenthread.workflow.jobs.models import Job
from goldenthread.workflow.jobs.operations import ask
from goldenthread.workflow.jobs.rules import DONE
from goldenthread.workflow.results.models import Edition

COMPUTE = "work out an edition"


def ask_for_an_edition(*, by: str) -> Job:
    """Ask for an edition to be worked out. Whoever asks while one waits to be begun is given that one."""
    return ask(COMPUTE, by=by)


def edition_asked_for() -> Job | None:
    """The job that an edition waits for, or the last one where it failed and no edition has been published since."""
    job = Job.objects.newest(COMPUTE)
    if job is None or job.is_under_way():
        return job
    edition = Edition.objects.current()
    made_since = edition and job.ended_at and edition.published_at > job.ended_at
    return None if job.state == DONE or made_since else job


def is_edition_under_way() -> bool:
    """Whether an edition waits to be worked out, or is being."""
    return Job.objects.under_way().filter(kind=COMPUTE).exists()
