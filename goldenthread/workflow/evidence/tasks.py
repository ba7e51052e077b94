"""What a worker does to work out an edition, the board's own records among the evidence."""

from goldenthread.workflow.evidence.operations import compute
from goldenthread.workflow.jobs.working import Running


def work_out(running: Running) -> str:
    """Work out an edition."""
    done = compute(by=running.by, tell=running.tell)
    return f"{str(done.edition).capitalize()} {'is published' if done.new else 'still stands'}."
