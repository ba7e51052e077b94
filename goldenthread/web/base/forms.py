"""Forms in GOV.UK's markup: one template for every field, wherever the form comes from; texts and days, asked alike."""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting


class PlainRenderer(TemplatesSetting):
    """`{{ form }}` gives its fields as GOV.UK's components."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"


def a_day(label: str, *, written: str, **options: Any) -> forms.DateField:
    """A day, which may be written in three ways; `written` is one in two of them, for whoever writes it otherwise."""
    wrong = dict.fromkeys(("required", "invalid"), f"Enter a day as {written}")
    ways = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y")
    return forms.DateField(label=label, input_formats=ways, error_messages=wrong, **options)


def words(label: str, *, longest: int, needed: str = "", rows: int = 4, help_text: str = "") -> forms.CharField:
    """A text of several lines, of at most `longest` letters; it must be given where `needed` says what lacks."""
    wide = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=wide, help_text=help_text, **_of_letters(longest, needed))


def line(label: str, *, longest: int, needed: str = "", help_text: str = "") -> forms.CharField:
    """A text of one line, of at most `longest` letters; it must be given where `needed` says what lacks."""
    return forms.CharField(label=label, help_text=help_text, **_of_letters(longest, needed))


def _of_letters(longest: int, needed: str) -> dict[str, Any]:
    wrong = {"required": needed, "max_length": f"Say it in up to {longest:,} letters"}
    return {"required": bool(needed), "max_length": longest, "error_messages": wrong}
