"""Proving that history is unbroken and that evidence and results are what they were; sweeping up."""

from collections.abc import Mapping

from django.conf import settings

from goldenthread.engine.store.locks import Busy, alone
from goldenthread.engine.store.pending import sweep
from goldenthread.engine.store.spilling import sweep_spilled
from goldenthread.engine.store.verifying import Problems, verify_files
from goldenthread.workflow.history.queries import verify_chain
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.returns import reading as returns


def verify() -> Problems:
    """Everything that does not agree, in the history and in the home; reads every file."""
    home = settings.GOLDENTHREAD_HOME
    try:
        with alone(home, "verify"):
            found = Problems(tuple(verify_chain()))
            for kind, named in named_files().items():
                found += verify_files(home, kind, named)
            return found
    except Busy as busy:
        raise Refused(str(busy)) from busy


def sweep_up() -> None:
    """Remove what an interrupted run left behind; nothing, while anybody works in the home, for it may be theirs."""
    try:
        with alone(settings.GOLDENTHREAD_HOME, "sweep"):
            sweep(settings.GOLDENTHREAD_HOME, named_files())
            sweep_spilled(settings.GOLDENTHREAD_HOME)
    except Busy:
        return


def named_files() -> Mapping[str, set[str]]:
    """The files that the database names, by kind."""
    results = set[str]().union(*(edition.digests() for edition in Edition.objects.all()))
    return {**returns.named_files(), "results": results}
