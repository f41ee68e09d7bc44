"""`argmap check --watch` in a process of its own: files change, it prints again, Ctrl-C ends it."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from argmap.cli.watching import find_inputs

READY = "argmap: watching for changes; Ctrl-C ends"
BRIDGE = """\
argmap: 1
main: close
claims:
  close: {text: Close the bridge, kind: policy}
"""
GIVEN = BRIDGE.replace("kind: policy", "kind: policy, given: common")
FOUND = "SUP001"


class Watch:
    """A running `argmap check --watch`; its output is collected as it comes."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "argmap", "check", "--watch", *arguments],
            cwd=folder,
            env=os.environ | {"COLUMNS": "200"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._reader = threading.Thread(target=self._collect, daemon=True)
        self._reader.start()

    def _collect(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)  # the end

    def read_until(self, is_last: Callable[[str], bool]) -> list[str]:
        """Return the lines up to the first that is the last; fail if it does not come within a minute."""
        lines: list[str] = []
        while True:
            line = self._lines.get(timeout=60)
            assert line is not None, "\n".join(lines)
            lines.append(line)
            if is_last(line):
                return lines

    def next_check(self, is_it: Callable[[list[str]], bool] = lambda _: True) -> list[str]:
        """Return what the next check prints; of several the first that is as wanted, as one save can be seen twice."""
        while True:
            lines = self.read_until(READY.__eq__)
            if is_it(lines):
                return lines

    def interrupt(self) -> tuple[int, list[str | None]]:
        """Press Ctrl-C; return the exit code and what is still printed."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=60)
        self._reader.join(timeout=60)
        return code, list(self._lines.queue)

    def end(self) -> None:
        self.process.kill()
        self.process.wait(timeout=60)
        self._reader.join(timeout=60)
        assert self.process.stdout is not None
        self.process.stdout.close()


def has(text: str) -> Callable[[list[str]], bool]:
    return lambda lines: any(text in line for line in lines)


def has_not(text: str) -> Callable[[list[str]], bool]:
    return lambda lines: not has(text)(lines)


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Callable[..., Watch]]:
    (tmp_path / "bridge.yaml").write_text(BRIDGE)
    running: list[Watch] = []

    def start(*arguments: str) -> Watch:
        running.append(Watch(tmp_path, *(arguments or ("bridge.yaml", "--select", "SUP001"))))
        return running[-1]

    # A build that runs in the background ignores Ctrl-C, and so would what it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield start
    signal.signal(signal.SIGINT, before)
    for watching in running:
        watching.end()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process")
def test_a_saved_file_is_checked_again_and_ctrl_c_ends_in_silence(watch: Callable[..., Watch], tmp_path: Path) -> None:
    watching = watch()
    assert has(FOUND)(watching.next_check())
    (tmp_path / "bridge.yaml").write_text(GIVEN)
    lines = watching.next_check(has_not(FOUND))
    assert lines[0] == ""
    assert lines[1].startswith("---- ")
    assert lines[1].endswith(" bridge.yaml changed ----")
    assert lines[2:] == ["bridge.yaml: no findings", READY]
    assert watching.interrupt() == (0, [None])


def test_a_file_that_an_editor_replaces_is_checked_again_each_time(watch: Callable[..., Watch], tmp_path: Path) -> None:
    watching = watch()
    watching.next_check(has(FOUND))
    for content, is_it in ((GIVEN, has_not(FOUND)), (BRIDGE, has(FOUND)), (GIVEN, has_not(FOUND))):
        (tmp_path / ".bridge.yaml.new").write_text(content)
        (tmp_path / ".bridge.yaml.new").replace(tmp_path / "bridge.yaml")
        watching.next_check(is_it)


def test_a_file_may_vanish_and_come_back(watch: Callable[..., Watch], tmp_path: Path) -> None:
    watching = watch()
    watching.next_check(has(FOUND))
    (tmp_path / "bridge.yaml").unlink()
    watching.next_check(has("argmap: bridge.yaml: no such file or directory"))
    (tmp_path / "bridge.yaml").write_text(GIVEN)
    watching.next_check(has("bridge.yaml: no findings"))


def test_a_half_written_file_is_told_and_checked_again_once_it_is_whole(
    watch: Callable[..., Watch], tmp_path: Path
) -> None:
    watching = watch()
    watching.next_check(has(FOUND))
    (tmp_path / "bridge.yaml").write_text(BRIDGE[: BRIDGE.index("Close the")])
    watching.next_check(has("FMT"))
    (tmp_path / "bridge.yaml").write_text(GIVEN)
    watching.next_check(has("bridge.yaml: no findings"))


def test_a_new_configuration_counts_and_a_broken_one_does_not_end_the_watch(
    watch: Callable[..., Watch], tmp_path: Path
) -> None:
    watching = watch()
    watching.next_check(has(FOUND))
    (tmp_path / "argmap.toml").write_text('ignore = ["SUP"]\n')
    watching.next_check(has_not(FOUND))
    (tmp_path / "argmap.toml").write_text("ignore = [\n")
    watching.next_check(has("not TOML"))
    (tmp_path / "argmap.toml").unlink()
    watching.next_check(has(FOUND))


def test_texts_and_baselines_are_watched_too(watch: Callable[..., Watch], tmp_path: Path) -> None:
    text = "argmap: 1\nmain: a\nclaims: {a: {text: A, given: common, at: '1 \"wet street\"'}}\n"
    (tmp_path / "wet.yaml").write_text(text)
    (tmp_path / "wet.txt").write_text("A dry street.\n")
    (tmp_path / "known.json").write_text('{"argmap-baseline": 1, "findings": []}')
    watching = watch("wet.yaml", "--select", "SRC004", "--text", "wet.txt", "--baseline", "known.json")
    watching.next_check(has("SRC004"))
    (tmp_path / "wet.txt").write_text("A wet street.\n")
    watching.next_check(has("wet.yaml: no findings"))
    (tmp_path / "known.json").write_text("[")
    watching.next_check(has("known.json: not JSON"))


def test_schemes_are_watched_whoever_names_them(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text('schemes = ["ours.yaml"]\n')
    found = find_inputs([str(tmp_path / "a.yaml")], text=None, schemes=["mine.yaml"], config=None)
    assert {path.name for path in found} == {"a.yaml", "argmap.toml", "ours.yaml", "mine.yaml"}


def test_what_cannot_run_at_all_ends_the_watch_at_once(watch: Callable[..., Watch]) -> None:
    watching = watch("bridge.yaml", "--select", "SUP01")
    watching.read_until(lambda line: line == "argmap: no rule 'SUP01', did you mean SUP001?")
    assert watching.process.wait(timeout=60) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-",), "standard input cannot be watched, expected files"),
        (("bridge.yaml", "--fix"), "--watch and --fix do not go together"),
        (("bridge.yaml", "--diff"), "--watch and --diff do not go together"),
        (
            ("bridge.yaml", "--baseline", "b.json", "--update-baseline"),
            "--watch and --update-baseline do not go together",
        ),
    ],
)
def test_what_makes_no_sense_together_with_watching_is_refused(
    watch: Callable[..., Watch], arguments: tuple[str, ...], message: str
) -> None:
    watching = watch(*arguments)
    assert watching.process.wait(timeout=60) == 2
    watching.read_until(lambda line: message in line)


def test_without_the_library_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    code = "import sys; sys.modules['watchfiles'] = None; from argmap.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--watch", "bridge.yaml"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "argmap: --watch needs the library watchfiles (pip install 'argmap[watch]')\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_what_is_no_file_is_refused_and_not_waited_for(
    run: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    outcome = run("check", "--watch", "pipe")
    assert (outcome.code, outcome.out) == (2, "")
    assert "pipe: a named pipe, socket or device cannot be watched, expected a file" in " ".join(
        outcome.err.replace("│", " ").split()
    )
