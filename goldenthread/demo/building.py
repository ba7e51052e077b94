"""Building the demonstration: write the city's returns as files, then take them in as any agency's are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from goldenthread.demo.city import (
    ACCOUNTS,
    AGENCIES,
    BOARD,
    CHILDRENS_SERVICES,
    PASSPHRASE,
    PUBLIC_HEALTH,
    SEED,
    Account,
    year_name,
)
from goldenthread.demo.home import take_over
from goldenthread.demo.population import write_population
from goldenthread.demo.records import invent
from goldenthread.demo.returns import write_returns
from goldenthread.workflow.agencies import operations as agencies
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.people import operations as people
from goldenthread.workflow.people.rules import Role
from goldenthread.workflow.results import operations as results
from goldenthread.workflow.returns import operations as returns

BY = "demonstration"


@dataclass(frozen=True)
class Sent:
    """A return that has been written out, ready to be sent."""

    path: Path
    agency: str
    what: str


def build(*, begin: Callable[..., None], address: str, say: Callable[[str], None] = print) -> None:
    """Build the demonstration in the home of the settings, replacing an earlier one. Everything in it is invented."""
    home: Path = settings.GOLDENTHREAD_HOME
    replaced = take_over(home)
    say(f"{'Replacing' if replaced else 'Building'} the demonstration in {home}. Everything in it is invented.")
    begin(BOARD, by=BY)
    sent = list(write_files(home / "demo"))
    say(f"  {len(sent)} returns written out as files, in {home / 'demo'}")
    for agency in AGENCIES:
        agencies.add(agency.code, agency.name, agency.sector, by=BY)
    for each in sent:
        _take_in(each, say)
    say("  working out the figures …")
    done = results.compute(by=BY)
    say(f"  edition {done.edition.number} published: {done.indicators} indicators")
    for account in ACCOUNTS:
        _join(account)
    say(where_to_begin(address))


def write_files(into: Path, seed: int = SEED) -> Iterator[Sent]:
    """Write every return of the city. The same seed gives the same files, byte for byte."""
    for starting, folder in write_returns(invent(seed), into):
        what = f"children looked after, {year_name(starting).replace('-', '/')}"
        yield Sent(folder, CHILDRENS_SERVICES.code, what)
    yield Sent(write_population(into / "population.csv"), PUBLIC_HEALTH.code, "population")


def _take_in(sent: Sent, say: Callable[[str], None]) -> None:
    agency = Agency.objects.get(code=sent.agency)
    outcome = returns.receive(sent.path, agency=agency, format="auto", period=None, by=BY)
    if outcome.return_ is None:
        raise Refused(f"The demonstration's own {sent.path} could not be taken in. This is a fault of the program.")
    returns.accept(outcome.return_, by=BY)
    say(f"  return {outcome.return_.number} taken in and accepted: {sent.what}")


def _join(account: Account) -> None:
    agency = Agency.objects.get(code=account.agency) if account.agency else None
    token = people.invite(account.email, Role(account.role), agency=agency, name=account.name, by=BY)
    people.join(token, name=account.name, password=PASSPHRASE)


def where_to_begin(address: str) -> str:
    """The accounts, and what to look at first."""
    width = max(len(account.email) for account in ACCOUNTS)
    lines = [f"    {account.email:<{width}}  {account.role}: {account.begins}" for account in ACCOUNTS]
    return "\n".join([
        "",
        f"{BOARD} is ready. Sign in at {address} as one of",
        *lines,
        f"  with the passphrase: {PASSPHRASE}",
        "  Begin with the scorecard, open an indicator, and follow a figure to the return it came from.",
        "",
    ])  # fmt: skip
