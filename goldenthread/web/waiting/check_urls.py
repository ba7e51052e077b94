"""Addresses of the checks."""

from django.urls import path

from goldenthread.web.waiting import views

urlpatterns = [
    path("", views.checks, name="checks"),
    path("<slug:code>/", views.check, name="check"),
    path("<slug:code>/list.<str:kind>", views.take_away, name="check_list"),
]
