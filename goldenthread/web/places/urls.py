"""Addresses of the places."""

from django.urls import path

from goldenthread.web.places import views

urlpatterns = [
    path("", views.every, name="places"),
    path("<str:kind>/<path:name>/", views.place, name="place"),
]
