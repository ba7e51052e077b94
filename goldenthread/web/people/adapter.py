"""What django-allauth asks us: who may sign up (nobody by themselves), and how things are said."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

NOT_RIGHT = "The e-mail address or the password is not right. After five wrong attempts you have to wait 30 minutes."


class InvitedOnly(DefaultAccountAdapter):
    """Accounts come from invitations alone."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": NOT_RIGHT,
        "too_many_login_attempts": "Too many wrong attempts. Wait 30 minutes, then try again.",
        "enter_current_password": "This is not your present password",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account, which says that it was done."""
        return reverse("account")
