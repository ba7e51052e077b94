"""Protection plans and episodes of care, written down in every format that holds them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import xlsxwriter


@dataclass(frozen=True)
class Plan:
    """An invented plan: whose, from when until when, why, and which it is for the child."""

    child: str
    start: date
    end: date | None
    category: str
    previous: int


@dataclass(frozen=True)
class Episode:
    """An invented episode of being looked after."""

    child: str
    start: date
    end: date | None
    reason: str
    law: str


Write = Callable[[Sequence[Plan]], tuple[str, bytes]]


def _uk(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _iso(day: date | None) -> str:
    return str(day) if day else ""


def _text(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    return "\n".join([",".join(headers), *(",".join(map(str, row)) for row in rows), ""]).encode()


def _workbook(name: str, headers: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    into = BytesIO()
    book = xlsxwriter.Workbook(into, {"in_memory": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet(name)
    for at, row in enumerate([headers, *rows]):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(at, column, value, *([day] if isinstance(value, date) else []))
    book.close()
    return into.getvalue()


TEMPLATE = ("local_id", "plan_start", "abuse_category", "previous_plans", "plan_end")
ANNEX_A = (
    "Child Unique ID",
    "Child Protection Plan Start Date",
    "Latest Category of Abuse",
    "Number of Previous Child Protection Plans",
    "Child Protection Plan End Date",
)
STANDARD = ("cppl_person_id", "cppl_cp_plan_id", "cppl_cp_plan_start_date", "cppl_cp_plan_latest_category",
            "cppl_cp_plan_end_date")  # fmt: skip
WORDS = {"NEG": "Neglect", "PHY": "Physical abuse", "SAB": "Sexual abuse", "EMO": "Emotional abuse"}


def _rows(plans: Sequence[Plan]) -> list[tuple[object, ...]]:
    return [(each.child, each.start, each.category, each.previous, each.end) for each in plans]


def _template(plans: Sequence[Plan]) -> tuple[str, bytes]:
    rows = [(each.child, _uk(each.start), each.category, each.previous, _uk(each.end)) for each in plans]
    return "plans.csv", _text(TEMPLATE, rows)


def _template_workbook(plans: Sequence[Plan]) -> tuple[str, bytes]:
    return "plans.xlsx", _workbook("protection_plans", TEMPLATE, _rows(plans))


def _annex_a(plans: Sequence[Plan]) -> tuple[str, bytes]:
    rows = [(*row[:2], f"a) {WORDS[str(row[2])]}", *row[3:]) for row in _rows(plans)]
    return "annex.xlsx", _workbook("List 7", ANNEX_A, rows)


def _standard(plans: Sequence[Plan]) -> tuple[str, bytes]:
    rows = [
        (each.child, at, f"{each.start} 00:00:00", WORDS[each.category], _iso(each.end))
        for at, each in enumerate(plans)
    ]
    return "ssd_cp_plans.csv", _text(STANDARD, rows)


def _census(plans: Sequence[Plan]) -> tuple[str, bytes]:
    cases = "\n".join(
        f"<Child><ChildIdentifiers><LAchildID>{each.child}</LAchildID></ChildIdentifiers><CINdetails>"
        f"<ChildProtectionPlans><CPPstartDate>{each.start}</CPPstartDate><CPPendDate>{_iso(each.end)}</CPPendDate>"
        f"<LatestCategoryOfAbuse>{each.category}</LatestCategoryOfAbuse>"
        f"<NumberOfPreviousCPP>{each.previous}</NumberOfPreviousCPP></ChildProtectionPlans></CINdetails></Child>"
        for each in plans
    )
    return "census.xml", f"<Message><Children>{cases}</Children></Message>".encode()


PLANS: Mapping[str, Write] = {
    "template": _template,
    "template as a workbook": _template_workbook,
    "annex-a": _annex_a,
    "ssd": _standard,
    "cin-census": _census,
}
"""Ways of writing plans down. The standard dataset alone says nothing of how many there were before."""


def episodes_as_text(episodes: Sequence[Episode]) -> tuple[str, bytes]:
    """The table Episodes of SSDA903 as CSV."""
    rows = [(each.child, _uk(each.start), each.reason, each.law, _uk(each.end)) for each in episodes]
    return "episodes.csv", _text(("CHILD", "DECOM", "RNE", "LS", "DEC"), rows)


def episodes_as_xml(episodes: Sequence[Episode]) -> tuple[str, bytes]:
    """The same as the expanded return."""
    rows = "\n".join(
        f"<CHILD><HEADER><CHILDID>{each.child}</CHILDID></HEADER><EPISODE><DECOM>{_uk(each.start)}</DECOM>"
        f"<RNE>{each.reason}</RNE><LS>{each.law}</LS><DEC>{_uk(each.end)}</DEC></EPISODE></CHILD>"
        for each in episodes
    )
    return "return.xml", f"<EXPSSDA903>\n{rows}\n</EXPSSDA903>".encode()
