"""Address of the scorecard."""

from django.urls import path

from goldenthread.web.scorecard import views

urlpatterns = [path("", views.scorecard, name="scorecard")]
