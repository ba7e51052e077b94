"""What the demonstration's board itself keeps: its calendar, framework, registers, challenges and actions."""

from collections.abc import Iterator

from goldenthread.demo.accounts import Account
from goldenthread.demo.actions import judge_actions, plan_actions
from goldenthread.demo.audits import register_audits
from goldenthread.demo.board_file import Agencies, BoardFile
from goldenthread.demo.breaks import declare_breaks
from goldenthread.demo.challenges import put_challenges
from goldenthread.demo.disclosure import ask_for_disclosure
from goldenthread.demo.findings import keep_findings
from goldenthread.demo.framework import keep_framework
from goldenthread.demo.nation import explain_differences
from goldenthread.demo.owing import expect_returns
from goldenthread.demo.plans import make_plans
from goldenthread.demo.stories import tell_stories
from goldenthread.demo.threads import follow_threads


def keep_before_counting(read: BoardFile, partners: Agencies, accounts: list[Account], *, by: str) -> Iterator[str]:
    """Keep what has to be there before the figures are worked out, for some of it is counted. Says what was kept."""
    expected = list(expect_returns(partners, by=by))
    yield f"{len(expected)} returns expected, in the calendar"
    breaks = list(declare_breaks(partners, by=by))
    yield f"{len(breaks)} breaks in recording declared"
    owners, targets = keep_framework(read, partners, by=by)
    yield f"{owners} indicators with an owner, {targets} targets set"
    explained = list(explain_differences(by=by))
    yield f"{len(explained)} indicators of which it is said why ours and the published figure differ"
    audits = list(register_audits(partners, by=by))
    yield f"{len(audits)} practice audits registered"
    tasks = make_plans(partners, accounts)
    yield f"{len(tasks)} tasks of the business plans of two years, the second of them a draft"
    challenges = list(put_challenges(partners, accounts))
    yield f"{len(challenges)} challenges to agencies and other boards"
    recommended = list(plan_actions(partners, accounts))
    yield f"{len(recommended)} recommendations, with what was done about them"
    found = list(keep_findings(partners, accounts))
    yield f"{len(found)} findings from many sources, the oldest of an inspection of 2011"


def keep_after_counting(accounts: list[Account]) -> Iterator[str]:
    """Keep what rests on figures: the stories behind them, and the judgement of what moved. Says what was kept."""
    stories = list(tell_stories(accounts))
    yield f"{len(stories)} stories behind numbers, one of them a draft"
    asked = ask_for_disclosure(accounts)
    yield f"a small number that everybody might be shown, {asked.state}"
    judged = list(judge_actions(accounts))
    yield f"{len(judged)} judgements of what was changed by what was done"
    threads = list(follow_threads(accounts))
    yield f"{len(threads)} threads, the oldest open since 2011"
