"""Addresses of the stories behind numbers."""

from django.urls import path

from goldenthread.web.stories import views

urlpatterns = [
    path("", views.stories, name="stories"),
    path("missing/", views.missing, name="stories_missing"),
    path("<str:code>/<str:period>/", views.story, name="story"),
    path("<str:code>/<str:period>/write/", views.write, name="story_write"),
    path("<str:code>/<str:period>/sign-off/", views.sign_off, name="story_sign_off"),
    path("<str:code>/<str:period>/send-back/", views.send_back, name="story_send_back"),
    path("<str:code>/<str:period>/publish/", views.publish, name="story_publish"),
    path("<str:code>/<str:period>/take-down/", views.take_down, name="story_take_down"),
]
