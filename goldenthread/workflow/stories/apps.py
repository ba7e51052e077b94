from django.apps import AppConfig


class Stories(AppConfig):
    name = "goldenthread.workflow.stories"
    label = "stories"
