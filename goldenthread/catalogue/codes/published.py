"""Codes of published statistics."""

from goldenthread.engine.definitions import CodeList

OPEN = (
    "Department for Education and Office for National Statistics, published statistics. Contains public sector"
    " information licensed under the Open Government Licence v3.0."
)

MARKER = CodeList(
    "marker",
    "Why there is no number",
    {
        "c": "Confidential: suppressed, so that nobody is identified",
        "k": "Rounds to nought, but is not nought",
        "low": "Rounds to nought, but is not nought (the older way of saying so)",
        "x": "Not available",
        ":": "Not available (the older way of saying so)",
        "z": "Not applicable",
        "u": "Of low reliability",
        ".": "Missing",
        "blank": "Left blank",
    },
    OPEN,
)

LEVEL = CodeList(
    "level",
    "Kind of area",
    {"national": "National", "regional": "Regional", "local": "Local authority"},
    f"{OPEN} Inner and Outer London stand among the regions as well as London.",
)
