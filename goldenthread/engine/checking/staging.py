"""Staging: the rows of one dataset in a DuckDB table, with text, value and child key side by side."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb
import pyarrow as pa

from goldenthread.engine.checking import codes, spans
from goldenthread.engine.checking.constants import said_by_all
from goldenthread.engine.checking.sources import Source
from goldenthread.engine.checking.values import text_sql, typed_sql
from goldenthread.engine.definitions import AgeAt, BirthMonth, Code, Column, Dataset, Derived, From, Melt
from goldenthread.engine.reading.tabular import NTH, ROW
from goldenthread.engine.words import spelt
from goldenthread.engine.words.literals import literal, literals

Pseudonym = Callable[[str, str], str]
"""Scheme and the sender's own number of a child to child key."""

ID, SOURCE = "of_row", "of_source"
_MOST_ITEMS = 1_000  # of one value that is a list


@dataclass
class Staged:
    """One dataset's rows, staged, from all their sources. The column `held` says which are held back so far.

    A row is told from the others by its `id`; `source`, `source_row` and `source_nth` say where it came from.
    """

    connection: duckdb.DuckDBPyConnection
    dataset: Dataset
    sources: Sequence[Source]
    sender: str = ""

    @property
    def table(self) -> str:
        """The staged table's name in SQL."""
        return f'"staged {self.dataset.name}"'

    def present(self) -> list[Column]:
        """The dataset's columns that any of its sources fills."""
        filled = set().union(*(source.fills() for source in self.sources))
        return [column for column in self.dataset.columns if column.name in filled]

    def absent(self) -> list[Column]:
        """The dataset's columns that stay blank, because none of its sources fills them."""
        present = self.present()
        return [column for column in self.dataset.columns if column not in present and not column.or_last_day]

    def at_fault(self, where: str) -> str:
        """The query for the rows not held back yet of which a condition is true; no other row has to do with it."""
        return f"SELECT {ID}, NULL AS other FROM {self.table} WHERE NOT held AND ({where})"

    def hold_back(self, ids: str) -> None:
        """Keep the rows that a query finds out of everything that follows."""
        self.connection.execute(f"UPDATE {self.table} SET held = true WHERE {ID} IN ({ids})")

    def taken_of(self, source: Source) -> int:
        """How many of the rows of a source's table were taken."""
        asked = f"SELECT count(DISTINCT {NTH}) FROM {self.table} WHERE NOT held AND {SOURCE} = {source.number}"
        return int(self.connection.execute(asked).fetchall()[0][0])


def stage(
    connection: duckdb.DuckDBPyConnection,
    dataset: Dataset,
    sources: Sequence[Source],
    *,
    pseudonym: Pseudonym,
    listed: Mapping[str, Staged],
    sender: str = "",
) -> Staged:
    """Stage the rows of a dataset. `listed` holds the datasets staged before, in which birth dates may be looked up."""
    staged = Staged(connection, dataset, sources, sender)
    for source in sources:
        connection.register(_as_read(source), source.opened.sheet.rows)
    try:
        connection.execute(f"CREATE TEMP VIEW as_read AS {_as_read_together(staged)}")
        given = {column.name: column for column in staged.present()}
        meant = [name for name in given if _register_meanings(staged, given[name])]
        connection.execute(f"CREATE TEMP TABLE {staged.table} AS {_typed(staged, meant)}")
        connection.execute("DROP VIEW as_read")
    finally:
        for source in sources:
            connection.unregister(_as_read(source))
    _add_child_keys(staged, pseudonym)
    for derived in dataset.derived:
        _add_derived(staged, derived, listed)
    return staged


# --- text, from every source ------------------------------------------------------------------------------------------


def _as_read(source: Source) -> str:
    return f"as read {source.number}"


def _as_read_together(staged: Staged) -> str:
    """The text of every column, with an id that keeps the order of the sources and of their rows."""
    selected = []
    before = 0
    for source in staged.sources:
        selected.append(_of_source(staged, source, before))
        before += source.opened.sheet.rows.num_rows * _items(source)
    return " UNION ALL ".join(selected)


def _items(source: Source) -> int:
    """How many rows of the dataset one row of the table may become."""
    if source.feed.splits:
        return _MOST_ITEMS
    return max(1, len(source.match.measures())) if source.match.table.melts and source.is_main else 1


def _of_source(staged: Staged, source: Source, before: int) -> str:
    texts = _texts(staged, source)
    nothing = "CAST(NULL AS VARCHAR)"
    columns = [f"{texts.get(each.name, nothing)} AS {text_sql(each.name)}" for each in staged.dataset.columns]
    rows, nth = f'"{_as_read(source)}"', "0"
    if source.feed.splits and source.feed.splits in source.match.positions:
        at = source.match.positions[source.feed.splits]
        rows, nth = f"(SELECT *, unnest({_split(at)}, recursive := true) FROM {rows})", "nth"
    elif source.match.table.melts and source.is_main:
        rows, nth = f"(SELECT *, unnest([{_melted(source)}], recursive := true) FROM {rows})", "nth"
    number = f"{before} + {NTH} * {_items(source)} + {nth} AS {ID}"
    place = f"{source.number} AS {SOURCE}, {ROW}, {NTH}"
    where = " OR ".join(f"{_quoted(at)} IS NOT NULL" for at in _filled(source))
    return f"SELECT {number}, {place}, {', '.join(columns)} FROM {rows}{f' WHERE {where}' if where else ''}"


