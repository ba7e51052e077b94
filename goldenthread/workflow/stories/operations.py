"""Writing stories, signing them off, sending them back, publishing them, taking them down."""

import hashlib
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from goldenthread.engine.periods import Period, parse
from goldenthread.workflow.framework.operations import known_indicator
from goldenthread.workflow.history.given import fit, unidentifying
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.stories.models import Story, Version
from goldenthread.workflow.stories.reading import foretold_of
from goldenthread.workflow.stories.rules import LONGEST_PART, LONGEST_WHY, PARTS, STORY

_NEVER = "A story never says who a child is"


@transaction.atomic
def write(code: str, period: Period | str, parts: Mapping[str, str], *, based_on: int, by: str) -> Version:
    """Keep a text of the story behind an indicator and period, which makes a draft of it.

    The period may be written as a code. `based_on` is the number of the version that the writer began from, 0 for none.
    Where somebody else has saved one since, this text is kept too, set aside for theirs, and theirs stays the latest.
    Refused where nothing is told, where a part is too long, and where it holds what may identify somebody.
    """
    indicator, told = known_indicator(code), {name: fit(parts.get(name, "")) for name in PARTS}
    _check(told)
    about = parse(period) if isinstance(period, str) else period
    story, _ = Story.objects.get_or_create(indicator=indicator.code, period_code=about.code)
    story = Story.objects.select_for_update().get(pk=story.pk)
    latest = story.latest
    if latest and latest.parts == told:
        return latest
    clashes = latest is not None and latest.number != based_on
    version = Version.objects.create(
        of=story,
        number=story.versions.count() + 1,
        written_at=timezone.now(),
        written_by=by,
        set_aside_for=latest.number if latest and clashes else None,
        **told,
    )
    if not clashes:
        _lead(story, "written")
    digest = _digest("\n".join(told.values()))
    _record("set aside" if clashes else "written", story, version, by, text=digest)
    return version


@transaction.atomic
def sign_off(story: Story, *, version: int, by: str) -> None:
    """Sign off the latest version, which is the one that was read. Refused where it is no draft, where it is another
    version by now, where a part is not told, and where whoever signs has written any of it. What would happen if
    nothing changed is worked out then, and stays with it.
    """
    story, latest = _held(story, version)
    if latest.lacking:
        raise Refused(f"It does not tell yet: {', '.join(latest.lacking)}. Every part is told before it is signed off.")
    if by in _writers(story):
        raise Refused("You have written some of it. Somebody else signs it off.")
    _lead(story, "signed off")
    latest.signed_off_at, latest.signed_off_by = timezone.now(), by
    latest.foretold = foretold_of(story.indicator, story.period)
    latest.save(update_fields=["signed_off_at", "signed_off_by", "foretold"])
    _record("signed off", story, latest, by, foretold=_digest(latest.foretold))


@transaction.atomic
def send_back(story: Story, *, version: int, why: str, by: str) -> None:
    """Send the latest version back to its writers, saying why. What is published stays so."""
    story, latest = _held(story, version)
    said = " ".join(why.split())
    if not said or len(said) > LONGEST_WHY:
        raise Refused(f"Say in 1 to {LONGEST_WHY} letters what is to be changed; this has {len(said)}.")
    unidentifying("Why", said, never=_NEVER)
    _lead(story, "sent back")
    latest.sent_back_at, latest.sent_back_by, latest.sent_back_why = timezone.now(), by, said
    latest.save(update_fields=["sent_back_at", "sent_back_by", "sent_back_why"])
    _record("sent back", story, latest, by)


@transaction.atomic
def publish(story: Story, *, version: int, by: str) -> None:
    """Publish the version that is signed off, in place of an earlier one. Refused where it is not signed off."""
    story, latest = _held(story, version)
    _lead(story, "published")
    latest.published_at, latest.published_by = timezone.now(), by
    latest.save(update_fields=["published_at", "published_by"])
    story.published = latest
    story.save(update_fields=["published"])
    _record("published", story, latest, by)


@transaction.atomic
def take_down(story: Story, *, version: int, by: str) -> None:
    """Show what was published no longer. It is a draft then, and every version of it stays. Refused where nothing is
    published.
    """
    story, latest = _held(story, version)
    if story.published is None:
        raise Refused("Nothing of it is published, so there is nothing to take down.")
    _lead(story, "taken down")
    story.published = None
    story.save(update_fields=["published"])
    _record("taken down", story, latest, by)


def _held(story: Story, version: int) -> tuple[Story, Version]:
    """A story and its latest version, while nobody else changes it; Refused where that is not the one that was read."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    latest = story.latest
    if latest is None or latest.number != version:
        raise Refused("Somebody has written another version since you read it. Read that one first.")
    return story, latest


def _lead(story: Story, verb: str) -> None:
    story.state = STORY.after(verb, story.state, which=story.number)
    story.save(update_fields=["state"])


def _writers(story: Story) -> set[str]:
    """Whoever wrote a version since the one that is published."""
    since = story.published.number if story.published else 0
    return set(story.versions.filter(number__gt=since).values_list("written_by", flat=True))


def _record(verb: str, story: Story, version: Version, by: str, **about: str) -> None:
    told = {"indicator": story.indicator, "period": story.period_code, **about}
    record(verb, subject="story", subject_id=story.number, by=by, version=version.number, **told)


def _check(told: Mapping[str, str]) -> None:
    if not any(told.values()):
        raise Refused("Tell at least one part of the story.")
    for name, heading in PARTS.items():
        unidentifying(heading, told[name], never=_NEVER)
        if len(told[name]) > LONGEST_PART:
            raise Refused(f"“{heading}” has {len(told[name]):,} letters: at most {LONGEST_PART:,} fit.")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
