"""What the preview shows after each save, and who hears of it."""

from __future__ import annotations

import asyncio
import json
import os
import queue
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.model import ArgmapError
from argmap.serve.changes import Stamps, take_stamps, wait_for_change
from argmap.serve.drawing import Drawing, Problem, Shown
from argmap.serve.preview import Preview

ODD = (Problem("odd"),)


def seen(*drawn: Drawing) -> tuple[str | None, str]:
    """Return the page that is seen after some drawings, and what it is of."""
    shown = Shown.first(drawn[0])
    for drawing in drawn[1:]:
        shown = shown.after(drawing)
    return shown.page, shown.picture


@pytest.mark.parametrize(
    ("drawn", "page", "picture"),
    [
        ([Drawing("a")], "a", "whole"),
        ([Drawing("a"), Drawing("b")], "b", "whole"),
        ([Drawing("a"), Drawing(None, ODD)], "a", "last"),
        ([Drawing("a"), Drawing("part", ODD)], "a", "last"),
        ([Drawing("a"), Drawing(None, ODD), Drawing("b")], "b", "whole"),
        ([Drawing(None, ODD)], None, "none"),
        ([Drawing(None, ODD), Drawing("part", ODD)], "part", "part"),
        ([Drawing("part", ODD), Drawing("other", ODD)], "other", "part"),
        ([Drawing("part", ODD), Drawing(None, ODD)], "part", "last"),
        ([Drawing("part", ODD), Drawing("a"), Drawing("part", ODD)], "a", "last"),
    ],
)
def test_the_last_whole_picture_stays_and_before_it_comes_what_can_be_read(
    drawn: list[Drawing], page: str | None, picture: str
) -> None:
    assert seen(*drawn) == (page, picture)


def test_the_news_tell_page_and_problems_on_one_line() -> None:
    shown = Shown.first(Drawing("a")).after(Drawing(None, (Problem("two\nlines", where="f:1:2", lines=("x", "^")),)))
    assert "\n" not in shown.as_event()
    assert json.loads(shown.as_event()) == {
        "version": Shown.first(Drawing("a")).version,
        "picture": "last",
        "problems": [{"message": "two\nlines", "where": "f:1:2", "code": "", "fix": "", "lines": ["x", "^"]}],
        "drawing": False,
    }


def test_the_same_page_has_the_same_version_and_no_page_has_none() -> None:
    assert Shown.first(Drawing("a")).version == Shown.first(Drawing("b")).after(Drawing("a")).version
    assert Shown.first(Drawing("a")).version != Shown.first(Drawing("b")).version
    assert Shown.first(Drawing(None, ODD)).version == ""


def test_who_follows_hears_of_the_newest_until_the_preview_is_closed() -> None:
    async def follow() -> list[str | None]:
        preview = Preview(Shown.first(Drawing("1")))
        heard: list[str | None] = []

        async def listen() -> None:
            async for shown in preview.follow():
                heard.append(shown.page)  # noqa: PERF401 - what was heard so far is read meanwhile

        listening = asyncio.create_task(listen())
        await asyncio.sleep(0)
        for page in "234":  # without a pause: only the last is news
            preview.show(Shown.first(Drawing(page)))
        while len(heard) < 2:
            await asyncio.sleep(0)
        preview.close()
        await listening
        return heard

    assert asyncio.run(follow()) == ["1", "4"]


class Desk:
    """A preview that is drawn anew in a thread, by a function that a test gives."""

    def __init__(self, file: Path, draw: Callable[[str], Drawing]) -> None:
        self.preview = Preview(Shown.first(Drawing("first")))
        self.posted: list[Shown] = []
        self._drawn: queue.Queue[Shown] = queue.Queue()
        self._thread = threading.Thread(
            target=self.preview.keep_drawing,
            args=(lambda *, partly: draw(file.read_text()), lambda: [file], take_stamps([file]), self._post),
        )
        self._thread.start()

    def _post(self, shown: Shown) -> None:
        self.posted.append(shown)
        if not shown.is_drawing:
            self._drawn.put(shown)

    def next(self) -> Shown:
        return self._drawn.get(timeout=30)

    def close(self) -> None:
        self.preview.close()
        self._thread.join(timeout=30)
        assert not self._thread.is_alive()


