"""Copies the prebuilt GOV.UK Frontend into our static files, without what belongs to GOV.UK alone.

The crown, the crest, the logo and the typeface GDS Transport may be used on gov.uk domains only; a board's site is not
one. What refers to them is taken out, and text is set in Arial.

    npm pack govuk-frontend@6.3.0 && tar -xf govuk-frontend-6.3.0.tgz
    .venv/bin/python tools/vendor_govuk.py package

Take the version that govuk-frontend-jinja's templates were made for (requirements/run.in): other versions have other
markup.
"""

import json
import re
import sys
from pathlib import Path

STATIC = Path(__file__).resolve().parents[1] / "goldenthread" / "web" / "base" / "static" / "govuk"
LICENCE = """\
GOV.UK Frontend {version}, https://github.com/alphagov/govuk-frontend
Changed by tools/vendor_govuk.py: fonts, crest and source maps taken out, Arial put in.

The MIT License (MIT)

Copyright (C) 2017 Crown Copyright (Government Digital Service)

Permission is hereby granted, free of charge, to any person obtaining a copy of
this software and associated documentation files (the "Software"), to deal in
the Software without restriction, including without limitation the rights to
use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies
of the Software, and to permit persons to whom the Software is furnished to do
so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""


def without_branding(css: str) -> str:
    """The stylesheet without typeface, crown and crest; Arial in their stead."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = re.sub(r"[^{}]*(?:copyright-logo|footer__crown)[^{}]*\{[^{}]*\}", "", css)
    css = css.replace("GDS Transport,", "")
    return without_empty_rules(css).strip() + "\n"


def without_empty_rules(css: str) -> str:
    """The stylesheet without the @media and @supports that hold nothing any more."""
    fewer = re.sub(r"@[^{};]*\{\s*\}", "", css)
    return fewer if fewer == css else without_empty_rules(fewer)


def without_source_map(script: str) -> str:
    """The script without the comment that names a source map, which is not shipped."""
    return re.sub(r"\n?//# sourceMappingURL=.*", "", script).strip() + "\n"


def main(package: Path) -> None:
    """Write the three files from the unpacked npm package in folder `package`."""
    built = package / "dist" / "govuk"
    version = json.loads((package / "package.json").read_text())["version"]
    STATIC.mkdir(parents=True, exist_ok=True)
    stylesheet = (built / "govuk-frontend.min.css").read_text(encoding="utf-8")
    script = (built / "govuk-frontend.min.js").read_text(encoding="utf-8")
    (STATIC / "govuk-frontend.min.css").write_text(without_branding(stylesheet), encoding="utf-8")
    (STATIC / "govuk-frontend.min.js").write_text(without_source_map(script), encoding="utf-8")
    (STATIC / "LICENCE.txt").write_text(LICENCE.format(version=version), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
