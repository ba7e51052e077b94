from django.apps import AppConfig


class Agencies(AppConfig):
    name = "goldenthread.workflow.agencies"
    label = "agencies"
