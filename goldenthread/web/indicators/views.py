"""An indicator: its page, its chart, its figures as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.engine.rendering.charts import line_chart
from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download
from goldenthread.web.indicators.presenters import as_csv, page_of, series_of


@may("see the scorecard")
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """The sentence, the chart, the figures, the definition, and where it all comes from."""
    page = page_of(code, request.GET, person_of(request), timezone.now())
    return render(request, "indicators/indicator.html", {"page": page})


@may("see the scorecard")
def chart(request: HttpRequest, code: str) -> HttpResponse:
    """The chart that the page shows, as SVG."""
    series = series_of(code, request.GET, person_of(request))
    drawn = line_chart(series.figures, title=series.indicator.title, unit=series.unit)
    return HttpResponse(drawn, content_type="image/svg+xml")


@may("see the scorecard")
def figures_file(request: HttpRequest, code: str) -> HttpResponse:
    """Every figure of the indicator, whole and by group, for a spreadsheet."""
    return download(as_csv(code, person_of(request)), code, "csv")
