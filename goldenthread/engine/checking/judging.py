"""Judging rows by the declared checks, by what the return is about, and by the code lists of its year."""

from collections.abc import Iterator, Mapping, Sequence
from string import Formatter

from goldenthread.engine.checking.covering import outside
from goldenthread.engine.checking.finding import Found, of_source, tell_of
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.rules import NotRun, Rule, rule_for
from goldenthread.engine.checking.staging import ID, Staged
from goldenthread.engine.checking.values import text_sql
from goldenthread.engine.definitions import ERROR, QUERY, WARNING, AgeAt, Code, CodeList, Column, Date, From
from goldenthread.engine.periods import Period, day, financial_year, financial_year_of
from goldenthread.engine.words.literals import literal


def judge_rows(staged: Staged, others: Mapping[str, Staged], about: Period | None) -> Iterator[Issue]:
    """What the declared checks show, those between rows and datasets included.

    Checks for which a column is missing are told of with its header; those for which the format has no column at all
    do not apply to it, which its page says.
    """
    because: dict[str, list[str]] = {}
    for check in staged.dataset.checks:
        rule = rule_for(check, staged, others, about)
        if isinstance(rule, NotRun):
            if not rule.lacking:
                because.setdefault(rule.because, []).append(check.code)
            continue
        yield from _applied(rule, staged)
        if check.severity is ERROR:
            staged.hold_back(f"SELECT {ID} FROM found")
    for reason, name in _lost_ages(staged, others):
        because.setdefault(reason, []).append(name)
    yield from (_not_run(staged, reason, codes) for reason, codes in because.items())


def judge_days(staged: Staged, about: Period) -> Iterator[Issue]:
    """Rows about another time than the return: they are kept, and are in no figure of it."""
    dated_by = staged.dataset.dated_by

    def told(found: Found) -> str:
        return f"This is about {day(found.asked[0])}, outside {about}, which the return is about. No figure counts it."

    for source in staged.sources if dated_by else ():
        if sql := outside(staged, source, about):
            yield from tell_of(staged, sql, dated_by, "outside-the-period", WARNING, told, asked=["found.day"])


def judge_years(staged: Staged, about: Period) -> Iterator[Issue]:
    """Codes of lists that change by year, used in a year in which they were not on the list."""
    last = financial_year_of(about.last).first.year + 1
    first = financial_year_of(about.first).first.year + 1
    for column in staged.present():
        if isinstance(column.kind, Code):
            yield from _of_another_year(staged, column, column.kind.of, first, last)


def _of_another_year(staged: Staged, column: Column, listed: CodeList, first: int, last: int) -> Iterator[Issue]:
    begun = _year_of_row(staged, first)
    for code in sorted({*listed.since, *listed.until}):
        since, until = listed.since.get(code), listed.until.get(code)
        too_early = f"{since} > {last}" if since else "false"
        too_late = f"{until} < {begun}" if until else "false"
        rows = f'"{column.name}" = {literal(code)} AND ({too_early} OR {too_late})'
        when = f"came with {financial_year(since - 1)}" if since and since > last else ""
        when = when or (f"was used until {financial_year(until - 1)}" if until else "")
        message = f"The code {code} of the list '{listed.title}' {when}. It was kept as it is: is the year right?"
        yield from tell_of(staged, staged.at_fault(rows), column.name, "code-of-another-year", WARNING, message)


def _year_of_row(staged: Staged, first: int) -> str:
    """The earliest year whose list a row may use: its own, where it is older than the return."""
    name = staged.dataset.dated_by
    if not name or not isinstance(staged.dataset.column(name).kind, Date):
        return str(first)
    own = f'year("{name}") + CAST(month("{name}") >= 4 AS INTEGER)'
    return f"least({first}, coalesce({own}, {first}))"


def _applied(rule: Rule, staged: Staged) -> Iterator[Issue]:
    check = rule.check
    wanted = [name for _, name, _, _ in Formatter().parse(check.message) if name and name != "other_row"]

    def told(found: Found) -> str:
        return check.message.format(other_row=found.other, **dict(zip(wanted, found.asked, strict=True)))

    asked = [_shown(staged, name) for name in wanted]
    yield from tell_of(
        staged, rule.sql, rule.column, check.code, check.severity, told, asked=asked, other_in=rule.other_in
    )


def _shown(staged: Staged, name: str) -> str:
    """A column as a message shows it: the sender's own text, or what was worked out."""
    declared = {column.name for column in staged.dataset.columns}
    return f"held.{text_sql(name)}" if name in declared else f'CAST(held."{name}" AS VARCHAR)'


def _lost_ages(staged: Staged, others: Mapping[str, Staged]) -> Iterator[tuple[str, str]]:
    for derived in staged.dataset.derived:
        if isinstance(derived, AgeAt) and isinstance(derived.born, From) and derived.born.dataset not in others:
            yield f"there is no table for '{derived.born.dataset}' in this return", derived.name


def _not_run(staged: Staged, because: str, codes: Sequence[str]) -> Issue:
    message = f"Could not be checked or worked out, because {because}: {', '.join(codes)}."
    return of_source(staged.sources[0], "check-not-run", QUERY, message)
