"""Addresses of signing in and of one's account. Of allauth's pages only these three exist here."""

from allauth.account import views as allauth
from django.urls import path

from goldenthread.web.people import views

urlpatterns = [
    path("accounts/login/", allauth.login, name="account_login"),
    path("accounts/logout/", allauth.logout, name="account_logout"),
    path("accounts/password/change/", allauth.password_change, name="account_change_password"),
    path("account/", views.account, name="account"),
    path("join/<str:token>/", views.join_by_invitation, name="join"),
]
