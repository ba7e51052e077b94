from django.apps import AppConfig


class Returns(AppConfig):
    name = "goldenthread.workflow.returns"
    label = "returns"
