"""Text to values, in SQL. What cannot be understood becomes NULL beside its text, and is reported."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.engine.definitions import ERROR, WARNING, Code, Column, Date, Number, Severity, Text, WholeNumber
from goldenthread.engine.periods import EARLIEST, LATEST
from goldenthread.engine.words.literals import literal, literals

_DAY_FIRST = r"^\d{1,2}([/.-])\d{1,2}[/.-]\d{4}( 00:00(:00)?)?$"
_YEAR_FIRST = r"^\d{4}[/-]\d{1,2}[/-]\d{1,2}([ T]00:00(:00(\.0+)?)?)?$"
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
    if isinstance(column.kind, Code):
        return _code(text, column.kind)
    return text


def is_year_first(column: Column) -> str:
    """Whether a date is written 2018-03-31 and not 31/03/2018."""
    return f"regexp_matches({text_sql(column.name)}, '{_YEAR_FIRST}')"


def faults_of(column: Column) -> Iterator[Fault]:
    """What is looked for in every column, because of what it is declared to be."""
    text, value = text_sql(column.name), f'"{column.name}"'
    if column.required:
        yield Fault("blank", ERROR, f"There must be a value here: {column.meaning}.", f"{text} IS NULL")
    lost = f"{text} IS NOT NULL AND {value} IS NULL"
    if isinstance(column.kind, Date):
        yield Fault(
            "not-a-date", ERROR, f"This is not a date between {EARLIEST} and {LATEST}. Write it as 31/03/2018.", lost
        )
    if isinstance(column.kind, WholeNumber):
        yield Fault("not-a-number", ERROR, "This is not a whole number. Write it without decimals or words.", lost)
        yield Fault("out-of-bounds", ERROR, f"This should be {_bounds(column.kind)}.", _outside(value, column.kind))
    if isinstance(column.kind, Number):
        yield Fault("not-a-number", ERROR, "This is not a number. Write it as 38.7, without words or signs.", lost)
    if isinstance(column.kind, Text) and column.kind.shape:
        message = f"This is not written as expected, which is like {column.kind.like}. It was kept as it is."
        yield Fault("shape", WARNING, message, f"NOT regexp_full_match({value}, {literal(column.kind.shape)})")
    if isinstance(column.kind, Code):
        message = f"This is not a code of the list '{column.kind.of.title}'{_few(column.kind)}. It was kept as it is."
        yield Fault("not-a-code", WARNING, message, f"{value} NOT IN ({_codes(column.kind)})")


def _date(text: str) -> str:
    first = f"regexp_replace(left({text}, strpos({text} || ' ', ' ') - 1), '[.-]', '/', 'g')"
    year = f"regexp_replace(left({text}, 10), '/', '-', 'g')"
    return (
        f"CASE WHEN regexp_matches({text}, '{_DAY_FIRST}') THEN CAST(try_strptime({first}, '%d/%m/%Y') AS DATE)"
        f" WHEN regexp_matches({text}, '{_YEAR_FIRST}') THEN CAST(try_strptime({year}, '%Y-%m-%d') AS DATE) END"
    )


def _number(text: str) -> str:
    bare = _without_thousands(text)
    return f"CASE WHEN regexp_matches({bare}, '{_WHOLE}') THEN TRY_CAST(split_part({bare}, '.', 1) AS BIGINT) END"


def _decimal(text: str) -> str:
    bare = _without_thousands(text)
    return f"CASE WHEN regexp_matches({bare}, '{_DECIMAL}') THEN CAST({bare} AS DECIMAL(18, 6)) END"


def _without_thousands(text: str) -> str:
    return f"CASE WHEN regexp_matches({text}, '{_THOUSANDS}') THEN replace({text}, ',', '') ELSE {text} END"


def _code(text: str, kind: Code) -> str:
    """A code as the list writes it, where only its case or a `.0` behind it differs; otherwise as it came."""
    bare = f"regexp_replace(upper({text}), '\\.0$', '')"
    return (
        f"CASE WHEN {text} IN ({_codes(kind)}) THEN {text} WHEN {bare} IN ({_codes(kind)}) THEN {bare} ELSE {text} END"
    )


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
