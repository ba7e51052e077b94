"""An indicator: its page, its chart, its figures as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.charts import NARROW, WIDE, line_chart
from goldenthread.engine.rendering.funnel_charts import funnel_chart
from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.web.base.limits import limited
from goldenthread.web.base.remembering import remembered
from goldenthread.web.indicators.clusters import clusters_of
from goldenthread.web.indicators.forms import Why
from goldenthread.web.indicators.presenters import drawn_of, every_figure, page_of
from goldenthread.web.indicators.records import asked_of, beneath_of, supplied_of
from goldenthread.web.indicators.rounded import rounded_of
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.results.records import READ, READ_OWN
from goldenthread.workflow.results.taking_away import AS_FILE, take_about, take_away


@may("see the scorecard")
@remembered
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """The sentence, the chart, the figures, the definition, and where it all comes from."""
    page = page_of(code, request.GET, person_of(request), timezone.now())
    return render(request, "indicators/indicator.html", {"page": page})


@may("see the scorecard")
@remembered
def chart(request: HttpRequest, code: str) -> HttpResponse:
    """The chart that the page shows, as SVG."""
    charted = drawn_of(code, request.GET, person_of(request))
    drawn = line_chart(charted, title=charted.indicator.title, across=_across(request))
    return HttpResponse(drawn, content_type="image/svg+xml")


@may("see the scorecard")
@remembered
def clusters(request: HttpRequest, code: str) -> HttpResponse:
    """The clusters of an indicator side by side, within what chance explains."""
    page = clusters_of(code, request.GET, person_of(request))
    return render(request, "indicators/clusters.html", {"page": page})


@may("see the scorecard")
@remembered
def clusters_chart(request: HttpRequest, code: str) -> HttpResponse:
    """The funnel that the page shows, as SVG; NotFound where there is none to draw."""
    page = clusters_of(code, request.GET, person_of(request))
    if page.spread is None:
        raise NotFound(page.why_not)
    drawn = funnel_chart(page.spread, title=page.indicator.title, across=_across(request))
    return HttpResponse(drawn, content_type="image/svg+xml")


def _across(request: HttpRequest) -> int:
    """How wide a chart is to be: narrow where the page asks for that, as it does on a phone."""
    return NARROW if "narrow" in request.GET else WIDE


@may("see the scorecard")
@remembered
def rounded(request: HttpRequest, code: str) -> HttpResponse:
    """The table that everybody may be shown: its reader chooses the groups and the periods, and counts are rounded."""
    return render(request, "indicators/rounded.html", {"page": rounded_of(code, request.GET, person_of(request))})


@may("take figures away")
@limited("files")
def rounded_file(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Every figure of the indicator, rounded, as a file."""
    made = take_away(every_figure(code), one_of(kind, *AS_FILE), person=person_of(request), face=Face.ROUNDED)
    return download(made, f"{code}-rounded", kind)


@may("take figures away")
@limited("files")
def rounded_about(request: HttpRequest, code: str) -> HttpResponse:
    """What the files of rounded figures mean."""
    made = take_about(every_figure(code), person=person_of(request), face=Face.ROUNDED)
    return download(made, f"{code}-rounded-about", "csv")


@may(READ, READ_OWN)
def records(request: HttpRequest, code: str) -> HttpResponse:
    """The records beneath a figure: asks for the reason first, and keeps it for the pages of that figure alone. Of one
    that was supplied, where it stands: there is no record of a child, and nothing is asked.
    """
    asked = asked_of(code, request.GET, person_of(request))
    if asked.is_supplied:
        shown = {"asked": asked, "supplied": supplied_of(asked, person_of(request))}
        return render(request, "indicators/supplied.html", shown)
    form = Why(request.POST or None)
    if request.method == "POST" and form.is_valid():
        request.session[asked.kept_as] = form.cleaned_data["why"]
        return redirect(asked.address)
    why = request.session.get(asked.kept_as, "")
    beneath = beneath_of(asked, request.GET, person_of(request), why) if why and request.method == "GET" else None
    shown = {"asked": asked, "beneath": beneath, "form": None if beneath else form}
    return render(request, "indicators/records.html", shown)


@may("take figures away")
@limited("files")
def figures_file(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Every figure of the indicator, whole and by group, as a file."""
    made = take_away(every_figure(code), one_of(kind, *AS_FILE), person=person_of(request))
    return download(made, code, kind)


@may("take figures away")
@limited("files")
def about_file(request: HttpRequest, code: str) -> HttpResponse:
    """What the files of figures mean: definition, edition, columns, words."""
    return download(take_about(every_figure(code), person=person_of(request)), f"{code}-about", "csv")
