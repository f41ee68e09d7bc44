"""`argmap serve` in a process of its own: a save comes over HTTP, Ctrl-C ends it, and what cannot run is said."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from served import BRIDGE, BROKEN, Served


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    (tmp_path / "bridge.yaml").write_text(BRIDGE)
    running: list[Served] = []

    def start(*arguments: str) -> Served:
        running.append(Served(tmp_path, *(arguments or ("bridge.yaml", "--port", "0"))))
        return running[-1]

    yield start
    for served in running:
        served.end()


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview that no test changes."""
    folder = tmp_path_factory.mktemp("standing")
    (folder / "bridge.yaml").write_text(BRIDGE)
    served = Served(folder, "bridge.yaml", "--port", "0")
    yield served
    served.end()


class News:
    """The stream of events of a preview."""

    def __init__(self, address: str) -> None:
        self._client = httpx.Client(timeout=60)
        self._request = self._client.stream("GET", f"{address}events")
        self.answer = self._request.__enter__()
        self._lines = self.answer.iter_lines()

    def next(self, is_it: Callable[[dict[str, object]], bool] = lambda _: True) -> dict[str, object]:
        """Return the next event; of several the first that is as wanted, as one save can be seen twice."""
        for line in self._lines:
            if line.startswith("data: ") and is_it(event := json.loads(line.removeprefix("data: "))):
                return event
        raise AssertionError("the stream has ended")

    def close(self) -> None:
        self._request.__exit__(None, None, None)
        self._client.close()


@pytest.fixture
def follow() -> Iterator[Callable[[str], News]]:
    open_news: list[News] = []

    def start(address: str) -> News:
        open_news.append(News(address))
        return open_news[-1]

    yield start
    for news in open_news:
        news.close()


def test_it_says_where_the_page_is(standing: Served) -> None:
    assert standing.line == (
        f"argmap: bridge.yaml is shown at {standing.address} and drawn again when it is saved; Ctrl-C ends"
    )


def test_a_save_is_news_and_changes_the_page(
    serve: Callable[..., Served], follow: Callable[[str], News], tmp_path: Path
) -> None:
    served = serve()
    news = follow(served.address)
    assert news.answer.headers["content-type"].startswith("text/event-stream")
    first = news.next()
    assert (first["picture"], first["problems"]) == ("whole", [])
    assert "Close the bridge" in httpx.get(f"{served.address}map").text
    (tmp_path / "bridge.yaml").write_text(BRIDGE.replace("Close the bridge", "Open the bridge"))
    drawing = news.next(lambda event: event["drawing"])
    assert (drawing["version"], drawing["picture"]) == (first["version"], "whole")
    second = news.next(lambda event: event["version"] != first["version"])
    assert (second["picture"], second["drawing"]) == ("whole", False)
    page = httpx.get(f"{served.address}map").text
    assert "Open the bridge" in page
    assert "Close the bridge" not in page


def test_a_broken_save_is_told_with_its_place_and_takes_no_picture_away(
    serve: Callable[..., Served], follow: Callable[[str], News], tmp_path: Path
) -> None:
    served = serve()
    news = follow(served.address)
    first = news.next()
    (tmp_path / "bridge.yaml").write_text(BROKEN)
    event = news.next(lambda event: event["picture"] == "last")
    (problem,) = event["problems"]
    assert (problem["where"], problem["code"]) == ("bridge.yaml:5:41", "FMT006")
    assert problem["lines"] == ["  close: {text: Close the bridge, kind: polcy}", f"{'~' * 40}^"]
    assert event["version"] == first["version"]
    assert "Close the bridge" in httpx.get(f"{served.address}map").text
    (tmp_path / "bridge.yaml").unlink()
    event = news.next(lambda event: event["problems"][0]["where"] == "bridge.yaml")
    assert event["problems"][0]["message"] == "no such file or directory"
    (tmp_path / "bridge.yaml").write_text(BRIDGE)
    assert news.next(lambda event: event["picture"] == "whole")["version"] == first["version"]


