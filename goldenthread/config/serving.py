"""Serving the site on this machine, with gunicorn, and a worker beside it."""

import os
import socket
import sys
from importlib import import_module
from typing import Any, NoReturn

from django.conf import settings
from django.template.loader import render_to_string
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from goldenthread.config.supervising import Kept
from goldenthread.config.wsgi import application
from goldenthread.workflow.history.refusals import Refused

HOST = "127.0.0.1"


class Overseer(Arbiter):
    """Oversees the processes of the site, and looks after the worker at every turn."""

    def __init__(self, site: "Site", worker: Kept) -> None:
        self.worker = worker
        super().__init__(site)

    def manage_workers(self) -> None:
        """Start what has died: of gunicorn's own, which it calls workers, and ours."""
        super().manage_workers()
        self.worker.keep()


class Site(BaseApplication):
    """The site in two processes of a few threads each, a worker beside them, and nothing that reaches outside."""

    def __init__(self, port: int) -> None:
        self.port = port
        super().__init__()

    def run(self) -> None:
        """Serve until stopped."""
        worker = Kept()
        _read_all_that_every_page_needs()
        try:
            Overseer(self, worker).run()
        finally:
            worker.end()

    def load_config(self) -> None:
        """Everything is set here: no file and no environment variable of gunicorn's is read."""
        options: dict[str, Any] = {
            "bind": f"{HOST}:{self.port}",
            "workers": 2,
            "worker_class": "gthread",
            "threads": 4,
            "loglevel": "warning",
            "proc_name": "goldenthread",
            "control_socket_disable": True,
            "when_ready": lambda _: print(
                f"Golden Thread is at http://{HOST}:{self.port}  (Ctrl-C stops it)", flush=True
            ),
            "on_exit": lambda _: print("Stopped.", flush=True),
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """What answers requests."""
        return application


def _read_all_that_every_page_needs() -> None:
    """Read it before the processes part, so that nobody's first page waits for it, and it is in memory once."""
    import_module(settings.ROOT_URLCONF)
    render_to_string("home/accessibility.html")


def serve(port: int) -> int:
    """Serve until stopped, with a worker. Refused where the port cannot be had."""
    check_free(port)
    try:
        Site(port).run()
    except SystemExit as stopped:
        if stopped.code:
            raise Refused("The site could not be started; the reason stands above.") from stopped
    return 0


def serve_anew(port: int) -> NoReturn:
    """Serve in a new process in place of this one: settings are read again, and with them a key made since."""
    sys.stdout.flush()
    command = [sys.executable, "-m", "goldenthread.config.command_line", "serve", f"--port={port}"]
    os.execv(sys.executable, command)  # noqa: S606 - itself


def check_free(port: int) -> None:
    """Refused where something else listens on the port, or only an administrator may."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except PermissionError:
            raise Refused(f"Port {port} is kept for the system. Choose another, for example --port 8080.") from None
        except OSError:
            raise Refused(f"Port {port} is in use. Stop what uses it, or choose another: --port {port + 1}.") from None
