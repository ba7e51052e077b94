"""Working out an edition and publishing it."""

import hashlib
from collections.abc import Callable, Mapping
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.db import transaction
from django.utils import timezone

import goldenthread
from goldenthread import catalogue
from goldenthread.engine.counting import Evidence, Part, bind, fingerprints_of, supplied
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.definitions.canonical import canonical
from goldenthread.engine.periods import Span
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.locks import Busy, one_at_a_time, writing
from goldenthread.engine.store.pending import settle
from goldenthread.engine.working_out import Work, work_out
from goldenthread.workflow.disclosure.models import Disclosure
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import NotNow, Refused
from goldenthread.workflow.results.models import Edition, PartNamed, ResultNamed
from goldenthread.workflow.results.verifying import sweep_up
from goldenthread.workflow.returns.models import Part as AcceptedPart

Tell = Callable[[str, int, int], None]


def no_one_told(doing: str, step: int, steps: int) -> None:
    """What is done where nobody waits to hear how far it is."""


@dataclass(frozen=True)
class Published:
    """What `compute` did. `new` is false where nothing had changed and the edition in force still says it all."""

    edition: Edition
    reused: int
    computed: int
    new: bool

    @property
    def indicators(self) -> int:
        """How many indicators the edition holds."""
        return self.reused + self.computed


def compute(*, by: str, tell: Tell = no_one_told) -> Published:
    """Work out every indicator from the evidence in force, and publish the edition.

    What an unchanged fingerprint vouches for is taken over from the edition in force. `tell` is told what is being
    done, and how far it is. NotNow where another is being worked out; Refused where nothing has been accepted, or where
    an indicator does not fit its dataset.
    """
    home = settings.GOLDENTHREAD_HOME
    sweep_up()
    try:
        with one_at_a_time(home, "compute"), writing(home):
            return _compute(by=by, tell=tell)
    except Busy as busy:
        raise NotNow(str(busy)) from busy


def _compute(*, by: str, tell: Tell) -> Published:
    indicators, datasets, cohorts = catalogue.indicators(), catalogue.datasets(), catalogue.cohorts()
    named = _evidence_in_force()
    parts = [part_of(each) for each in named]
    told = supplied(catalogue.SUPPLIED_FIGURES, datasets=datasets, parts=parts)
    opened = Disclosure.objects.opened()
    wanted = fingerprints_of(
        indicators.values(), datasets=datasets, parts=parts, cohorts=cohorts, told=told, opened=opened
    )
    current = Edition.objects.current()
    reused = _still_good(current, wanted)
    fresh = [each for code, each in indicators.items() if code not in reused]
    if current and not fresh and current.parts == named and set(current.results) == set(wanted):
        return Published(current, len(reused), 0, new=False)
    work = Work(
        home=settings.GOLDENTHREAD_HOME,
        indicators=fresh,
        evidence=Evidence(dict(datasets), parts, dict(cohorts), told),
        before={code: result["digest"] for code, result in (current.results if current else {}).items()},
        opened=opened,
    )
    results = reused | _worked_out(work, wanted, tell)
    edition = _publish(named, results, definitions=_hash_of(indicators), by=by)
    return Published(edition, len(reused), len(fresh), new=True)


def _check(codes: frozenset[str]) -> None:
    """Refused where some indicators do not fit what they read. Those that are still good were looked at before."""
    if problems := _problems_of(codes):
        raise Refused("The catalogue does not hold together: " + "; ".join(problems))


@cache
def _problems_of(codes: frozenset[str]) -> list[str]:
    """Looked for once in a process, for the catalogue is the same all along."""
    looked_at = [each for code, each in catalogue.indicators().items() if code in codes]
    return bind(looked_at, catalogue.datasets(), catalogue.cohorts())


def _evidence_in_force() -> list[PartNamed]:
    named = [
        PartNamed(
            dataset=part.dataset,
            agency=part.of.agency.code,
            digest=part.digest,
            of_return=part.of.number,
            first=part.of.covers_first.isoformat(),
            last=part.of.covers_last.isoformat(),
        )
        for part in AcceptedPart.objects.in_force()
    ]
    if not named:
        raise Refused(
            "No return has been accepted yet, so there is nothing to count."
            " Receive one with: goldenthread receive PATH --agency CODE --accept"
        )
    return named


def part_of(named: PartNamed) -> Part:
    """A part that an edition names, as the engine reads it."""
    store = FileStore(settings.GOLDENTHREAD_HOME, "parts")
    return Part(
        dataset=named["dataset"],
        agency=named["agency"],
        path=store.path(named["digest"]),
        digest=named["digest"],
        covers=Span.between(named["first"], named["last"]),
        of_return=named["of_return"],
    )


def _still_good(current: Edition | None, wanted: Mapping[str, str]) -> dict[str, ResultNamed]:
    """The results in force whose fingerprint is still the one wanted."""
    results = current.results if current else {}
    return {code: result for code, result in results.items() if wanted.get(code) == result["fingerprint"]}


def _worked_out(work: Work, wanted: Mapping[str, str], tell: Tell) -> dict[str, ResultNamed]:
    results: dict[str, ResultNamed] = {}
    titles = {each.code: each.title for each in work.indicators}
    try:
        for code, digest in work_out(work, meanwhile=lambda: _check(frozenset(titles))):
            tell(f"Working out: {titles[code]}", len(results), len(titles))
            results[code] = ResultNamed(fingerprint=wanted[code], digest=digest)
    except BrokenProcessPool as broken:
        raise Refused(
            "One of the processes that work the figures out was ended from outside, perhaps for want of memory."
            " Nothing was published, and the figures in force are as they were. Try again."
        ) from broken
    return results


@transaction.atomic
def _publish(parts: list[PartNamed], results: dict[str, ResultNamed], *, definitions: str, by: str) -> Edition:
    """The only act of publication: one row, and its line in the history."""
    edition = Edition.objects.create(
        published_at=timezone.now(),
        published_by=by,
        parts=parts,
        results=results,
        definitions=definitions,
        code_version=goldenthread.__version__,
    )
    record("published", subject="edition", subject_id=edition.number, by=by, parts=len(parts), indicators=len(results))
    transaction.on_commit(lambda: settle(settings.GOLDENTHREAD_HOME, edition.digests()))
    return edition


def _hash_of(indicators: Mapping[str, Indicator]) -> str:
    together = "\n".join(canonical(indicators[code]) for code in sorted(indicators))
    return hashlib.sha256(together.encode()).hexdigest()
