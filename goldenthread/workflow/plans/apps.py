from django.apps import AppConfig


class Plans(AppConfig):
    name = "goldenthread.workflow.plans"
    label = "plans"
