"""Invented returns: a few children of a city that does not exist, as files."""

from datetime import date, timedelta
from pathlib import Path

from goldenthread.engine.checking.intake import Received
from goldenthread.engine.periods import Period
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.returns.models import Return, Upload
from goldenthread.workflow.returns.operations import accept, receive
from goldenthread.workflow.returns.uploading import upload

HEADERS = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
NOT_A_DATE = "the 31st of Juvember"


def episodes(folder: Path, *, year: int = 2017, children: int = 3, wrong: int = 0) -> Path:
    """Write episodes of children who come one a day from 1 April of a year, and some whose first day is no date."""
    days = [date(year, 4, 1) + timedelta(days=number) for number in range(children)]
    begun = [f"{day:%d/%m/%Y}" for day in days] + [NOT_A_DATE] * wrong
    rows = [f"CHILD-{number},{start},S,C2,N1,U6,PR1,,,,AF1 1AA,AF2 2BB," for number, start in enumerate(begun, start=1)]
    return write(folder / "episodes.csv", HEADERS, *rows)


def reviews(folder: Path, *, year: int = 2017) -> Path:
    """Write one review."""
    return write(folder / "reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE", f"CHILD-1,09/08/2007,01/06/{year},PN1")


def write(file: Path, *lines: str) -> Path:
    """Write a file of lines, making its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([*lines, ""]))
    return file


def uploaded(
    lead: Person, *files: tuple[str, bytes], period: Period | None = None, corrects: Return | None = None
) -> Upload:
    """Files, by name and content, that a data lead has uploaded and that nobody has checked yet."""
    assert lead.agency
    received = [Received(*file) for file in files]
    return upload(received, agency=lead.agency, period=period, corrects=corrects, by=lead.actor)


def a_return(path: Path, agency: Agency, *, period: Period | None = None, accepted: bool = False) -> Return:
    """A return received from files, and accepted if it is to be."""
    return_ = receive(path, agency=agency, period=period, by="command line").return_
    assert return_
    if accepted:
        accept(return_, by="command line")
    return return_
