"""The stories behind numbers."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.web.base.access import may, person_of
from goldenthread.web.stories import presenters
from goldenthread.web.stories.forms import Deciding, SendingBack, Writing
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.stories import operations
from goldenthread.workflow.stories.models import Story
from goldenthread.workflow.stories.rules import PUBLISH, SIGN_OFF, WRITE

Decide = Callable[[Story, Deciding, str], None]


@may("see the scorecard")
def stories(request: HttpRequest) -> HttpResponse:
    """The stories that are told, and those that wait."""
    return render(request, "stories/stories.html", {"page": presenters.stories_for(person_of(request))})


@may(SIGN_OFF, PUBLISH)
def missing(request: HttpRequest) -> HttpResponse:
    """The chair's list: what is past its target and has no story."""
    return render(request, "stories/missing.html", {"table": presenters.missing_for(person_of(request))})


@may("see the scorecard")
def story(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """The story behind one figure."""
    return render(request, "stories/story.html", {"page": presenters.story_page(code, period, person_of(request))})


@may(WRITE)
def write(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Ask for the story, and keep it. Where somebody else wrote meanwhile, both texts are shown."""
    page = _writable(code, period, person_of(request))
    besides = presenters.beside(code, period)
    form = Writing(request.POST or None, initial=presenters.begun_from(page, besides))
    shown = {"form": form, "page": page, "figure": besides, "theirs": None}
    if request.method != "POST" or not form.is_valid():
        return render(request, "stories/write.html", shown)
    try:
        kept = operations.write(
            code, page.period, form.parts(), based_on=form.began_from(), by=person_of(request).actor
        )
    except Refused as refused:
        form.add_error(None, refused.message)
        return render(request, "stories/write.html", shown)
    if kept.set_aside_for is None:
        messages.success(request, "It is kept as a draft. Nobody else reads it until it is signed off and published.")
        return redirect("story", page.indicator.code, page.period.code)
    again = Writing(initial={**form.parts(), "based_on": kept.set_aside_for})
    theirs = kept.of.versions.get(number=kept.set_aside_for)
    return render(request, "stories/write.html", {**shown, "form": again, "theirs": theirs, "kept": kept})


def _writable(code: str, period: str, person: Person) -> presenters.StoryPage:
    page = presenters.story_page(code, period, person)
    if not page.may_write:
        raise NotFound("Your agency does not own this indicator.")
    return page


@may(SIGN_OFF)
def sign_off(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Ask whether it is right, and sign it off."""

    def decide(story: Story, form: Deciding, by: str) -> None:
        operations.sign_off(story, version=form.cleaned_data["version"], by=by)

    return _decided(request, code, period, decide, "Sign off", "It is signed off, and can be published.")


@may(SIGN_OFF)
def send_back(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Ask what is to be changed, and send it back."""

    def decide(story: Story, form: Deciding, by: str) -> None:
        operations.send_back(story, version=form.cleaned_data["version"], why=form.cleaned_data["why"], by=by)

    return _decided(request, code, period, decide, "Send back", "It is sent back to its writers.", SendingBack)


@may(PUBLISH)
def publish(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Ask whether everybody may read it, and publish it."""

    def decide(story: Story, form: Deciding, by: str) -> None:
        operations.publish(story, version=form.cleaned_data["version"], by=by)

    done = "It is published: it stands on the page of its indicator and in reports about that period."
    return _decided(request, code, period, decide, "Publish", done)


@may(PUBLISH)
def take_down(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Ask whether nobody may read it any longer, and take it down."""

    def decide(story: Story, form: Deciding, by: str) -> None:
        operations.take_down(story, version=form.cleaned_data["version"], by=by)

    return _decided(request, code, period, decide, "Take down", "It is taken down. Every version of it is kept.")


def _decided(
    request: HttpRequest, code: str, period: str, decide: Decide, verb: str, done: str, ask: type[Deciding] = Deciding
) -> HttpResponse:
    """Ask about the version that is read; decide, or say why that was refused."""
    page = presenters.story_page(code, period, person_of(request))
    if page.story is None or page.latest is None:
        raise NotFound("Nobody has written this story yet.")
    form = ask(request.POST or None, initial={"version": page.latest.number})
    if request.method == "POST" and form.is_valid():
        try:
            decide(page.story, form, person_of(request).actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, done)
            return redirect("story", page.indicator.code, page.period.code)
    return render(request, "stories/decide.html", {"page": page, "form": form, "verb": verb})