def _texts(staged: Staged, source: Source) -> dict[str, str]:
    """The SQL of each column's text that a source fills."""
    texts = {
        column: _quoted(places[0]) if len(places) == 1 else f"coalesce({', '.join(map(_quoted, places))})"
        for column, places in source.match.places(source.feed).items()
    }
    if blank := source.match.format.blank:
        texts = {column: f"nullif({text}, {literal(blank)})" for column, text in texts.items()}
    for column, text in source.feed.constants.items():
        said = said_by_all(text, file=source.opened.file, sender=staged.sender)
        constant = f"nullif({literal(said)}, '')"
        texts[column] = f"coalesce({texts[column]}, {constant})" if column in texts else constant
    table = source.match.table
    if source.feed.splits in source.feed.headers:
        texts[source.feed.headers[source.feed.splits]] = "item"
    if source.is_main and table.melts:
        texts |= {table.melts.measure: "measure", **_measured(staged, table.melts)}
    if source.is_main:
        for header, (first, last) in table.spans.items():
            if header in source.match.positions:
                at = source.match.positions[header]
                texts |= dict(zip((first, last), _days_meant(source, at), strict=True))
    return texts


def _measured(staged: Staged, melts: Melt) -> dict[str, str]:
    """What stands in a column that is a measure: a value, or a symbol that says why there is none."""
    if not melts.marker:
        return {melts.value: "measured"}
    kind = staged.dataset.column(melts.marker).kind
    symbols = literals(kind.of.codes) if isinstance(kind, Code) else "''"
    is_symbol = f"coalesce(lower(measured), 'blank') IN ({symbols})"
    return {
        melts.value: f"CASE WHEN NOT {is_symbol} THEN measured END",
        melts.marker: f"CASE WHEN {is_symbol} THEN coalesce(lower(measured), 'blank') END",
    }


def _filled(source: Source) -> list[int]:
    """The positions of the headers of which one must be filled."""
    return [source.match.positions[header] for header in source.feed.filled if header in source.match.positions]


def _split(at: int) -> str:
    """The items of a list; nothing, once, where it is empty. What an object says no to is no item of it."""
    bare = f"regexp_replace({_quoted(at)}, '[\\[\\]{{}}\"'']', '', 'g')"
    listed = "lambda item : trim(item) <> '' AND NOT regexp_matches(lower(item), ':\\s*(no?|false|0)\\s*$')"
    items = f"list_filter(string_split_regex({bare}, '\\s*[;,|]\\s*'), {listed})"
    some = f"list_transform({items}[1:{_MOST_ITEMS}], lambda item, place : {{'item': item, 'nth': place - 1}})"
    return f"CASE WHEN len({items}) > 0 THEN {some} ELSE [{{'item': NULL, 'nth': 0}}] END"


def _melted(source: Source) -> str:
    cells = (
        f"{{'measure': {literal(header)}, 'measured': {_quoted(at)}, 'nth': {nth}}}"
        for nth, (header, at) in enumerate(source.match.measures())
    )
    return ", ".join(cells)


def _days_meant(source: Source, at: int) -> tuple[str, str]:
    """The first and the last day of what a column calls by name; the text itself where it means no stretch of time."""
    texts = source.opened.sheet.rows.column(str(at)).unique().to_pylist()
    meant = spans.understood((text for text in texts if text), source.match.table.year_ends)
    text = _quoted(at)

    def day_of(which: str) -> str:
        cases = " ".join(f"WHEN {literal(each)} THEN '{getattr(span, which)}'" for each, span in meant.items())
        return f"CASE {text} {cases} ELSE {text} END" if cases else text

    return day_of("first"), day_of("last")


def _quoted(name: str | int) -> str:
    return f'"{name}"'


# --- values -----------------------------------------------------------------------------------------------------------


def _register_meanings(staged: Staged, column: Column) -> bool:
    """Register what the texts of a column of codes mean, where any means another than itself."""
    if not isinstance(column.kind, Code):
        return False
    texts = set().union(*(_texts_in(staged, source, column.name) for source in staged.sources))
    meant = {text: code for text, code in codes.understood(texts, column.kind.of).items() if text != code}
    if meant:
        table = pa.table({"text": pa.array(meant.keys(), pa.string()), "code": pa.array(meant.values(), pa.string())})
        staged.connection.register(_meanings(column.name), table)
    return bool(meant)


def _texts_in(staged: Staged, source: Source, column: str) -> set[str]:
    """Every text that a source has in a column; read off the file where it stands there as it is."""
    places = source.match.places(source.feed).get(column, [])
    if not places or source.feed.splits:
        asked = f"SELECT DISTINCT {text_sql(column)} FROM as_read WHERE {text_sql(column)} IS NOT NULL"
        return {text for (text,) in staged.connection.execute(asked).fetchall()}
    rows = source.opened.sheet.rows
    return {text for at in places for text in rows.column(str(at)).unique().to_pylist() if text}


