"""Faces: for whom a figure is shown."""

from enum import StrEnum


class Face(StrEnum):
    """One face shows one value everywhere.

    The board paper is exact, marked and numbered. The partnership's own pages hide small numbers, and no more: who sees
    them could work some out. The public face also withholds whatever would give a small number away. The rounded face
    is the public's where a reader chooses the table: what the public face shows, with counts to the nearest five.
    """

    PUBLIC = "public"
    ROUNDED = "rounded"
    PARTNERSHIP = "partnership"
    BOARD = "board"


ON_PAPER = (Face.PUBLIC, Face.PARTNERSHIP, Face.BOARD)
"""The faces of a report. Tests are made with exact counts, so what is rounded is for tables alone."""
