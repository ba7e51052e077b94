"""Addresses of owners and targets."""

from django.urls import path

from goldenthread.web.framework import views

urlpatterns = [
    path("", views.framework, name="framework"),
    path("nation/", views.nation, name="nation"),
    path("nation/<str:code>/<str:period>/", views.difference, name="difference"),
    path("<str:code>/", views.kept, name="kept"),
    path("<str:code>/owner/", views.owner, name="owner"),
    path("<str:code>/target/", views.target, name="target"),
    path("<str:code>/comparators/", views.comparators, name="comparators"),
    path("<str:what>/<int:number>/withdraw/", views.withdraw, name="kept_withdraw"),
]
