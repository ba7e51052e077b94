"""Annex A: the workbook that the inspectorate asks children's services for, as things stand when it asks."""

from goldenthread.catalogue.codes.sources import ANNEX_A
from goldenthread.catalogue.formats.annex_a.headers import AGE, BORN
from goldenthread.catalogue.formats.annex_a.later_lists import LATER_LISTS
from goldenthread.catalogue.formats.annex_a.lists import LISTS
from goldenthread.engine.definitions import Format, Window

_TABLES = (*LISTS, *LATER_LISTS)

FORMAT = Format(
    name="annex-a",
    title="Ofsted Annex A workbook",
    day_first=True,
    source=ANNEX_A,
    complete=True,
    window=Window(
        months=6,
        ages=tuple((table.name, AGE, BORN) for table in _TABLES if AGE in table.headers),
        dates=(
            ("List 1", "Date of Contact"),
            ("List 2", "Assessment start date"),
            ("List 3", "Date of referral"),
            ("List 5", "Strategy discussion initiating Section 47 Enquiry Start Date"),
        ),
    ),
    loses={
        "Ages": "they are worked out from dates of birth, for the day that a figure is about",
        "Histories": "the lists hold the latest review, visit and placement; earlier ones are in other returns",
        "Whole years": "the lists are about six months (adoption: twelve), so no figure of a year comes of them alone",
        "Columns that inspectors ask for besides": "they are named as unknown, and kept in the original",
    },
    tables=_TABLES,
)
