"""What one can choose on an indicator's page."""

from collections.abc import Mapping

from django import forms

from goldenthread.web.base.offers import Choices, Offer
from goldenthread.workflow.results.records import LONGEST_WHY, SHORTEST_WHY


class Choose(Offer):
    """Which periods, and which groups."""

    def __init__(self, given: Mapping[str, str], *, periods: Choices, groups: Choices) -> None:
        super().__init__(given, {"every": ("Periods", periods), "by": ("Groups", groups)})


class OneOf(Offer):
    """One choice on a page that has several forms. What was chosen in the others stays, and what was not stays open."""

    def __init__(self, given: Mapping[str, str], name: str, label: str, choices: Choices, *, kept: str) -> None:
        super().__init__(given, {name: (label, choices)})
        if kept in given:
            self.data = {**self.data, kept: given[kept]}
            self.fields[kept] = forms.CharField(widget=forms.HiddenInput, required=False)


class Why(forms.Form):
    """Why somebody needs to see records."""

    why = forms.CharField(
        label="Why do you need to see these records?",
        help_text=f"In {SHORTEST_WHY} letters or more. It is kept in the history of the board: name no child in it.",
        min_length=SHORTEST_WHY,
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Say why you need to see these records",
            "min_length": f"The reason must have {SHORTEST_WHY} letters or more",
            "max_length": f"The reason must have {LONGEST_WHY} letters or fewer",
        },
    )
