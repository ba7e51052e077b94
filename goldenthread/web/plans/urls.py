"""Addresses of the business plan."""

from django.urls import path

from goldenthread.web.plans import task_views, tree_views, views

urlpatterns = [
    path("", views.plan, name="plan"),
    path("plan.<str:kind>", views.taken, name="plan_taken"),
    path("draw-up/", views.draw_up, name="plan_draw_up"),
    path("tree/", tree_views.tree, name="plan_tree"),
    path("tree/<slug:what>/add/", tree_views.add, name="plan_tree_add"),
    path("tree/aim/<int:number>/end/", tree_views.end, name="plan_aim_end"),
    path("place/<slug:what>/<int:number>/<slug:way>/", tree_views.shift, name="plan_shift"),
    path("tasks/<int:number>/", task_views.task, name="task"),
    path("tasks/<int:number>/rewrite/", task_views.rewrite, name="task_rewrite"),
    path("tasks/<int:number>/move/", task_views.move, name="task_move"),
    path("tasks/<int:number>/reassign/", task_views.reassign, name="task_reassign"),
    path("tasks/<int:number>/<slug:verb>/", task_views.lead, name="task_lead"),
    path("<str:year>/add/", task_views.add, name="task_add"),
    path("<str:year>/agree/", views.agree, name="plan_agree"),
    path("<str:year>/carry/", views.carry, name="plan_carry"),
]
