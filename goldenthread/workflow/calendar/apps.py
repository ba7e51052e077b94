from django.apps import AppConfig


class Calendar(AppConfig):
    name = "goldenthread.workflow.calendar"
    label = "calendar"
