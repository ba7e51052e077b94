"""Write a report about a year: index.html, report.pdf, report.docx, and facts.json with every number in it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from goldenthread.config import arguments
from goldenthread.engine.protecting.faces import ON_PAPER, Face
from goldenthread.workflow.reports.operations import FACTS, FORMATS, write


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("name", metavar="NAME", help="annual")
    parser.add_argument("--year", required=True, type=arguments.year, metavar="YEAR", help="for example 2013-14")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder to write it to")
    faces = "for whom: public (default; small numbers are protected), partnership or board"
    parser.add_argument(
        "--face", choices=[face.value for face in ON_PAPER], default="public", metavar="FACE", help=faces
    )


def run(options: Namespace) -> int:
    """Carry it out."""
    report = write(options.name, options.year, options.out, face=Face(options.face), by="command line")
    print(f"Report {report.number} ({report.face}) is in {options.out}: {', '.join([*FORMATS, FACTS])}.")
    return 0
