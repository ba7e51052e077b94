"""Files that were uploaded and have not become a return, as the start page and the list of returns name them."""

from dataclasses import dataclass

from django.urls import reverse

from goldenthread.web.base.templating import moment
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.returns.models import Upload
from goldenthread.workflow.returns.rules import UNUSABLE


@dataclass(frozen=True)
class Unfinished:
    """What they are called and where one reads of them, when they came, and how they stand."""

    name: str
    href: str
    when: str
    state: str


def unfinished_of(person: Person) -> list[Unfinished]:
    """Those of somebody's own agency, the newest first."""
    return [_told(upload) for upload in Upload.objects.visible_to(person).unfinished()]


def _told(upload: Upload) -> Unfinished:
    href = reverse("uploaded", args=[upload.number])
    return Unfinished(f"Upload {upload.number}", href, moment(upload.uploaded_at), state_of(upload))


def state_of(upload: Upload) -> str:
    """How an upload stands that is no return."""
    if upload.state == UNUSABLE:
        return "nothing in them can be used"
    return "being checked" if upload.job and upload.job.is_under_way() else "could not be checked"
