"""What a thread says, sentence by sentence, each from its records: for its page, the report and whoever listens."""

from collections import Counter
from dataclasses import dataclass

from goldenthread.engine.english import counted, one_after_another
from goldenthread.engine.periods import day
from goldenthread.workflow.actions.models import Judgement
from goldenthread.workflow.challenges.rules import JUDGED, SHOWN
from goldenthread.workflow.findings.rules import NATURES
from goldenthread.workflow.threads.reading import Story


@dataclass(frozen=True)
class Told:
    """A thread in sentences, one for each part of it: what was found, asked, done, and what that has changed."""

    found: str
    asked: str
    done: str
    changed: str

    def __str__(self) -> str:
        return " ".join((self.found, self.asked, self.done, self.changed))


def told_of(story: Story) -> Told:
    """What a thread says of what it holds."""
    return Told(found=_found(story), asked=_asked(story), done=_done(story), changed=_changed(story))


def stands(story: Story) -> str:
    """How far a thread has come, in short."""
    if story.shown:
        return f"Impact shown: {story.shown[-1].level}"
    if story.judgements:
        return "Impact not yet shown"
    if story.unjudged:
        return "Done, impact not yet judged"
    if story.actions:
        return "Action planned"
    if story.recommendations:
        return "Recommended"
    if story.challenges:
        return "Challenged"
    return "Found" if story.findings else "Nothing gathered yet"


def _found(story: Story) -> str:
    if not story.findings:
        return "Nothing that was found is gathered yet."
    natures = Counter(each.nature for each in story.findings)
    kinds = one_after_another(counted(natures[each], each) for each in NATURES if natures[each])
    latest = story.findings[-1]
    about = f", with evidence about {latest.about}" if latest.about else ""
    return (
        f"{counted(len(story.findings), 'finding')} ({kinds}), the latest of {day(latest.source_on)}{about}:"
        f" it is {latest.confidence}."
    )


def _asked(story: Story) -> str:
    if not story.challenges:
        return "Nobody has been challenged about it."
    if not story.answers:
        return f"{counted(len(story.challenges), 'challenge')} about it: none of them is issued."
    whom = one_after_another(dict.fromkeys(each.whose for each in story.answers))
    judged = Counter(each.state for each in story.answers if each.state in JUDGED)
    how = one_after_another(f"{number:,} {state}" for state, number in judged.items())
    effects = sum(each.effect == SHOWN for each in story.answers)
    return (
        f"{counted(len(story.challenges), 'challenge')} to {whom}. Answers judged: {how or 'none yet'}."
        f" {counted(effects, 'effect') if effects else 'No effect'} shown."
    )


def _done(story: Story) -> str:
    if not story.actions:
        return "No action is planned yet." if story.recommendations else "No action follows from it yet."
    finished = len(story.unjudged) + len(story.judgements)
    verb = "are" if finished > 1 else "is"
    said = f"Of {counted(len(story.actions), 'action')}, {finished or 'none'} {verb} done."
    late = [each.due for each in story.to_do if each.due]
    return f"{said} The next is to be done by {day(min(late))}." if late else said


def _changed(story: Story) -> str:
    if not story.judgements:
        return "What it has changed cannot be said: nothing done has been judged."
    last = story.judgements[-1]
    unjudged = len(story.unjudged)
    waits = (
        f" {counted(unjudged, 'action')} done {'waits' if unjudged == 1 else 'wait'} to be judged." if unjudged else ""
    )
    if not story.shown:
        return f"Its impact is not yet shown: the last judgement was {_judged(last)}.{waits}"
    return f"Its impact is shown: {_judged(story.shown[-1])}.{waits}"


def _judged(judgement: Judgement) -> str:
    return f"“{judgement.level}” on {day(judgement.on)} (evidence: {judgement.evidence})"
