"""The child's journey as one picture: its steps in their order, and the indicators that tell of each.

What is stated here is which indicator says how many reach a step, which say what becomes of the children there, and
which say how long it takes. Every number comes from their figures.
"""

from dataclasses import dataclass

from goldenthread.catalogue.listing import indicators
from goldenthread.engine.definitions import Indicator


@dataclass(frozen=True)
class Aside:
    """Something that an indicator tells about a step, in few words: `says` has a slot for its value."""

    code: str
    says: str


@dataclass(frozen=True)
class Step:
    """A step of the journey. `reach` is the code of the indicator that says how many reach it; `counts` names them.

    `onward` are those that tell who goes on or steps down from here, `takes` those that tell how long it takes, and
    `theme` the one whose indicators it opens. `on_a_branch` is a step to which children go from the journey, and from
    which the step after it does not follow.
    """

    name: str
    title: str
    about: str
    reach: str
    counts: str
    theme: str
    onward: tuple[Aside, ...] = ()
    takes: tuple[Aside, ...] = ()
    on_a_branch: bool = False


STEPS = (
    Step(
        "contacts",
        "Contacts",
        "Somebody is worried about a child and gets in touch.",
        "FD13",
        "contacts",
        "front-door",
        onward=(Aside("FD14", "{value} became a request for service"),),
    ),
    Step(
        "requests",
        "Requests for service",
        "Children's services are asked to do something.",
        "FD1",
        "requests",
        "front-door",
        onward=(
            Aside("FD2", "{value} accepted as a referral"),
            Aside("FD5", "{value} of the others pointed to early help"),
        ),
    ),
    Step(
        "referrals",
        "Referrals",
        "Only social work can answer what was asked.",
        "FD7",
        "referrals",
        "front-door",
        onward=(Aside("FD16", "{value} ended with no further action"),),
    ),
    Step(
        "early-help",
        "Early help",
        "Help before a worry becomes a danger, and after one is over.",
        "EH1",
        "assessments",
        "early-help",
        takes=(Aside("EH4", "half took {value} or less"),),
        on_a_branch=True,
    ),
    Step(
        "assessments",
        "Assessments",
        "A social worker finds out what the child needs.",
        "SW1",
        "assessments begun",
        "assessment",
        takes=(Aside("SW5", "half took {value} or less"),),
    ),
    Step(
        "enquiries",
        "Section 47 enquiries",
        "It is asked whether the child is at risk of significant harm.",
        "SW2",
        "enquiries begun",
        "assessment",
        onward=(Aside("SW8", "{value} found a conference to be needed"),),
    ),
    Step(
        "conferences",
        "Initial conferences",
        "Those who know the child decide whether a plan must keep the child safe.",
        "CP28",
        "conferences",
        "conferences",
        onward=(Aside("CP16", "{value} led to a plan"),),
        takes=(Aside("CP15", "{value} known to be within 15 working days"),),
    ),
    Step(
        "plans",
        "Child protection plans",
        "A plan says what must change, and who does what.",
        "CP4",
        "plans begun",
        "plans",
        onward=(
            Aside("SW10", "{value} of those ended stepped down to need"),
            Aside("SW11", "{value} of those ended: looked after by then"),
        ),
        takes=(Aside("CP19", "half of those ended: {value} or less"),),
    ),
    Step(
        "in-need",
        "Child in need plans",
        "Help by social workers where the child is not at risk of significant harm.",
        "SW9",
        "children on the last day",
        "early-help",
        onward=(Aside("SW12", "{value} of those ended went on to early help"),),
        on_a_branch=True,
    ),
    Step(
        "looked-after",
        "Looked after",
        "The child lives in the care of the local authority.",
        "CLA5",
        "times a child came into care",
        "looked-after",
        onward=(
            Aside("CLA20", "{value} times a child ceased to be looked after"),
            Aside("CLA25", "{value} of these went to parents or relatives"),
        ),
    ),
)


def told_by(step: Step) -> list[Indicator]:
    """The indicators that tell of a step: how many reach it, then what becomes of them, then how long it takes."""
    codes = (step.reach, *(aside.code for aside in (*step.onward, *step.takes)))
    return [indicators()[code] for code in codes]
