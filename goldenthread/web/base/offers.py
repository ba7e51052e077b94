"""What one can choose on a page, in the form that GOV.UK's components give it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

Choices = Sequence[tuple[str, str]]
Grouped = Sequence[tuple[str, str | Choices]]
"""Choices, some of them together under a heading."""


class Offer(forms.Form):
    """Some choices by name, each with its label. What is not offered is passed over, and the first choice stands."""

    def __init__(self, given: Mapping[str, str], offered: Mapping[str, tuple[str, Grouped]]) -> None:
        super().__init__({name: _offered(given.get(name), choices) for name, (_, choices) in offered.items()})
        for name, (label, choices) in offered.items():
            if choices:
                self.fields[name] = forms.ChoiceField(label=label, choices=list(choices), required=False)

    def chosen(self, name: str) -> str:
        """What was chosen; empty where nothing is offered."""
        return str(self.data[name])

    def all_chosen(self) -> dict[str, str]:
        """Everything that was chosen, by name, without what is empty: as an address says it."""
        data: Mapping[str, Any] = self.data
        return {name: str(data[name]) for name in data if data[name]}


def _offered(asked: str | None, choices: Grouped) -> str:
    names = [name for first, then in choices for name in ([first] if isinstance(then, str) else dict(then))]
    return asked if asked in names else next(iter(names), "")
