"""What a goal structure in the YAML of gsn2x is."""

from __future__ import annotations

from argmap.formats.fields import STRUCTURE
from argmap.formats.gsn.reader import read_gsn, recognise_gsn
from argmap.formats.gsn.writer import find_changes, write_gsn
from argmap.formats.read_back import find_lost
from argmap.formats.spec import FormatSpec
from argmap.model import ArgumentMap

_HOLDS = (
    STRUCTURE
    | {"title", "extensions", "sources.id", "sources.title", "sources.url", "sources.extensions"}
    | {f"claims.{name}" for name in ("id", "given", "cites", "note", "tags", "extensions")}
    | {f"inferences.{name}" for name in ("id", "warrant", "note", "extensions")}
    | {"attacks.id"}
)
_NAMESPACES = ("gsn",)


def _find_losses(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Tell what of a map a goal structure cannot hold, beyond fields; it writes and reads once."""
    return find_changes(argument_map) + find_lost(argument_map, write_gsn, read_gsn, _HOLDS, _NAMESPACES)


SPEC = FormatSpec(
    name="gsn",
    title="a goal structure (GSN) in the YAML of gsn2x",
    suffixes=(".gsn.yaml", ".gsn.yml"),
    recognise=recognise_gsn,
    read=read_gsn,
    write=write_gsn,
    holds=_HOLDS,
    remarks="Contexts become notes. A strategy that does not lead from goals to goals becomes a claim with the tag "
    "strategy. Layers, levels, classes and confidence are kept as extensions and not used. Written, an inference is a "
    "strategy, what attacks is a counter goal, and an assumed premise is an assumption.",
    source="GSN Community Standard, version 3 (2021); gsn2x, https://github.com/jonasthewolf/gsn2x",
    find_losses=_find_losses,
    namespaces=_NAMESPACES,
)
