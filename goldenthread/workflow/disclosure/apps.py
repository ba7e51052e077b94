from django.apps import AppConfig


class Disclosure(AppConfig):
    name = "goldenthread.workflow.disclosure"
    label = "disclosure"
