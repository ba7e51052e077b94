"""What the acceptance tests share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def small_board() -> Path:
    """The file of a board as small as can be looked through."""
    return Path(__file__).parents[1] / "functional" / "small_board.yaml"
