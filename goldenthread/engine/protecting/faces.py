"""Faces: for whom a figure is shown."""

from enum import StrEnum


class Face(StrEnum):
    """One face shows one value everywhere.

    The board paper is exact, marked and numbered. The partnership's own pages hide small numbers, and no more: who sees
    them could work some out. The public face also withholds whatever would give a small number away.
    """

    PUBLIC = "public"
    PARTNERSHIP = "partnership"
    BOARD = "board"
