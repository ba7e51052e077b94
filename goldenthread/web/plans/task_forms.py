"""Adding a task, wording it anew, reporting on it, moving its date, giving it to another post."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from goldenthread.catalogue.codes.plans import SUB_GROUP
from goldenthread.web.base.forms import a_day
from goldenthread.web.plans.forms import WRITTEN, in_a_line, in_words
from goldenthread.workflow.plans.planning import Wanted

Choices = Sequence[tuple[str, str]]

WORDED = ("what", "sub_group", "indicator", "measured_by", "relevant", "why_no_date", "resources")
"""What somebody words of a task."""


class Wording(forms.Form):
    """A task in words."""

    edits = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    what = in_words(
        "What will be done", needed="Say what will be done",
        help_text="One thing, of which one can say later whether it was done. It names no child, family or worker.",
    )  # fmt: skip
    measured_by = in_words("How one will know that it is done", rows=2)
    indicator = forms.CharField(
        label="The measure that should move (optional)", required=False, max_length=20,
        help_text="The code of an indicator, such as CP6. Where there is one, the words above may be left out.",
    )  # fmt: skip
    relevant = in_words("Why it is relevant (optional)", rows=2)
    resources = in_words("What it takes: people, money (optional)", rows=2)
    sub_group = forms.ChoiceField(
        label="The sub group whose work it is", choices=[("", "Choose one"), *SUB_GROUP.codes.items()],
        error_messages={"required": "Choose the sub group whose work it is"},
    )  # fmt: skip
    why_no_date = in_words("Why no date can be given, where there is none", rows=2)

    def wanted(self, due: date | None = None) -> Wanted:
        """The task as it is worded."""
        texts = {name: self.cleaned_data[name] for name in WORDED}
        return Wanted(due=due, **texts)


class Owning(forms.Form):
    """Who owns a task: a post at an agency, and who holds it where they have an account."""

    post = in_a_line("The post that owns it", needed="Say which post owns it")
    agency = forms.ChoiceField(label="At which agency", error_messages={"required": "Choose the agency"})
    holder = forms.ChoiceField(label="Who holds the post (optional)", required=False)

    def __init__(self, *arguments: Any, agencies: Choices, holders: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["agency"].choices = [("", "Choose one"), *agencies]  # type: ignore[attr-defined]
        self.fields["holder"].choices = [("", "Nobody who has an account"), *holders]  # type: ignore[attr-defined]


class Adding(Wording, Owning):
    """A task that is planned: where it hangs in the tree, who owns it, by when it will be done."""

    objective = forms.ChoiceField(label="The objective", error_messages={"required": "Choose the objective it is for"})
    due = a_day("By when it will be done", written=WRITTEN, required=False)
    field_order = (
        "edits", "objective", "what", "measured_by", "indicator", "sub_group", "post", "agency", "holder", "due",
        "why_no_date", "relevant", "resources",
    )  # fmt: skip

    def __init__(self, *arguments: Any, objectives: Sequence[Any], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["objective"].choices = [("", "Choose one"), *objectives]  # type: ignore[attr-defined]


class Reassigning(Owning):
    """Who owns it from now on, and why."""

    why = in_words("Why it is given to another post", needed="Say why it is reassigned")


class Moving(forms.Form):
    """Another date, and why."""

    due = a_day("The new date", written=WRITTEN)
    why = in_words("Why its date is moved", needed="Say why its date is moved")
    on = a_day("Decided on (optional)", written=WRITTEN, required=False, help_text="Left blank, today.")


class Saying(forms.Form):
    """What somebody says of a task, and for which day."""

    text = in_words("In your words", needed="Say it in a few words", help_text="It names no child, family or worker.")
    on = a_day("For which day (optional)", written=WRITTEN, required=False, help_text="Left blank, today.")
