"""Files of every format, invented, and ways of damaging them: by chance, but the same chance for the same seed."""

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from random import Random

import xlsxwriter

from goldenthread import catalogue
from goldenthread.catalogue.check_examples import example_of

Damage = Callable[[Random, bytes], bytes]
_PIECES = (
    b"\x00", b'"', b"\xff\xfe", b"\xef\xbb\xbf", b"\n", b"\r", b",", b";", b"\t", b"<", b"&", b"]]>", b"<!DOCTYPE a>",
    b"=1+1", b"-1", b"99/99/9999", b"2018-13-45", b"1e999", b"\xc2\xa0", b"\xf0\x9f\x92\xa9", b"\x80", b"NULL",
    b"%s{0}",
)  # fmt: skip


def invented() -> Mapping[str, tuple[str, bytes]]:
    """One small file of each format, by the format's name: what it is called and what is in it."""
    return {
        "template": ("protection_plans.csv", example_of("protection_plans").encode()),
        "template as a workbook": ("contacts.xlsx", _workbook("contacts", example_of("contacts"))),
        "ssda903": ("episodes.csv", _EPISODES.encode()),
        "ssda903 as XML": ("return.xml", _RETURN.encode()),
        "annex-a": ("annex.xlsx", _workbook("List 1", _CONTACTS)),
        "cin-census": ("census.xml", _CENSUS.encode()),
        "counts": ("counts.csv", b"quarter,measure,count\n2017/18 Q1,CSE3,4\n2017/18 Q2,CSE3,6\n"),
        "published-statistics": ("published.csv", _PUBLISHED.encode()),
        "ssd": ("ssd_contacts.csv", b"cont_contact_id,cont_person_id,cont_contact_date\n1,A1,2017-05-03 00:00:00\n"),
        "provider-list": ("list.csv", b"URN,Sector,Placement code\nSC1,Private,K2\n"),
    }


def formats_left_out() -> set[str]:
    """Formats of the catalogue of which no file is damaged here: there should be none."""
    return set(catalogue.formats()) - {name.partition(" as ")[0] for name in invented()}


def damaged(chance: Random, content: bytes) -> bytes:
    """The content after one to four mishaps."""
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_DAMAGES)(chance, content)
    return content


def _cut(chance: Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _taken_out(chance: Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + chance.randint(1, 40) :]


def _put_in(chance: Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(_PIECES) * chance.choice((1, 1, 1, 50)) + content[at:]


def _flipped(chance: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _repeated(chance: Random, content: bytes) -> bytes:
    at, size = chance.randrange(len(content) + 1), chance.randint(1, 200)
    return content[:at] + content[at : at + size] * chance.randint(2, 5) + content[at:]


def _recoded(chance: Random, content: bytes) -> bytes:
    return content.decode("latin-1").encode(chance.choice(("utf-16", "utf-16-be", "utf-8", "utf-32")))


_DAMAGES: tuple[Damage, ...] = (_cut, _taken_out, _put_in, _flipped, _repeated, _recoded)


def _workbook(name: str, text: str) -> bytes:
    into = BytesIO()
    book = xlsxwriter.Workbook(into, {"in_memory": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet(name)
    for row, line in enumerate(text.splitlines()):
        for column, value in enumerate(line.split(",")):
            number, slash, rest = value.partition("/")
            if slash and len(value) == 10:
                month, _, year = rest.partition("/")
                sheet.write_datetime(row, column, date(int(year), int(month), int(number)), day)
            else:
                sheet.write(row, column, value)
    book.close()
    return into.getvalue()


_EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "A1,03/04/2017,S,C2,N1,U6,PR1,01/02/2018,X1,CARPL,AF1 1AA,AF2 2BB,SC1\nA1,01/02/2018,P,C2,N1,U6,PR1,,,,,,\n"
)
_RETURN = (
    "<EXPSSDA903>\n<CHILD><HEADER><CHILDID>A1</CHILDID><SEX>1</SEX><DOB>03/02/2014</DOB><ETHNIC>WBRI</ETHNIC>\n"
    "<AREVIEW><REVIEW>01/06/2017</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW></HEADER>\n"
    "<EPISODE><DECOM>03/04/2017</DECOM><RNE>S</RNE><LS>C2</LS><PL>U6</PL><DEC /></EPISODE></CHILD>\n</EXPSSDA903>\n"
)
_CONTACTS = (
    "Child Unique ID,Gender,Ethnicity,Date of Birth,Date of Contact,Contact Source\n"
    "1,b) Female,a) WBRI,25/01/2015,16/09/2020,q) 6: Police\n2,a) Male,White,26/02/2016,17/09/2020,Schools\n"
)
_CENSUS = (
    "<Message>\n<Header><CollectionDetails><Year>2018</Year><ReferenceDate>2018-03-31</ReferenceDate>"
    "</CollectionDetails></Header>\n<Children><Child><ChildIdentifiers><LAchildID>A1</LAchildID>"
    "<PersonBirthDate>2014-02-03</PersonBirthDate></ChildIdentifiers>\n<CINdetails><CINreferralDate>2017-05-01"
    "</CINreferralDate>\n<ChildProtectionPlans><CPPstartDate>2017-06-01</CPPstartDate></ChildProtectionPlans>"
    "</CINdetails></Child></Children>\n</Message>\n"
)
_PUBLISHED = (
    "time_period,time_identifier,geographic_level,country_code,region_code,old_la_code,new_la_code,la_name,category,"
    "referral_count,rereferral_percent\n"
    "2017,Financial year,Local authority,X92,X12,901,X06000001,Ambleford,Total,412,c\n"
)
