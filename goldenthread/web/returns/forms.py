"""Choosing the files of a return."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from goldenthread.engine.checking.intake import Received
from goldenthread.engine.periods import Period, UnknownPeriod, parse
from goldenthread.workflow.returns.collecting import too_large
from goldenthread.workflow.returns.rules import LARGEST_FILE, LARGEST_RETURN

_MEGABYTE = 1024 * 1024


class FilesInput(forms.FileInput):
    """A field of a form into which several files go at once."""

    allow_multiple_selected = True


class Files(forms.FileField):
    """One or several files, none of them empty."""

    widget = FilesInput

    def clean(self, data: Sequence[UploadedFile] | None, initial: Any = None) -> list[UploadedFile]:
        """Every one of them must be fit."""
        one = super().clean
        return [one(each, initial) for each in data] if data else [one(None, initial)]


class UploadForm(forms.Form):
    """What is asked of somebody who sends a return. `size`, in bytes, is that of everything their browser sent."""

    chosen = Files(
        label="Files of the return",
        help_text=(
            "Choose all files of the return together, as your system writes them: Excel workbooks (.xlsx), CSV or XML,"
            f" at most {LARGEST_FILE // _MEGABYTE} MB each and {LARGEST_RETURN // _MEGABYTE} MB together. They are"
            " known by what is in them, not by their names."
        ),
        error_messages={
            "required": "Choose at least one file",
            "empty": "One of the files is empty. Send it again with its rows, or leave it out",
            "max_length": "The name of one of the files is too long",
        },
    )
    period = forms.CharField(
        label="What they are about (optional)",
        required=False,
        max_length=60,
        help_text=(
            "Leave this out if the dates in the files show it. Otherwise write a financial year as FY2017-18, a quarter"
            " as FY2017-18Q3, a month as 2018-02, a day as 2018-03-31, or two of these with two dots between them:"
            " FY2015-16..FY2017-18."
        ),
    )

    def __init__(self, *arguments: Any, size: int = 0, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.size = size

    def clean_period(self) -> Period | None:
        """The period that is written there, if any."""
        written = self.cleaned_data["period"]
        try:
            return parse(written) if written else None
        except UnknownPeriod as unknown:
            raise ValidationError(str(unknown)) from None

    def clean(self) -> dict[str, Any]:
        """Where more was sent than a return may have, nothing of it was read: say that, not that it is missing."""
        if "period" in self.errors and "chosen" in self.cleaned_data:
            self.add_error("chosen", "Choose the files again: a browser forgets them when a form comes back")
        if "chosen" in self.errors and self.size > LARGEST_RETURN:
            del self.errors["chosen"]
            self.add_error("chosen", too_large("What you chose", self.size, LARGEST_RETURN))
        return super().clean() or {}

    def received(self) -> list[Received]:
        """The files, as the program takes them in."""
        return [Received(file.name or "", file.read()) for file in self.cleaned_data["chosen"]]
