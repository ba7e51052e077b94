"""Work out every indicator from the accepted returns, and publish the edition."""

from argparse import ArgumentParser, Namespace

from goldenthread.config.showing import as_json
from goldenthread.workflow.evidence.operations import compute


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: Namespace) -> int:
    """Carry it out."""
    done = compute(by="command line")
    counts = {"indicators": done.indicators, "reused": done.reused, "computed": done.computed}
    if options.json:
        print(as_json({"edition": done.edition.number, **counts}))
        return 0
    what = "is published" if done.new else "still stands: nothing has changed since"
    print(f"Edition {done.edition.number} {what}: {done.indicators} indicators, {done.reused} taken over,"
          f" {done.computed} worked out.")  # fmt: skip
    print("Next: goldenthread indicators, goldenthread serve")
    return 0
