"""What is asked about an action: how it stands, who owns it, whether it is done, what it has changed."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from django import forms

from goldenthread.web.base import forms as base
from goldenthread.web.base.forms import a_day
from goldenthread.workflow.actions.rules import (
    ACTIVITY_ONLY,
    IMPACT_AFTER_MONTHS,
    LONGEST_LINE,
    LONGEST_TEXT,
    NONE_SEEN,
    OUTCOME,
    PRACTICE,
    STATUSES,
    SUSTAINED,
)

WRITTEN = "2014-06-26 or 26/6/2014"
NAMES_NOBODY = "It names no child, family or worker."

Choices = Sequence[tuple[str, str]]

LEVELS_SHOWN: Mapping[str, str] = {
    NONE_SEEN: "None seen: it was looked for, and nothing has changed that anybody can show",
    ACTIVITY_ONLY: "Activity only: it was done, and that is all that can be shown",
    PRACTICE: "Practice changed: people work differently because of it",
    OUTCOME: "Experience or outcome changed: it is different for children or families",
    SUSTAINED: "Sustained at re-test: what had changed was found so again later",
}
EVIDENCE_SHOWN: Mapping[str, str] = {
    "re-audit": "The audit done again",
    "data": "Data, such as an indicator with its test",
    "practitioner": "What practitioners say",
    "child or family": "What children or families say",
    "external": "Somebody from outside, such as an inspection",
}


words = partial(base.words, longest=LONGEST_TEXT)
line = partial(base.line, longest=LONGEST_LINE)


def on_day(label: str = "On which day (optional)", *, help_text: str = "Left blank, today.") -> forms.DateField:
    """A day that may be left blank."""
    return a_day(label, written=WRITTEN, required=False, help_text=help_text)


class Reporting(forms.Form):
    """How it stands at the end of a quarter."""

    quarter = forms.ChoiceField(label="Quarter")
    status = forms.ChoiceField(
        label="How it stands",
        choices=[(each, each.capitalize()) for each in STATUSES],
        widget=forms.RadioSelect,
        error_messages={"required": "Say how it stands"},
    )
    text = words(
        "In a few words",
        help_text="What was done in the quarter, and what comes next. " + NAMES_NOBODY,
        needed="Say in a few words how it stands",
    )

    def __init__(self, *arguments: Any, quarters: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["quarter"].choices = quarters  # type: ignore[attr-defined]


class Owning(forms.Form):
    """The post that owns it, at which agency, and who holds that post."""

    post = line(
        "Post that owns it",
        help_text="What the post is called, such as Head of Service, Safeguarding: people change, posts stay.",
        needed="Say which post owns it",
    )
    agency = forms.ChoiceField(label="At which agency", error_messages={"required": "Say at which agency the post is"})
    holder = forms.ChoiceField(
        label="Who holds the post (optional)",
        required=False,
        help_text="Somebody with an account. When that account is closed, the action is on the list of those whose"
        " owner is gone.",
    )

    def __init__(self, *arguments: Any, agencies: Choices, people: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["agency"].choices = [("", "Choose one"), *agencies]  # type: ignore[attr-defined]
        self.fields["holder"].choices = [("", "Nobody with an account"), *people]  # type: ignore[attr-defined]


class Reassigning(Owning):
    """Who owns it from now on, and why."""

    why = words("Why it is reassigned", rows=3, needed="Say why it is reassigned")


class Leaving(forms.Form):
    """What became of the post that owned it."""

    why = words("What became of the post", rows=3, needed="Say what became of the post")


class Keeping(forms.Form):
    """Why it is still worth doing."""

    text = words(
        "Why it is still relevant", rows=3, help_text="As after a restructure.", needed="Say why it is still relevant"
    )
    on = on_day()


class Escalating(forms.Form):
    """Who was told that nothing comes."""

    to = line("To whom", help_text="A post, such as the chief nurse.", needed="Say to whom it is escalated")
    text = words(
        "What was said",
        help_text="What was asked for and has not come. The program itself sends nothing.",
        needed="Say what was asked for and has not come",
    )
    on = on_day()


class Dropping(forms.Form):
    """Why it will not be done."""

    why = words("Why it will not be done", rows=3, needed="Say why it will not be done")
    on = on_day()


class Finishing(forms.Form):
    """What shows that it is done, which period that is about, and when its impact is looked for."""

    evidence = words(
        "What shows that it is done",
        help_text="A document, a list, a count: something that somebody else can look at. " + NAMES_NOBODY,
        needed="Say what shows that it is done: completion needs evidence",
    )
    evidence_period = forms.CharField(
        label="What period the evidence is about (optional)",
        required=False,
        max_length=40,
        help_text="Not the day on which it was written: FY2013-14, FY2013-14Q3, 2014-02, or 2013-04..2013-11.",
    )
    on = on_day("Done on (optional)")
    impact_due = on_day(
        "When its impact is looked for (optional)",
        help_text=f"That it is done does not show that anything has changed. Left blank, {IMPACT_AFTER_MONTHS} months"
        " after it is done.",
    )


class OpeningAgain(forms.Form):
    """Why it is opened again."""

    why = words("Why it is opened again", rows=3, needed="Say why it is opened again")


class Judging(forms.Form):
    """What it has changed, what shows that, and when one looks again."""

    level = forms.ChoiceField(
        label="What has changed",
        choices=list(LEVELS_SHOWN.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Say what has changed"},
    )
    evidence = forms.ChoiceField(
        label="On what kind of evidence",
        choices=list(EVIDENCE_SHOWN.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Say on what kind of evidence"},
    )
    text = words(
        "What shows it, or what was looked for and not found",
        help_text=NAMES_NOBODY,
        needed="Say what shows it, or what was looked for and not found",
    )
    on = on_day("Judged on (optional)")
    again_on = on_day("When it is tested again (optional)", help_text="Left blank, it is not looked for again.")
