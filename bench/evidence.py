"""What it costs to read and check a return of each kind, and how that grows with its size. Run by `make bench`.

Each line is one process that reads one file, recognises it, checks it and sets apart what identifies; beside it the
least that anyone could pay for the same file: its values read once and forgotten. Cost that grows tenfold with ten
times the rows is linear.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter
from receive import LAUNCHER, MIB

CONTACTS = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Date of Contact", "Contact Source")
EPISODES = (
    "local_id,start_date,reason_started,legal_status,category_of_need,placement_type,placement_provider,end_date,"
    "reason_ended,home_postcode,placement_postcode,setting_urn"
)
SOURCES = ("q) 6: Police", "e) 2A: Schools", "g) 3A: Health services")
CHILD = """<Child><ChildIdentifiers><LAchildID>A{0}</LAchildID><PersonBirthDate>2010-02-03</PersonBirthDate>
<GenderCurrent>1</GenderCurrent></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity>
</ChildCharacteristics><CINdetails><CINreferralDate>2017-05-0{1}</CINreferralDate><ReferralSource>6</ReferralSource>
<Assessments><AssessmentActualStartDate>2017-05-1{1}</AssessmentActualStartDate></Assessments>
<Section47><S47ActualStartDate>2017-06-0{1}</S47ActualStartDate><ICPCnotRequired>false</ICPCnotRequired></Section47>
<ReferralNFA>false</ReferralNFA><ChildProtectionPlans><CPPstartDate>2017-06-2{1}</CPPstartDate>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans></CINdetails></Child>
"""
TAKE_IN = """
import sys, hashlib
from pathlib import Path
from goldenthread import catalogue
from goldenthread.engine.checking.intake import Received, take_in
from goldenthread.engine.periods import parse
file = Path(sys.argv[1])
intake = take_in([Received(file.name, file.read_bytes())], formats=catalogue.formats(), datasets=catalogue.datasets(),
    pseudonym=lambda scheme, number: hashlib.sha256(f"{scheme} {number}".encode()).hexdigest()[:32],
    covers=parse("FY2013-14..FY2020-21"))
assert sum(each.read for each in intake.files) >= int(sys.argv[2]), intake.files
"""


def template(rows: int, into: Path) -> Path:
    """Looked-after episodes in our own template, as CSV."""
    file = into / "looked_after_episodes.csv"
    with file.open("w") as out:
        out.write(EPISODES + "\n")
        for row in range(rows):
            day, month, year = 1 + row % 28, 1 + row % 12, 2013 + row % 3
            out.write(
                f"C{row // 4},{day:02}/{month:02}/{year},S,C2,N1,U6,PR1,{day:02}/{month:02}/{year + 1},X1,"
                f"AF{row % 9} {row % 8}AA,AF{row % 7} {row % 6}BB,SC{row % 999_999:06}\n"
            )
    return file


def annex_a(rows: int, into: Path) -> Path:
    """One list of an Annex A workbook."""
    file = into / "annex_a.xlsx"
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("List 1")
        sheet.write_row(0, 0, CONTACTS)
        for row in range(1, rows + 1):
            sheet.write_row(row, 0, (str(row), "b) Female", "a) WBRI"))
            sheet.write_datetime(row, 3, date(2008, 1, 1) + timedelta(days=row % 3000), day)
            sheet.write_datetime(row, 4, date(2020, 10, 1) + timedelta(days=row % 150), day)
            sheet.write(row, 5, SOURCES[row % 3])
    return file


def census(children: int, into: Path) -> Path:
    """A children in need census."""
    file = into / "census.xml"
    rows = "".join(CHILD.format(number, number % 9 + 1) for number in range(children))
    year = "<Year>2018</Year><ReferenceDate>2018-03-31</ReferenceDate>"
    head = f"<Header><CollectionDetails>{year}</CollectionDetails></Header>"
    file.write_text(f"<Message>{head}<Children>\n{rows}</Children></Message>\n")
    return file


FLOORS = {
    template: "import csv,sys\nfor row in csv.reader(open(sys.argv[1])): pass",
    annex_a: (
        "import sys;from python_calamine import CalamineWorkbook as Book\n"
        "Book.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()"
    ),
    census: "import sys;from xml.parsers import expat\nexpat.ParserCreate().Parse(open(sys.argv[1],'rb').read(),True)",
}
SIZES: dict[Callable[[int, Path], Path], tuple[int, ...]] = {
    template: (10_000, 100_000, 1_000_000),
    annex_a: (470, 4_700, 12_000, 47_000),
    census: (66, 660, 6_600),
}


def measured(code: str, *arguments: str) -> tuple[float, float]:
    """Seconds and peak memory in MiB of one Python process."""
    launched = [sys.executable, "-S", "-c", LAUNCHER, sys.executable, "-c", code, *arguments]
    done = subprocess.run(launched, env=dict(os.environ), stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"measuring {arguments} ended with {done.returncode}")
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory / MIB


def main() -> None:
    """Print a line for each kind and size."""
    for make, sizes in SIZES.items():
        print(f"{make.__doc__}")
        for size in sizes:
            with tempfile.TemporaryDirectory() as place:
                file = make(size, Path(place))
                floor, _ = measured(FLOORS[make], str(file))
                seconds, memory = measured(TAKE_IN, str(file), str(size))
            print(f"  {size:>9,}{seconds:9.2f} s {seconds / floor:8.1f} x the floor {memory:8.0f} MiB")


if __name__ == "__main__":
    main()
