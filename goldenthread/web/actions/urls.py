"""Addresses of the actions."""

from django.urls import path

from goldenthread.web.actions import import_views, views

urlpatterns = [
    path("", views.actions, name="actions"),
    path("register.<str:kind>", views.register, name="actions_register"),
    path("plan/", views.plan, name="action_plan"),
    path("import/", import_views.bring, name="action_import"),
    path("import/<int:number>/", import_views.done, name="action_import_done"),
    path("import/<int:number>/columns/", import_views.columns, name="action_import_columns"),
    path("import/<int:number>/check/", import_views.check, name="action_import_check"),
    path("import/<int:number>/rejected.csv", import_views.rejected, name="action_import_rejected"),
    path("import/<int:number>/let-go/", import_views.let_go, name="action_import_let_go"),
    path("<int:number>/", views.action, name="action"),
    path("<int:number>/rewritten/", views.rewrite, name="action_rewrite"),
    path("<int:number>/<slug:verb>/", views.lead, name="action_lead"),
]
