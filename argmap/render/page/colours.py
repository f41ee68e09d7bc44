"""Pages in the dark, and the colour that there takes the place of each colour of the picture's theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

TEXT: Mapping[str, str] = MappingProxyType(
    {
        "#1b1f23": "#e8edf2",
        "#57606a": "#a3adb8",
        "#0b4f83": "#8cc8f2",
        "#cfe6f7": "#0b3c6f",
        "#ffffff": "#10151a",
        "#00694e": "#63d9b4",
        "#7a5200": "#f2c45a",
        "#a33a00": "#ff9f6b",
        "#8a2f69": "#eda6d0",
        "#b00020": "#ff95a0",
        "#ffe3d3": "#40200f",
    }
)
"""Colours of text. What is white on a dark card or pill is nearly black on a light one."""

SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "#ffffff": "#15191e",
        "#fafbfc": "#1a1f25",
        "#d8dee4": "#323b45",
        "#e4f0f9": "#10304a",
        "#0b3c6f": "#cfe6f7",
        "#f1f7fc": "#14263a",
        "#eaf7f2": "#0f3028",
        "#fdf5e0": "#33280c",
        "#fdeee6": "#3a1c0e",
        "#faeef5": "#35182b",
        "#f6f8fa": "#20262d",
        "#fff7f7": "#3a1015",
        "#0b4f83": "#8cc8f2",
        "#00694e": "#63d9b4",
        "#7a5200": "#f2c45a",
        "#a33a00": "#ff9f6b",
        "#8a2f69": "#eda6d0",
        "#b00020": "#ff95a0",
        "#57606a": "#a3adb8",
        "#00825f": "#46c39c",
        "#c85200": "#ff8a4c",
    }
)
"""Colours of cards, pills, brackets and lines; the stripes of cards stay as they are."""

_SCOPES = (
    "@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme=light]) {{ {} }} }}",
    "@media screen {{ :root[data-theme=dark] {{ {} }} }}",
)
"""When it is dark: when the system is and the page is not set to light, or when the page is set to dark."""


def dark_style(declarations: str, picture: str = "#argmap-svg") -> str:
    """Return the style sheet for the dark.

    Each colour of the picture becomes a variable that only the dark sets, so that on paper and in the light the
    picture stays as it was drawn.

    Args:
        declarations: the variables of the page itself in the dark.
        picture: the selector of the pictures; "" for a page without any.
    """
    if not picture:
        return _in_the_dark(declarations)
    colours = "".join(f"--t-{light[1:]}:{dark};" for light, dark in TEXT.items())
    colours += "".join(f"--s-{light[1:]}:{dark};" for light, dark in SHAPES.items())
    return "\n".join(_picture_rules(picture)) + "\n" + _in_the_dark(f"{declarations}\n{colours}")


def _in_the_dark(declarations: str) -> str:
    return "".join(f"{scope.format(declarations)}\n" for scope in _SCOPES)


def _picture_rules(selector: str) -> Iterator[str]:
    picture = f"{selector}:not(.own)"
    yield f"{selector} text{{fill:#1b1f23}}"
    yield f'{selector} [font-size="9"]:not([font-weight]){{font-weight:700}}'
    yield f"{picture} text{{fill:var(--t-1b1f23,#1b1f23)}}"
    for light in TEXT:
        yield f'{picture} text[fill="{light}"]{{fill:var(--t-{light[1:]},{light})}}'
    for light in SHAPES:
        value = f"var(--s-{light[1:]},{light})"
        yield f'{picture} :not(text)[fill="{light}"]{{fill:{value}}}'
        yield f'{picture} [stroke="{light}"]{{stroke:{value}}}'
        yield f'{picture} [stop-color="{light}"]{{stop-color:{value}}}'
