"""Reading what returns said, and what is kept of them."""

from collections import Counter

from django.conf import settings

from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.vault import CannotUnseal, unseal
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns.keeping import issues_in, keys_of_home
from goldenthread.workflow.returns.models import Part, Return, Upload


def issues(return_: Return, *, by: str, why: str) -> list[Issue]:
    """Every issue of a return with the text that was wrong, in the order of files and rows.

    That text is about children: history records who reads it and why before the vault is opened. Refused where it
    cannot be opened.
    """
    record("read the issues of", subject="return", subject_id=return_.number, by=by, why=why)
    return issues_in(opened(return_.vault, str(return_)))


def issues_of_upload(upload: Upload, *, by: str, why: str) -> list[Issue]:
    """Every issue of files of which nothing could be used; recorded likewise."""
    record("read the issues of", subject="upload", subject_id=upload.number, by=by, why=why)
    return issues_in(opened(upload.vault, str(upload)))


def issue_totals(return_: Return) -> dict[str, int]:
    """How many issues a return has of each severity that occurs. Says nothing of any child."""
    totals: Counter[str] = Counter()
    for each in return_.issue_counts.all():
        totals[each.severity] += each.count
    return dict(totals)


def took_the_place_of(return_: Return) -> list[Return]:
    """The earlier returns of which it holds the place, in whole or in part."""
    return list(Return.objects.filter(parts__superseded_by=return_).distinct().order_by("number"))


def lost_its_place_to(return_: Return) -> list[Return]:
    """The later returns that hold its place, in whole or in part."""
    return list(Return.objects.filter(supersedes__of=return_).distinct().order_by("number"))


def named_files() -> dict[str, set[str]]:
    """The names of the files that returns and uploads consist of, by kind."""
    vaults = [vault for kept in (Return, Upload) for vault in kept.objects.values_list("vault", flat=True)]
    return {
        "vault": set(vaults) - {""},
        "parts": set(Part.objects.values_list("digest", flat=True)),
    }


def opened(vault: str, of: str) -> dict[str, bytes]:
    """What is sealed in a vault file, by name; Refused where it cannot be opened. `of` says what it belongs to."""
    home = settings.GOLDENTHREAD_HOME
    try:
        return unseal(FileStore(home, "vault").read(vault), keys_of_home().vault)
    except FileNotFoundError:
        raise Refused(f"The vault file of {of} is missing from {home / 'vault'}. Restore it from a backup.") from None
    except CannotUnseal as problem:
        raise Refused(f"{of.capitalize()} cannot be opened. {problem}") from problem
