"""The formats of the AIF family, each with how it is recognised and what it holds."""

from __future__ import annotations

import re

from argmap.formats.aif.reader import NAME, read
from argmap.formats.aif.writer import write_aifdb, write_ova2, write_xaif
from argmap.formats.fields import fields_of
from argmap.formats.read_back import find_lost
from argmap.formats.spec import FormatSpec, Write
from argmap.model import ArgumentMap

_NODES = re.compile(r'"nodes"\s*:\s*\[')
_AIF = re.compile(r'"AIF"\s*:\s*\{')
_NODE_ID = re.compile(r'"nodeID"\s*:')
_WHOLE_END = re.compile(r'"from"\s*:\s*\{')
_FROM_ID = re.compile(r'"fromID"\s*:')
_EMPTY = re.compile(r'"nodes"\s*:\s*\[\s*\].*"locutions"\s*:', re.DOTALL)

_HOLDS = fields_of(
    "title article extensions",
    sources="id title date url",
    parties="id name extensions",
    claims="id text by at extensions",
    inferences="id premises conclusion scheme extensions",
    attacks="id premises target extensions",
)
_REMARKS = (
    "Claims are I-nodes, inferences RA-nodes, attacks CA-nodes; all other nodes and edges are kept as extensions. "
    "Title, article and anchors are read from the analysed text and stay in a document that has one; "
    "they are not written into a new one. Who says a claim is written as a locution."
)
_SOURCE = "AIF (Chesnevar et al., Towards an Argument Interchange Format, 2006) as AIFdb and OVA write it in JSON"


def _starts_as_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def _recognise_aifdb(text: str) -> str:
    if _starts_as_json(text) and not _AIF.search(text) and not _recognise_ova2(text):
        if _NODES.search(text) and _NODE_ID.search(text):
            return "JSON with `nodes` that have a `nodeID`"
        if _EMPTY.search(text):
            return "JSON with `nodes` and `locutions`"
    return ""


def _recognise_xaif(text: str) -> str:
    is_xaif = _starts_as_json(text) and _AIF.search(text) and _NODES.search(text)
    return "JSON with `nodes` in `AIF`" if is_xaif else ""


def _recognise_ova2(text: str) -> str:
    is_ova2 = _starts_as_json(text) and _NODES.search(text) and _WHOLE_END.search(text) and not _FROM_ID.search(text)
    return "JSON with `nodes`, and edges that hold whole nodes" if is_ova2 else ""


def find_losses(argument_map: ArgumentMap, write: Write) -> tuple[str, ...]:
    """Return what a writer of the family loses of a map, a sentence each."""
    return find_lost(argument_map, write, read, _HOLDS, {NAME})


AIF = FormatSpec(
    "aif",
    "Argument Interchange Format as AIFdb has it",
    (".aif.json", ".json"),
    _recognise_aifdb,
    read,
    write_aifdb,
    _HOLDS,
    _REMARKS,
    _SOURCE,
    lambda found: find_losses(found, write_aifdb),
)
XAIF = FormatSpec(
    "xaif",
    "xAIF, the extended AIF of OVA3 and the tools around it",
    (".xaif.json", ".json"),
    _recognise_xaif,
    read,
    write_xaif,
    _HOLDS,
    _REMARKS,
    _SOURCE,
    lambda found: find_losses(found, write_xaif),
)
OVA2 = FormatSpec(
    "ova2",
    "The files of OVA2, the online visualisation of arguments before OVA3",
    (".ova2.json", ".json"),
    _recognise_ova2,
    read,
    write_ova2,
    _HOLDS,
    _REMARKS,
    _SOURCE,
    lambda found: find_losses(found, write_ova2),
)