def test_saves_that_come_while_it_draws_are_drawn_once_together(tmp_path: Path) -> None:
    file = tmp_path / "map"
    file.write_text("a")
    started, go_on = threading.Event(), threading.Event()
    drawn: list[str] = []

    def draw(text: str) -> Drawing:
        drawn.append(text)
        started.set()
        assert go_on.wait(30)
        return Drawing(text)

    desk = Desk(file, draw)
    try:
        file.write_text("bb")
        assert started.wait(30)
        for text in ("ccc", "dddd", "eeeee"):
            file.write_text(text)
        go_on.set()
        assert desk.next().page == "bb"
        assert desk.next().page == "eeeee"
    finally:
        go_on.set()
        desk.close()
    assert drawn == ["bb", "eeeee"]
    told = [(shown.page, shown.is_drawing) for shown in desk.posted]
    assert told == [("first", True), ("bb", False), ("bb", True), ("eeeee", False)]


def test_what_can_be_read_is_drawn_until_a_picture_is_whole_and_each_wait_is_for_the_next_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "map"
    file.write_text("")
    sizes: list[int] = []
    partly_drawn: list[bool] = []
    drawings = iter([Drawing("part", ODD), Drawing("whole"), Drawing(None, ODD)])

    def wait(stamps: Stamps, _: object) -> list[Path]:
        sizes.extend(stamp[1] for stamp in stamps.values())
        file.write_text("x" * len(sizes))
        return [file] if len(sizes) < 4 else []

    def draw(*, partly: bool) -> Drawing:
        partly_drawn.append(partly)
        return next(drawings)

    monkeypatch.setattr("argmap.serve.preview.wait_for_change", wait)
    Preview(Shown.first(Drawing(None, ODD))).keep_drawing(draw, lambda: [file], take_stamps([file]), lambda _: None)
    assert partly_drawn == [True, True, False]
    assert sizes == [0, 1, 2, 3]


def test_a_file_that_is_replaced_by_one_as_large_and_as_old_has_changed(tmp_path: Path) -> None:
    file, other = tmp_path / "map", tmp_path / "new"
    file.write_text("one")
    other.write_text("two")
    os.utime(file, (1, 1))
    os.utime(other, (1, 1))
    before = take_stamps([file])
    other.replace(file)
    assert take_stamps([file]) != before


def test_what_cannot_be_drawn_at_all_is_a_problem_and_the_next_save_is_drawn(tmp_path: Path) -> None:
    file = tmp_path / "map"
    file.write_text("a")

    def draw(text: str) -> Drawing:
        if text == "odd!":
            raise ArgmapError("it is odd")
        return Drawing(text)

    desk = Desk(file, draw)
    try:
        file.write_text("odd!")
        shown = desk.next()
        assert (shown.page, shown.problems) == ("first", (Problem("it is odd"),))
        file.unlink()
        shown = desk.next()
        assert (shown.page, [problem.message for problem in shown.problems]) == ("first", ["no such file or directory"])
        file.write_text("good")
        assert desk.next().picture == "whole"
    finally:
        desk.close()


def test_a_change_from_before_the_wait_is_seen_and_a_wait_can_be_ended(tmp_path: Path) -> None:
    file = tmp_path / "map"
    stamps = take_stamps([file, tmp_path / "no" / "such" / "folder"])
    file.write_text("a")
    assert wait_for_change(stamps) == [file]
    stop = threading.Event()
    stop.set()
    assert wait_for_change(take_stamps([file]), stop) == []
