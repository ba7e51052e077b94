"""Addresses: each subject of the web brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("goldenthread.web.home.urls")),
    path("", include("goldenthread.web.people.urls")),
    path("scorecard/", include("goldenthread.web.scorecard.urls")),
    path("reductions/", include("goldenthread.web.reductions.urls")),
    path("journey/", include("goldenthread.web.journey.urls")),
    path("places/", include("goldenthread.web.places.urls")),
    path("indicators/", include("goldenthread.web.indicators.urls")),
    path("datasets/", include("goldenthread.web.datasets.urls")),
    path("returns/calendar/", include("goldenthread.web.calendar.urls")),
    path("returns/", include("goldenthread.web.returns.urls")),
    path("send/", include("goldenthread.web.returns.link_urls")),
    path("api/", include("goldenthread.web.api.urls")),
    path("disclosure/", include("goldenthread.web.disclosure.urls")),
    path("breaks/", include("goldenthread.web.breaks.urls")),
    path("framework/", include("goldenthread.web.framework.urls")),
    path("challenges/", include("goldenthread.web.challenges.urls")),
    path("answer/", include("goldenthread.web.challenges.link_urls")),
    path("threads/", include("goldenthread.web.threads.urls")),
    path("findings/", include("goldenthread.web.findings.urls")),
    path("actions/", include("goldenthread.web.actions.urls")),
    path("recommendations/", include("goldenthread.web.actions.recommendation_urls")),
    path("plan/", include("goldenthread.web.plans.urls")),
    path("audits/", include("goldenthread.web.audits.urls")),
    path("checks/", include("goldenthread.web.waiting.check_urls")),
    path("diary/", include("goldenthread.web.diary.urls")),
    path("waiting/", include("goldenthread.web.waiting.urls")),
    path("search/", include("goldenthread.web.search.urls")),
    path("stories/", include("goldenthread.web.stories.urls")),
    path("reports/", include("goldenthread.web.reports.urls")),
]

handler400 = "goldenthread.web.base.errors.bad_request"
handler403 = "goldenthread.web.base.errors.refused"
handler404 = "goldenthread.web.base.errors.not_found"
handler429 = "goldenthread.web.base.errors.too_many"
handler500 = "goldenthread.web.base.errors.broken"
