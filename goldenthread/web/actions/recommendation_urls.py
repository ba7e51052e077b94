"""Addresses of the recommendations."""

from django.urls import path

from goldenthread.web.actions import deciding_views, views

urlpatterns = [
    path("", deciding_views.recommendations, name="recommendations"),
    path("register.<str:kind>", deciding_views.register, name="recommendations_register"),
    path("add/", deciding_views.add, name="recommendation_add"),
    path("<int:number>/", deciding_views.recommendation, name="recommendation"),
    path("<int:number>/rewritten/", deciding_views.rewrite, name="recommendation_rewrite"),
    path("<int:number>/plan/", views.plan, name="recommendation_plan"),
    path("<int:number>/<slug:verb>/", deciding_views.decide, name="recommendation_decide"),
]
