from django.apps import AppConfig


class Framework(AppConfig):
    name = "goldenthread.workflow.framework"
    label = "framework"
