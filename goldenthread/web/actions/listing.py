"""The registers of actions and of recommendations: what was chosen of them, how it stands in numbers, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Model, Prefetch, Q, QuerySet
from django.urls import reverse

from goldenthread.engine.english import age, begun, counted
from goldenthread.engine.periods import add_months
from goldenthread.web.actions.choosing import THE_BOARD, ChoosingActions, ChoosingRecommendations
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.actions.models import Action, Actions, Recommendation, Recommendations
from goldenthread.workflow.actions.rules import DONE, DROPPED, JUDGED, KEEP, KINDS, OPEN, UNDECIDED
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may

ACTION_COLUMNS = (Column("Action"), Column("Owner"), Column("Due"), Column("How it stands"))
RECOMMENDATION_COLUMNS = (
    Column("Recommendation"), Column("Source"), Column("Made to"), Column("Age"), Column("How it stands"),
)  # fmt: skip
TOLD = {
    "overdue": "overdue",
    "without an owner or a date": "without an owner or a date",
    "owner gone": "whose owner’s account is closed",
    "silent last quarter": "of which nothing was reported last quarter",
    "impact due": "whose impact is to be judged",
}
"""How a tile goes on after the number of actions."""

A_YEAR, ROWS_ON_A_PAGE = 12, 50

Thing = TypeVar("Thing", bound=Model)


@dataclass(frozen=True)
class Tile:
    """A number that opens what it counts; `current` where that is what is shown."""

    number: int
    text: str
    href: str
    current: bool


@dataclass(frozen=True)
class ActionsPage:
    """The register of actions."""

    choose: ChoosingActions
    chosen: str
    tiles: list[Tile]
    table: Table | None
    paged: Page[Action]
    in_all: str
    may_keep: bool


@dataclass(frozen=True)
class RecommendationsPage:
    """The register of recommendations."""

    choose: ChoosingRecommendations
    chosen: str
    tiles: list[Tile]
    table: Table | None
    paged: Page[Recommendation]
    in_all: str
    may_keep: bool


# --- actions ----------------------------------------------------------------------------------------------------------


def actions_for(person: Person, asked: Mapping[str, str], on: date) -> ActionsPage:
    """The register that somebody may see, as they chose it."""
    choose = _choosing_actions(asked)
    chosen = choose.chosen()
    paged = _paged(_actions(person, chosen, on), asked)
    shown = paged.object_list.prefetch_related("progress", "judgements")  # type: ignore[attr-defined]
    rows = [_action_row(each, on) for each in shown]
    return ActionsPage(
        choose=choose,
        chosen=urlencode(chosen),
        tiles=_action_tiles(person, chosen, on),
        table=Table("Actions, what is due first at the top", ACTION_COLUMNS, rows) if rows else None,
        paged=paged,
        in_all=counted(paged.paginator.count, "action"),
        may_keep=may(person, KEEP),
    )


def chosen_actions(person: Person, asked: Mapping[str, str], on: date) -> list[Action]:
    """All the actions that the register would show, with what was told of each, for a file."""
    found = _actions(person, _choosing_actions(asked).chosen(), on)
    return list(found.prefetch_related("progress", "judgements"))


def _choosing_actions(asked: Mapping[str, str]) -> ChoosingActions:
    return ChoosingActions(asked, agencies=Agency.objects.all())


def _actions(person: Person, chosen: Mapping[str, str], on: date) -> Actions:
    found = Action.objects.visible_to(person).in_order()
    if "state" in chosen:
        found = found.filter(state=chosen["state"])
    if "agency" in chosen:
        found = found.filter(agency__code=chosen["agency"])
    return found.waiting(chosen["waits"], on) if "waits" in chosen else found


def _action_tiles(person: Person, chosen: Mapping[str, str], on: date) -> list[Tile]:
    """What waits; each number opens the actions that it counts, of the agency that was chosen if one was."""
    of = {"agency": chosen["agency"]} if "agency" in chosen else {}
    counts = _actions(person, of, on).count_waiting(on)
    return [
        Tile(
            number,
            f"{'action' if number == 1 else 'actions'} {TOLD[what]}",
            f"{reverse('actions')}?{urlencode({**of, 'waits': what})}",
            current=dict(chosen) == {**of, "waits": what},
        )
        for what, number in counts.items()
    ]


def _action_row(each: Action, on: date) -> list[Cell]:
    late = each.days_late(on)
    about = f"for recommendation {each.recommendation_id}" if each.recommendation_id else "without a recommendation"
    return [
        Cell(each.what, href=reverse("action", args=[each.number]), below=f"Action {each.number}, {about}"),
        Cell(each.post or "Nobody", below=each.agency.name if each.agency else ""),
        Cell(
            day(each.due) if each.due else "No day" if each.why_no_date else "No day, and no reason",
            below=f"{counted(late, 'day')} late" if late else "",
        ),
        Cell(each.state.capitalize(), below=_last_said(each)),
    ]


def _last_said(each: Action) -> str:
    if each.state == OPEN and (told := each.last_told):
        return f"{told.status} in {told.period}"
    if each.state == JUDGED and (judged := each.last_judged):
        return judged.level
    if each.state == DONE and each.impact_due:
        return f"impact to be judged by {day(each.impact_due)}"
    return "will not be done" if each.state == DROPPED else ""


# --- recommendations --------------------------------------------------------------------------------------------------


def recommendations_for(person: Person, asked: Mapping[str, str], on: date) -> RecommendationsPage:
    """The register that somebody may see, as they chose it."""
    seen = Recommendation.objects.visible_to(person)
    choose = _choosing_recommendations(asked, seen)
    chosen = choose.chosen()
    paged = _paged(_recommendations(seen, chosen, on), asked)
    rows = [_recommendation_row(each, on) for each in _with_actions(paged.object_list, person)]  # type: ignore[arg-type]
    return RecommendationsPage(
        choose=choose,
        chosen=urlencode(chosen),
        tiles=_recommendation_tiles(seen, chosen, on),
        table=Table("Recommendations, the oldest first", RECOMMENDATION_COLUMNS, rows) if rows else None,
        paged=paged,
        in_all=counted(paged.paginator.count, "recommendation"),
        may_keep=may(person, KEEP),
    )


def chosen_recommendations(person: Person, asked: Mapping[str, str], on: date) -> list[Recommendation]:
    """All the recommendations that the register would show, each with its actions, for a file."""
    seen = Recommendation.objects.visible_to(person)
    chosen = _choosing_recommendations(asked, seen).chosen()
    return list(_with_actions(_recommendations(seen, chosen, on), person))


def _choosing_recommendations(asked: Mapping[str, str], seen: Recommendations) -> ChoosingRecommendations:
    return ChoosingRecommendations(asked, agencies=Agency.objects.all(), themes=seen.themes())


def _recommendations(seen: Recommendations, chosen: Mapping[str, str], on: date) -> Recommendations:
    found = seen.in_order()
    if "kind" in chosen:
        found = found.filter(source_kind=chosen["kind"])
    if "state" in chosen:
        found = found.filter(state=chosen["state"])
    if "agency" in chosen:
        to = Q(agency=None) if chosen["agency"] == THE_BOARD else Q(agency__code=chosen["agency"])
        found = found.filter(to)
    if "theme" in chosen:
        found = found.about_theme(chosen["theme"])
    return found.open_since_before(add_months(on, -A_YEAR)) if "old" in chosen else found


def _with_actions(found: Recommendations, person: Person) -> Recommendations:
    """Each with the actions beneath it that somebody may see."""
    return found.prefetch_related(Prefetch("actions", queryset=Action.objects.visible_to(person)))


def _recommendation_tiles(seen: Recommendations, chosen: Mapping[str, str], on: date) -> list[Tile]:
    """What waits; each number opens the recommendations that it counts."""
    undecided, old = seen.count_waiting(add_months(on, -A_YEAR))
    told = (
        (undecided, "of which nobody has said whether there will be action", {"state": UNDECIDED}),
        (old, "older than a year and still open", {"old": "True"}),
    )
    return [
        Tile(
            number,
            f"{'recommendation' if number == 1 else 'recommendations'} {words}",
            f"{reverse('recommendations')}?{urlencode(asks)}",
            current=asks == {name: str(value) for name, value in chosen.items()},
        )
        for number, words, asks in told
    ]


def _recommendation_row(each: Recommendation, on: date) -> list[Cell]:
    actions = list(each.actions.all())
    still = sum(action.state == OPEN for action in actions)
    return [
        Cell(each.text, href=reverse("recommendation", args=[each.number]), below=f"Recommendation {each.number}"),
        Cell(each.source, below=f"{KINDS[each.source_kind]}, {day(each.source_on)}"),
        Cell(begun(each.made_to)),
        Cell(age(each.months_old(on))),
        Cell(each.state.capitalize(), below=_actions_told(len(actions), still)),
    ]


def _actions_told(many: int, still: int) -> str:
    return f"{counted(many, 'action')}, {still:,} open" if many else ""


def _paged(found: QuerySet[Thing], asked: Mapping[str, str]) -> Page[Thing]:
    return Paginator(found, ROWS_ON_A_PAGE).get_page(asked.get("page"))
