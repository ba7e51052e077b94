"""The pictures of the README are taken of the demonstration; `make pictures` puts them where they are shown."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.functional.browsing import Visit
from tests.functional.running import ROOT

PICTURES = Path(os.environ.get("PICTURES", ROOT / "build" / "pictures"))
SHOWN: dict[str, tuple[str, tuple[int, int]]] = {
    # What the README shows, at which address, at which size.
    "scorecard": ("/scorecard/", (1100, 1080)),
    "indicator": ("/indicators/CLA3/", (1100, 1240)),
    "thread": ("/threads/1/", (1100, 1240)),
}


def test_the_readme_shows_these_pictures_and_no_other() -> None:
    shown = re.findall(r"\(docs/pictures/([a-z-]+)\.png\)", (ROOT / "README.md").read_text())
    assert sorted(shown) == sorted(SHOWN) == sorted(each.stem for each in (ROOT / "docs/pictures").glob("*.png"))


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_is_taken(visit: Callable[..., Visit], name: str) -> None:
    address, size = SHOWN[name]
    PICTURES.mkdir(parents=True, exist_ok=True)
    opened = visit("member", address)
    assert opened.response is not None and opened.response.ok
    opened.at(size).screenshot(path=PICTURES / f"{name}.png")
