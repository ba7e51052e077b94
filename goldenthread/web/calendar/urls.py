"""Addresses of the calendar."""

from django.urls import path

from goldenthread.web.calendar import views

urlpatterns = [
    path("", views.calendar, name="calendar"),
    path("expect/", views.expect, name="expect"),
    path("reminders/", views.reminders, name="reminders"),
    path("<int:number>/end/", views.end, name="expected_end"),
    path("<int:number>/<str:period>/", views.owed, name="owed"),
    path("<int:number>/<str:period>/link/", views.link, name="owed_link"),
    path("<int:number>/<str:period>/link/stop/", views.stop_link, name="owed_link_stop"),
]
