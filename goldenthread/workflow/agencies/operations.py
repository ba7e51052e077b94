"""Founding the partnership and adding agencies to it."""

import re

from django.db import transaction
from django.utils import timezone

from goldenthread.workflow.agencies.models import Agency, Partnership
from goldenthread.workflow.agencies.rules import SECTORS
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused

__all__ = ["SECTORS", "add", "found"]

_CODE = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?")


@transaction.atomic
def found(name: str, *, by: str) -> Partnership:
    """Found the board of a home. Refused where it has been founded, or where it has no name."""
    name = _some_name(name, "board")
    if already := Partnership.objects.first():
        raise Refused(f"This home is that of {already.name}. Choose another with GOLDENTHREAD_HOME.")
    partnership = Partnership.objects.create(id=1, name=name, created_at=timezone.now())
    record("founded", subject="partnership", subject_id=partnership.pk, by=by)
    return partnership


@transaction.atomic
def add(code: str, name: str, sector: str, *, by: str) -> Agency:
    """Add an agency. Refused where the code is taken or unfit, the name empty or the sector unknown."""
    code, name = _fit_code(code), _some_name(name, "agency")
    if sector not in SECTORS:
        raise Refused(f"There is no sector '{sector}'. Choose one of: {', '.join(SECTORS)}.")
    if taken := Agency.objects.filter(code=code).first():
        raise Refused(f"The code '{code}' is that of {taken.name} already. Choose another code.")
    agency = Agency.objects.create(code=code, name=name, sector=sector)
    record("added", subject="agency", subject_id=code, by=by, sector=sector)
    return agency


def _fit_code(code: str) -> str:
    fit = code.strip().lower()
    if not _CODE.fullmatch(fit):
        raise Refused(f"'{code}' cannot be an agency's code. Use up to 20 letters, digits and hyphens, such as 'lcc'.")
    return fit


def _some_name(name: str, what: str) -> str:
    fit = " ".join(name.split())
    if not fit or len(fit) > 200:
        raise Refused(f"The name of the {what} must have 1 to 200 letters; this one has {len(fit)}.")
    return fit
