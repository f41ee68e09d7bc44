"""What arguebuf's JSON holds, and how it is recognised."""

from __future__ import annotations

import re

from argmap.formats.arguebuf.reader import NAME, read
from argmap.formats.arguebuf.writer import write
from argmap.formats.fields import fields_of
from argmap.formats.read_back import find_lost
from argmap.formats.spec import FormatSpec

_NODES = re.compile(r'"nodes"\s*:\s*\{')
_PART = re.compile(r'"(?:atom|scheme)"\s*:\s*\{')


def _recognise(text: str) -> str:
    is_json = text.lstrip("\ufeff \t\r\n").startswith("{")
    if is_json and _NODES.search(text) and (_PART.search(text) or '"schemaVersion"' in text):
        return "JSON with a mapping `nodes` of atoms and schemes"
    return ""


_HOLDS = fields_of(
    "article main extensions",
    sources="id title url extensions",
    parties="id name extensions",
    claims="id text by at extensions",
    inferences="id premises conclusion scheme extensions",
    attacks="id premises target extensions",
)

SPEC = FormatSpec(
    "arguebuf",
    "The JSON of arguebuf, schema version 1",
    (".arguebuf.json", ".json"),
    _recognise,
    read,
    write,
    _HOLDS,
    "Rephrases and preferences are kept as extensions. Schemes are written by arguebuf's words where it has one. "
    "Resources and references to them stay in a document that has them; they are not written into a new one.",
    "arg-services, graph/v1/graph.proto (https://github.com/recap-utr/arg-services)",
    lambda found: find_lost(found, write, read, _HOLDS, {NAME}),
)