def _meanings(column: str) -> str:
    return f"meanings of {column}"


def _typed(staged: Staged, meant: Sequence[str]) -> str:
    values = [f"{_value(column, meant)} AS {_quoted(column.name)}" for column in staged.dataset.columns]
    joined = "".join(
        f' LEFT JOIN "{_meanings(name)}" ON "{_meanings(name)}".text = as_read.{text_sql(name)}' for name in meant
    )
    return f"SELECT as_read.*, {', '.join(values)}, false AS held FROM as_read{joined}"


def _value(column: Column, meant: Sequence[str]) -> str:
    if column.name in meant:
        return f'coalesce("{_meanings(column.name)}".code, {text_sql(column.name)})'
    return typed_sql(column)


# --- what is worked out ----------------------------------------------------------------------------------------------


def _add_child_keys(staged: Staged, pseudonym: Pseudonym) -> None:
    child, connection = staged.dataset.child, staged.connection
    connection.execute(f"ALTER TABLE {staged.table} ADD COLUMN child_key VARCHAR")
    if child is None:
        return
    asked = f'SELECT DISTINCT "{child.column}" FROM {staged.table} WHERE "{child.column}" IS NOT NULL'
    numbers = [number for (number,) in connection.execute(asked).fetchall()]
    keys = [pseudonym(child.scheme, number) for number in numbers]
    connection.register(
        "keys", pa.table({"number": pa.array(numbers, pa.string()), "key": pa.array(keys, pa.string())})
    )
    connection.execute(f'UPDATE {staged.table} SET child_key = keys.key FROM keys WHERE keys.number = "{child.column}"')
    connection.unregister("keys")


def _add_derived(staged: Staged, derived: Derived, listed: Mapping[str, Staged]) -> None:
    kind = "DATE" if isinstance(derived, BirthMonth) else "BIGINT"
    staged.connection.execute(f'ALTER TABLE {staged.table} ADD COLUMN "{derived.name}" {kind}')
    work_out(staged, derived, listed)


def work_out(staged: Staged, derived: Derived, listed: Mapping[str, Staged]) -> None:
    """Fill in what is worked out of other columns, once they are known."""
    if isinstance(derived, BirthMonth):
        value, source = f"date_trunc('month', \"{derived.born}\")", ""
    elif isinstance(derived.born, str):
        value, source = _age(derived, f'"{derived.born}"'), ""
    elif derived.born.dataset in listed:
        value, source = _age(derived, "born.day"), _births(derived.born, listed[derived.born.dataset])
    else:
        return
    where = f" WHERE born.child_key = {staged.table}.child_key" if source else ""
    staged.connection.execute(f'UPDATE {staged.table} SET "{derived.name}" = {value}{source}{where}')


def _age(derived: AgeAt, born: str) -> str:
    """Completed years; none where the day lies before the birth."""
    return f'CASE WHEN "{derived.on}" >= {born} THEN {spelt("age_at", born, _quoted(derived.on))} END'


def _births(born: From, people: Staged) -> str:
    first = f'SELECT child_key, arg_min("{born.column}", {ID}) AS day FROM {people.table}'
    return f" FROM ({first} WHERE NOT held GROUP BY child_key) AS born"


def stand_on_last_day(staged: Staged, last: date, listed: Mapping[str, Staged]) -> None:
    """Fill in the last day that the return covers where rows do not say on which day they stood, and what goes by it.

    A day that is written and cannot be read is not taken for a blank.
    """
    filled = [column.name for column in staged.dataset.columns if column.or_last_day]
    for name in filled:
        blank = f"{_quoted(name)} IS NULL AND {text_sql(name)} IS NULL"
        staged.connection.execute(f"UPDATE {staged.table} SET {_quoted(name)} = ? WHERE {blank}", [last])
    for derived in staged.dataset.derived:
        if isinstance(derived, AgeAt) and derived.on in filled:
            work_out(staged, derived, listed)


# --- text that is masked ----------------------------------------------------------------------------------------------


def mask(staged: Staged, column: Column, found: Mapping[str, tuple[str, str]]) -> str:
    """Put masked text in place of what identifies somebody.

    `found` has each such text, with what is kept of it and what was found in it. Returns the query for the rows that
    held it (`id`, `other`, `what`).
    """
    kept, what = zip(*found.values(), strict=True)
    texts = {
        "text": pa.array(found, pa.string()),
        "kept": pa.array(kept, pa.string()),
        "what": pa.array(what, pa.string()),
    }
    name = _quoted(column.name)
    staged.connection.register("masked", pa.table(texts))
    staged.connection.execute(f"UPDATE {staged.table} SET {name} = masked.kept FROM masked WHERE masked.text = {name}")
    return (
        f"SELECT {ID}, NULL AS other, masked.what FROM {staged.table}"
        f" JOIN masked ON masked.text = {text_sql(column.name)}"
    )
