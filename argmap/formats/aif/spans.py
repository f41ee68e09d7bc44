"""The analysed text of an OVA document: HTML in which spans name the nodes, and the anchors that they give."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from argmap.formats.aif.layout import Json
from argmap.formats.anchoring import Anchoring
from argmap.model import Anchor

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
_ID = re.compile(r"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_BREAKS = frozenset({"br", "div", "p", "li", "tr", "h1", "h2", "h3"})


@dataclass
class MarkedText:
    """A text without its tags.

    Attributes:
        text: the plain text.
        spans: id of a span to where it starts and ends in the plain text.
    """

    text: str = ""
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))


def html_of(document: Json) -> str:
    """Return the analysed text of a document as it stands there, with its tags; "" if there is none."""
    for key in ("text", "analysis"):
        kept = document.get(key)
        text = kept.get("txt") if isinstance(kept, dict) else kept
        if isinstance(text, str) and text.strip():
            return text
    return ""


def read_marked_text(html: str) -> MarkedText:
    """Return the plain text and its spans; O(length of the text)."""
    marked = MarkedText()
    pieces: list[str] = []
    length = 0
    open_spans: list[tuple[str, int]] = []
    at = 0
    for tag in _TAG.finditer(html):
        piece = unescape(html[at : tag.start()])
        at = tag.end()
        if tag[2].lower() in _BREAKS:
            piece += "\n"
        pieces.append(piece)
        length += len(piece)
        if tag[2].lower() != "span":
            continue
        if tag[1]:
            if open_spans:
                span_id, start = open_spans.pop()
                marked.spans[span_id].append((start, length))
        elif not tag[3].endswith("/"):
            found = _ID.search(tag[3])
            open_spans.append((next(filter(None, found.groups()), "") if found else "", length))
    pieces.append(unescape(html[at:]))
    marked.text = "".join(pieces)
    marked.spans.pop("", None)
    return marked


def find_anchors(html: str) -> Iterator[tuple[str, Anchor]]:
    """Yield the id of each span with the anchor of its passage, in the order of their ids' first ends."""
    marked = read_marked_text(html)
    anchoring = Anchoring(marked.text)
    for span_id, places in marked.spans.items():
        for start, end in places:
            anchor = anchoring.anchor(start, end)
            if anchor is not None:
                yield span_id, anchor
