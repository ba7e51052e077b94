"""Addresses of the threads."""

from django.urls import path

from goldenthread.web.threads import views

urlpatterns = [
    path("", views.threads, name="threads"),
    path("register.<str:kind>", views.register, name="threads_register"),
    path("begin/", views.begin, name="thread_begin"),
    path("gather/<str:kind>/<int:item>/", views.choose, name="thread_choose"),
    path("<int:number>/", views.thread, name="thread"),
    path("<int:number>/rewrite/", views.rewrite, name="thread_rewrite"),
    path("<int:number>/gather/", views.gather, name="thread_gather"),
    path("<int:number>/take-out/<str:kind>/<int:item>/", views.take_out, name="thread_take_out"),
    path("<int:number>/grown-out-of/", views.grow_out_of, name="thread_grow_out_of"),
    path("<int:number>/close/", views.close, name="thread_close"),
    path("<int:number>/open-again/", views.open_again, name="thread_open_again"),
]
