"""Addresses of the diary."""

from django.urls import path

from goldenthread.web.diary import views

urlpatterns = [
    path("", views.diary, name="diary"),
    path("link/", views.make_link, name="diary_link"),
    path("revoke/", views.revoke_link, name="diary_revoke"),
    path("<str:token>/due.ics", views.calendar, name="diary_calendar"),
]
