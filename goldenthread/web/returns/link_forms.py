"""What is asked of somebody who sends a return by a one-time link: which files; what they are about, the link says."""

from django import forms

from goldenthread.web.returns.forms import UploadForm


class ByLink(UploadForm):
    """The files alone."""

    period = None  # type: ignore[assignment]


class SendingByLink(forms.Form):
    """Whether the numbers are checked."""

    validated = forms.BooleanField(
        required=False,
        label="We have checked these numbers, and they will stand",
        help_text="Leave it if they may still change.",
    )
