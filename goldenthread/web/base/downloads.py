"""Files to take away."""

from collections.abc import Mapping

from django.http import HttpResponse

from goldenthread.workflow.history.refusals import NotFound

TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "parquet": "application/vnd.apache.parquet",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""By the ending of a file, what browsers call it."""


def download(made: bytes | str, name: str, kind: str) -> HttpResponse:
    """A file that the browser saves and does not show."""
    called = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(made, content_type=TYPES[kind], headers=called)


def one_of(kind: str, *kinds: str) -> str:
    """The kind of file that somebody asks for; NotFound where it is none of those that there are."""
    if kind not in kinds:
        raise NotFound(f"There is no such file. There are: {', '.join(kinds)}.")
    return kind
