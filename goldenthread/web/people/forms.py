"""Signing in, joining, another password: allauth's forms with our words, and our own."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django import forms

PASSWORD_HELP = "At least 12 characters. Three or four words that do not belong together are good. You can paste it."  # noqa: S105
DIFFERENT = "The two passwords are not the same"


def new_password(label: str) -> forms.CharField:
    """A field for a password that somebody chooses; spaces at its ends count."""
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(
        label=label, strip=False, widget=widget, error_messages={"required": f"Enter the {label.lower()}"}
    )


class SignIn(LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        e_mail, password = self.fields["login"], self.fields["password"]
        e_mail.label, password.label = "E-mail address", "Password"
        e_mail.widget.attrs["autocomplete"] = "username"
        e_mail.error_messages |= {
            "required": "Enter your e-mail address",
            "invalid": "Enter an e-mail address like name@example.org",
        }
        password.error_messages["required"] = "Enter your password"


class AnotherPassword(ChangePasswordForm):
    """The present password, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {"oldpassword": "Present password", "password1": "New password", "password2": "New password again"}
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = f"Enter the {label.lower()}"
        self.fields["password1"].help_text = PASSWORD_HELP


class Join(forms.Form):
    """What is asked of somebody who follows an invitation."""

    name = forms.CharField(
        label="Your name",
        help_text="As colleagues know you. The board's members and analyst see it.",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Enter your name", "max_length": "Enter your name in up to 200 letters"},
    )
    password = new_password("Password")
    password_again = new_password("Password again")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = PASSWORD_HELP

    def clean(self) -> dict[str, Any]:
        """Both passwords must agree."""
        given = super().clean() or {}
        first, second = given.get("password"), given.get("password_again")
        if first and second and first != second:
            self.add_error("password_again", DIFFERENT)
        return given
