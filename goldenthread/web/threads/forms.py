"""Beginning a thread, gathering into it, closing it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django import forms

from goldenthread.web.base.forms import a_day, words
from goldenthread.workflow.threads.operations import Line
from goldenthread.workflow.threads.rules import KINDS, LONGEST_QUESTION, LONGEST_TEXT

Choices = Sequence[tuple[str, str]]
WRITTEN = "2014-06-26 or 26/6/2014"
NEW = "new"


_words = partial(words, longest=LONGEST_TEXT)


class Wording(forms.Form):
    """What is asked, and why."""

    edits = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    question = words(
        "What the board asks",
        longest=LONGEST_QUESTION,
        rows=2,
        help_text="One question, to which there can be an answer: Are child protection plans specific enough to"
        " keep children safe?",
        needed="Say what is asked",
    )
    why = _words("Why the board asks it (optional)", help_text="What would be different for children if it were so.")
    indicator = forms.CharField(
        label="The measure whose figures would tell (optional)",
        required=False,
        max_length=20,
        help_text="The code of an indicator, such as CP6.",
    )

    def line(self) -> Line:
        """The line of enquiry."""
        return Line(**{name: self.cleaned_data[name] for name in ("question", "why", "indicator")})


def _offer(form: forms.Form, threads: Choices) -> None:
    """Let one of some threads be the one that it grew out of, or none."""
    form.fields["follows"].choices = [("", "None"), *threads]  # type: ignore[attr-defined]


class Beginning(Wording):
    """A thread that begins: also since when it has been open, and which thread it grew out of."""

    opened_on = a_day(
        "Open since",
        written=WRITTEN,
        help_text="The day of the oldest source that asks it, not today. What was asked in 2011 is open since 2011.",
    )
    follows = forms.ChoiceField(label="Grown out of thread (optional)", required=False)

    def __init__(self, *arguments: Any, threads: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _offer(self, threads)


class Growing(forms.Form):
    """Which thread it grew out of."""

    follows = forms.ChoiceField(label="Grown out of thread", required=False)

    def __init__(self, *arguments: Any, threads: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _offer(self, threads)


class Gathering(forms.Form):
    """What is gathered: of which kind, and its number."""

    kind = forms.ChoiceField(label="What it is", choices=list(KINDS.items()))
    number = forms.IntegerField(
        label="Its number",
        min_value=1,
        help_text="It stands at the top of its page. On that page “Put it into a thread” does the same.",
        error_messages={name: "Enter its number, such as 12" for name in ("required", "invalid", "min_value")},
    )


class Choosing(forms.Form):
    """Into which thread something is put."""

    thread = forms.ChoiceField(
        label="Into which thread",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a thread, or begin a new one"},
    )

    def __init__(self, *arguments: Any, threads: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["thread"].choices = [*threads, (NEW, "Begin a new thread with it")]  # type: ignore[attr-defined]


class Closing(forms.Form):
    """What is known now."""

    why = _words("What is known now", needed="Say what is known now that was not when it was opened")


class Saying(forms.Form):
    """Why."""

    why = _words("Why", needed="Say why")
