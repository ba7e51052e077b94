from django.apps import AppConfig


class Searching(AppConfig):
    name = "goldenthread.workflow.searching"
    label = "searching"