def test_a_file_that_is_broken_from_the_start_shows_what_can_be_read(
    serve: Callable[..., Served], follow: Callable[[str], News], tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text(BROKEN)
    served = serve("broken.yaml", "--port", "0")
    news = follow(served.address)
    assert news.next()["picture"] == "part"
    assert "Most cars pass through" in httpx.get(f"{served.address}map").text


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own")
def test_a_link_that_goes_round_is_a_problem_and_the_preview_lives_on(
    serve: Callable[..., Served], follow: Callable[[str], News], tmp_path: Path
) -> None:
    served = serve()
    news = follow(served.address)
    news.next()
    (tmp_path / "bridge.yaml").unlink()
    (tmp_path / "bridge.yaml").symlink_to("bridge.yaml")
    news.next(lambda event: "symbolic links" in str(event["problems"]))
    (tmp_path / "bridge.yaml").unlink()
    (tmp_path / "bridge.yaml").write_text(BRIDGE)
    assert news.next(lambda event: event["picture"] == "whole")["problems"] == []


def test_a_part_of_a_map_is_shown_where_one_is_named(serve: Callable[..., Served]) -> None:
    served = serve("bridge.yaml", "--port", "0", "--focus", "close", "--depth", "0")
    page = httpx.get(f"{served.address}map").text
    assert "Close the bridge" in page
    assert "Most cars pass through" not in page[page.index("<svg") : page.index("</svg>")]


def test_a_text_and_a_configuration_count_and_are_watched(
    serve: Callable[..., Served], follow: Callable[[str], News], tmp_path: Path
) -> None:
    text = "argmap: 1\nmain: a\nclaims: {a: {text: A, given: common, at: '1 \"wet street\"'}}\n"
    (tmp_path / "wet.yaml").write_text(text)
    (tmp_path / "wet.txt").write_text("A dry street.\n")
    served = serve("wet.yaml", "--port", "0", "--text", "wet.txt")
    news = follow(served.address)
    first = news.next()
    assert ">SRC004<" in httpx.get(f"{served.address}map").text
    (tmp_path / "wet.txt").write_text("A wet street.\n")
    second = news.next(lambda event: event["version"] != first["version"])
    assert ">SRC004<" not in httpx.get(f"{served.address}map").text
    (tmp_path / "argmap.toml").write_text("ignore = [\n")
    event = news.next(lambda event: event["problems"] != [])
    assert "not TOML" in event["problems"][0]["message"]
    (tmp_path / "argmap.toml").unlink()
    assert news.next(lambda event: event["problems"] == [])["version"] == second["version"]


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process")
def test_ctrl_c_ends_it_in_silence_also_while_somebody_follows(
    serve: Callable[..., Served], follow: Callable[[str], News]
) -> None:
    served = serve()
    follow(served.address).next()
    assert served.interrupt() == (0, "")


def test_it_writes_no_file_and_is_reached_from_this_machine_only(standing: Served) -> None:
    httpx.get(f"{standing.address}map")
    assert [path.name for path in standing.folder.iterdir()] == ["bridge.yaml"]
    assert (standing.folder / "bridge.yaml").read_text() == BRIDGE
    with pytest.raises(OSError):  # noqa: PT011 - what it is called differs by system
        socket.create_connection(("127.0.0.2", standing.port), timeout=5)


@pytest.mark.parametrize("path", ["", "map", "events"])
def test_head_is_answered_as_get_is_without_a_body(standing: Served, path: str) -> None:
    with httpx.stream("GET", standing.address + path) as got:
        answer = httpx.head(standing.address + path, timeout=10)
        assert (answer.status_code, answer.content) == (200, b"")
        assert answer.headers.keys() == got.headers.keys()
        assert answer.headers.get("content-length") == got.headers.get("content-length")


def test_other_names_and_origins_are_refused_by_the_server_itself(standing: Served) -> None:
    assert httpx.get(standing.address, headers={"host": "evil.example"}).status_code == 421
    assert httpx.get(f"{standing.address}events", headers={"origin": "http://evil.example"}).status_code == 403
    assert httpx.post(f"{standing.address}map").status_code == 405


def test_a_port_that_is_taken_is_said_if_it_was_named(serve: Callable[..., Served]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        served = serve("bridge.yaml", "--port", str(port))
        assert served.process.wait(timeout=60) == 2
    assert served.line == (
        f"argmap: port {port} cannot be used: address already in use (name another with --port, or 0 for any)"
    )


def test_two_previews_without_a_port_get_one_each(serve: Callable[..., Served]) -> None:
    first, second = serve("bridge.yaml"), serve("bridge.yaml")
    assert first.port != second.port
    assert {httpx.get(served.address).status_code for served in (first, second)} == {200}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere.yaml",), "argmap: nowhere.yaml: no such file or directory"),
        (("bridge.yaml", "--profile", "strct"), "no profile 'strct', expected default, classroom or strict"),
        (("bridge.yaml", "--text", "nowhere.txt"), "argmap: nowhere.txt: no such file or directory"),
        (("bridge.yaml", "--focus", "clse"), "[clse]"),
        (("-",), "standard input cannot be watched, expected a file"),
    ],
)
def test_what_cannot_run_at_all_exits_with_2_and_says_why(
    run: object, arguments: tuple[str, ...], message: str, folder: Path
) -> None:
    (folder / "bridge.yaml").write_text(BRIDGE)
    outcome = run("serve", "--no-open", "--port", "0", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in " ".join(outcome.err.replace("│", " ").split())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("name", ["pipe", "/dev/null"])
@pytest.mark.parametrize("before", [(), ("bridge.yaml", "--config"), ("bridge.yaml", "--text")])
def test_what_is_no_file_is_refused_and_not_waited_for(
    run: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, before: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.yaml").write_text(BRIDGE)
    os.mkfifo(tmp_path / "pipe")
    outcome = run("serve", "--no-open", "--port", "0", *before, name)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{name}: a named pipe, socket or device cannot be watched, expected a file" in outcome.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_in_place_of_the_map_is_a_problem_and_the_preview_lives_on(
    serve: Callable[..., Served], follow: Callable[[str], News], tmp_path: Path
) -> None:
    served = serve()
    news = follow(served.address)
    news.next()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "pipe").replace(tmp_path / "bridge.yaml")
    event = news.next(lambda event: event["problems"] != [])
    assert "a named pipe, socket or device" in event["problems"][0]["message"]
    (tmp_path / "bridge.yaml").unlink()
    (tmp_path / "bridge.yaml").write_text(BRIDGE)
    assert news.next(lambda event: event["picture"] == "whole")["problems"] == []


@pytest.mark.parametrize("library", ["starlette", "uvicorn", "watchfiles"])
def test_without_a_library_it_is_said_how_to_get_it(tmp_path: Path, library: str) -> None:
    code = f"import sys; sys.modules[{library!r}] = None; from argmap.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "serve", "bridge.yaml"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "argmap: serve needs the libraries starlette, uvicorn and watchfiles (pip install 'argmap[serve]')\n"
    )
