"""Themes: the colours of a picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.render import to_svg
from argmap.render.themes import DEFAULT, Theme, ThemeError, load_theme, read_theme, theme_names

CONTRAST = {"default": 4.5, "dark": 4.5, "print": 4.5, "high-contrast": 7.0}
"""What text needs against its ground: WCAG 2.2, 1.4.3 and 1.4.6."""


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def texts(theme: Theme) -> list[tuple[str, str]]:
    """Return each colour of text with what is behind it."""
    found = [(colour, theme.paper) for colour in (theme.ink, theme.muted, theme.plus)]
    for card in theme.cards.values():
        found += [(colour, card.tint) for colour in (card.accent, card.ink, card.reference)]
    for pill in theme.pills.values():
        found += [(theme.pill_ink, pill), (theme.pill_faint, pill), (pill, theme.paper)]
    found += [(chip.ink, chip.fill) for chip in theme.chips.values()]
    return found + [(theme.paper, change.colour) for change in theme.changes.values()]


@pytest.mark.parametrize("name", theme_names())
def test_text_stands_out_from_its_ground(name: str) -> None:
    assert [pair for pair in texts(load_theme(name)) if contrast(*pair) < CONTRAST[name]] == []


@pytest.mark.parametrize("name", theme_names())
def test_lines_and_borders_stand_out_from_the_paper(name: str) -> None:
    """WCAG 2.2, 1.4.11: 3 to 1 for what a picture says without words."""
    theme = load_theme(name)
    colours = [line.colour for line in theme.lines.values()]
    colours += [card.border or card.accent for card in theme.cards.values()]
    assert [colour for colour in colours if contrast(colour, theme.paper) < 3] == []


@pytest.mark.parametrize("name", theme_names())
def test_kinds_are_told_apart_without_colour(name: str) -> None:
    theme = load_theme(name)
    assert len({(card.word, card.icon, card.dashed) for card in theme.cards.values()}) == len(theme.cards)
    assert len({(line.stroke, line.head) for line in theme.lines.values()}) == len(theme.lines)


def test_the_print_theme_has_no_colour(small_map: ArgumentMap) -> None:
    colours = set(re.findall(r"#[0-9a-f]{6}", to_svg(small_map, theme="print", layers=["labels"])))
    assert {colour for colour in colours if len({colour[1:3], colour[3:5], colour[5:7]}) > 1} == set()


@pytest.mark.parametrize("orientation", ["up", "columns"])
def test_no_colour_of_the_default_theme_is_left_in_another(small_map: ArgumentMap, orientation: str) -> None:
    dark = to_svg(small_map, theme="dark", orientation=orientation)
    assert [colour for colour in ("#ffffff", "#1b1f23", "#00694e", "#fafbfc", "#0b4f83") if colour in dark] == []


def test_themes_move_nothing(small_map: ArgumentMap) -> None:
    sizes = {re.search(r'viewBox="[^"]*"', to_svg(small_map, theme=name))[0] for name in theme_names()}
    assert len(sizes) == 1


def test_a_theme_file_changes_what_it_names(tmp_path: Path, small_map: ArgumentMap) -> None:
    file = tmp_path / "school.toml"
    file.write_text(
        'base = "dark"\n[cards.objection]\ntint = "#123456"\n[pills]\nshown-by = "#ABCDEF"\n', encoding="utf-8"
    )
    svg = to_svg(small_map, theme=str(file))
    assert "#123456" in svg
    assert "#abcdef" in svg
    assert load_theme("dark").paper.lower() in svg


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("paper = 1", "t.toml: paper: no such key"),
        ('[picture]\npapre = "#FFFFFF"', "t.toml: picture.papre: no such key, did you mean paper?"),
        ('[picture]\npaper = "white"', "t.toml: picture.paper: found 'white', expected a colour such as"),
        ('[cards.reason]\ntint = "#FFF\\" onload=\\"x"', "t.toml: cards.reason.tint: found"),
        ("cards = 3", "t.toml: cards: found 3, expected a table"),
        ('[lines.gap]\nstroke = "wavy"', "t.toml: lines.gap.stroke: found 'wavy', expected one of solid"),
        ('base = "neon"', "t.toml: base: found 'neon', expected one of default"),
        ("[", "t.toml: this is not TOML"),
    ],
)
def test_a_theme_that_cannot_be_used_names_the_place(text: str, says: str) -> None:
    with pytest.raises(ThemeError) as caught:
        read_theme(text, "t.toml")
    assert str(caught.value).startswith(says)


def test_an_unknown_theme_lists_those_there_are(small_map: ArgumentMap) -> None:
    with pytest.raises(ThemeError, match="neon: no such theme, expected one of default, dark, print, high-contrast"):
        to_svg(small_map, theme="neon")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="cannot be read: no such file"):
        load_theme(tmp_path / "none.toml")


@given(st.text())
def test_any_text_is_a_theme_or_an_error_that_names_the_file(text: str) -> None:
    said = ""
    try:
        read_theme(text, "t.toml")
    except ThemeError as error:
        said = str(error)
    assert not said or said.startswith("t.toml: ")


def test_the_default_theme_is_the_default() -> None:
    assert load_theme("default") is DEFAULT
