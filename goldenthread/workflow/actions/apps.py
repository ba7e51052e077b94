from django.apps import AppConfig


class Actions(AppConfig):
    name = "goldenthread.workflow.actions"
    label = "actions"
