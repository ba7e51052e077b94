"""Addresses of the pages of indicators."""

from django.urls import path

from goldenthread.web.indicators import views

urlpatterns = [
    path("<str:code>/", views.indicator, name="indicator"),
    path("<str:code>/chart.svg", views.chart, name="indicator_chart"),
    path("<str:code>/clusters/", views.clusters, name="indicator_clusters"),
    path("<str:code>/clusters.svg", views.clusters_chart, name="indicator_clusters_chart"),
    path("<str:code>/figures.<str:kind>", views.figures_file, name="indicator_figures"),
    path("<str:code>/rounded/", views.rounded, name="indicator_rounded"),
    path("<str:code>/rounded.<str:kind>", views.rounded_file, name="indicator_rounded_figures"),
    path("<str:code>/rounded-about.csv", views.rounded_about, name="indicator_rounded_about"),
    path("<str:code>/records/", views.records, name="indicator_records"),
    path("<str:code>/about.csv", views.about_file, name="indicator_about"),
]
