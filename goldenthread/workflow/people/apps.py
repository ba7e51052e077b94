from django.apps import AppConfig


class People(AppConfig):
    name = "goldenthread.workflow.people"
    label = "people"
