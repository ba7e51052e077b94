"""Invented audits of practice."""

from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.audits.operations import Particulars, register


def a_chairs_audit(agency: Agency) -> Audit:
    """An audit of one agency by the chair, which the board has not considered yet."""
    whose = Particulars(agency=agency)
    return register(
        "Chair's audit", kind="chair", subject="records", about="FY2017-18", particulars=whose, by="command line"
    )
