"""The dictionary: the datasets along the child's journey, one of them, and files to fill in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.catalogue.check_examples import example_of
from goldenthread.engine.rendering.filling import TO_FILL, rows_in
from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.web.datasets import counting, presenters


@may("see the scorecard", "send returns")
def datasets(request: HttpRequest) -> HttpResponse:
    """Every dataset, or those that one format fills, along the child's journey."""
    return render(request, "datasets/datasets.html", {"page": presenters.index(request.GET)})


@may("see the scorecard", "send returns")
def dataset(request: HttpRequest, name: str) -> HttpResponse:
    """One dataset: its columns, codes and checks, an example, who sends it and who reads it."""
    return render(request, "datasets/dataset.html", {"page": presenters.page_of(name, request.GET)})


@may("see the scorecard", "send returns")
def template(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """A file of the dataset to fill in."""
    made = TO_FILL[one_of(kind, *TO_FILL)](presenters.known(name), ())
    return download(made, name, kind)


@may("see the scorecard", "send returns")
def example(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """The same with the invented example in it."""
    dataset = presenters.known(name)
    made = TO_FILL[one_of(kind, *TO_FILL)](dataset, rows_in(example_of(name), dataset))
    return download(made, f"{name}-example", kind)


@may("see the scorecard", "send returns")
def counts(request: HttpRequest) -> HttpResponse:
    """How one sends counts instead of records."""
    return render(request, "datasets/counts.html", {"page": counting.page_for(person_of(request))})


@may("see the scorecard", "send returns")
def counts_template(request: HttpRequest, kind: str) -> HttpResponse:
    """The template for counts: blank, or with the measures that somebody's agency counts, of one quarter."""
    rows = counting.to_be_counted(request.GET, person_of(request))
    return download(TO_FILL[one_of(kind, *TO_FILL)](counting.dataset(), rows), "counts", kind)


@may("see the scorecard", "send returns")
def counts_example(request: HttpRequest, kind: str) -> HttpResponse:
    """The same with an invented example in it."""
    return download(TO_FILL[one_of(kind, *TO_FILL)](counting.dataset(), counting.example()), "counts-example", kind)
