"""A test can neither reach the world outside nor open the evidence of a real board."""

import os
import socket
import sqlite3
from pathlib import Path

import pytest
from django.conf import settings
from pytest_socket import SocketConnectBlockedError


@pytest.mark.parametrize("place", ["{home}/parts/0", "{home}/goldenthread.sqlite3", "{home}"])
def test_the_real_home_cannot_be_opened(place: str, real_home: Path) -> None:
    path = Path(place.format(home=real_home))
    for way in (path, Path(os.path.relpath(path))):
        with pytest.raises(PermissionError, match="real home"):
            way.open("rb")
        with pytest.raises(PermissionError, match="real home"):
            sqlite3.connect(way)


def test_every_test_has_a_home_of_its_own(home: Path) -> None:
    assert home == settings.GOLDENTHREAD_HOME
    assert not home.exists()
    home.mkdir()
    (home / "notes").write_text("mine")


def test_the_network_is_closed() -> None:
    with pytest.warns(UserWarning, match="192.0.2.1"), pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
