"""What is kept of a return: everything as it came in one sealed file, accepted rows in one part for each dataset."""

import hashlib
import json
from collections.abc import Iterator, Sequence

from django.conf import settings

from goldenthread.engine.checking.intake import Intake, Received
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.definitions import Severity
from goldenthread.engine.store.keys import KeyFileProblem, Keys, keys_of
from goldenthread.engine.store.parts import parquet_bytes
from goldenthread.engine.store.vault import seal
from goldenthread.workflow.history.refusals import Refused

ISSUES, ORIGINALS = "issues.json", "originals/"


def keys_of_home() -> Keys:
    """The keys of the home; Refused where they are missing or another's."""
    try:
        return keys_of(settings.GOLDENTHREAD_HOME, settings.GOLDENTHREAD_KEY_FILE)
    except KeyFileProblem as problem:
        raise Refused(str(problem)) from problem


def sealed(intake: Intake, key: bytes) -> bytes:
    """Originals, issues with their text, rows held back and identities, as one vault file."""
    return seal(dict(_members(intake)), key)


def sealed_originals(files: Sequence[Received], key: bytes) -> bytes:
    """Files as they came, as one vault file."""
    return seal({f"{ORIGINALS}{file.name}": file.content for file in files}, key)


def sealed_issues(intake: Intake, key: bytes) -> bytes:
    """What was wrong with files of which nothing could be used, as one vault file. The files are not kept."""
    return seal({ISSUES: _issues(intake)}, key)


def originals_in(members: dict[str, bytes]) -> list[Received]:
    """The files that were sealed as they came."""
    found = ((name.removeprefix(ORIGINALS), content) for name, content in members.items() if name.startswith(ORIGINALS))
    return [Received(name, content) for name, content in found]


def issues_in(members: dict[str, bytes]) -> list[Issue]:
    """The issues that were sealed."""
    return [Issue(**{**told, "severity": Severity(told["severity"])}) for told in json.loads(members[ISSUES])]


def content_hash(originals: Sequence[Received]) -> str:
    """One hash for the contents of some files, whatever their names and their order."""
    hashes = sorted(hashlib.sha256(file.content).hexdigest() for file in originals)
    return hashlib.sha256("".join(hashes).encode()).hexdigest()


def _members(intake: Intake) -> Iterator[tuple[str, bytes]]:
    for file in intake.originals:
        yield f"{ORIGINALS}{file.name}", file.content
    yield ISSUES, _issues(intake)
    for dataset, table in intake.identities.items():
        yield f"identities/{dataset}.parquet", parquet_bytes(table)
    for dataset, table in intake.held_back.items():
        yield f"held_back/{dataset}.parquet", parquet_bytes(table)


def _issues(intake: Intake) -> bytes:
    return json.dumps([vars(issue) for issue in intake.issues], ensure_ascii=False).encode()
