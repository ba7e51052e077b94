"""Which template somebody asks for on the command line, and writing it."""

from argparse import ArgumentTypeError
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from goldenthread import catalogue
from goldenthread.catalogue import counts
from goldenthread.catalogue.check_examples import example_of
from goldenthread.config.showing import nearest
from goldenthread.engine.definitions import Dataset
from goldenthread.engine.periods import Period
from goldenthread.engine.rendering.filling import TO_FILL, rows_in
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns.supplying import measures_sent_by

COUNTS = "counts"


@dataclass(frozen=True)
class Template:
    """What is to be filled in, and the rows that stand in it already."""

    dataset: Dataset
    rows: Sequence[Sequence[str]]


def known(text: str) -> str:
    """The name of a dataset, or `counts`; says which are near where it is neither."""
    names = [COUNTS, *catalogue.datasets()]
    if text not in names:
        near = nearest(text, names) or f" There are: {', '.join(names)}."
        raise ArgumentTypeError(f"there is no dataset '{text}'.{near}")
    return text


def asked_for(name: str, with_example: bool, period: Period | None, agency: str | None) -> Template:
    """The template that was asked for. Refused where what was asked for does not go together."""
    if name == COUNTS:
        return Template(counts.counts(), _counts(with_example, period, agency))
    if period or agency:
        raise Refused("--period and --agency are for `template counts`: other templates have no measures in them.")
    dataset = catalogue.datasets()[name]
    return Template(dataset, rows_in(example_of(name), dataset) if with_example else ())


def write(template: Template, path: Path, *, as_workbook: bool) -> None:
    """Write it to a file. Refused where that cannot be done."""
    try:
        path.write_bytes(TO_FILL["xlsx" if as_workbook else "csv"](template.dataset, template.rows))
    except OSError as error:
        raise Refused(f"The template cannot be written to {path}: {error.strerror}. Choose another file.") from None


def _counts(with_example: bool, period: Period | None, agency: str | None) -> Sequence[Sequence[str]]:
    if with_example and (period or agency):
        raise Refused("Ask for an example or for measures to fill in, not for both.")
    if agency and not period:
        raise Refused("Say of which quarter, with --period FY2017-18Q1.")
    if period is None:
        return counts.example() if with_example else ()
    never_counted = [each.code for each in counts.supplied_indicators()]
    sent = measures_sent_by(Agency.objects.named(agency)) if agency else []
    return counts.to_be_counted(period.code, sent or never_counted)
