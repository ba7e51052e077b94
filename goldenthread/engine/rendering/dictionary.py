"""What declarations say, in words: the same in the dictionary on the pages, in templates and in the reference."""

from collections.abc import Iterator

from goldenthread.engine.definitions import (
    AgeAt,
    AnyCheck,
    Check,
    Code,
    CodeList,
    Column,
    Dataset,
    Date,
    Derived,
    Differs,
    Kind,
    NotPreceded,
    NotWithin,
    Number,
    Overlapping,
    Repeated,
    Text,
    Unmatched,
    WholeNumber,
)


def kind_in_words(kind: Kind) -> str:
    """What stands in a column: `date`, `code: Sex`, `whole number from 0`."""
    match kind:
        case Date():
            return "date"
        case Code(of=listed):
            return f"code: {listed.title}"
        case WholeNumber(low=low, high=high):
            bounds = [f"{word} {bound}" for word, bound in (("from", low), ("to", high)) if bound is not None]
            return " ".join(["whole number", *bounds])
        case Number():
            return "number"
        case Text(like=like):
            return f"text like {like}" if like else "text"


def derived_in_words(derived: Derived) -> str:
    """What stands in a column that is worked out on the way in."""
    return "age in years" if isinstance(derived, AgeAt) else "month"


def remarks_on(column: Column) -> Iterator[str]:
    """What whoever fills a column has to know besides its meaning."""
    if column.required:
        yield "needed"
    if column.expected:
        yield "a file must have it"
    if column.identity:
        yield "identifies: kept in the vault, never counted"
    if isinstance(column.kind, Text) and column.kind.free:
        yield "searched for what identifies people"


def code_lists(dataset: Dataset) -> list[CodeList]:
    """The code lists of a dataset, in the order of its columns, each once."""
    found = [column.kind.of for column in dataset.columns if isinstance(column.kind, Code)]
    return list({of.name: of for of in found}.values())


def year_in_words(year: int) -> str:
    """The year that ends in a calendar year: 2014 is 2013/14."""
    return f"{year - 1}/{year % 100:02}"


def in_force(of: CodeList, code: str) -> str:
    """When a code could be used, where it was not always so."""
    since, until = of.since.get(code), of.until.get(code)
    came = f"from {year_in_words(since)}" if since else ""
    went = f"until {year_in_words(until)}" if until else ""
    return " ".join(filter(None, (came, went)))


def when(check: AnyCheck) -> str:
    """Which rows a check finds, exactly; names and predicates between backticks."""
    match check:
        case Check(where=where):
            return f"`{where}`"
        case Repeated(on=on):
            return f"an earlier row has the same {', '.join(f'`{name}`' for name in on) or 'values throughout'}"
        case Overlapping(opened=opened, closed=closed):
            return f"`{opened}` lies before `{closed}` of an earlier row of the child"
        case Unmatched(to=to):
            return f"the child is not in `{to}` of the same return"
        case Differs(column=name, to=to):
            return f"`{name}` is not that of `{to}` of the same return"
        case NotPreceded(on=on, to=to, day=day, days=days):
            within = f" within {days} days" if days is not None else ""
            return f"no `{day}` of the child in `{to}` of the same return lies{within} before `{on}`"
        case NotWithin(on=on, to=to, opened=opened, closed=closed):
            return f"`{on}` lies outside `{opened}` to `{closed}` of the child in `{to}`"
