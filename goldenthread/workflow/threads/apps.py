from django.apps import AppConfig


class Threads(AppConfig):
    name = "goldenthread.workflow.threads"
    label = "threads"
