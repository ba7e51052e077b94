"""Addresses of the scorecard."""

from django.urls import path

from goldenthread.web.scorecard import views

urlpatterns = [
    path("", views.scorecard, name="scorecard"),
    path("figures.<str:kind>", views.figures_file, name="scorecard_figures"),
    path("about.csv", views.about_file, name="scorecard_about"),
]
