"""The server and the thread that draws for it, from start to end."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from argmap.serve import Drawing, PortInUseError, serve


def test_a_rule_that_crashes_while_it_draws_ends_the_preview_and_is_not_hidden(tmp_path: Path) -> None:
    file = tmp_path / "map"
    file.write_text("a")

    def draw(*, partly: bool) -> Drawing:
        if file.read_text() == "odd!":
            raise ZeroDivisionError("a bug")
        return Drawing("page")

    def ready(address: str) -> None:
        assert address.startswith("http://127.0.0.1:")
        file.write_text("odd!")

    with ThreadPoolExecutor(1) as pool, pytest.raises(ZeroDivisionError, match="a bug"):
        pool.submit(serve, draw, lambda: [file], port=0, ready=ready).result(timeout=60)


def test_what_the_first_drawing_raises_is_raised_and_the_port_is_free_again() -> None:
    def draw(*, partly: bool) -> Drawing:
        raise ZeroDivisionError("a bug")

    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    for _ in range(2):
        with pytest.raises(ZeroDivisionError, match="a bug"):
            serve(draw, list, port=port, ready=print)


def test_a_port_that_is_taken_is_told_before_anything_is_drawn() -> None:
    def draw(*, partly: bool) -> Drawing:
        raise AssertionError("drawn")

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortInUseError) as caught:
            serve(draw, list, port=port, ready=print)
    assert caught.value.port == port
