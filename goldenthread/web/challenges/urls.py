"""Addresses of the challenges."""

from django.urls import path

from goldenthread.web.challenges import views

urlpatterns = [
    path("", views.challenges, name="challenges"),
    path("register.<str:kind>", views.register, name="challenges_register"),
    path("put/", views.put, name="challenge_put"),
    path("boards/", views.boards, name="challenge_boards"),
    path("<int:number>/", views.challenge, name="challenge"),
    path("<int:number>/rewrite/", views.rewrite, name="challenge_rewrite"),
    path("<int:number>/issue/", views.issue, name="challenge_issue"),
    path("<int:number>/withdraw/", views.withdraw, name="challenge_withdraw"),
    path("answers/<int:number>/effect/", views.effect, name="answer_effect"),
    path("answers/<int:number>/link/", views.link, name="answer_link"),
    path("answers/<int:number>/letter/", views.letter, name="answer_letter"),
    path("answers/<int:number>/<slug:verb>/", views.lead, name="answer_lead"),
]
