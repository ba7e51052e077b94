"""Forms in GOV.UK's markup: one template for every field, wherever the form comes from; and days, as all forms ask."""

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
