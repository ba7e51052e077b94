"""Links by which somebody without an account sends one return, once: making them, and what their holders do."""

from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from goldenthread.engine.checking.intake import Received
from goldenthread.engine.periods import Period
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.calendar.models import Expected, Link
from goldenthread.workflow.calendar.reading import holds
from goldenthread.workflow.calendar.rules import datasets_in, restricted_in, things
from goldenthread.workflow.history.links import hash_of, hash_of_given, new_token, still_good
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns import operations, uploading
from goldenthread.workflow.returns.models import Return, Upload
from goldenthread.workflow.returns.rules import DISCARDED, UNUSABLE

_SALT = "goldenthread.calendar.link"


@transaction.atomic
def make(expected: Expected, period: Period, *, by: str) -> str:
    """Make a link by which a return about a period can be sent; its token is shown this once and kept nowhere.

    An earlier link for the same stops working. Refused where nothing is expected about the period, and where what is
    expected holds restricted records: whoever sends those needs an account.
    """
    if period not in expected.periods(period.first):
        raise Refused(f"{expected.what} is not expected of {expected.agency.name} about {period.code}.")
    if restricted := restricted_in({name for thing in expected.things for name in datasets_in(thing)}):
        raise Refused(
            f"{expected.what} holds restricted records ({', '.join(restricted)}), so whoever sends it needs an account."
            " Invite them as agency data lead."
        )
    stop(expected, period, by=by)
    now, token = timezone.now(), new_token(_SALT)
    link = Link.objects.create(
        token_hash=hash_of(token),
        of=expected,
        period_code=period.code,
        made_at=now,
        made_by=by,
        expires_at=now + timedelta(days=settings.LINK_LASTS_DAYS),
    )
    record("made", subject="link", subject_id=link.pk, by=by, expected=expected.number, period=period.code)
    return token


@transaction.atomic
def stop(expected: Expected, period: Period, *, by: str) -> None:
    """Let no more be sent by the links for a return about a period."""
    Agency.objects.select_for_update().get(pk=expected.agency_id)
    now = timezone.now()
    for link in Link.objects.filter(of=expected, period_code=period.code, used_at=None, expires_at__gt=now):
        link.expires_at = now
        link.save(update_fields=["expires_at"])
        record("stopped", subject="link", subject_id=link.pk, by=by)


def link_for(token: str) -> Link:
    """The link of a token, still good; LinkIsOver otherwise."""
    found = Link.objects.select_related("of__agency", "upload__became", "upload__job")
    link = found.filter(token_hash=hash_of_given(token, _SALT)).first()
    return still_good(link, done="a return was sent to the board")


def upload(token: str, files: Sequence[Received]) -> Upload:
    """Upload files by a link, to be checked. Those before them that were of no use are discarded.

    LinkIsOver where it is not good; Refused where other files are being looked at, and what `uploading.upload` refuses.
    """
    link = link_for(token)
    if link.upload and link.upload.state == UNUSABLE:
        start_again(token)
    uploaded = uploading.upload(files, agency=link.of.agency, period=link.period, by=link.actor)
    if not _attached(token, uploaded):
        uploading.discard_upload(uploaded, by=link.actor)
        raise Refused("Other files were uploaded by this link before. Load the page again to see them.")
    return uploaded


def start_again(token: str) -> None:
    """Discard what was uploaded by a link, so that other files can be. LinkIsOver where it is not good."""
    link = link_for(token)
    uploaded, draft = link.upload, link.upload.became if link.upload else None
    if draft and draft.is_draft() and draft.received_by == link.actor:
        operations.discard(draft, by=link.actor)
    elif uploaded and draft is None and uploaded.state != DISCARDED:
        uploading.discard_upload(uploaded, by=link.actor)
    Link.objects.filter(pk=link.pk, used_at=None, upload=uploaded).update(upload=None)


@transaction.atomic
def send(token: str, *, validated: bool = False) -> Return:
    """Send the draft that was uploaded by a link, which is then used up.

    LinkIsOver where it is not good; Refused where there is no draft, or it is not what the link is for.
    """
    link = _held(token)
    draft = link.upload.became if link.upload else None
    if draft is None or not draft.is_draft():
        raise Refused("There is nothing to send yet: upload files first, and wait until they are checked.")
    if problem := why_not(link, draft):
        raise Refused(problem)
    operations.send(draft, validated=validated, by=link.actor)
    link.used_at, link.sent = timezone.now(), draft
    link.save(update_fields=["used_at", "sent"])
    record("used", subject="link", subject_id=link.pk, by=link.actor, **{"return": draft.number})
    return draft


def why_not(link: Link, draft: Return) -> str:
    """Why a draft cannot be sent by a link; nothing where it can."""
    if restricted := restricted_in(part.dataset for part in draft.parts.all()):
        return f"These files hold restricted records ({', '.join(restricted)}). They can be sent with an account only."
    lacking = [things().get(thing, thing) for thing in link.of.things if not holds(draft, thing)]
    return f"These files do not hold what is asked for: {' and '.join(lacking)}." if lacking else ""


@transaction.atomic
def _attached(token: str, uploaded: Upload) -> bool:
    """Whether files are now those of a link; not where it has others, as when two windows send at once."""
    link = _held(token)
    if link.upload_id is not None:
        return False
    link.upload = uploaded
    link.save(update_fields=["upload"])
    return True


def _held(token: str) -> Link:
    """The link of a token, still good, while nobody else changes what its agency has."""
    Agency.objects.select_for_update().get(pk=link_for(token).of.agency_id)
    return link_for(token)
