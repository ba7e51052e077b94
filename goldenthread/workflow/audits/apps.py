from django.apps import AppConfig


class Audits(AppConfig):
    name = "goldenthread.workflow.audits"
    label = "audits"
