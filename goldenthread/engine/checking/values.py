"""Text to values, in SQL. What cannot be understood becomes NULL beside its text, and is reported."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.engine.definitions import ERROR, WARNING, Code, Column, Date, Number, Severity, Text, WholeNumber
from goldenthread.engine.periods import EARLIEST, LATEST
from goldenthread.engine.words.literals import literal, literals

_TIME = r"([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?"
_DAY_FIRST = rf"^\d{{1,2}}([/.-])\d{{1,2}}[/.-]\d{{4}}{_TIME}$"
_YEAR_FIRST = rf"^\d{{4}}[/-]\d{{1,2}}[/-]\d{{1,2}}{_TIME}$"
_RUN_TOGETHER = r"^(19|20)\d{6}$"
_IN_WORDS = r"^\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{4}$"
_WAYS_IN_WORDS = "['%d %B %Y', '%d %b %Y', '%d-%B-%Y', '%d-%b-%Y']"
_OF_EXCEL = r"^[1-5]\d{4}(\.0+)?$"  # days since 30 December 1899, by which Excel keeps dates
_THOUSANDS = r"^-?\d{1,3}(,\d{3})+$"
_WHOLE = r"^-?\d+(\.0+)?$"
_DECIMAL = r"^-?\d{1,12}(\.\d{1,6})?$"


@dataclass(frozen=True)
class Fault:
    """What may be wrong with the text of one value: a row for which `where` is true is at fault."""

    code: str
    severity: Severity
    message: str
    where: str


def text_sql(column: str) -> str:
    """The text of a column in the staged table, without space around it; NULL where there is none."""
    return f'"text of {column}"'


def typed_sql(column: Column) -> str:
    """The value of a column from its text."""
    text = text_sql(column.name)
    if isinstance(column.kind, Date):
        return (
            f"CASE WHEN {_date(text)} BETWEEN DATE '{EARLIEST}-01-01' AND DATE '{LATEST}-12-31' THEN {_date(text)} END"
        )
    if isinstance(column.kind, WholeNumber):
        return _number(text)
    if isinstance(column.kind, Number):
        return _decimal(text)
    return text


def is_year_first(column: Column) -> str:
    """Whether a date is written 2018-03-31 and not 31/03/2018."""
    return f"regexp_matches({text_sql(column.name)}, '{_YEAR_FIRST}')"


def faults_of(column: Column, *, counts: bool = True) -> Iterator[Fault]:
    """What is looked for in every column, because of what it is declared to be.

    A value that cannot be understood holds its row back where figures stand on it (`counts`); elsewhere the row is
    kept without it.
    """
    severity, kept = (ERROR, "") if counts else (WARNING, " The row was kept without it.")
    text, value = text_sql(column.name), f'"{column.name}"'
    if column.required:
        yield Fault("blank", ERROR, f"There must be a value here: {column.meaning}.", f"{text} IS NULL")
    lost = f"{text} IS NOT NULL AND {value} IS NULL"
    if isinstance(column.kind, Date):
        message = f"This is not a date between {EARLIEST} and {LATEST}. Write it as 31/03/2018.{kept}"
        yield Fault("not-a-date", severity, message, lost)
    if isinstance(column.kind, WholeNumber):
        message = f"This is not a whole number. Write it without decimals or words.{kept}"
        yield Fault("not-a-number", severity, message, lost)
        yield Fault("out-of-bounds", ERROR, f"This should be {_bounds(column.kind)}.", _outside(value, column.kind))
    if isinstance(column.kind, Number):
        message = f"This is not a number. Write it as 38.7, without words or signs.{kept}"
        yield Fault("not-a-number", severity, message, lost)
    if isinstance(column.kind, Text) and column.kind.shape:
        yield not_shaped(value, column.kind.shape, column.kind.like)
    if isinstance(column.kind, Code):
        message = f"This is not a code of the list '{column.kind.of.title}'{_few(column.kind)}. It was kept as it is."
        yield Fault("not-a-code", WARNING, message, f"{value} NOT IN ({_codes(column.kind)})")


def not_shaped(value: str, shape: str, like: str) -> Fault:
    """Text that is not of the shape, a regular expression, that its column or format wants; `like` is an example."""
    message = f"This is not written as expected, which is like {like}. It was kept as it is."
    return Fault("shape", WARNING, message, f"NOT regexp_full_match({value}, {literal(shape)})")


def _date(text: str) -> str:
    first = f"regexp_replace(regexp_extract({text}, '^[0-9/.-]+'), '[.-]', '/', 'g')"
    year = f"regexp_replace(left({text}, 10), '/', '-', 'g')"
    ways = (
        (_DAY_FIRST, f"CAST(try_strptime({first}, '%d/%m/%Y') AS DATE)"),
        (_YEAR_FIRST, f"CAST(try_strptime(regexp_extract({year}, '^[0-9-]+'), '%Y-%m-%d') AS DATE)"),
        (_RUN_TOGETHER, f"CAST(try_strptime({text}, '%Y%m%d') AS DATE)"),
        (_OF_EXCEL, f"DATE '1899-12-30' + TRY_CAST(split_part({text}, '.', 1) AS INTEGER)"),
        (_IN_WORDS, f"CAST(try_strptime({text}, {_WAYS_IN_WORDS}) AS DATE)"),
    )
    cases = " ".join(f"WHEN regexp_matches({text}, '{pattern}') THEN {value}" for pattern, value in ways)
    return f"CASE {cases} END"


def _number(text: str) -> str:
    bare = _without_thousands(text)
    return f"CASE WHEN regexp_matches({bare}, '{_WHOLE}') THEN TRY_CAST(split_part({bare}, '.', 1) AS BIGINT) END"


def _decimal(text: str) -> str:
    bare = _without_thousands(text)
    return f"CASE WHEN regexp_matches({bare}, '{_DECIMAL}') THEN CAST({bare} AS DECIMAL(18, 6)) END"


def _without_thousands(text: str) -> str:
    return f"CASE WHEN regexp_matches({text}, '{_THOUSANDS}') THEN replace({text}, ',', '') ELSE {text} END"


def _codes(kind: Code) -> str:
    return literals(kind.of.codes)


def _few(kind: Code) -> str:
    """The codes, where they are few enough to be read in a message."""
    return f", which has {', '.join(kind.of.codes)}" if len(kind.of.codes) <= 8 else ""


def _outside(value: str, kind: WholeNumber) -> str:
    low = f"{value} < {kind.low}" if kind.low is not None else "false"
    return f"{low} OR {value} > {kind.high}" if kind.high is not None else low


def _bounds(kind: WholeNumber) -> str:
    low = f"at least {kind.low}" if kind.low is not None else ""
    high = f"at most {kind.high}" if kind.high is not None else ""
    return " and ".join(filter(None, (low, high)))
