"""Mistakes, made on purpose: no real return is without them, and the list of issues should have something to show."""

from goldenthread.demo.tables import Row, Tables

_SEX, _ETHNIC = 1, 3
_DECOM, _DEC, _REC = 1, 7, 8
_REVIEW = 2


def spoilt(starting: int, tables: Tables) -> Tables:
    """The return of a year as it was really typed. Most years were typed well."""
    if starting == 2015:
        tables.header[40] = _with(tables.header[40], _ETHNIC, "WELS")
    if starting == 2017:
        _last_year(tables)
    return tables


def _last_year(tables: Tables) -> None:
    ended = next(at for at, row in enumerate(tables.episodes) if row[_DEC] and row[_REC] == "X1" and at > 100)
    decom, dec = tables.episodes[ended][_DECOM], tables.episodes[ended][_DEC]
    tables.episodes[ended] = _with(_with(tables.episodes[ended], _DECOM, dec), _DEC, decom)
    tables.header.append(tables.header[11])
    tables.header[23] = _with(tables.header[23], _ETHNIC, "XXXX")
    tables.header[57] = _with(tables.header[57], _SEX, "")
    tables.reviews[200] = _with(tables.reviews[200], _REVIEW, "31/02/2018")
    tables.reviews.append(("999999", "04/07/2009", "12/01/2018", "PN1"))


def _with(row: Row, column: int, text: str) -> Row:
    return (*row[:column], text, *row[column + 1 :])
