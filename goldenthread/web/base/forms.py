"""Forms in GOV.UK's markup: one template for every field, wherever the form comes from."""

from django.forms.renderers import TemplatesSetting


class PlainRenderer(TemplatesSetting):
    """`{{ form }}` gives its fields as GOV.UK's components."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
