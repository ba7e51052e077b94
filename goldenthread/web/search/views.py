"""The search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.web.base.access import person_of, signed_in
from goldenthread.web.search import presenters


@signed_in
def search(request: HttpRequest) -> HttpResponse:
    """Everything that one may see in which the words occur."""
    return render(request, "search/search.html", {"page": presenters.found(person_of(request), request.GET.dict())})
