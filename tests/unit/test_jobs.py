"""Jobs: asked for once, done once, put back when their worker dies, given up when that helps nobody."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotNow, Refused
from goldenthread.workflow.jobs.models import Job
from goldenthread.workflow.jobs.operations import NoLongerOurs, ask, beat, finish, put_back, sweep, take, tell
from goldenthread.workflow.jobs.rules import DONE, FAILED, JOB, MOST_ATTEMPTS, RUNNING, WAITING
from goldenthread.workflow.jobs.working import Running, step

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


def worked(task: Callable[..., str], *, worker: str = "ours") -> Job | None:
    """Let a worker do the next job by a task; gives the job as it then stands."""
    kept: list[tuple[BaseException, str]] = []
    step({"swim": task}, worker=worker, keep=lambda error, reference: kept.append((error, reference)))
    return Job.objects.newest("swim")


def standing(job: Job) -> Job:
    return Job.objects.get(pk=job.pk)


def verbs() -> list[str]:
    return list(Entry.objects.filter(subject="job").order_by("number").values_list("verb", flat=True))


def dies(*_: Any, **__: Any) -> str:
    """A task in which the machine stops: nothing is said any more."""
    raise NoLongerOurs


def grown_old(job: Job) -> None:
    """Its worker has given no sign of life for longer than any that lives."""
    Job.objects.filter(pk=job.pk).update(heartbeat_at=timezone.now() - 2 * MINUTE)


def test_a_job_is_done_with_what_was_asked_and_says_what_came_of_it() -> None:
    asked = ask("swim", by="person:3", lengths=4)
    seen: list[Any] = []

    def swim(running: Running, *, lengths: int) -> str:
        running.tell("Swimming", 1, lengths)
        seen.append((running.by, standing(asked).doing, standing(asked).step, standing(asked).steps))
        return f"{lengths} lengths"

    done = worked(swim)
    assert done == asked
    assert (done.state, done.message, done.attempts) == (DONE, "4 lengths", 1)
    assert done.ended_at is not None and not done.is_under_way()
    assert seen == [("person:3", "Swimming", 1, 4)]
    assert verbs() == ["asked for", "begun", "finished"]


def test_where_nothing_waits_there_is_nothing_to_do() -> None:
    assert step({}, worker="ours", keep=lambda *_: None) is False


def test_jobs_are_done_in_the_order_in_which_they_were_asked_for() -> None:
    numbers = [ask("swim", by="person:3", lengths=lengths).number for lengths in (1, 2)]
    begun = [take(worker=worker) for worker in ("ours", "another")]
    assert [job.number for job in begun if job] == numbers
    assert take(worker="ours") is None


def test_the_same_asked_for_twice_is_one_job_until_it_is_begun() -> None:
    first = ask("swim", by="person:3", lengths=1)
    assert ask("swim", by="person:4", lengths=1) == first
    assert ask("swim", by="person:3", lengths=2) != first
    assert take(worker="ours") == first
    assert ask("swim", by="person:3", lengths=1) != first


def test_a_refusal_ends_it_with_what_to_do() -> None:
    ask("swim", by="person:3")

    def refused(_: Running) -> str:
        raise Refused("There is no water. Fill the pool.")

    job = worked(refused)
    assert job and (job.state, job.message) == (FAILED, "There is no water. Fill the pool.")
    assert verbs()[-1] == "failed"


def test_what_nobody_foresaw_gives_a_reference_and_no_detail(caplog: pytest.LogCaptureFixture) -> None:
    ask("swim", by="person:3")
    kept: list[tuple[str, str]] = []

    def surprised(_: Running) -> str:
        raise ZeroDivisionError("CHILD-1 by nought")

    step({"swim": surprised}, worker="ours", keep=lambda error, reference: kept.append((str(error), reference)))
    job = Job.objects.get()
    ((detail, reference),) = kept
    assert (job.state, detail) == (FAILED, "CHILD-1 by nought")
    assert reference in job.message and "Try again" in job.message and "CHILD-1" not in job.message
    assert reference in caplog.text and "ZeroDivisionError" in caplog.text and "CHILD-1" not in caplog.text


def test_it_makes_way_for_what_must_not_be_interrupted_and_is_tried_later() -> None:
    asked = ask("swim", by="person:3")

    def closed(_: Running) -> str:
        raise NotNow("'backup' is at work.")

    for _ in range(MOST_ATTEMPTS + 1):
        job = worked(closed)
        assert job and (job.state, job.attempts, job.message) == (WAITING, 0, "")
        assert take(worker="ours") is None  # it rests
        Job.objects.update(not_before=timezone.now())
    done = worked(lambda _: "done")
    assert done == asked and done.state == DONE


@pytest.mark.parametrize("stop", [SystemExit, KeyboardInterrupt])
def test_a_worker_that_is_told_to_stop_puts_its_job_back(stop: type[BaseException]) -> None:
    ask("swim", by="person:3")

    def stopped(_: Running) -> str:
        raise stop

    with pytest.raises(stop):
        worked(stopped)
    job = Job.objects.get()
    assert (job.state, job.attempts) == (WAITING, 0)


def test_what_a_dead_worker_left_is_put_back_and_done() -> None:
    left = ask("swim", by="person:3")
    worked(dies, worker="another")
    assert standing(left).state == RUNNING
    assert sweep(stale_after=MINUTE) == []
    grown_old(left)
    assert sweep(stale_after=MINUTE) == [left]
    assert sweep(stale_after=MINUTE) == []
    done = worked(lambda _: "done")
    assert done and (done.state, done.attempts) == (DONE, 2)
    assert verbs() == ["asked for", "begun", "put back", "begun", "finished"]


def test_a_worker_that_begins_puts_back_what_its_predecessor_left() -> None:
    ask("swim", by="person:3", lengths=1), ask("swim", by="person:3", lengths=2)
    left, others = take(worker="ours"), take(worker="another")
    assert sweep(stale_after=MINUTE, predecessor="ours") == [left]
    assert others and standing(others).state == RUNNING


def test_a_worker_that_shows_life_keeps_its_job() -> None:
    ask("swim", by="person:3", lengths=1), ask("swim", by="person:3", lengths=2)
    told, beaten = take(worker="ours"), take(worker="another")
    assert told and beaten
    for job in (told, beaten):
        grown_old(job)
    tell(told, "Swimming", 0, 1)
    beat(worker="another")
    assert sweep(stale_after=MINUTE) == []


def test_after_three_attempts_it_is_given_up_with_what_to_do() -> None:
    left = ask("swim", by="person:3")
    for attempt in range(1, MOST_ATTEMPTS + 1):
        worked(dies)
        assert standing(left).attempts == attempt
        grown_old(left)
        sweep(stale_after=MINUTE)
    assert standing(left).state == FAILED
    assert "begun 3 times" in standing(left).message and "Try again" in standing(left).message
    assert take(worker="ours") is None


def test_a_worker_taken_for_dead_cannot_say_what_came_of_it() -> None:
    ask("swim", by="person:3")
    slow = take(worker="ours")
    assert slow
    grown_old(slow)
    sweep(stale_after=MINUTE)
    second = take(worker="another")
    assert second
    for late in (
        lambda: finish(slow, "done"),
        lambda: tell(slow, "Swimming", 0, 1),
        lambda: put_back(slow),
    ):
        with pytest.raises(NoLongerOurs):
            late()
    finish(second, "done by another")
    assert Job.objects.get().message == "done by another"
    with pytest.raises(NoLongerOurs):
        finish(second, "twice")


def test_a_late_worker_harms_nothing() -> None:
    asked = ask("swim", by="person:3")

    def slow(_: Running) -> str:
        grown_old(asked)
        sweep(stale_after=MINUTE)
        return "too late"

    job = worked(slow)
    assert job and (job.state, job.message) == (WAITING, "")


def test_no_way_between_its_states_is_anybodys_to_take() -> None:
    assert {way.capability for way in JOB.ways} == {""}
    assert JOB.states() == (WAITING, RUNNING, DONE, FAILED)
    for state in JOB.states():
        for way in JOB.ways:
            if state in way.sources:
                assert JOB.after(way.verb, state, which=1) == way.target
            else:
                with pytest.raises(Refused, match=f"Job 1 is {state} already, so it cannot be {way.verb}"):
                    JOB.after(way.verb, state, which=1)
