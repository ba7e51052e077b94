"""Addresses of the register of findings."""

from django.urls import path

from goldenthread.web.findings import views

urlpatterns = [
    path("", views.findings, name="findings"),
    path("register.<str:kind>", views.register, name="findings_register"),
    path("write/", views.write, name="finding_write"),
    path("<int:number>/", views.finding, name="finding"),
    path("<int:number>/rewrite/", views.rewrite, name="finding_rewrite"),
    path("<int:number>/<slug:verb>/", views.lead, name="finding_lead"),
]
