"""The address of a one-time link by which a challenge is answered."""

from django.urls import path

from goldenthread.web.challenges import views

urlpatterns = [path("<str:token>/", views.by_link, name="answer_by_link")]
