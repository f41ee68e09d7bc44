"""Themes: the colours of a picture, built in or from a small file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from argmap.model import ArgmapError
from argmap.model.nearest import NearestWords
from argmap.render import theme
from argmap.render.theme import (
    CardKind,
    CardStyle,
    ChangeKind,
    ChangeStyle,
    ChipKind,
    ChipStyle,
    LineKind,
    LineStyle,
    PillKind,
)

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}(?:[0-9A-Fa-f]{2})?")
_STROKES = ("solid", "dashed", "dotted", "bold")
_BUILT_IN = ("dark", "print", "high-contrast")
_DEFAULT_NAME = "default"
_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "cards": ("stripe", "accent", "tint", "ink", "border", "reference"),
        "lines": ("colour", "stroke"),
        "chips": ("fill", "ink", "border"),
        "changes": ("colour",),
    }
)
"""What a theme can set of each kind; the keys of `pills` are the kinds themselves."""


@dataclass(frozen=True)
class Theme:
    """The colours of a picture, each as #RRGGBB, or #RRGGBBAA where it lets through what is behind.

    Attributes:
        cards: how each kind of card looks.
        pills: the colour of each kind of pill.
        lines: how each kind of line looks.
        chips: how each kind of chip looks.
        changes: how each kind of change is marked.
        paper: the background.
        ink: the title.
        muted: what is said below the title.
        panel: a column of a map in columns.
        panel_line: its border.
        bracket_line: the border of linked cards.
        bracket_fill: what is behind them.
        plus: the sign between them.
        pill_ink: the word of a pill.
        pill_faint: its second word.
    """

    cards: Mapping[CardKind, CardStyle] = field(default_factory=lambda: theme.CARDS)
    pills: Mapping[PillKind, str] = field(default_factory=lambda: theme.PILLS)
    lines: Mapping[LineKind, LineStyle] = field(default_factory=lambda: theme.LINES)
    chips: Mapping[ChipKind, ChipStyle] = field(default_factory=lambda: theme.CHIPS)
    changes: Mapping[ChangeKind, ChangeStyle] = field(default_factory=lambda: theme.CHANGES)
    paper: str = theme.PAPER
    ink: str = theme.INK
    muted: str = theme.MUTED
    panel: str = theme.PANEL
    panel_line: str = theme.PANEL_LINE
    bracket_line: str = theme.BRACKET_LINE
    bracket_fill: str = theme.BRACKET_FILL
    plus: str = theme.PLUS
    pill_ink: str = theme.PILL_INK
    pill_faint: str = theme.PILL_FAINT

    def card_style(self, kind: CardKind, change: ChangeKind | None) -> CardStyle:
        """Return how the card looks; what was removed is pale, dashed and struck out, whatever it was."""
        style = self.cards[kind]
        if change is not ChangeKind.REMOVED:
            return style
        pale, border = self.muted, self.changes[change].colour
        style = replace(style, stripe="", tint=self.panel, accent=pale, ink=pale, reference=pale, border=border)
        return replace(style, dashed=True, struck=True)

    def without_roles(self) -> Theme:
        """Return the theme in which all claims look and call themselves alike, in text of their own size."""
        plain = self.cards[CardKind.CLAIM]
        own = {CardKind.CLAIM, CardKind.UNDEFINED, CardKind.GAP}
        cards = {
            kind: style
            if kind in own
            else replace(plain, size=style.size, leading=style.leading, most_width=style.most_width, bold=style.bold)
            for kind, style in self.cards.items()
        }
        return replace(self, cards=MappingProxyType(cards))


DEFAULT = Theme()
_COLOURS_OF_ALL = tuple(one.name for one in fields(Theme) if one.type == "str")


class ThemeError(ArgmapError, ValueError):
    """There is no theme of the name, or a theme file cannot be used.

    Attributes:
        file: the file or the name.
    """

    def __init__(self, file: str, what: str) -> None:
        self.file = file
        super().__init__(f"{file}: {what}")


def theme_names() -> tuple[str, ...]:
    """Return the names of the themes that are built in."""
    return (_DEFAULT_NAME, *_BUILT_IN)


def load_theme(name: str | Path) -> Theme:
    """Return a theme that is built in, or that of a file.

    A file is TOML. `base` names the theme that it starts from (default if it is left out); `[picture]` sets colours of
    the whole, `[cards.reason]`, `[lines.support]`, `[chips.in]` and so on those of one kind, `[pills]` those of words.

    Args:
        name: default, dark, print or high-contrast; or the path of a file that ends in .toml.

    Raises:
        ThemeError: there is no such theme, or the file cannot be read or has a problem; it names the place.
    """
    if str(name) in theme_names():
        return _built_in(str(name))
    path = Path(name)
    if path.suffix.lower() != ".toml":
        raise ThemeError(str(name), f"no such theme, expected one of {', '.join(theme_names())}, or a .toml file")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror or "").lower() if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ThemeError(str(path), f"the theme cannot be read: {reason}") from error
    return read_theme(text, str(path))


def read_theme(text: str, file: str = "theme") -> Theme:
    """Return the theme that TOML text describes; see `load_theme`.

    Raises:
        ThemeError: the text has a problem; it names the place.
    """
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ThemeError(file, f"this is not TOML: {error}") from error
    base = found.pop("base", _DEFAULT_NAME)
    if base not in theme_names():
        raise ThemeError(file, f"base: found {base!r}, expected one of {', '.join(theme_names())}")
    return _Reader(file).theme(_built_in(base), found)


@cache
def _built_in(name: str) -> Theme:
    if name == _DEFAULT_NAME:
        return DEFAULT
    file = f"{name}.toml"
    return read_theme(resources.files("argmap.render").joinpath("palettes", file).read_text(encoding="utf-8"), file)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the tables of a theme file, and names the place of whatever it cannot use."""

    file: str

    def theme(self, base: Theme, found: dict[str, Any]) -> Theme:
        self._expect_known("", found, ("base", "picture", "pills", *_KEYS))
        tables = {name: self._table(name, value) for name, value in found.items()}
        names = {name.replace("_", "-"): name for name in _COLOURS_OF_ALL}
        whole = self._colours("picture", tables.get("picture", {}), tuple(names))
        pills = self._colours("pills", {_spaced(k): v for k, v in tables.get("pills", {}).items()}, tuple(PillKind))
        return replace(
            base,
            cards=self._styles("cards", base.cards, tables),
            lines=self._styles("lines", base.lines, tables),
            chips=self._styles("chips", base.chips, tables),
            changes=self._styles("changes", base.changes, tables),
            pills=MappingProxyType({**base.pills, **{PillKind(kind): colour for kind, colour in pills.items()}}),
            **{names[key]: colour for key, colour in whole.items()},
        )

    def _styles(self, name: str, base: Mapping[Any, Any], tables: Mapping[str, dict[str, Any]]) -> Mapping[Any, Any]:
        """Return the styles of each kind with what the file sets of them."""
        styles = dict(base)
        found = tables.get(name, {})
        self._expect_known(name, found, tuple(base))
        for kind in base:
            place = f"{name}.{kind}"
            table = self._table(place, found.get(kind, {}))
            styles[kind] = replace(styles[kind], **self._colours(place, table, _KEYS[name]))
        return MappingProxyType(styles)

    def _colours(self, place: str, table: dict[str, Any], keys: tuple[str, ...]) -> dict[str, str]:
        self._expect_known(place, table, keys)
        for key, value in table.items():
            if key == "stroke":
                if value not in _STROKES:
                    raise self._error(f"{place}.{key}", value, f"one of {', '.join(_STROKES)}")
            elif not (isinstance(value, str) and (_COLOUR.fullmatch(value) or (key == "stripe" and not value))):
                raise self._error(f"{place}.{key}", value, 'a colour such as "#0072B2"')
        return table

    def _table(self, place: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._error(place, value, "a table")
        return value

    def _expect_known(self, place: str, table: Mapping[str, Any], keys: tuple[str, ...]) -> None:
        for key in table:
            if key not in keys:
                nearest = NearestWords(keys).find(key)
                hint = f"did you mean {nearest}?" if nearest else f"expected one of {', '.join(keys)}"
                raise ThemeError(self.file, f"{f'{place}.' if place else ''}{key}: no such key, {hint}")

    def _error(self, place: str, found: Any, expected: str) -> ThemeError:
        return ThemeError(self.file, f"{place}: found {found!r}, expected {expected}")


def _spaced(key: str) -> str:
    return key.replace("-", " ")
