"""Addresses of disclosures."""

from django.urls import path

from goldenthread.web.disclosure import views

urlpatterns = [
    path("", views.disclosures, name="disclosures"),
    path("ask/<str:code>/", views.ask, name="disclosure_ask"),
    path("<int:number>/", views.disclosure, name="disclosure"),
    path("<int:number>/agree/", views.agree, name="disclosure_agree"),
    path("<int:number>/decline/", views.decline, name="disclosure_decline"),
    path("<int:number>/withdraw/", views.withdraw, name="disclosure_withdraw"),
]
