"""Serving the site."""

import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.functional.running import COMMAND, Board


@pytest.fixture
def board(tmp_path: Path) -> Board:
    board = Board(tmp_path / "home")
    board("init", "A board").well()
    return board


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which something else listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def test_a_port_in_use_is_said_in_one_line(board: Board, taken: int) -> None:
    board("serve", "--port", taken).one_clear_line(f"Port {taken} is in use", "--port")


def test_demo_does_not_touch_anything_when_it_could_not_serve(tmp_path: Path, taken: int) -> None:
    board = Board(tmp_path / "nowhere")
    board("demo", "--port", taken).one_clear_line(f"Port {taken} is in use")
    assert not board.home.exists()


def test_it_serves_on_this_machine_alone_until_it_is_stopped(board: Board, tmp_path: Path) -> None:
    port, user = free_port(), tmp_path / "user"
    user.mkdir()
    surroundings = {**board.surroundings, "HOME": str(user)}
    site = subprocess.Popen([*COMMAND, "serve", f"--port={port}"], env=surroundings, stdout=subprocess.PIPE, text=True)
    try:
        assert site.stdout
        assert "goldenthread invite" in site.stdout.readline()  # nobody could sign in yet
        assert f"http://127.0.0.1:{port}" in site.stdout.readline()
        with urlopen(f"http://127.0.0.1:{port}/accounts/login/", timeout=60) as page:  # noqa: S310 - our own site
            assert page.status == 200
            assert "form-action 'self'" in page.headers["Content-Security-Policy"]
        assert list(user.rglob("*")) == []
    finally:
        site.send_signal(signal.SIGINT)
        out, _ = site.communicate(timeout=60)
    assert (site.returncode, out) == (0, "Stopped.\n")


def test_where_somebody_was_invited_it_says_to_use_the_link(board: Board, tmp_path: Path) -> None:
    own = board.copied_to(tmp_path / "copy")
    own("invite", "you@ambleford.example", "--role", "analyst").well()
    command = [*COMMAND, "serve", f"--port={free_port()}"]
    site = subprocess.Popen(command, env=own.surroundings, stdout=subprocess.PIPE, text=True)
    try:
        assert site.stdout
        assert site.stdout.readline().startswith("Nobody has joined yet. Open the link")
    finally:
        site.send_signal(signal.SIGINT)
        site.communicate(timeout=60)
