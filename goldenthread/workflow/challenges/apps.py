from django.apps import AppConfig


class Challenges(AppConfig):
    name = "goldenthread.workflow.challenges"
    label = "challenges"
