"""Checks of stories and of the framework: what is past its target and not told, what is told and not signed off."""

from collections.abc import Iterator

from goldenthread import catalogue
from goldenthread.workflow.framework.reading import owners, targets
from goldenthread.workflow.stories import reading
from goldenthread.workflow.stories.models import Story
from goldenthread.workflow.stories.rules import PUBLISH, SIGN_OFF, SIGNED_OFF, WRITE
from goldenthread.workflow.waiting.checking import Asked, Check, Thing

_ABOUT = "Stories and targets"


def _missing(asked: Asked) -> Iterator[Thing]:
    """What is past its target without a story; of somebody at an agency, what that agency owns."""
    for each in reading.missing(asked.viewer):
        agency = each.owner.agency if each.owner else None
        if asked.person.agency_id is None or (agency and agency.pk == asked.person.agency_id):
            period = each.figure.period
            why = f"{each.figure.shown} beside a target of {each.status.other.shown}: {each.status.said.text}"
            name = f"{each.indicator.title}, {period}"
            yield Thing("story", (each.indicator.code, period.code), name, agency, why)


def _to_sign_off(asked: Asked) -> Iterator[Thing]:
    return (_story(each, "every part is told") for each in reading.to_sign_off())


def _to_publish(asked: Asked) -> Iterator[Thing]:
    return (
        _story(each, "signed off, and not published") for each in Story.objects.unfinished().filter(state=SIGNED_OFF)
    )


def _unowned(asked: Asked) -> Iterator[Thing]:
    owned, known = owners(), catalogue.indicators()
    for code in targets():
        if code not in owned and code in known:
            yield Thing("kept", (code,), known[code].title, None, "it has a target and no owner", "nobody")


def _story(each: Story, why: str) -> Thing:
    name = each.defined.title if each.defined else each.indicator
    return Thing("story", (each.indicator, each.period_code), f"{name}, {each.period}", None, why)


CHECKS = (
    Check(
        "stories-missing",
        _ABOUT,
        "Past the target, and no story told",
        "Indicators whose latest figure is past its target by more than chance explains, and which no story explains.",
        "Whoever owns the indicator writes the story. The chair asks for it.",
        _missing,
        agency=WRITE,
        board=SIGN_OFF,
        column="Stories to write",
    ),
    Check(
        "stories-to-sign-off",
        _ABOUT,
        "Stories to be signed off",
        "Drafts in which every part is told.",
        "The chair signs them off, or sends them back and says why.",
        _to_sign_off,
        board=SIGN_OFF,
        shown_to=(SIGN_OFF, PUBLISH),
    ),
    Check(
        "stories-to-publish",
        _ABOUT,
        "Stories to be published",
        "Stories that are signed off and that nobody can read yet.",
        "The analyst or the chair publishes them.",
        _to_publish,
        board=PUBLISH,
        shown_to=(SIGN_OFF, PUBLISH),
    ),
    Check(
        "targets-unowned",
        _ABOUT,
        "Targets that nobody answers for",
        "Indicators that have a target, and of which no post at an agency is named as the owner.",
        "The chair or the analyst names an owner.",
        _unowned,
        board="keep the framework",
        shown_to=("keep the framework", "see returns"),
    ),
)
"""The checks of stories and targets."""
