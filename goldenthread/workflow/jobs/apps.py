from django.apps import AppConfig


class Jobs(AppConfig):
    name = "goldenthread.workflow.jobs"
    label = "jobs"
