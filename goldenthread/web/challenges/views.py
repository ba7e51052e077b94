"""The challenges of the board: reading them, putting them, answering, judging."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.web.base.access import anyone, may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.web.challenges import presenters
from goldenthread.web.challenges.forms import (
    ByLink,
    Issuing,
    Leading,
    Naming,
    Putting,
    Sending,
    Telling,
    Withdrawing,
    Writing,
)
from goldenthread.workflow.agencies.registers import KINDS_OF_FILE
from goldenthread.workflow.challenges import links, operations
from goldenthread.workflow.challenges.register import CHALLENGES
from goldenthread.workflow.challenges.rules import ANSWER_IT, JUDGE, PUT, SEE
from goldenthread.workflow.challenges.texts import draft
from goldenthread.workflow.history.links import LinkIsOver
from goldenthread.workflow.history.refusals import NotFound, Refused

Decide = Callable[[dict[str, Any], str], object]


@may(SEE, ANSWER_IT)
def challenges(request: HttpRequest) -> HttpResponse:
    """Every challenge that one may see, year by year."""
    page = presenters.challenges_for(person_of(request), request.GET.dict(), timezone.localdate())
    return render(request, "challenges/challenges.html", {"page": page})


@may(SEE, ANSWER_IT)
def register(request: HttpRequest, kind: str) -> HttpResponse:
    """What the list shows, as a file."""
    on = timezone.localdate()
    found = presenters.chosen_of(person_of(request), request.GET.dict(), on)
    answers = [answer for each in found for answer in each.answers.all()]
    return download(CHALLENGES.as_file(one_of(kind, *KINDS_OF_FILE), answers, on), "challenges", kind)


@may(SEE, ANSWER_IT)
def challenge(request: HttpRequest, number: int) -> HttpResponse:
    """One challenge, from its evidence to its effect."""
    page = presenters.challenge_page(number, person_of(request), timezone.localdate())
    return render(request, "challenges/challenge.html", {"page": page})


@may(PUT)
def put(request: HttpRequest) -> HttpResponse:
    """Ask what is asked and of whom, and keep it as a draft."""
    form = Putting(request.POST or None, bodies=presenters.bodies(), initial=presenters.begun_from(request.GET.dict()))
    if request.method == "POST" and form.is_valid():
        told: dict[str, Any] = form.told()
        try:
            made = operations.put(
                to=[presenters.body_called(each) for each in form.bodies()],
                year=form.cleaned_data["year"],
                about_a_case=form.cleaned_data["about_a_case"],
                by=person_of(request).actor,
                **told,
            )
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, "It is kept as a draft. Nobody whom it is put to sees it before it is issued.")
            return redirect("challenge", made.number)
    return render(request, "challenges/put.html", {"form": form})


@may(PUT)
def rewrite(request: HttpRequest, number: int) -> HttpResponse:
    """Write a draft anew. Where somebody else wrote meanwhile, both texts are shown."""
    page = presenters.challenge_page(number, person_of(request), timezone.localdate())
    form = Writing(request.POST or None, initial=vars(page.challenge))
    shown: dict[str, Any] = {"form": form, "page": page, "theirs": None}
    if request.method == "POST" and form.is_valid():
        edits = form.cleaned_data["edits"] or 0
        try:
            operations.rewrite(page.challenge, edits=edits, by=person_of(request).actor, **form.told())
        except Refused as refused:
            if page.challenge.edits != edits:
                shown["theirs"] = page.challenge
                form = shown["form"] = Writing({**form.told(), "edits": page.challenge.edits})
            form.add_error(None, refused.message)
        else:
            messages.success(request, "The draft is written anew.")
            return redirect("challenge", number)
    return render(request, "challenges/rewrite.html", shown)


@may(PUT)
def issue(request: HttpRequest, number: int) -> HttpResponse:
    """Ask by when a reply is due, and issue it."""

    def decide(given: dict[str, Any], by: str) -> None:
        operations.issue(presenters.challenge_called(number, person_of(request)), by=by, **given)

    done = "It is issued. Now it has to reach those whom it is put to: make a link for each who has no account."
    return _decided(request, number, Issuing(request.POST or None), decide, "Issue this challenge", done)


@may(PUT)
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why, and withdraw it."""

    def decide(given: dict[str, Any], by: str) -> None:
        operations.withdraw(presenters.challenge_called(number, person_of(request)), by=by, **given)

    form = Withdrawing(request.POST or None)
    return _decided(request, number, form, decide, "Withdraw this challenge", "It is withdrawn. What was said stays.")


