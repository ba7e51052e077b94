"""Published figures beside ours, for people and programs."""

from collections import Counter
from collections.abc import Sequence

from goldenthread.config import showing
from goldenthread.engine.comparing.publishing import VERDICTS, Compared


def in_words(found: Sequence[Compared]) -> str:
    """A table for people; below it why, where there is something to say; last how many there are of each."""
    rows = [
        (each.published.id, each.published.about, each.published.when, _number(each), each.shown, each.verdict)
        for each in found
    ]
    table = showing.table(("Id", "Published figure", "Period", "Published", "Ours", "Verdict"), rows)
    reasons = [f"  {each.published.id}: {each.because}" for each in found if each.because]
    return "\n".join([table, "", *reasons, "", in_short(found)])


def in_short(found: Sequence[Compared]) -> str:
    """How many there are of each verdict, those that do not occur included."""
    counts = Counter(each.verdict for each in found)
    return ", ".join(f"{verdict} {counts[verdict]}" for verdict in VERDICTS)


def in_json(found: Sequence[Compared]) -> str:
    """A list of objects."""
    return showing.as_json([
        {
            "id": each.published.id,
            "figure": each.published.about,
            "period": each.published.when,
            "published": None if each.published.value is None else float(each.published.value),
            "ours": None if each.ours is None or each.ours.value is None else float(each.ours.value),
            "shown": each.shown,
            "indicator": each.ours.called if each.ours else None,
            "verdict": each.verdict,
            "because": each.because,
        }
        for each in found
    ])  # fmt: skip


def _number(each: Compared) -> str:
    return "" if each.published.value is None else f"{each.published.value:,}"
