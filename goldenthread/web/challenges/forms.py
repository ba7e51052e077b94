"""Putting a challenge, answering it, judging the answer."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from django import forms

from goldenthread.web.base.forms import a_day, words
from goldenthread.workflow.challenges.rules import BOARD_KINDS, EFFECTS, LONGEST_ASK, LONGEST_TEXT, NEEDS_WORDS

WRITTEN = "2014-06-26 or 26/6/2014"


_words = partial(words, longest=LONGEST_TEXT, rows=5)

LATE, TO_JUDGE = "late", "to be judged"
"""What the list can be narrowed to beside the states of an answer."""


class Choosing(forms.Form):
    """Which challenges are shown. What nobody can choose is passed over."""

    year = forms.ChoiceField(label="Set for", required=False)
    to = forms.ChoiceField(label="Put to", required=False)
    stands = forms.ChoiceField(label="How it stands", required=False)

    def __init__(
        self, asked: Any, *, years: Sequence[tuple[str, str]], bodies: Iterable[str], states: Iterable[str]
    ) -> None:
        super().__init__(asked or None)
        named = [("", "Anybody"), *((each, each) for each in bodies)]
        ways = [("", "In any way"), *((each, each) for each in (LATE, TO_JUDGE)), *((each, each) for each in states)]
        for name, choices in (("year", [("", "Any year"), *years]), ("to", named), ("stands", ways)):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """What was chosen, without what was not or cannot be."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}


class Writing(forms.Form):
    """What is asked, and on what evidence."""

    edits = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    asks = words(
        "What the board asks for",
        longest=LONGEST_ASK,
        rows=3,
        help_text="One thing, to be done by those it is put to, of which one can say later whether it was done.",
        needed="Say what is asked",
    )
    because = _words("The evidence for it", help_text="What was found, where it stands, and how sure one can be.")
    evidence_period = forms.CharField(
        label="What period the evidence is about (optional)",
        required=False,
        max_length=40,
        help_text="Not the day on which it was written: FY2013-14, FY2013-14Q3, 2014-02, or 2013-04..2013-11.",
    )
    indicator = forms.CharField(
        label="The measure that should move (optional)",
        required=False,
        max_length=20,
        help_text="The code of an indicator, such as CP6.",
    )

    def told(self) -> dict[str, str]:
        """The texts."""
        return {name: self.cleaned_data[name] for name in ("asks", "because", "evidence_period", "indicator")}


class Putting(Writing):
    """A challenge that is put for the first time: also to whom, and for which year."""

    year = forms.CharField(
        label="Set for", max_length=20, help_text="The year for which it is set, such as FY2014-15.",
        error_messages={"required": "Enter the year for which it is set"},
    )  # fmt: skip
    leads = forms.ChoiceField(
        label="Put to", help_text="Who leads the answer. A board that is not here can be added on the page of boards."
    )
    others = forms.MultipleChoiceField(
        label="And to (optional)",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Each answers for itself.",
    )
    about_a_case = forms.BooleanField(label="It is about a single case: nothing in it says whose", required=False)
    field_order = (
        "edits",
        "asks",
        "leads",
        "others",
        "year",
        "because",
        "evidence_period",
        "indicator",
        "about_a_case",
    )

    def __init__(self, *arguments: Any, bodies: Sequence[tuple[str, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["leads"].choices = [("", "Choose one"), *bodies]  # type: ignore[attr-defined]
        self.fields["leads"].error_messages = {"required": "Say whom it is put to"}
        self.fields["others"].choices = bodies  # type: ignore[attr-defined]

    def bodies(self) -> list[str]:
        """Whom it is put to, whoever leads first."""
        leads = self.cleaned_data["leads"]
        return [leads, *(each for each in self.cleaned_data["others"] if each != leads)]


class Issuing(forms.Form):
    """By when a reply is due, and when it was issued."""

    reply_due = a_day("By when a reply is due", written=WRITTEN)
    on = a_day("Issued on (optional)", written=WRITTEN, required=False, help_text="Left blank, today.")


class Withdrawing(forms.Form):
    """Why it is withdrawn."""

    why = _words("Why it is withdrawn", rows=3, needed="Say why it is withdrawn")


class Leading(forms.Form):
    """What was said, and when."""

    text = _words("What was said")
    on = a_day(
        "On which day (optional)",
        written=WRITTEN,
        required=False,
        help_text="Left blank, today. A meeting's day may be earlier.",
    )

    def __init__(self, *arguments: Any, verb: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if verb in NEEDS_WORDS:
            self.fields["text"].label = NEEDS_WORDS[verb]
            self.fields["text"].required = True
            self.fields["text"].error_messages["required"] = NEEDS_WORDS[verb]


class Telling(forms.Form):
    """Whether it has had an effect, and what shows that."""

    effect = forms.ChoiceField(
        label="The effect of what was asked for",
        choices=[(each, each.capitalize()) for each in EFFECTS],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether an effect is shown"},
    )
    text = _words(
        "What shows it, or what was looked for and not found",
        help_text="A re-audit, a figure with its test, what children or practitioners say. That it is done is none.",
        needed="Say what shows it, or what was looked for",
    )


class Sending(forms.Form):
    """The letter as it was sent."""

    text = _words("The letter", rows=14, needed="Keep the text that was sent")


class Naming(forms.Form):
    """Another board."""

    name = forms.CharField(
        label="Name of the board",
        max_length=200,
        error_messages={"required": "Enter the name of the board", "max_length": "Name it in up to 200 letters"},
    )
    kind = forms.ChoiceField(
        label="What kind of board it is",
        widget=forms.RadioSelect,
        choices=BOARD_KINDS.items(),
        error_messages={"required": "Choose what kind of board it is"},
    )


class ByLink(forms.Form):
    """An answer by somebody without an account."""

    verb = forms.ChoiceField(
        label="Your answer", widget=forms.RadioSelect, error_messages={"required": "Choose your answer"}
    )
    text = _words(
        "In your words",
        help_text="Needed unless you accept the whole. It names no child, family or worker.",
    )

    def __init__(self, *arguments: Any, verbs: Sequence[tuple[str, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["verb"].choices = verbs  # type: ignore[attr-defined]
