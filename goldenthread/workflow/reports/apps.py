from django.apps import AppConfig


class Reports(AppConfig):
    name = "goldenthread.workflow.reports"
    label = "reports"
