"""Addresses of the start page and of what is the same for every board."""

from django.urls import path

from goldenthread.web.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("work-out/", views.work_out, name="work_out"),
    path("help/accessibility/", views.accessibility, name="accessibility"),
]
