"""The particulars of a return in the database: its files, its parts, and how often what was wrong with it."""

from collections.abc import Mapping

from goldenthread.engine.checking.intake import FileOutcome, Intake
from goldenthread.workflow.returns.models import IssueCount, Part, Return, ReturnedFile
from goldenthread.workflow.returns.tallying import issue_counts

KeptParts = Mapping[str, tuple[str, int]]
"""By dataset: the name of the file with its accepted rows, and how many they are."""


def record_particulars(return_: Return, intake: Intake, parts: KeptParts) -> None:
    """Record what a return came to, in the transaction that records the return."""
    Part.objects.bulk_create(
        Part(of=return_, dataset=dataset, digest=digest, rows=rows) for dataset, (digest, rows) in parts.items()
    )
    ReturnedFile.objects.bulk_create(_returned(return_, file) for file in intake.files)
    IssueCount.objects.bulk_create(issue_counts(return_, intake.issues))


def _returned(return_: Return, file: FileOutcome) -> ReturnedFile:
    return ReturnedFile(
        of=return_,
        name=f"{file.name}, sheet {file.sheet}" if file.sheet else file.name,
        format=file.format or "",
        table=file.table or "",
        dataset=file.dataset or "",
        read=file.read,
        accepted=file.accepted,
        held_back=file.held_back,
        note=file.note,
    )
