"""Sites that are served as they are in earnest: another process, a real port, a real browser."""

import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.functional.running import COMMAND, Board


@contextmanager
def served(board: Board) -> Iterator[str]:
    """Serve a board; gives the address of its site."""
    port = _free_port()
    command = [*COMMAND, "serve", f"--port={port}"]
    site = subprocess.Popen(
        command, env=board.surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert site.stdout and any(f":{port}" in line for line in site.stdout)
        yield f"http://127.0.0.1:{port}"
    finally:
        site.send_signal(signal.SIGINT)
        site.communicate(timeout=60)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
