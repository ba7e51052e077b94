"""What the page of a one-time link shows: asking for files, how far their check is, what was found in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page as Paged

from goldenthread.engine.checking.issues import Issue
from goldenthread.web.base.paging import page_asked_for
from goldenthread.web.base.tables import Table
from goldenthread.web.returns import return_tables
from goldenthread.workflow.calendar.links import why_not
from goldenthread.workflow.calendar.models import Link
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.jobs.models import Job
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.quality import quality_of
from goldenthread.workflow.returns.reading import issues, issues_of_upload
from goldenthread.workflow.returns.rules import TO_PUT_RIGHT, UNUSABLE


@dataclass(frozen=True)
class Found:
    """What was found in files: how much was taken, what is wrong, what could not be checked.

    It has what the page of a return shows of that, without what leads to pages that need an account.
    """

    files: Table
    issues: Table | None
    not_run: list[str]
    completeness: Table | None = None
    may_read_issues: bool = False


@dataclass(frozen=True)
class LinkPage:
    """How it stands with what somebody sends by a link.

    `draft` is there once the files are checked, with why it cannot be sent, if it cannot; `known` where the same files
    had come before. `asks` is whether files are asked for.
    """

    link: Link
    job: Job | None
    is_checking: bool
    asks: bool
    is_unusable: bool
    draft: Return | None = None
    why_not: str = ""
    known: Return | None = None
    found: Found | None = None


@dataclass(frozen=True)
class IssuesByLink:
    """What is wrong row by row with what was uploaded by a link; a page of it."""

    link: Link
    table: Table
    paged: Paged[Issue]


def page_of(link: Link) -> LinkPage:
    """The page of a link."""
    upload = link.upload
    became, job = (upload.became, upload.job) if upload else (None, None)
    draft = became if became and became.is_draft() else None
    unusable = bool(upload and upload.state == UNUSABLE)
    return LinkPage(
        link=link,
        job=job,
        is_checking=bool(job and job.is_under_way()),
        asks=upload is None or unusable,
        is_unusable=unusable,
        draft=draft,
        why_not=why_not(link, draft) if draft else "",
        known=None if draft else became,
        found=_found(draft) if draft else None,
    )


def _found(draft: Return) -> Found:
    quality = quality_of(draft)
    return Found(
        files=return_tables.files(draft),
        issues=return_tables.issue_counts(quality.checks) if quality.checks else None,
        not_run=[f"{each.where}: {each.message}" for each in quality.not_run],
    )


def issues_by_link(link: Link, given: Mapping[str, str]) -> IssuesByLink:
    """What is wrong with what was uploaded, and history says that it is read; NotFound where nothing was uploaded."""
    upload = link.upload
    if upload and upload.became and upload.became.is_draft():
        found = issues(upload.became, by=link.actor, why=TO_PUT_RIGHT)
    elif upload and upload.state == UNUSABLE:
        found = issues_of_upload(upload, by=link.actor, why=TO_PUT_RIGHT)
    else:
        raise NotFound("Nothing was uploaded by this link that could be wrong.")
    paged = page_asked_for(found, given)
    return IssuesByLink(link, return_tables.issues((issue, "") for issue in paged), paged)
