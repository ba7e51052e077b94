"""Which column of somebody's action log is which, proposed by the words of its header."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

NOTE, NOTHING = "note", "nothing"
RECOMMENDATION, ACTION, SOURCE, MADE_ON, MADE_TO = "recommendation", "action", "source", "made on", "made to"
AGENCY, POST, DUE, STATUS, DONE_ON, EVIDENCE = "agency", "post", "due", "status", "done on", "evidence"
MEASURE, RESOURCES, THEMES, PLANNED_ON = "measure", "resources", "themes", "planned on"

TARGETS: Mapping[str, str] = {
    RECOMMENDATION: "What is recommended",
    ACTION: "What will be done (the action)",
    SOURCE: "Who made the recommendation, and in what",
    MADE_ON: "On which day it was made",
    MADE_TO: "The agency that it was made to",
    THEMES: "Themes",
    POST: "The post that owns the action",
    AGENCY: "The agency that owns the action",
    PLANNED_ON: "When the action was planned",
    DUE: "By when it will be done",
    STATUS: "How it stands",
    DONE_ON: "When it was done",
    EVIDENCE: "What shows that it is done",
    MEASURE: "The measure that should move",
    RESOURCES: "The resources it needs",
    NOTE: "Kept as a note",
    NOTHING: "Left out",
}
"""What a column can be, in the order in which a page offers it."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    RECOMMENDATION: ("recommendation", "recommendations", "recommended", "finding", "learning point", "requirement"),
    ACTION: (
        "action", "actions", "action required", "action to be taken", "what will be done", "task", "activity",
        "agreed action", "what",
    ),
    SOURCE: ("source", "report", "review", "origin", "raised by", "audit", "meeting", "plan", "scr"),
    MADE_ON: ("date made", "made on", "date of report", "report date", "date raised", "date of review", "review date",
              "date identified", "raised on", "source date", "date of meeting"),
    MADE_TO: ("made to", "addressed to", "recommended to", "recommendation for"),
    THEMES: ("theme", "themes", "topic", "category", "priority area", "subject"),
    POST: ("owner", "lead", "post", "responsible", "who", "lead officer", "responsible officer", "by whom",
           "person responsible", "action owner", "lead person", "responsibility", "assigned to"),
    AGENCY: ("agency", "lead agency", "organisation", "organization", "partner", "service", "responsible agency"),
    PLANNED_ON: ("start date", "planned on", "date agreed", "agreed on", "date added", "date opened", "start"),
    DUE: ("due", "due date", "deadline", "by when", "target date", "timescale", "timescales", "when", "target",
          "completion due", "date due", "to be completed by"),
    STATUS: ("status", "state", "rag", "rag rating", "progress status", "open closed", "complete", "stands"),
    DONE_ON: ("date completed", "completed on", "completion date", "done on", "date closed", "actual date",
              "date done", "closed on", "date of completion"),
    EVIDENCE: ("evidence", "evidence of completion", "assurance", "proof", "evidenced by", "evidence of impact"),
    MEASURE: ("measure", "success measure", "success criteria", "outcome", "intended outcome", "impact measure",
              "kpi", "indicator", "measure of success", "expected outcome"),
    RESOURCES: ("resources", "resource", "cost", "budget"),
}  # fmt: skip
"""The words by which headers usually tell what a column is, the plainest first."""


_LONGEST_HEADER = 50
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Proposed:
    """What a column seems to be, and why."""

    at: int
    header: str
    target: str
    why: str


def propose(headers: Sequence[str]) -> list[Proposed]:
    """What each column seems to be. No two are the same, save those that are kept as notes."""
    found = sorted(_fits(headers), key=lambda fit: (fit.rank, fit.at))
    taken: dict[int, _Fit] = {}
    for fit in found:
        if fit.at not in taken and fit.target not in {each.target for each in taken.values()}:
            taken[fit.at] = fit
    return [_proposed(at, header, taken.get(at)) for at, header in enumerate(headers)]


def known_words(headers: Sequence[str]) -> int:
    """How plainly a row says what columns are, by which the row of headers is found among the first ones: one for each
    that seems to be something, two where it is that word alone. A cell of many letters is no header.
    """
    short = [each if len(each) <= _LONGEST_HEADER else "" for each in headers]
    plain = {each for words in _WORDS.values() for each in words}
    seen = [each for each in propose(short) if each.target not in (NOTE, NOTHING)]
    return sum(2 if bare(each.header) in plain else 1 for each in seen)


@dataclass(frozen=True)
class _Fit:
    """A target that a header may mean, the word that says so, and how plainly: 0 is most plain."""

    at: int
    target: str
    word: str
    rank: int


def _fits(headers: Sequence[str]) -> Iterable[_Fit]:
    for at, header in enumerate(headers):
        said = bare(header)
        for target, words in _WORDS.items():
            for place, word in enumerate(words):
                if said == word:
                    yield _Fit(at, target, word, place)
                elif re.search(rf"\b{re.escape(word)}\b", said):
                    yield _Fit(at, target, word, 100 + place - 10 * len(word.split()))


def _proposed(at: int, header: str, fit: _Fit | None) -> Proposed:
    if not header.strip():
        return Proposed(at, header, NOTE, "it has no header, so what stands in it is kept as a note")
    if fit is None:
        return Proposed(at, header, NOTE, "nothing in its header says what it is, so it is kept as a note")
    return Proposed(at, header, fit.target, f"its header says “{fit.word}”")


def bare(text: str) -> str:
    """A text in small letters, with nothing but words and single blanks."""
    return " ".join(_WORD.findall(text.casefold()))
