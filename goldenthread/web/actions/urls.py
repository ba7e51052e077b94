"""Addresses of the actions."""

from django.urls import path

from goldenthread.web.actions import views

urlpatterns = [
    path("", views.actions, name="actions"),
    path("register.<str:kind>", views.register, name="actions_register"),
    path("plan/", views.plan, name="action_plan"),
    path("<int:number>/", views.action, name="action"),
    path("<int:number>/rewritten/", views.rewrite, name="action_rewrite"),
    path("<int:number>/<slug:verb>/", views.lead, name="action_lead"),
]
