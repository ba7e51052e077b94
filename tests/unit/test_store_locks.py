"""Who may work in a home at once."""

import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from goldenthread.engine.store.locks import SWEEP, Busy, alone, one_at_a_time, writing


def test_many_may_add_to_a_home_at_once(home: Path) -> None:
    with writing(home), writing(home):
        assert [file.name for file in home.iterdir()] == ["lock"]


def test_two_cannot_have_it_alone(home: Path) -> None:
    with (
        alone(home, "compute"),
        pytest.raises(Busy, match="'compute' is at work in .* it began at .* Wait"),
        alone(home, "x"),
    ):
        pass


def test_nobody_adds_while_somebody_has_it_alone(home: Path) -> None:
    with alone(home, "compute"), pytest.raises(Busy, match="'compute'"), writing(home):
        pass


def test_nobody_has_it_alone_while_somebody_adds(home: Path) -> None:
    with writing(home), pytest.raises(Busy, match="'receive'"), alone(home, "compute"):
        pass


def test_the_home_is_free_again_afterwards(home: Path) -> None:
    with alone(home, "compute"):
        pass
    with pytest.raises(ZeroDivisionError), alone(home, "compute"):
        raise ZeroDivisionError
    with alone(home, "compute"), pytest.raises(Busy, match="'compute'"), alone(home, "verify"):
        pass


def test_two_cannot_compute_at_once_but_others_may_add_meanwhile(home: Path) -> None:
    with one_at_a_time(home, "compute"), writing(home):
        with pytest.raises(Busy, match="'compute'"), one_at_a_time(home, "compute"):
            pass
        with writing(home), one_at_a_time(home, "report"):
            pass


def test_whoever_meets_a_sweep_waits_for_it(home: Path) -> None:
    order: list[str] = []

    def add() -> None:
        with writing(home):
            order.append("added")

    adder = Thread(target=add)
    with alone(home, SWEEP):
        adder.start()
        order.append("swept")
    adder.join()
    assert order == ["swept", "added"]


HOLD = "import sys; from pathlib import Path; from goldenthread.engine.store.locks import alone\n"
HOLD += "with alone(Path(sys.argv[1]), 'compute'): print('held', flush=True); sys.stdin.read()"


def test_a_process_that_is_killed_holds_nothing(home: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, home], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"held\n"
        with pytest.raises(Busy, match=f"process {holder.pid}"), alone(home, "compute"):
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    with alone(home, "compute"):
        pass
