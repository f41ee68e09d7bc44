"""The layouts that documents of the AIF family have: where nodes and edges are, and what their keys are called."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


class Layout(StrEnum):
    """How a document is laid out; the value is the word that extensions hold."""

    AIFDB = "aifdb"
    """`nodes` and `edges` at the top: AIFdb, uploads to it, and the first files of OVA3."""
    XAIF = "xaif"
    """`AIF` at the top, with the nodes and edges in it, beside the text and how it is drawn: xAIF and OVA3."""
    OVA2 = "ova2"
    """`nodes` and `edges` at the top; a node has an `id`, and an edge holds the two nodes whole."""

    @property
    def id_key(self) -> str:
        """The key of a node's id."""
        return "id" if self is Layout.OVA2 else "nodeID"

    @property
    def ends(self) -> tuple[str, str]:
        """The keys of the two ends of an edge."""
        return ("from", "to") if self is Layout.OVA2 else ("fromID", "toID")

    @property
    def path(self) -> tuple[str, ...]:
        """The way to the mapping that holds nodes and edges."""
        return ("AIF",) if self is Layout.XAIF else ()


def find_layout(document: Json) -> Layout | None:
    """Return the layout of a document; None if it has no nodes where one of them would."""
    inner = document.get("AIF")
    if isinstance(inner, dict) and "nodes" in inner:
        return Layout.XAIF
    nodes = document.get("nodes")
    if not isinstance(nodes, list):
        return None
    named = (node for node in nodes if isinstance(node, dict) and ("nodeID" in node or "id" in node))
    return Layout.OVA2 if "nodeID" not in next(named, {"nodeID": ""}) else Layout.AIFDB


def graph_of(document: Json, layout: Layout) -> Json:
    """Return the mapping of the document that holds nodes and edges."""
    graph: Json = document["AIF"] if layout is Layout.XAIF else document
    return graph


def key_of(raw: Any) -> str | None:
    """Return by what nodes, edges and locutions name one another: 7 and "7" are the same; None if it is no id."""
    if raw.__class__ is str:
        return str(raw)
    return str(raw) if raw.__class__ is int and abs(raw) < 10**100 else None


def listed(value: Any) -> list[Any]:
    """Return the list; nothing of what is no list, such as the null of a list that is empty."""
    return value if isinstance(value, list) else []


def mappings(value: Any) -> list[Json]:
    """Return the mappings of a list."""
    return [item for item in listed(value) if isinstance(item, dict)]


def text_of(values: Mapping[str, Any], key: str) -> str:
    """Return a text of a mapping; "" if it has none."""
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""
