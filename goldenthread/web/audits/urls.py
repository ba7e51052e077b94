"""Addresses of the register of practice audits."""

from django.urls import path

from goldenthread.web.audits import views

urlpatterns = [
    path("", views.audits, name="audits"),
    path("register.<str:kind>", views.register, name="audits_register"),
    path("add/", views.add, name="audit_add"),
    path("<int:number>/", views.audit, name="audit"),
    path("<int:number>/considered/", views.considered, name="audit_considered"),
    path("<int:number>/withdraw/", views.withdraw, name="audit_withdraw"),
]
