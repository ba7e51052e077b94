"""What a story tells, which states it goes through, and who may lead it there."""

from collections.abc import Mapping

from goldenthread.workflow.history.transitions import Transition, Transitions

EXPECTED = "unchanged"
PARTS: Mapping[str, str] = {
    "behind": "What is behind the curve",
    EXPECTED: "What would happen if nothing changed",
    "works": "What works",
    "partners": "Partners with a part to play",
    "deeds": "What we will do",
}
"""The parts of a story, in their order. All of them are told before it is signed off."""

WRITE, SIGN_OFF, PUBLISH = "write stories", "sign off stories", "publish stories"

DRAFT, SIGNED_OFF, PUBLISHED = "a draft", "signed off", "published"

STORY = Transitions(
    subject="story",
    initial=DRAFT,
    ways=(
        Transition("written", sources=(DRAFT, SIGNED_OFF, PUBLISHED), target=DRAFT, capability=WRITE),
        Transition("signed off", sources=(DRAFT,), target=SIGNED_OFF, capability=SIGN_OFF),
        Transition("sent back", sources=(DRAFT, SIGNED_OFF), target=DRAFT, capability=SIGN_OFF),
        Transition("published", sources=(SIGNED_OFF,), target=PUBLISHED, capability=PUBLISH),
        Transition("taken down", sources=(DRAFT, SIGNED_OFF, PUBLISHED), target=DRAFT, capability=PUBLISH),
    ),
)
"""Writing makes a draft again of what was signed off or published; what is published stays so until the next is."""

LONGEST_PART, LONGEST_WHY = 4000, 500
