"""Is the reduction safe?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.remembering import remembered
from goldenthread.web.reductions.presenters import page_of


@may("see the scorecard")
@remembered
def reductions(request: HttpRequest) -> HttpResponse:
    """Each reduction beside what would show that it had a cost: the answer first, then the table."""
    return render(request, "reductions/reductions.html", {"page": page_of(person_of(request), request.GET)})
