"""Addresses of the dictionary."""

from django.urls import path

from goldenthread.web.datasets import views

urlpatterns = [
    path("", views.datasets, name="datasets"),
    path("counts/", views.counts, name="counts"),
    path("counts/template.<str:kind>", views.counts_template, name="counts_template"),
    path("counts/example.<str:kind>", views.counts_example, name="counts_example"),
    path("<str:name>/", views.dataset, name="dataset"),
    path("<str:name>/template.<str:kind>", views.template, name="dataset_template"),
    path("<str:name>/example.<str:kind>", views.example, name="dataset_example"),
]
