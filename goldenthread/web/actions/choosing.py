"""Which recommendations and actions a register shows. What nobody can choose is passed over."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from goldenthread.workflow.actions.models import WAITING
from goldenthread.workflow.actions.rules import ACTION, KINDS, RECOMMENDATION
from goldenthread.workflow.agencies.models import Agency

THE_BOARD = "board"
"""What is chosen for recommendations that were made to no single agency."""

Choices = Sequence[tuple[str, str]]


class _Choosing(forms.Form):
    def chosen(self) -> dict[str, str]:
        """What was chosen, without what was not or cannot be."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}

    def _offer(self, offered: Mapping[str, Choices]) -> None:
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class ChoosingActions(_Choosing):
    """By how they stand, who owns them, and what somebody has to see to."""

    state = forms.ChoiceField(label="State", required=False)
    agency = forms.ChoiceField(label="Owned by", required=False)
    waits = forms.ChoiceField(label="What waits", required=False)

    def __init__(self, asked: Any, *, agencies: Iterable[Agency]) -> None:
        super().__init__(asked or None)
        self._offer(
            {
                "state": [("", "Any state"), *_named(ACTION.states())],
                "agency": [("", "Any agency"), *((each.code, each.name) for each in agencies)],
                "waits": [("", "Whether it waits or not"), *_named(WAITING)],
            }
        )


class ChoosingRecommendations(_Choosing):
    """By the kind of their source, how they stand, whom they were made to, what they are about, how old they are."""

    kind = forms.ChoiceField(label="Kind of source", required=False)
    state = forms.ChoiceField(label="State", required=False)
    agency = forms.ChoiceField(label="Made to", required=False)
    theme = forms.ChoiceField(label="Theme", required=False)
    old = forms.BooleanField(label="Only those open and older than a year", required=False)

    def __init__(self, asked: Any, *, agencies: Iterable[Agency], themes: Iterable[str]) -> None:
        super().__init__(asked or None)
        to = [("", "Anybody"), (THE_BOARD, "The board"), *((each.code, each.name) for each in agencies)]
        self._offer(
            {
                "kind": [("", "Any source"), *KINDS.items()],
                "state": [("", "Any state"), *_named(RECOMMENDATION.states())],
                "agency": to,
                "theme": [("", "Any theme"), *((each, each) for each in themes)],
            }
        )


def _named(words: Iterable[str]) -> list[tuple[str, str]]:
    return [(each, each.capitalize()) for each in words]
