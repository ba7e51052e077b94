from django.apps import AppConfig


class Tokens(AppConfig):
    name = "goldenthread.workflow.tokens"
    label = "tokens"
