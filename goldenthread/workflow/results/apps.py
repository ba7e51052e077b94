from django.apps import AppConfig


class Results(AppConfig):
    name = "goldenthread.workflow.results"
    label = "results"
