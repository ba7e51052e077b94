"""Address of the journey."""

from django.urls import path

from goldenthread.web.journey import views

urlpatterns = [path("", views.journey, name="journey")]
