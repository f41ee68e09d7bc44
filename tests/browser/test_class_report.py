"""The pages about the grades of a class, in a browser: nothing is loaded, and everybody can read them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from classroom.some_class import hand_in
from classroom.some_exercises import BRIDGE_MAP, SOME_SET
from playwright.sync_api import Page

from argmap.classroom.class_grades import Entry, ExerciseTask, MapTask, find_files, grade_class
from argmap.classroom.class_report import StudentPages, page_name, write_class_page

TASKS = {"maps": MapTask((BRIDGE_MAP,)), "responses": ExerciseTask(SOME_SET)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", TASKS)
def test_the_pages_are_accessible_and_fit_a_narrow_screen(
    page: Page, tmp_path: Path, assert_accessible: Callable[[Page], None], name: str, scheme: str
) -> None:
    hand_in(tmp_path, 4)
    (tmp_path / name / "broken.json").write_text("{")
    entries = [Entry(file.name, file) for file in find_files([tmp_path / name])]
    finish = StudentPages(tmp_path, len(entries))
    write_class_page(TASKS[name], list(grade_class(TASKS[name], entries, finish=finish)), tmp_path)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 800})
    for file in (
        "index.html",
        page_name(1, len(entries), entries[0].name),
        page_name(3, len(entries), entries[2].name),
    ):
        page.goto((tmp_path / file).as_uri())
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.locator("img").count() == (name == "maps")
