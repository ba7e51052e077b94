"""Addresses of the interface for programs, and of the page about it."""

from django.urls import path

from goldenthread.web.api import views

urlpatterns = [
    path("", views.api, name="api"),
    path("tokens/", views.make_token, name="token_make"),
    path("tokens/<int:number>/revoke/", views.revoke_token, name="token_revoke"),
    path("v1/figures", views.figures, name="api_figures"),
    path("v1/indicators", views.indicators, name="api_indicators"),
    path("v1/editions", views.editions, name="api_editions"),
    path("v1/openapi.json", views.openapi, name="api_openapi"),
]
