"""The interface for programs, its description, and the page on which tokens are made and revoked."""

from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from goldenthread.web.api import answers
from goldenthread.web.api.answers import Answer
from goldenthread.web.api.endpoints import EDITIONS, FIGURES, INDICATORS, Endpoint, NotAsked
from goldenthread.web.api.forms import Making
from goldenthread.web.api.openapi import document
from goldenthread.web.api.presenters import board_name, connecting, found_token, next_page, origin_of
from goldenthread.web.base.access import anyone, may, person_of, programs
from goldenthread.web.base.limits import A_MINUTE, within_limit
from goldenthread.web.base.programs import problem, reader_of
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.results.reading import Viewer
from goldenthread.workflow.tokens import operations

Answering = Callable[[Mapping[str, Any], Viewer], Answer]


def _answering(endpoint: Endpoint, answer: Answering) -> Callable[[HttpRequest], HttpResponse]:
    """A view that reads what is asked by its endpoint and answers it, or says what is wrong."""

    @programs("take figures away")
    @wraps(answer)
    def answering(request: HttpRequest) -> HttpResponse:
        reader = reader_of(request)
        if not within_limit("feed", reader.actor):
            return problem(
                HTTPStatus.TOO_MANY_REQUESTS, "Wait a minute, then ask again.", **{"Retry-After": f"{A_MINUTE}"}
            )
        try:
            answered = answer(endpoint.asked(request.GET), reader)
        except NotAsked as wrong:
            return problem(HTTPStatus.BAD_REQUEST, str(wrong))
        except NotFound as lacking:
            return problem(HTTPStatus.NOT_FOUND, lacking.message)
        except Refused as refused:
            return problem(HTTPStatus.CONFLICT, refused.message)
        return JsonResponse({**answered.around(), "next": next_page(request, answered), "items": answered.items})

    return answering


figures = _answering(FIGURES, answers.of_figures)
indicators = _answering(INDICATORS, answers.of_indicators)
editions = _answering(EDITIONS, answers.of_editions)


@anyone
def openapi(request: HttpRequest) -> HttpResponse:
    """The description of the interface. It holds no figure."""
    return JsonResponse(document(board_name(), origin_of(request)))


@may("take figures away")
def api(request: HttpRequest) -> HttpResponse:
    """How to read figures with another program; the tokens, for those who keep them."""
    return _page(request, Making())


@may("keep tokens")
def make_token(request: HttpRequest) -> HttpResponse:
    """Make a token, and show it this once."""
    form = Making(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return redirect("api")
    if not form.is_valid():
        return _page(request, form)
    token = operations.make(form.cleaned_data["purpose"], face=form.face(), by=person_of(request).actor)
    return render(request, "api/made.html", {"token": token, "made": form.cleaned_data})


@may("keep tokens")
def revoke_token(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether a token is to open nothing any more, and revoke it."""
    token = found_token(number)
    if request.method == "POST":
        operations.revoke(token, by=person_of(request).actor)
        messages.success(request, f"Token {number} is revoked. It opens nothing any more.")
        return redirect("api")
    return render(request, "api/revoke.html", {"token": token})


def _page(request: HttpRequest, form: Making) -> HttpResponse:
    page = connecting(person_of(request), origin_of(request))
    return render(request, "api/api.html", {"page": page, "form": form if page.keeps_tokens else None})
