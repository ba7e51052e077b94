"""Uploading files, and checking them: they become a draft, or it is said why they cannot."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from goldenthread import catalogue
from goldenthread.catalogue.readers import used_by
from goldenthread.engine.checking.intake import Intake, Received, take_in
from goldenthread.engine.periods import Period
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.keys import Keys, pseudonym
from goldenthread.engine.store.pending import settle
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.jobs.operations import ask
from goldenthread.workflow.returns.collecting import check_sizes
from goldenthread.workflow.returns.keeping import keys_of_home, originals_in, sealed_issues, sealed_originals
from goldenthread.workflow.returns.models import Return, Upload
from goldenthread.workflow.returns.reading import opened
from goldenthread.workflow.returns.registering import PeriodNotSaid, Said, check_said, covers_of, keep
from goldenthread.workflow.returns.rules import CHECK, CHECKED, UPLOAD, UPLOADED
from goldenthread.workflow.returns.storing import adding, letting_go

Tell = Callable[[str, int, int], None]


def upload(
    files: Sequence[Received],
    *,
    agency: Agency,
    period: Period | None = None,
    corrects: Return | None = None,
    by: str,
) -> Upload:
    """Keep files, sealed, and ask for them to be checked. Refused where they are too large, or two have one name, and
    where they cannot correct the return that they are meant to."""
    check_said(Said(corrects), agency)
    check_sizes({file.name: len(file.content) for file in files}, f"What you chose, {len(files)} files together,")
    _check_names(files)
    home: Path = settings.GOLDENTHREAD_HOME
    content = sealed_originals(files, keys_of_home().vault)
    with adding(home):
        vault = FileStore(home, "vault").write(content)
        uploaded = _record_upload(vault, agency, period, corrects, by=by)
        settle(home, [vault])
    return uploaded


@transaction.atomic
def check_again(uploaded: Upload, *, by: str) -> None:
    """Ask once more for files to be checked, after it failed. Refused where they have been checked or discarded."""
    _held(uploaded)
    if uploaded.state != UPLOADED:
        raise Refused(f"Upload {uploaded.number} is {uploaded.state} already. Nothing was changed.")
    if uploaded.job and uploaded.job.is_under_way():
        return
    uploaded.job = ask(CHECK, by=by, upload=uploaded.number)
    uploaded.save(update_fields=["job"])


def check(uploaded: Upload, *, by: str, tell: Tell) -> Return | None:
    """Check uploaded files: they become a draft, or the return that the same files were before. None: nothing usable.

    Safe to do twice. Refused where what the files are about cannot be said.
    """
    if uploaded.state != UPLOADED:
        return uploaded.became
    keys = keys_of_home()
    intake = take_in(
        originals_in(opened(uploaded.vault, str(uploaded))),
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=partial(pseudonym, keys, uploaded.agency.code),
        covers=uploaded.covers,
        used_by=used_by(),
        sender=uploaded.agency.name,
        tell=tell,
    )
    if not intake.usable:
        _keep_what_was_wrong(uploaded, intake, keys, by=by)
        return None
    covers = _covers(intake, uploaded.covers)
    said = Said(uploaded.corrects)
    draft, _ = keep(intake, covers, state=CHECKED, agency=uploaded.agency, keys=keys, said=said, by=by)
    with letting_go(settings.GOLDENTHREAD_HOME, [uploaded.vault]):
        _found("found usable", uploaded, vault="", became=draft, by=by)
    return draft


def discard_upload(uploaded: Upload, *, by: str) -> None:
    """Discard files that were uploaded and did not become a return. Refused where they did."""
    UPLOAD.after("discarded", uploaded.state, which=uploaded.number)
    with letting_go(settings.GOLDENTHREAD_HOME, [uploaded.vault]):
        _found("discarded", uploaded, vault="", became=None, by=by)


@transaction.atomic
def _record_upload(vault: str, agency: Agency, period: Period | None, corrects: Return | None, *, by: str) -> Upload:
    uploaded = Upload.objects.create(
        agency=agency,
        uploaded_at=timezone.now(),
        uploaded_by=by,
        covers_code=period.code if period else "",
        corrects=corrects,
        vault=vault,
    )
    record("uploaded", subject="upload", subject_id=uploaded.number, by=by, agency=agency.code, files=[vault])
    uploaded.job = ask(CHECK, by=by, upload=uploaded.number)
    uploaded.save(update_fields=["job"])
    return uploaded


def _keep_what_was_wrong(uploaded: Upload, intake: Intake, keys: Keys, *, by: str) -> None:
    home: Path = settings.GOLDENTHREAD_HOME
    with letting_go(home, [uploaded.vault]), adding(home):
        vault = FileStore(home, "vault").write(sealed_issues(intake, keys.vault))
        _found("found unusable", uploaded, vault=vault, became=None, by=by)
        settle(home, [vault])


@transaction.atomic
def _found(verb: str, uploaded: Upload, *, vault: str, became: Return | None, by: str) -> None:
    _held(uploaded)
    uploaded.state = UPLOAD.after(verb, uploaded.state, which=uploaded.number)
    uploaded.vault, uploaded.became = vault, became
    uploaded.save(update_fields=["state", "vault", "became"])
    about = {"return": became.number} if became else {}
    record(verb, subject="upload", subject_id=uploaded.number, by=by, **about)


def _held(uploaded: Upload) -> None:
    """Read an upload anew, and hold its agency: one change at a time for each."""
    Agency.objects.select_for_update().get(pk=uploaded.agency_id)
    uploaded.refresh_from_db()


def _covers(intake: Intake, period: Period | None) -> Period:
    try:
        return covers_of(intake, period)
    except PeriodNotSaid:
        raise Refused(
            "What these files are about cannot be told from what is in them. Discard them, then upload them again and"
            " say under 'What they are about' which period it is."
        ) from None


def _check_names(files: Sequence[Received]) -> None:
    twice = [name for name, times in Counter(file.name for file in files).items() if times > 1]
    if twice:
        raise Refused(f"Two of the files are called {twice[0]}. Give each a name of its own, then choose them again.")
