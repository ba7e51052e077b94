"""Addresses of breaks in series."""

from django.urls import path

from goldenthread.web.breaks import views

urlpatterns = [
    path("", views.breaks, name="breaks"),
    path("declare/", views.declare, name="break_declare"),
    path("<int:number>/withdraw/", views.withdraw, name="break_withdraw"),
]
