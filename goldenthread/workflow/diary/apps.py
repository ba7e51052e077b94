from django.apps import AppConfig


class Diary(AppConfig):
    name = "goldenthread.workflow.diary"
    label = "diary"
