"""What the blocks of a report say, as tests read it."""

from collections.abc import Sequence
from typing import Any

from goldenthread.engine.rendering.blocks import Block, DataTable, Document, Paragraph, Points
from goldenthread.engine.rendering.html import page


def said(blocks: Sequence[Block]) -> list[str]:
    """Every sentence of some blocks that is no heading, table or quotation."""
    lines = [block.text for block in blocks if isinstance(block, Paragraph)]
    return lines + [item.text for block in blocks if isinstance(block, Points) for item in block.items]


def rows(blocks: Sequence[Block]) -> list[tuple[Any, ...]]:
    """Every row of every table."""
    return [row for block in blocks if isinstance(block, DataTable) for row in block.rows]


def everything(blocks: Sequence[Block]) -> str:
    """All of it as a page."""
    return page(Document("Board", "Report", "Made", "", tuple(blocks)))
