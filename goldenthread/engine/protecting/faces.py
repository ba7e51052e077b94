"""Faces: for whom a figure is shown."""

from enum import StrEnum


class Face(StrEnum):
    """One face shows one value everywhere.

    The board paper is exact, marked and numbered. The partnership's own pages hide small numbers. The public face also
    withholds a breakdown whole where one of its groups is hidden, because the others would give it away.
    """

    PUBLIC = "public"
    PARTNERSHIP = "partnership"
    BOARD = "board"
