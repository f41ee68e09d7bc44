"""What all pages have alike: the head, and the style that each begins with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import argmap
from argmap.render.page.parts import join_styles
from argmap.render.page.shell import page_head, page_style

PACKAGE = Path(argmap.__file__).parent
OWN_PAGES = {"widget.css"}
"""The widget stands in a page of somebody else's, and must not change it."""

STYLES = [path for path in sorted(PACKAGE.rglob("*.css")) if path.name not in OWN_PAGES]
SHARED = [path for path in STYLES if path.name in {"base.css", "dark.css"}]
REST = [path for path in STYLES if path not in SHARED]


def defined(path: Path) -> set[str]:
    return set(re.findall(r"(--[a-z]+):", path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", REST, ids=lambda path: path.name)
def test_colours_and_the_focus_ring_are_said_in_one_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    shared = set.union(*map(defined, SHARED))
    assert defined(path) & shared == set()
    assert set(re.findall(r"var\((--[a-z]+)", text)) - defined(path) <= shared
    assert re.findall(r"outline: \d+px solid var\(--accent\)", text) == []


def test_every_colour_of_the_light_has_one_in_the_dark() -> None:
    light, dark = map(defined, SHARED)
    assert light - dark == {"--ring"}
    assert dark <= light


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.html")), ids=lambda path: path.name)
def test_only_one_file_has_a_head(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ("<head>" in text) == (path.name == "head.html")
    assert ("<body" in text) == text.startswith("$head")


def test_what_stands_in_the_head_is_escaped_and_the_policy_is_left_to_the_server_if_there_is_none() -> None:
    head = page_head('</title><b title="x">&', "p{}", language="de", theme="dark")
    assert "<title>&lt;/title&gt;&lt;b title=&quot;x&quot;&gt;&amp;</title>" in head
    assert '<html lang="de" data-theme="dark">' in head
    assert "Content-Security-Policy" not in head
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    assert policy in page_head("", "", "default-src 'none'")


def test_a_page_begins_with_the_base_and_has_the_dark_twice_for_the_system_and_for_the_reader() -> None:
    style = page_style([("argmap.classroom.class_report", "assets/report.css")], dark="--tint: #123456;")
    assert style.startswith(":root{color-scheme:light;--paper:#ffffff;")
    assert style.count("#123456") == 2
    assert "#argmap-svg" not in style


def test_styles_are_joined_without_what_only_their_authors_read() -> None:
    parts = ("/* a remark */\na,\nb :hover {\n  color: red;\n", '  content: "a: b";\n}\n')
    assert join_styles(parts) == 'a,b :hover{color:red;content:"a: b"}\n'
