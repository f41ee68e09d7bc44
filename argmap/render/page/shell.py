"""What all pages have alike: the head, and the style that each begins with."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from string import Template

from argmap.render.page.colours import dark_style
from argmap.render.page.parts import join_styles, read_asset

_HERE = "argmap.render.page"
_POLICY = '<meta http-equiv="Content-Security-Policy" content="{}">\n'


def page_head(title: str, style: str, policy: str = "", *, language: str = "en", theme: str = "") -> str:
    """Return the beginning of a page, to the end of its head.

    Args:
        title: what the page is about; plain text.
        style: its style sheet.
        policy: what it may load and run; "" where the server says it.
        language: the language of what it shows, as an attribute can hold it.
        theme: "light" or "dark" if it is opened so; "" as the system says.
    """
    return Template(read_asset(_HERE, "assets/head.html")).substitute(
        language=language,
        theme=f' data-theme="{theme}"' if theme else "",
        policy=_POLICY.format(policy) if policy else "",
        title=escape(title),
        style=style,
    )


def page_style(parts: Iterable[tuple[str, str]], *, picture: str = "", dark: str = "") -> str:
    """Return the style sheet of a page: what all begin with, its own parts in order, and the dark.

    Args:
        parts: the packages and names of its own parts.
        picture: the selector of the pictures that it shows; "" for none.
        dark: declarations that only this page has in the dark.
    """
    own = [read_asset(*part) for part in parts]
    colours = read_asset(_HERE, "assets/dark.css") + dark
    return join_styles((read_asset(_HERE, "assets/base.css"), *own, dark_style(colours, picture)))
