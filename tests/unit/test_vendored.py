"""What we ship of others' static files is whole, carries its licence, and nothing of GOV.UK's own branding."""

import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import goldenthread

STATIC = Path(goldenthread.__file__).parent / "web" / "base" / "static"
GOVUK = STATIC / "govuk"


def files_referred_to(stylesheet: Path) -> Iterator[Path]:
    """The files that a stylesheet's url()s name, where the browser would look for them."""
    for target in re.findall(r"url\(\s*['\"]?([^)'\"]+)", stylesheet.read_text(encoding="utf-8")):
        if not target.startswith(("data:", "#")):
            yield STATIC / target.removeprefix("/static/") if target.startswith("/") else stylesheet.parent / target


def test_no_stylesheet_refers_to_a_file_that_is_not_there() -> None:
    stylesheets = list(STATIC.rglob("*.css"))
    assert stylesheets
    missing = {file for sheet in stylesheets for file in files_referred_to(sheet) if not file.is_file()}
    assert missing == set()


def test_a_missing_file_would_be_noticed(tmp_path: Path) -> None:
    sheet = tmp_path / "a.css"
    sheet.write_text('p{background:url("gone.svg")}q{background:url(/static/gone.png)}r{background:url(data:x)}')
    assert list(files_referred_to(sheet)) == [tmp_path / "gone.svg", STATIC / "gone.png"]


def test_the_licence_stands_beside_what_it_covers() -> None:
    assert "MIT License" in (GOVUK / "LICENCE.txt").read_text()


def test_nothing_of_govuk_branding_is_shipped() -> None:
    stylesheet = (GOVUK / "govuk-frontend.min.css").read_text(encoding="utf-8")
    assert not re.search(r"@font-face|GDS Transport|crest|crown|sourceMappingURL", stylesheet)
    assert not [file.name for file in STATIC.rglob("*") if re.search(r"crest|crown|\.woff2?$|\.map$", file.name)]


def test_the_files_are_those_that_the_templates_were_made_for() -> None:
    """govuk-frontend-jinja 4.1 gives the markup of GOV.UK Frontend 6.3; raise both together."""
    stylesheet = (GOVUK / "govuk-frontend.min.css").read_text(encoding="utf-8")
    assert '--govuk-frontend-version:"6.3.0"' in stylesheet
    assert version("govuk-frontend-jinja") == "4.1.0"
