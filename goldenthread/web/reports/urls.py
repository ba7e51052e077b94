"""Addresses of reports."""

from django.urls import path

from goldenthread.web.reports import views

urlpatterns = [
    path("", views.reports, name="reports"),
    path("<str:name>/<str:year>/", views.report, name="report"),
    path("<str:name>/<str:year>/report.<str:kind>", views.report_file, name="report_file"),
    path("<str:name>/<str:year>/board-paper/", views.board_paper, name="board_paper"),
    path("<str:name>/<str:year>/board-paper/report.<str:kind>", views.board_paper_file, name="board_paper_file"),
]
