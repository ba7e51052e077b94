"""Addresses of returns."""

from django.urls import path

from goldenthread.web.returns import views

urlpatterns = [
    path("", views.returns, name="returns"),
    path("upload/", views.upload, name="upload"),
    path("uploads/<int:number>/", views.uploaded, name="uploaded"),
    path("uploads/<int:number>/check/", views.check_again, name="check_again"),
    path("uploads/<int:number>/discard/", views.discard_upload, name="discard_upload"),
    path("<int:number>/", views.return_page, name="return"),
    path("<int:number>/issues/", views.issues, name="return_issues"),
    path("<int:number>/issues/<int:issue>/", views.row, name="return_row"),
    path("<int:number>/issues.<str:kind>", views.issues_file, name="return_issues_file"),
    path("<int:number>/send/", views.send, name="return_send"),
    path("<int:number>/discard/", views.discard, name="return_discard"),
    path("<int:number>/accept/", views.accept, name="return_accept"),
    path("<int:number>/validate/", views.validate, name="return_validate"),
]
