"""Addresses of what is waiting."""

from django.urls import path

from goldenthread.web.waiting import views

urlpatterns = [
    path("", views.waiting, name="waiting"),
    path("<slug:code>/", views.agency, name="waiting_agency"),
    path("<slug:code>/list.<str:kind>", views.take_agency_away, name="waiting_agency_list"),
]
