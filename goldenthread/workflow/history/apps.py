from django.apps import AppConfig


class History(AppConfig):
    name = "goldenthread.workflow.history"
    label = "history"
