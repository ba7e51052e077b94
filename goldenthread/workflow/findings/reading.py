"""What somebody can do about a finding now, and what its wording suggests that it is about."""

from goldenthread.catalogue.findings import STRANDS, THEMES
from goldenthread.engine.suggesting import Suggestion, suggest
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.rules import CONFIDENCE, FINDING, TESTED
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may


def ways_for(person: Person, finding: Finding) -> list[str]:
    """What somebody can do about a finding now: how sure one is of it first, then what becomes of it."""
    ways = [way for way in CONFIDENCE.ways if finding.is_open() and finding.confidence in way.sources]
    ways += [way for way in FINDING.ways if finding.state in way.sources]
    too_near = wrote(person, finding)
    return [way.verb for way in ways if may(person, way.capability) and not (too_near and way.verb in TESTED)]


def wrote(person: Person, finding: Finding) -> bool:
    """Whether somebody wrote any text of a finding, and so is too near to it to test it."""
    return person.actor in finding.writers()


def themes_suggested(text: str) -> tuple[Suggestion, ...]:
    """The themes that a text suggests, each with its reason. Nobody is given one by itself."""
    return suggest(text, THEMES)


def strands_suggested(text: str) -> tuple[Suggestion, ...]:
    """The strands of the work that a text suggests, each with its reason."""
    return suggest(text, STRANDS)
