"""Address of the reductions."""

from django.urls import path

from goldenthread.web.reductions import views

urlpatterns = [path("", views.reductions, name="reductions")]
