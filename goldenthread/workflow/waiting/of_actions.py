"""Checks of recommendations and actions: what is undecided, unowned, late, unreported, and of unknown impact."""

from collections.abc import Iterable, Iterator

from goldenthread.engine.english import counted
from goldenthread.engine.periods import day, quarters_before
from goldenthread.workflow.actions.models import Action, Actions, Recommendation
from goldenthread.workflow.actions.rules import JUDGE, KEEP, REPORT, SEE
from goldenthread.workflow.waiting.checking import Asked, Check, Thing, short
from goldenthread.workflow.waiting.rules import OLD, SOON

_ABOUT = "Recommendations and actions"
_SEEN = (SEE, REPORT)


def _due_soon(asked: Asked) -> Iterator[Thing]:
    found = _actions(asked).unfinished().filter(due__gte=asked.on, due__lte=SOON.after(asked.on))
    return (_action(each, f"to be done by {day(each.due)}") for each in found if each.due)


def _overdue(asked: Asked) -> Iterator[Thing]:
    for each in _actions(asked).overdue(asked.on):
        yield _action(each, f"{counted(each.days_late(asked.on), 'day')} late")


def _unreported(asked: Asked) -> Iterator[Thing]:
    (last,) = quarters_before(asked.on, 1)
    return (_action(each, f"nothing is reported about {last}") for each in _actions(asked).silent(asked.on))


def _incomplete(asked: Asked) -> Iterator[Thing]:
    for each in _actions(asked).without_owner_or_date():
        lacking = [] if each.owner else ["no owner"]
        lacking += [] if each.due or each.why_no_date else ["no date, and no reason for having none"]
        yield _action(each, " and ".join(lacking))


def _owner_gone(asked: Asked) -> Iterator[Thing]:
    return (_action(each, f"{each.owner}: their account is closed") for each in _actions(asked).owner_gone())


def _no_impact_date(asked: Asked) -> Iterator[Thing]:
    return (_done(each, "no day is set for judging it") for each in _actions(asked).done_without_impact_date())


def _impact_due(asked: Asked) -> Iterator[Thing]:
    found = _actions(asked).impact_due(asked.on)
    return (_done(each, f"was to be judged by {day(each.impact_due)}") for each in found if each.impact_due)


def _undecided(asked: Asked) -> Iterator[Thing]:
    return _recommendations(Recommendation.objects.visible_to(asked.person).undecided().in_order())


def _old(asked: Asked) -> Iterator[Thing]:
    return _recommendations(Recommendation.objects.visible_to(asked.person).open_since_before(OLD.before(asked.on)))


def _actions(asked: Asked) -> Actions:
    return Action.objects.visible_to(asked.person).in_order()


def _action(each: Action, why: str) -> Thing:
    return Thing("action", (each.number,), f"Action {each.number}: {short(each.what)}", each.agency, why)


def _done(each: Action, why: str) -> Thing:
    return _action(each, f"done on {day(each.done_on)}; {why}" if each.done_on else why)


def _recommendations(found: Iterable[Recommendation]) -> Iterator[Thing]:
    for each in found:
        name, why = f"Recommendation {each.number}: {short(each.text)}", f"{each.state}; made on {day(each.source_on)}"
        yield Thing("recommendation", (each.number,), name, each.agency, why, each.made_to)


CHECKS = (
    Check(
        "actions-overdue",
        _ABOUT,
        "Actions overdue",
        "Actions that were to be done by a day that is over, and are not done.",
        "The post that owns it does it and reports it done. The board asks why, or escalates it.",
        _overdue,
        agency=REPORT,
        board=KEEP,
        shown_to=_SEEN,
        column="Actions overdue",
    ),
    Check(
        "actions-due-soon",
        _ABOUT,
        "Actions due soon",
        "Open actions that are to be done within the next two weeks.",
        "The post that owns it does it, and reports it done with its evidence.",
        _due_soon,
        agency=REPORT,
        shown_to=_SEEN,
    ),
    Check(
        "actions-unreported",
        _ABOUT,
        "Actions of which nothing is reported",
        "Open actions of which nobody has reported how they stood at the end of the last quarter.",
        "The post that owns it reports. The board asks where nobody does.",
        _unreported,
        agency=REPORT,
        board=KEEP,
        shown_to=_SEEN,
        column="Actions to report",
    ),
    Check(
        "actions-incomplete",
        _ABOUT,
        "Actions without an owner, a date or a reason",
        "Open actions that no post owns, or that have neither a date nor a reason for having none.",
        "The analyst or the chair names the owner, sets a date, or says why none can be given.",
        _incomplete,
        board=KEEP,
        shown_to=_SEEN,
    ),
    Check(
        "owners-gone",
        _ABOUT,
        "Actions whose owner is gone",
        "Open actions whose post is held by somebody whose account is closed.",
        "The analyst or the chair reassigns them.",
        _owner_gone,
        board=KEEP,
        shown_to=_SEEN,
    ),
    Check(
        "impact-without-a-day",
        _ABOUT,
        "Done without a review of impact",
        "Actions that are done, and of which nobody has said when their impact is looked for. Done is not changed.",
        "The chair or the analyst judges the impact, or says when it is to be looked for.",
        _no_impact_date,
        board=JUDGE,
        shown_to=_SEEN,
    ),
    Check(
        "impact-overdue",
        _ABOUT,
        "Reviews of impact overdue",
        "Actions that are done, and whose impact was to be judged, or judged again, by now.",
        "Somebody judges it who neither owns the action nor reported it done.",
        _impact_due,
        board=JUDGE,
        shown_to=_SEEN,
        column="Impact to judge",
    ),
    Check(
        "recommendations-undecided",
        _ABOUT,
        "Recommendations that nobody has decided",
        "Recommendations of which nobody has said whether there will be action.",
        "The chair or the analyst plans an action, or says why there is none.",
        _undecided,
        board=KEEP,
        shown_to=_SEEN,
        column="To decide",
    ),
    Check(
        "recommendations-old",
        _ABOUT,
        "Recommendations older than a year",
        f"Recommendations made more than {OLD.days} days ago that are still open.",
        "The chair asks at the board whether they still hold; the analyst closes those that are over.",
        _old,
        board=KEEP,
        shown_to=_SEEN,
    ),
)
"""The checks of recommendations and actions."""
