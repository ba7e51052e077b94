"""What a worker does with a job, whatever becomes of it."""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from secrets import token_hex

from goldenthread.workflow.history.refusals import NotNow, Refused
from goldenthread.workflow.jobs import operations
from goldenthread.workflow.jobs.models import Job
from goldenthread.workflow.jobs.operations import NoLongerOurs

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Running:
    """A job as its task sees it: for whom it is done, and where to say how far it is."""

    job: Job

    @property
    def by(self) -> str:
        """Who asked for it."""
        return self.job.requested_by

    def tell(self, doing: str, step: int, steps: int) -> None:
        """Say what is being done, how many steps are behind and how many there are."""
        operations.tell(self.job, doing, step, steps)


Task = Callable[..., str]
"""Called with what is `Running` and the job's arguments; says what came of it. Calling it twice must be safe."""

Keep = Callable[[BaseException, str], object]
"""Writes down in full what happened, under a reference."""


def step(tasks: Mapping[str, Task], *, worker: str, keep: Keep) -> bool:
    """Take the job that has waited longest and carry it out; false where none waits."""
    job = operations.take(worker=worker)
    if job is None:
        return False
    with suppress(NoLongerOurs):  # it was taken for dead: what another attempt comes to is what counts
        _carry_out(job, tasks[job.kind], keep)
    return True


def _carry_out(job: Job, task: Task, keep: Keep) -> None:
    try:
        message = task(Running(job), **job.arguments)
    except NoLongerOurs:
        raise
    except NotNow:
        operations.make_way(job)
    except Refused as refused:
        operations.fail(job, refused.message)
    except (SystemExit, KeyboardInterrupt):
        operations.put_back(job)
        raise
    except Exception as error:
        operations.fail(job, _unexpected(job, error, keep))
    else:
        operations.finish(job, message)


def _unexpected(job: Job, error: Exception, keep: Keep) -> str:
    """What people read of it. The log says of what kind it was; what happened may hold the text of records."""
    reference = token_hex(4)
    log.error("reference %s: %s (%s): %s", reference, job, job.kind, type(error).__name__)
    with suppress(OSError):
        keep(error, reference)
    return (
        "Something went wrong. It was the program's fault, not yours. Try again in a few minutes. If it happens again,"
        f" give whoever looks after the site this reference: {reference}"
    )
