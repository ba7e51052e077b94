"""Texts as SQL writes them: the one place in which a quotation mark is doubled."""

from collections.abc import Iterable


def literal(text: str) -> str:
    """A text between quotation marks."""
    return "'" + text.replace("'", "''") + "'"


def literals(texts: Iterable[str]) -> str:
    """Several, as they stand in a list."""
    return ", ".join(map(literal, texts))
