"""Addresses of the dictionary."""

from django.urls import path

from goldenthread.web.datasets import views

urlpatterns = [
    path("", views.datasets, name="datasets"),
    path("<str:name>/", views.dataset, name="dataset"),
]
