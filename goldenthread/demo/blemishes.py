"""Mistakes, made on purpose: no real return is without them, and the list of issues should have something to show.

Each is a row more, or a particular that no figure of the demonstration stands on: what is counted stays what it is.
"""

from datetime import date

from goldenthread.demo.writing import Value

Row = tuple[Value, ...]
_SEX, _ETHNIC, _CODE = 1, 3, 3


def spoilt(
    year: int, header: list[Row], episodes: list[Row], reviews: list[Row]
) -> tuple[list[Row], list[Row], list[Row]]:
    """The return of a year as it was really typed. Most years were typed well."""
    if year == 2011:
        header[40] = _with(header[40], _ETHNIC, "WELS")
    if year == 2013:
        header = [*header, header[11]]
        header[23] = _with(header[23], _ETHNIC, "XXXX")
        header[57] = _with(header[57], _SEX, "")
        episodes = [*episodes, ("999998", date(2013, 9, 2), "S", "C1", "N1", "U6", "PR1", date(2013, 8, 2), "E4A")]
        episodes[-1] += ("", "", "", "")
        reviews = [*reviews, (header[2][0], header[2][2], "31/02/2014", "PN1")]
        reviews.append(("999999", date(2009, 7, 4), date(2014, 1, 13), "PN1"))
    return header, episodes, reviews


def _with(row: Row, column: int, text: str) -> Row:
    return (*row[:column], text, *row[column + 1 :])
