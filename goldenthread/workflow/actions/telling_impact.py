"""What a report about a year tells of impact: what was done, and what was then found. Completion is not impact.

The board paper tells with it what shows that an action is done, what was judged, and what the measure said that day, in
the words of the record.
"""

from collections.abc import Iterator, Sequence

from goldenthread.engine.english import counted, quoted
from goldenthread.engine.periods import Period, day
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.blocks import Block, DataTable, Paragraph, Quotation
from goldenthread.engine.rendering.recounting import Part, recount, tally
from goldenthread.workflow.actions.models import Action, Judgement
from goldenthread.workflow.actions.rules import DONE, JUDGED, LEVELS
from goldenthread.workflow.actions.telling import actions_of, recommended, unasked

HEADERS = ("Done", "When", "Found", "Evidence", "Judged")


def told(year: Period, face: Face) -> list[Block]:
    """What became of the actions that a report about a year tells of and that are done, as one face may read of it."""
    found = [action for made in recommended(year, face) for action in actions_of(made, year)]
    done = [each for each in [*found, *unasked(year, face)] if each.state in (DONE, JUDGED)]
    if not done:
        none = tally(done, f"actions done in {year.code}")
        return [Paragraph("None of the actions told of is done, so no impact can be looked for yet.", counts=(none,))]
    judged = {each: list(each.judgements.all()) for each in done}
    rows = tuple(row for each in done for row in _rows(each, judged[each]))
    words = _quotations(judged) if face is Face.BOARD else ()
    return [
        *_how_many(judged, year),
        DataTable("What was done, and what was found", HEADERS, rows, of_words=True),
        *words,
    ]


def _how_many(judged: dict[Action, list[Judgement]], year: Period) -> Iterator[Paragraph]:
    """What was found by the latest judgement of each, from the least to the most."""
    latest = {each: those[-1].level if those else "" for each, those in judged.items()}
    by_level = {level: [each for each in judged if latest[each] == level] for level in ("", *LEVELS)}
    waiting = by_level.pop("")
    yield Paragraph(
        f"{counted(len(judged), 'action told of is', 'actions told of are')} done.",
        counts=(tally(list(judged), f"actions done in {year.code}"),),
    )
    yield recount(
        "By the latest judgement of each,",
        [
            *(Part(those, f"has “{level}”", f"have “{level}”") for level, those in by_level.items()),
            Part(waiting, "has not been judged yet", "have not been judged yet"),
        ],
        name=f"impact of actions done in {year.code}",
    )


def _rows(action: Action, judgements: Sequence[Judgement]) -> Iterator[tuple[str, ...]]:
    """A row for each judgement of an action, or one that says from when its impact is looked for."""
    what = f"Action {action.number}: {quoted(action.what)}"
    when = str(day(action.done_on)) if action.done_on else "–"
    for each in judgements:
        yield what, when, each.level, each.evidence, str(day(each.on))
    if not judgements:
        due = f"looked for from {day(action.impact_due)}" if action.impact_due else "no day is set for it"
        yield what, when, "not judged yet", "–", due


def _quotations(judged: dict[Action, list[Judgement]]) -> Iterator[Quotation]:
    for action, judgements in judged.items():
        yield Quotation(action.evidence, f"What shows that action {action.number} is done", str(action))
        for each in judgements:
            by = f"Action {action.number}, judged “{each.level}” on {day(each.on)}"
            yield Quotation(each.text, f"{by}, by evidence of this kind: {each.evidence}", str(action))
            if each.measure_said:
                yield Quotation(each.measure_said, f"{by}: what its measure said that day", str(action))
