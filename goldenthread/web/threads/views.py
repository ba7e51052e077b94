"""The threads of the board: reading them, beginning one, gathering into it, closing it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.web.threads import presenters
from goldenthread.web.threads.forms import NEW, Beginning, Choosing, Closing, Gathering, Growing, Saying, Wording
from goldenthread.workflow.agencies.registers import KINDS_OF_FILE
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.threads import operations
from goldenthread.workflow.threads.models import Thread
from goldenthread.workflow.threads.register import THREADS
from goldenthread.workflow.threads.rules import KEEP, KINDS, SEE


@may(SEE)
def threads(request: HttpRequest) -> HttpResponse:
    """Every thread, the longest open first."""
    page = presenters.threads_for(person_of(request), timezone.localdate())
    return render(request, "threads/threads.html", {"page": page})


@may(SEE)
def register(request: HttpRequest, kind: str) -> HttpResponse:
    """The same as a file."""
    made = THREADS.as_file(
        one_of(kind, *KINDS_OF_FILE), presenters.all_stories(person_of(request)), timezone.localdate()
    )
    return download(made, "threads", kind)


@may(SEE)
def thread(request: HttpRequest, number: int) -> HttpResponse:
    """One thread, from what was found to what has changed."""
    return render(request, "threads/thread.html", {"page": presenters.thread_page(number, person_of(request))})


@may(KEEP)
def begin(request: HttpRequest) -> HttpResponse:
    """Ask what is asked, and begin a thread; perhaps with something that it gathers first."""
    person = person_of(request)
    kind, number = request.GET.get("kind", ""), request.GET.get("number", "")
    item = presenters.item_called(kind, int(number), person) if kind in KINDS and number.isdecimal() else None
    begun = presenters.begun_from(item) if item else {}
    form = Beginning(request.POST or None, threads=presenters.threads_offered(person), initial=begun)
    if request.method == "POST" and form.is_valid():
        follows = form.cleaned_data["follows"]
        try:
            made = operations.begin(
                form.line(),
                opened_on=form.cleaned_data["opened_on"],
                follows=presenters.thread_called(int(follows), person) if follows else None,
                by=person.actor,
            )
            if item:
                operations.gather(made, item, by=person.actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, f"Thread {made.number} is begun.")
            return redirect("thread", made.number)
    return render(request, "threads/begin.html", {"form": form, "item": item and presenters.words_of(item)})


@may(KEEP)
def choose(request: HttpRequest, kind: str, item: int) -> HttpResponse:
    """Ask into which thread something is put, and put it there."""
    person = person_of(request)
    thing = presenters.item_called(kind, item, person)
    form = Choosing(request.POST or None, threads=presenters.threads_offered(person))
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["thread"] == NEW:
            return redirect(f"{reverse('thread_begin')}?{urlencode({'kind': kind, 'number': str(item)})}")
        into = presenters.thread_called(int(form.cleaned_data["thread"]), person)
        try:
            operations.gather(into, thing, by=person.actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, f"It is in thread {into.number}.")
            return redirect("thread", into.number)
    shown = {
        "form": form,
        "asked": "Put it into a thread",
        "told": presenters.words_of(thing),
        "button": "Put it there",
    }
    return render(request, "threads/decide.html", shown)


@may(KEEP)
def rewrite(request: HttpRequest, number: int) -> HttpResponse:
    """Word a thread anew. Where somebody else wrote meanwhile, both texts are kept and shown."""
    page = presenters.thread_page(number, person_of(request))
    form = Wording(request.POST or None, initial=vars(page.thread))
    if request.method == "POST" and form.is_valid():
        try:
            word = operations.rewrite(
                page.thread, form.line(), edits=form.cleaned_data["edits"] or 0, by=person_of(request).actor
            )
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            if word.set_aside_for is None:
                messages.success(request, "It is worded anew.")
                return redirect("thread", number)
            page.thread.refresh_from_db()
            shown = {"form": Wording(initial=vars(page.thread)), "page": page, "yours": word.parts}
            return render(request, "threads/rewrite.html", shown)
    return render(request, "threads/rewrite.html", {"form": form, "page": page, "yours": None})


@may(KEEP)
def gather(request: HttpRequest, number: int) -> HttpResponse:
    """Ask for a finding, challenge, recommendation or action, and gather it."""
    person = person_of(request)
    into = presenters.thread_called(number, person)
    form = Gathering(request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            item = presenters.item_called(form.cleaned_data["kind"], form.cleaned_data["number"], person)
            operations.gather(into, item, by=person.actor)
        except (Refused, NotFound) as refused:
            form.add_error("number", refused.message)
        else:
            return _back(request, into, "It is gathered.")
    return _asked(request, into, form, "Gather something into it", "Gather it")


@may(KEEP)
def take_out(request: HttpRequest, number: int, kind: str, item: int) -> HttpResponse:
    """Ask why, and take something out of a thread."""
    person = person_of(request)
    thing = presenters.item_called(kind, item, person)

    def decide(held: Thread, why: str, by: str) -> None:
        operations.take_out(held, thing, why=why, by=by)

    asked = f"Take {thing} out of this thread"
    return _said(request, number, Saying(request.POST or None), decide, asked, "Take it out", "It is taken out.")


@may(KEEP)
def grow_out_of(request: HttpRequest, number: int) -> HttpResponse:
    """Ask which thread a thread grew out of, and keep it."""
    person = person_of(request)
    held = presenters.thread_called(number, person)
    form = Growing(
        request.POST or None,
        threads=presenters.threads_offered(person, beside=held),
        initial={"follows": held.follows_id},
    )
    if request.method == "POST" and form.is_valid():
        follows = form.cleaned_data["follows"]
        earlier = presenters.thread_called(int(follows), person) if follows else None
        try:
            operations.grow_out_of(held, earlier, by=person.actor)
        except Refused as refused:
            form.add_error("follows", refused.message)
        else:
            return _back(request, held, "It is kept.")
    return _asked(request, held, form, "Which thread did this one grow out of?", "Keep it")


@may(KEEP)
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Ask what is known now, and close a thread."""

    def decide(held: Thread, why: str, by: str) -> None:
        operations.close(held, why=why, by=by)

    form = Closing(request.POST or None)
    return _said(request, number, form, decide, "Close this thread", "Close it", "It is closed. It stays on record.")


@may(KEEP)
def open_again(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why, and open a thread again."""

    def decide(held: Thread, why: str, by: str) -> None:
        operations.open_again(held, why=why, by=by)

    form = Saying(request.POST or None)
    return _said(request, number, form, decide, "Open this thread again", "Open it again", "It is open again.")


def _said(
    request: HttpRequest,
    number: int,
    form: forms.Form,
    decide: Callable[[Thread, str, str], None],
    asked: str,
    button: str,
    done: str,
) -> HttpResponse:
    """Ask why, decide, and go back to the thread; or say why that was refused."""
    held = presenters.thread_called(number, person_of(request))
    if request.method == "POST" and form.is_valid():
        try:
            decide(held, form.cleaned_data["why"], person_of(request).actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            return _back(request, held, done)
    return _asked(request, held, form, asked, button)


def _asked(request: HttpRequest, held: Thread, form: forms.Form, asked: str, button: str) -> HttpResponse:
    shown = {"form": form, "asked": asked, "told": held.question, "button": button, "thread": held}
    return render(request, "threads/decide.html", shown)


def _back(request: HttpRequest, held: Thread, done: str) -> HttpResponse:
    messages.success(request, done)
    return redirect("thread", held.number)
