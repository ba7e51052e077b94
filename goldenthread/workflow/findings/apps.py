from django.apps import AppConfig


class Findings(AppConfig):
    name = "goldenthread.workflow.findings"
    label = "findings"
