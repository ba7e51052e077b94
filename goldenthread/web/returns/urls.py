"""Addresses of returns."""

from django.urls import path

from goldenthread.web.returns import views

urlpatterns = [
    path("", views.returns, name="returns"),
    path("<int:number>/", views.return_page, name="return"),
    path("<int:number>/issues/", views.issues, name="return_issues"),
    path("<int:number>/accept/", views.accept, name="return_accept"),
]
