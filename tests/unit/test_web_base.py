"""What pages are made of: words for dates and numbers, forms, tables, which periods are shown."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django import forms
from django.template import engines

from goldenthread.engine.english import counted
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.choosing import kinds_in, latest, of_kind
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day, moment, number


def rendered(text: str, **context: object) -> str:
    return str(engines["jinja2"].from_string(text).render(context))


def test_dates_and_times_read_as_people_write_them() -> None:
    assert day(date(2014, 6, 26)) == "26 June 2014"
    assert day(None) == ""
    assert moment(datetime(2014, 6, 26, 14, 5, tzinfo=UTC)) == "26 June 2014 at 3:05pm"
    assert moment(datetime(2014, 12, 1, 0, 30, tzinfo=UTC)) == "1 December 2014 at 12:30am"


def test_numbers_have_thousands_and_nouns() -> None:
    assert (number(12582), counted(1, "row"), counted(2675, "row")) == ("12,582", "1 row", "2,675 rows")
    assert (counted(2, "query", "queries"), counted(0, "query", "queries")) == ("2 queries", "0 queries")


def test_what_people_wrote_is_never_markup() -> None:
    table = Table(
        "<b>caption</b>", [Column("<i>")], [[Cell("<script>alert(1)</script>", href='"><script>', below="<u>")]]
    )
    page = rendered('{% from "base/table.html" import data_table %}{{ data_table(table) }}', table=table)
    for tag in ("<b>", "<i>", "<script>", "<u>"):
        assert tag not in page
    assert "&lt;script&gt;" in page


class Form(forms.Form):
    name = forms.CharField(help_text="<As> known", widget=forms.TextInput(attrs={"autocomplete": "name"}))
    secret = forms.CharField(widget=forms.PasswordInput)
    kind = forms.ChoiceField(choices=[("a", "First"), ("b", "Second")])
    hidden = forms.CharField(widget=forms.HiddenInput)
    story = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))
    agreed = forms.BooleanField(required=False, help_text="if so")


def test_any_form_is_in_the_markup_of_the_design_system() -> None:
    page = str(Form({"name": "<Ash>", "secret": "lantern", "kind": "b", "hidden": "x"}))
    assert 'class="govuk-input" id="id_name"' in page
    assert 'value="&lt;Ash&gt;"' in page and "&lt;As&gt; known" in page and 'autocomplete="name"' in page
    assert 'type="password"' in page and "lantern" not in page
    assert '<option value="b" selected>Second</option>' in page
    assert '<input type="hidden" name="hidden" value="x">' in page
    assert 'id="id_story" name="story" rows="3"' in page and ">None<" not in str(Form())
    assert 'type="checkbox"' in page and "checked" not in page and "if so" in page
    assert "checked" in str(Form({"agreed": "on"}))


def test_what_is_wrong_leads_to_the_field() -> None:
    form = Form({"name": "", "secret": "x", "kind": "a", "hidden": "x"})
    page = rendered('{% from "base/errors.html" import error_summary %}{{ error_summary(form) }}', form=form)
    assert 'href="#id_name"' in page and "This field is required." in page
    assert 'id="id_name-error"' in str(form)


def test_a_form_without_faults_has_no_summary() -> None:
    form = Form({"name": "Ash", "secret": "x", "kind": "a", "hidden": "x"})
    page = rendered('{% from "base/errors.html" import error_summary %}{{ error_summary(form) }}', form=form)
    assert page.strip() == ""


def figure(code: str) -> Figure:
    return Figure("X1", parse(code), "all", "all", "counted", "children", 0, 1, value=Fraction(1))


STOCK = [figure(code) for code in ("2017-03-31", "2017-12-31", "2018-01-31", "2018-03-31", "2018-04-30", "2017-04-30")]
FLOW = [
    figure(code)
    for code in ("FY2016-17", "12m2017-03", "FY2017-18", "12m2018-03", "FY2017-18Q4", "2018-03", "FY2017-18H2")
]


def codes(figures: list[Figure]) -> list[str]:
    return [each.period.code for each in figures]


@pytest.mark.parametrize(
    ("kind", "chosen"),
    [
        ("year", ["2017-03-31", "2018-03-31"]),
        ("quarter", ["2017-03-31", "2017-12-31", "2018-03-31"]),
        ("month", ["2017-03-31", "2017-04-30", "2017-12-31", "2018-01-31", "2018-03-31", "2018-04-30"]),
        ("twelve-months", []),
    ],
)
def test_days_are_chosen_by_the_period_that_they_end(kind: str, chosen: list[str]) -> None:
    assert codes(of_kind(STOCK, kind)) == chosen


def test_only_kinds_that_there_are_can_be_chosen() -> None:
    assert [name for name, _ in kinds_in(FLOW)] == ["year", "half", "quarter", "month", "twelve-months"]
    assert ("month", "The end of each month") in kinds_in(STOCK)
    assert kinds_in([]) == []


def test_the_latest_is_a_year_or_a_day() -> None:
    assert codes([each for each in (latest(FLOW), latest(STOCK)) if each]) == ["FY2017-18", "2018-04-30"]
    assert latest([]) is None
    quarter = figure("FY2017-18Q1")
    assert latest([quarter]) == quarter
