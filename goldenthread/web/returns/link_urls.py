"""Addresses of a one-time link by which a return is sent."""

from django.urls import path

from goldenthread.web.base.uploads import UPLOAD_BY_LINK
from goldenthread.web.returns import link_views

urlpatterns = [
    path("<str:token>/", link_views.by_link, name="by_link"),
    path("<str:token>/upload/", link_views.upload, name=UPLOAD_BY_LINK),
    path("<str:token>/issues/", link_views.issues, name="by_link_issues"),
    path("<str:token>/check/", link_views.check_again, name="by_link_check"),
    path("<str:token>/start-again/", link_views.start_again, name="by_link_start_again"),
    path("<str:token>/send/", link_views.send, name="by_link_send"),
]
