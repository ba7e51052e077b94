"""Add an agency that sends returns to the board."""

from argparse import ArgumentParser, Namespace

from goldenthread.workflow.agencies.operations import SECTORS, add


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("code", metavar="CODE", help="a short code, for example lcc")
    parser.add_argument("name", metavar="NAME", help="the agency's name")
    parser.add_argument("--sector", required=True, choices=list(SECTORS), metavar="SECTOR", help=", ".join(SECTORS))


def run(options: Namespace) -> int:
    """Carry it out."""
    agency = add(options.code, options.name, options.sector, by="command line")
    print(f"{agency.name} is added as {agency.code}.")
    print(f"Next: goldenthread receive PATH --agency {agency.code}")
    return 0
