"""The dictionary: the datasets along the child's journey, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.web.base.access import may
from goldenthread.web.datasets import presenters


@may("see the scorecard", "send returns")
def datasets(request: HttpRequest) -> HttpResponse:
    """Every dataset, or those that one format fills, along the child's journey."""
    return render(request, "datasets/datasets.html", {"page": presenters.index(request.GET)})


@may("see the scorecard", "send returns")
def dataset(request: HttpRequest, name: str) -> HttpResponse:
    """One dataset: its columns, codes and checks, an example, who sends it and who reads it."""
    return render(request, "datasets/dataset.html", {"page": presenters.page_of(name, request.GET)})
