"""Codes of supplied figures."""

from goldenthread.engine.definitions import CodeList

WHOSE = CodeList(
    "whose",
    "Whose figure it is",
    {
        "own": "The area's own",
        "target": "Target",
        "neighbours": "Statistical neighbours",
        "england": "England",
    },
    "Our own.",
)
