"""What one can choose on an indicator's page."""

from collections.abc import Sequence
from typing import Any

from django import forms

Choices = Sequence[tuple[str, str]]


class Choose(forms.Form):
    """Which periods, and which groups. What is not offered is passed over, and the first choice stands."""

    def __init__(self, given: Any, *, periods: Choices, groups: Choices) -> None:
        offered = {"every": ("Periods", periods), "by": ("Groups", groups)}
        super().__init__({name: _offered(given.get(name), choices) for name, (_, choices) in offered.items()})
        for name, (label, choices) in offered.items():
            if choices:
                self.fields[name] = forms.ChoiceField(label=label, choices=list(choices), required=False)

    def chosen(self, name: str) -> str:
        """What was chosen; empty where nothing is offered."""
        return str(self.data[name])


def _offered(asked: str | None, choices: Choices) -> str:
    names = [name for name, _ in choices]
    return asked if asked in names else next(iter(names), "")
