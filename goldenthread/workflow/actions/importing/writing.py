"""Writing the rows of a log into the registers, many at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from goldenthread.engine.periods import add_months
from goldenthread.workflow.actions import deciding
from goldenthread.workflow.actions.importing.sorting import Sorted, key_of
from goldenthread.workflow.actions.importing.taking import Taken
from goldenthread.workflow.actions.kept import (
    ActionWording,
    Completion,
    Decision,
    Ownership,
    RecommendationWording,
    Step,
)
from goldenthread.workflow.actions.logs import ActionLog, ImportedRow
from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.actions.rules import (
    ACTION_PLANNED,
    DONE,
    IMPACT_AFTER_MONTHS,
    OPEN,
    PLANNED,
    RECOMMENDED,
    UNDECIDED,
)

Meets = tuple[str, str]


@dataclass(frozen=True)
class Writing:
    """One log being written: from which, what kind of source its recommendations have, by whom and when."""

    log: ActionLog
    kind: str
    by: str
    at: datetime

    def write(self, found: Sorted) -> tuple[int, int]:
        """Add everything that is new, in one transaction of the caller's: how many recommendations, and actions."""
        planned_for = {each.meets for each in found.new if each.action and each.recommendation}
        made = self._recommend(found, planned_for)
        held = {meets: number for meets, number in found.held.items() if meets in planned_for}
        self._plan_for(Recommendation.objects.filter(pk__in=held.values()))
        numbers = {**held, **{meets: each.number for meets, each in made.items()}}
        actions = self._act([each for each in found.new if each.action], numbers)
        ImportedRow.objects.bulk_create(
            ImportedRow(
                of=self.log,
                row=each.row,
                key=key_of(each),
                recommendation_id=numbers.get(each.meets) if each.recommendation else None,
                action_id=actions.get(each.row),
            )
            for each in found.new
        )
        return len(made), len(actions)

    def _recommend(self, found: Sorted, planned_for: set[Meets]) -> dict[Meets, Recommendation]:
        firsts: dict[Meets, Taken] = {}
        for each in found.new:
            if each.recommendation and each.meets not in found.held:
                firsts.setdefault(each.meets, each)
        rows = [
            Recommendation(
                text=each.recommendation,
                themes=each.themes,
                source_kind=self.kind,
                source=each.source,
                source_on=each.made_on,
                agency=each.made_to,
                state=ACTION_PLANNED if meets in planned_for else UNDECIDED,
                decided_on=each.made_on if meets in planned_for else None,
                edits=1,
            )
            for meets, each in firsts.items()
        ]
        made = Recommendation.objects.bulk_create(rows)
        RecommendationWording.objects.bulk_create(
            RecommendationWording(
                of=each, number=1, parts=_parts(each, RECOMMENDED), written_at=self.at, written_by=self.by
            )
            for each in made
        )
        pairs = list(zip(made, firsts.values(), strict=True))
        Decision.objects.bulk_create([self._came(each, first) for each, first in pairs])
        Decision.objects.bulk_create(
            Decision(of=each, verb="planned for", on=each.source_on, recorded_at=self.at, recorded_by=self.by)
            for each in made
            if each.state == ACTION_PLANNED
        )
        return dict(zip(firsts, made, strict=True))

    def _came(self, made: Recommendation, first: Taken) -> Decision:
        notes = () if first.action else first.notes  # those of an action are kept with the action
        return Decision(
            of=made, verb="imported", on=timezone.localdate(self.at), text=self._told(first.row, notes),
            recorded_at=self.at, recorded_by=self.by,
        )  # fmt: skip

    def _plan_for(self, held: Iterable[Recommendation]) -> None:
        for each in held:
            if each.state != ACTION_PLANNED:
                deciding.decide(each, "planned for", by=self.by)

    def _act(self, rows: Sequence[Taken], numbers: dict[Meets, int]) -> dict[int, int]:
        """The number of the action of each row."""
        made = Action.objects.bulk_create([self._action(each, numbers) for each in rows])
        pairs = list(zip(made, rows, strict=True))
        ActionWording.objects.bulk_create(
            ActionWording(of=each, number=1, parts=_parts_of(each), written_at=self.at, written_by=self.by)
            for each in made
        )
        Ownership.objects.bulk_create(
            Ownership(of=each, post=each.post, agency_id=each.agency_id, since=each.planned_on)
            for each in made
            if each.agency_id
        )
        Step.objects.bulk_create([self._step(each, "imported", self._told(row.row, row.notes)) for each, row in pairs])
        self._finish([(each, row.done_on) for each, row in pairs if row.done_on])
        return {row.row: each.number for each, row in pairs}

    def _action(self, row: Taken, numbers: dict[Meets, int]) -> Action:
        return Action(
            recommendation_id=numbers[row.meets] if row.recommendation else None,
            what=row.action,
            measured_by=row.measured_by,
            relevant="" if row.recommendation else f"It stands in the action log {self.log.name}.",
            post=row.post,
            agency=row.agency,
            planned_on=row.planned_on or row.made_on,
            due=row.due,
            why_no_date=row.why_no_date,
            resources=row.resources,
            state=DONE if row.done_on else OPEN,
            edits=1,
            done_on=row.done_on,
            done_by=self.by if row.done_on else "",
            evidence=row.evidence,
            impact_due=add_months(row.done_on, IMPACT_AFTER_MONTHS) if row.done_on else None,
        )

    def _finish(self, done: Sequence[tuple[Action, date]]) -> None:
        Completion.objects.bulk_create(
            Completion(
                of=each, on=on, evidence=each.evidence, impact_due=add_months(on, IMPACT_AFTER_MONTHS),
                reported_at=self.at, reported_by=self.by,
            )
            for each, on in done
        )  # fmt: skip
        Step.objects.bulk_create(self._step(each, "done", each.evidence, on) for each, on in done)

    def _step(self, action: Action, verb: str, text: str, on: date | None = None) -> Step:
        day = on or timezone.localdate(self.at)
        return Step(of=action, verb=verb, on=day, text=text, recorded_at=self.at, recorded_by=self.by)

    def _told(self, row: int, notes: Iterable[str]) -> str:
        return "\n".join([f"From row {row:,} of the action log {self.log.name}.", *notes])


def _parts(made: Recommendation, headings: Iterable[str]) -> dict[str, str]:
    return {name: getattr(made, name) for name in headings}


def _parts_of(action: Action) -> dict[str, str]:
    texts = {name: getattr(action, name) for name in PLANNED}
    return {**texts, "indicator": "", "due": action.due.isoformat() if action.due else ""}