@may(PUT, ANSWER_IT, JUDGE)
def lead(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Ask what was said, and lead an answer a step on."""
    answer, way = presenters.answer_called(number, person_of(request)), verb.replace("-", " ")
    if way not in presenters.ways_to_lead(answer, person_of(request)):
        raise NotFound("That cannot be done about this answer now, or not by you.")

    def decide(given: dict[str, Any], by: str) -> None:
        operations.lead(answer, way, by=by, **given)

    form = Leading(request.POST or None, verb=way)
    asked = f"{presenters.ASKED[way]}: {answer.whose}"
    return _decided(request, answer.of_id, form, decide, asked, f"It is kept: {way}.")


@may(JUDGE)
def effect(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether it has had an effect."""
    answer = presenters.answer_called(number, person_of(request))

    def decide(given: dict[str, Any], by: str) -> None:
        operations.tell_effect(answer, by=by, **given)

    form = Telling(request.POST or None, initial={"effect": answer.effect or None})
    return _decided(request, answer.of_id, form, decide, f"Has it had an effect? {answer.whose}", "The effect is kept.")


@may(PUT)
def letter(request: HttpRequest, number: int) -> HttpResponse:
    """The draft to a body that is late; and that it was sent."""
    answer = presenters.answer_called(number, person_of(request))
    rung = answer.rung(timezone.localdate())
    if rung is None:
        raise NotFound("Nothing of this answer is late.")

    def decide(given: dict[str, Any], by: str) -> None:
        operations.wrote(answer, rung, given["text"], by=by)

    form = Sending(request.POST or None, initial={"text": draft(answer, rung)})
    asked = f"{answer.whose}: {rung.name}"
    told = f"To {rung.to}. The program sends nothing: copy the words, send them yourself, then mark them as sent."
    return _decided(request, answer.of_id, form, decide, asked, "It is kept that this was sent.", told, "Mark as sent")


@may(PUT)
def link(request: HttpRequest, number: int) -> HttpResponse:
    """Make a link by which one body answers without an account; it is shown this once."""
    answer = presenters.answer_called(number, person_of(request))
    shown: dict[str, Any] = {"answer": answer, "address": "", "refused": ""}
    if request.method == "POST":
        try:
            shown["address"] = presenters.address_of(links.make(answer, by=person_of(request).actor))
        except Refused as refused:
            shown["refused"] = refused.message
    return render(request, "challenges/link.html", shown)


@may(PUT)
def boards(request: HttpRequest) -> HttpResponse:
    """The other boards that can be challenged."""
    form = Naming(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_board(**form.cleaned_data, by=person_of(request).actor)
        except Refused as refused:
            form.add_error("name", refused.message)
        else:
            return redirect("challenge_boards")
    return render(request, "challenges/boards.html", {"form": form, "boards": presenters.boards()})


@anyone
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Answer a challenge without an account, once."""
    try:
        answer = links.link_for(token).of
        form = ByLink(request.POST or None, verbs=presenters.ways_by_link(answer))
        if request.method == "POST" and form.is_valid():
            links.answer(token, form.cleaned_data["verb"], text=form.cleaned_data["text"])
            return render(request, "challenges/by_link_done.html", {"answer": answer})
    except LinkIsOver as over:
        return render(request, "base/link_over.html", {"why": over.message}, status=410)
    except Refused as refused:
        form.add_error(None, refused.message)
    return render(request, "challenges/by_link.html", {"answer": answer, "form": form})


def _decided(
    request: HttpRequest,
    number: int,
    form: forms.Form,
    decide: Decide,
    asked: str,
    done: str,
    told: str = "",
    button: str = "",
) -> HttpResponse:
    """Ask, decide, and go back to the challenge; or say why that was refused."""
    page = presenters.challenge_page(number, person_of(request), timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            decide(form.cleaned_data, person_of(request).actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, done)
            return redirect("challenge", number)
    shown = {"page": page, "form": form, "asked": asked, "told": told, "button": button or "Keep it"}
    return render(request, "challenges/decide.html", shown)
