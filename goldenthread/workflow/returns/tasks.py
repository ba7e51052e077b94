"""What a worker does for returns."""

from goldenthread.workflow.jobs.working import Running
from goldenthread.workflow.returns.models import Upload
from goldenthread.workflow.returns.uploading import check


def check_upload(running: Running, *, upload: int) -> str:
    """Check files that were uploaded."""
    became = check(Upload.objects.numbered(upload), by=running.by, tell=running.tell)
    return f"The files were checked and are return {became.number}." if became else "Nothing in them could be used."
