"""The page: its parts, put into one file."""

from __future__ import annotations

from functools import cache
from html import escape
from string import Template
from typing import Unpack

from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap
from argmap.model.anchor import is_web_address
from argmap.model.collector import collector_paused
from argmap.render.options import Options, PictureOptions
from argmap.render.page.data import as_json, page_data
from argmap.render.page.lists import findings_list, outline_list
from argmap.render.page.parts import content_policy, join_scripts, page_language, read_asset
from argmap.render.page.shell import page_head, page_style
from argmap.render.page.small_svg import picture_in_page
from argmap.render.text import clean
from argmap.render.themes import DEFAULT

LABELLING = ("labelling/program.js", "labelling/model.js", "labelling/labels.js")
"""The parts of the script that label a map, in order; they need no page."""

SCRIPTS = (
    *LABELLING,
    "assets/dom.js",
    "assets/graph.js",
    "assets/state.js",
    "assets/view.js",
    "assets/picture.js",
    "assets/collapse.js",
    "assets/chips.js",
    "assets/layers.js",
    "assets/why.js",
    "assets/steps.js",
    "assets/lists.js",
    "assets/panel.js",
    "assets/tabs.js",
    "assets/what_if_view.js",
    "assets/search.js",
    "assets/theme.js",
    "assets/keys.js",
    "assets/keep.js",
    "assets/address.js",
    "assets/start.js",
)
"""The parts of the script, in the order in which they stand in the page: each uses only what stands before it, but
for what it calls when the page has started."""

STYLES = ("assets/page.css", "assets/room.css", "assets/summary.css", "assets/picture.css", "assets/media.css")
"""The page's own parts of the style sheet, in order."""

UNTITLED = "Argument map"
_HERE = "argmap.render.page"
_OWN_COLOURS = (DEFAULT, "default", "dark")
"""Themes that the page itself has, and can change between; in any other the picture stays as it is drawn."""


def to_html(argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> str:
    """Return the map as an interactive page: one HTML file that loads nothing and needs no network.

    It shows the picture of `to_svg`, to pan and zoom, the claim that is chosen with its sources and links into the
    article, the findings, the argument as an outline, and what falls or stands if claims are rejected or accepted.
    Without script it shows picture, outline and findings. The same map gives the same bytes.

    Args:
        argument_map: the map.
        **options: see `PictureOptions`. Layers, labels and collapsed claims are what the page shows when it is opened;
            without roles it tells none. The dark theme is the page's own, which readers can change; in the others the
            picture stays as it is drawn.

    Raises:
        PictureOptionError: an option has a value that cannot be drawn.
        RendererNotFoundError: there is no Graphviz program.
        RenderError: the map is too large, or the program failed or ran out of time.
        UnknownElementError: the map has no claim with the id of the focus.
    """
    return build_page(argument_map, options)


@collector_paused()
def build_page(argument_map: ArgumentMap, options: PictureOptions, *, summary: str = "") -> str:
    """Return the page of `to_html`, with a summary in a sheet of its own.

    Args:
        argument_map: the map.
        options: what the picture shows, and the page when it is opened.
        summary: HTML that stands first among the sheets; every text of the map in it must be escaped. Its buttons with
            `data-element` lead to that element. "" for no such sheet.
    """
    wanted, graph = Options(**options), ArgumentGraph(argument_map)
    title = clean(argument_map.title if wanted.title is None else wanted.title) or UNTITLED
    is_foreign = wanted.theme not in _OWN_COLOURS
    # The title stands above the picture. The script draws the layers, collapses claims, and makes the picture dark.
    plain: PictureOptions = {**options, "title": "", "layers": (), "labels": None, "collapse": ()}
    if not is_foreign:
        plain["theme"] = DEFAULT
    script, style = _script(), _style()
    policy, language = content_policy(script, style), page_language(argument_map.language)
    theme = "dark" if wanted.theme == "dark" else ""
    return Template(_asset("assets/page.html")).substitute(
        head=page_head(title, style, policy, language=language, theme=theme),
        language=language,
        title=escape(title),
        byline=_byline(graph),
        picture=picture_in_page(graph, in_own_colours=is_foreign, **plain),
        summary_tab=_asset("assets/summary_tab.html") if summary else "",
        claim_selected="false" if summary else "true",
        summary=Template(_asset("assets/summary.html")).substitute(summary=summary) if summary else "",
        outline=outline_list(graph, wanted),
        findings=findings_list(wanted.findings),
        count=sum(finding.is_open for finding in wanted.findings),
        data=as_json(page_data(graph, title, wanted)),
        script=script,
    )


def _byline(graph: ArgumentGraph) -> str:
    """Return who wrote the article that is mapped, where and when, as a link if it has an address."""
    article = graph.sources.get(graph.map.article or "")
    if article is None:
        return ""
    date = "" if article.date is None else str(article.date)
    parts = [clean(part) for part in (article.author, article.title, article.publisher, date) if part]
    words = f"<bdi>{escape(', '.join(parts))}</bdi>"
    if is_web_address(article.url):
        words = f'<a href="{escape(article.url)}" target="_blank" rel="noopener noreferrer">{words}</a>'
    return f'<p class="byline">{words}</p>' if parts else ""


@cache
def _script() -> str:
    return join_scripts(map(_asset, SCRIPTS))


@cache
def _style() -> str:
    return page_style(((_HERE, name) for name in STYLES), picture="#argmap-svg")


def _asset(name: str) -> str:
    return read_asset(_HERE, name)
