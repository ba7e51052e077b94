from django.apps import AppConfig


class Breaks(AppConfig):
    name = "goldenthread.workflow.breaks"
    label = "breaks"
