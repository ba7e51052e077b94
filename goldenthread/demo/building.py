"""Building the demonstration: write the city's returns as files, then take them in as any agency's are."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from goldenthread.demo.accounts import PASSPHRASE, Account, accounts_of
from goldenthread.demo.board_file import Agencies, BoardFile, agencies_of, read_board
from goldenthread.demo.board_records import keep_after_counting, keep_before_counting
from goldenthread.demo.city import City, draw_city
from goldenthread.demo.files import Sent, write_files
from goldenthread.demo.home import check_home, take_over
from goldenthread.workflow.agencies import operations as agencies
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.evidence.operations import compute
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.people import operations as people
from goldenthread.workflow.people.rules import Role
from goldenthread.workflow.returns import operations as returns
from goldenthread.workflow.returns.registering import Said

BY = "demonstration"


@dataclass
class Progress:
    """Says what is being done, and how long each stage took: who waits wants to know for what."""

    say: Callable[[str], None]
    stages: dict[str, float] = field(default_factory=dict)

    def told(self) -> str:
        """How long it took in all, and stage by stage."""
        stages = ", ".join(f"{name} {seconds:.0f}" for name, seconds in self.stages.items())
        return f"{sum(self.stages.values()):.0f} seconds ({stages})"

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """One stage of the building."""
        began = time.monotonic()
        yield
        self.stages[name] = self.stages.get(name, 0.0) + time.monotonic() - began


def build(
    *, begin: Callable[..., None], address: str, board: Path | None, say: Callable[[str], None] = print
) -> Progress:
    """Build the demonstration in the home of the settings, replacing an earlier one. Everything in it is invented."""
    read = read_board(board) if board else read_board()
    home: Path = settings.GOLDENTHREAD_HOME
    progress = Progress(say)
    check_home(home)
    say("Inventing a city …")
    with progress.stage("drawing"):
        city = drawn(read)
    replaced = take_over(home)
    say(f"{'Replacing' if replaced else 'Building'} the demonstration in {home}. Everything in it is invented.")
    begin(read.name, by=BY)
    partners = agencies_of(read)
    sent = _written(read, partners, city, home / "demo", progress)
    for agency in partners.all():
        agencies.add(agency.code, agency.name, agency.sector, by=BY)
    for at, each in enumerate(sent, start=1):
        with progress.stage("taking in"):
            taken = _take_in(each)
        say(f"  {at} of {len(sent)}: {each.what}: {taken}")
    accounts = list(accounts_of(read, partners))
    for account in accounts:
        _join(account)
    for kept in keep_before_counting(read, partners, accounts, by=BY):
        say(f"  {kept}")
    say("  working out the figures …")
    with progress.stage("working out"):
        done = compute(by=BY)
    say(f"  edition {done.edition.number} published: {done.indicators} indicators")
    for kept in keep_after_counting(accounts):
        say(f"  {kept}")
    say(where_to_begin(read, accounts, address))
    say(f"  Built in {progress.told()}.")
    return progress


def drawn(board: BoardFile) -> City:
    """The city of a board; Refused where its targets cannot be met together."""
    try:
        return draw_city(board, board.seed)
    except (KeyError, IndexError, ValueError) as error:
        raise Refused(
            f"The targets of {board.name} cannot be met together ({type(error).__name__}: {error}). Every year needs a"
            " number, and no group may be larger than what it is drawn from."
        ) from error


def _written(board: BoardFile, partners: Agencies, city: City, into: Path, progress: Progress) -> list[Sent]:
    with progress.stage("writing"):
        sent = list(write_files(board, partners, city, into))
    progress.say(f"  {len(sent)} returns written out as files, in {into}")
    return sent


def _take_in(sent: Sent) -> str:
    agency = Agency.objects.get(code=sent.agency)
    came = Said(came_on=sent.came_on)
    outcome = returns.receive(sent.path, agency=agency, period=sent.covers, said=came, by=BY)
    if outcome.return_ is None:
        raise Refused(f"The demonstration's own {sent.path} could not be taken in. This is a fault of the program.")
    if sent.counted:
        returns.accept(outcome.return_, by=BY)
    rows = sum(file.accepted for file in outcome.files)
    became = "accepted" if sent.counted else "kept beside the records that hold the same"
    return f"return {outcome.return_.number} from {agency.name}, {rows:,} rows taken in and {became}"


def _join(account: Account) -> None:
    agency = Agency.objects.get(code=account.agency) if account.agency else None
    token = people.invite(account.email, Role(account.role), agency=agency, name=account.name, by=BY)
    people.join(token, name=account.name, password=PASSPHRASE)


def where_to_begin(board: BoardFile, accounts: list[Account], address: str) -> str:
    """The accounts, and what to look at first."""
    width = max(len(account.email) for account in accounts)
    lines = [f"    {account.email:<{width}}  {account.role}: {account.begins}" for account in accounts]
    return "\n".join([
        "",
        f"{board.name} is ready. Sign in at {address} as one of",
        *lines,
        f"  with the passphrase: {PASSPHRASE}",
        "  Begin with the report about 2013/14, then open the scorecard and follow a figure to its return.",
        "",
    ])  # fmt: skip
