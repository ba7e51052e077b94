"""What the page of an upload shows: how far its checking is, or why it became no return."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page as Paged

from goldenthread.engine.checking.issues import Issue
from goldenthread.web.base.paging import page_asked_for
from goldenthread.web.base.tables import Table
from goldenthread.web.returns import return_tables
from goldenthread.workflow.jobs.models import Job
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.returns.models import Return, Upload
from goldenthread.workflow.returns.reading import issues_of_upload
from goldenthread.workflow.returns.rules import TO_PUT_RIGHT, UNUSABLE


@dataclass(frozen=True)
class UploadPage:
    """One upload. `known` is the return that the files are, where that is no draft; `draft` the number of one."""

    it: Upload
    job: Job | None
    is_checking: bool
    draft: int | None = None
    known: Return | None = None
    issues: Table | None = None
    paged: Paged[Issue] | None = None


def found_upload(number: int, person: Person) -> Upload:
    """The upload of that number; NotFound where there is none that somebody may see."""
    return Upload.objects.visible_to(person).numbered(number)


def upload_page(number: int, person: Person, given: Mapping[str, str]) -> UploadPage:
    """One upload. Where nothing in it could be used, history says who reads what was wrong."""
    upload = found_upload(number, person)
    checking = bool(upload.job and upload.job.is_under_way())
    if became := upload.became:
        draft = became.number if became.is_draft() else None
        return UploadPage(upload, upload.job, False, draft=draft, known=None if draft else became)
    if upload.state != UNUSABLE:
        return UploadPage(upload, upload.job, checking)
    listed = issues_of_upload(upload, by=person.actor, why=TO_PUT_RIGHT)
    paged = page_asked_for(listed, given)
    table = return_tables.issues((issue, "") for issue in paged)
    return UploadPage(upload, upload.job, False, issues=table, paged=paged)
