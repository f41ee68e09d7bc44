"""Letters that the embedded fonts lack, and text from right to left."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from argmap.model import ArgumentMap, Draft
from argmap.render import to_png, to_svg
from argmap.render.letters import LettersWarning, missing_letters


def one_claim(text: str) -> ArgumentMap:
    draft = Draft()
    draft.claim(text, main=True)
    return draft.build()


@pytest.fixture
def no_other_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    for variable in ("ARGMAP_DOT", "GRAPHVIZ_DOT"):
        monkeypatch.delenv(variable, raising=False)


def test_latin_greek_cyrillic_and_hebrew_are_drawn() -> None:
    assert missing_letters(["Straße, naïve – “quoted” …", "Ἀθῆναι", "Кёльн", "שלום", "√ × ± ♦ ▲ ● ■ ▼ «"]) == ""


def test_other_scripts_and_emoji_are_missing() -> None:
    assert missing_letters(["学校", "نعم", "😀☕", "ab"]) == "".join(sorted("نعم☕学校😀"))


@pytest.mark.usefixtures("no_other_program")
@pytest.mark.parametrize("name", ["to_png", "to_pdf", "render"])
def test_an_image_without_a_font_for_its_letters_says_so_where_it_was_asked_for(name: str, tmp_path: Path) -> None:
    path = (tmp_path / "map.pdf",) if name == "render" else ()
    with pytest.warns(LettersWarning, match="no font for 学 校: the image has empty boxes there") as caught:
        getattr(one_claim("学校"), name)(*path)
    assert [(warning.message.letters, warning.filename) for warning in caught] == [("学校", __file__)]


@pytest.mark.parametrize(("count", "more"), [(12, ""), (13, " …")])
def test_the_warning_names_twelve_letters(count: int, more: str) -> None:
    letters = "".join(chr(ord("一") + number) for number in range(count))
    assert str(LettersWarning(letters)).startswith(f"no font for {' '.join(letters[:12])}{more}: the image")


@pytest.mark.usefixtures("no_other_program")
def test_an_svg_takes_the_fonts_of_the_viewer_and_warns_of_nothing() -> None:
    assert "学校" in to_svg(one_claim("学校"))


def test_another_graphviz_draws_what_the_embedded_fonts_lack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.render.engine import find_program

    used = tmp_path / "used"
    program = tmp_path / "dot"
    program.write_text(f'#!/bin/sh\ntouch {used}\nexec {find_program()} "$@"\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    to_png(one_claim("plain"))
    assert not used.exists()
    to_png(one_claim("学校"))
    assert used.exists()


def test_text_from_right_to_left_stands_at_the_right_edge_of_its_card() -> None:
    def starts(text: str) -> set[float]:
        return {float(x) for x in re.findall(rf'x="([\d.]+)"[^>]*>{text} ', to_svg(one_claim(f"{text} " * 40)))}

    (left,) = starts("sleep")
    assert starts("שינה")
    assert all(x > left for x in starts("שינה"))
