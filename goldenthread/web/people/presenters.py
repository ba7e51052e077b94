"""One's own account, for its page."""

from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import MEANING, may


def what_one_may(person: Person) -> list[str]:
    """What somebody may do here, one phrase each."""
    return [meaning for capability, meaning in MEANING.items() if may(person, capability)]
