"""Issues: what was found wrong, where, and what to do."""

from dataclasses import dataclass

from goldenthread.engine.definitions import Severity


@dataclass(frozen=True)
class Issue:
    """One thing that is wrong.

    `row` is the line as a text editor counts, the headers' included; none where it concerns the whole file or return.
    `column` is the sender's own header. `text` is what stands there.
    """

    code: str
    severity: Severity
    message: str
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str | None = None
    text: str | None = None
    dataset: str | None = None
