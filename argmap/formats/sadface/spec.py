"""What SADFace holds, and how it is recognised."""

from __future__ import annotations

import re

from argmap.formats.fields import fields_of
from argmap.formats.read_back import find_lost
from argmap.formats.sadface.reader import NAME, read
from argmap.formats.sadface.writer import write
from argmap.formats.spec import FormatSpec

_SHAPE = re.compile(r'"(?:source_id|target_id)"\s*:|"type"\s*:\s*"atom"')


def _recognise(text: str) -> str:
    is_sadface = text.lstrip("\ufeff \t\r\n").startswith("{") and '"nodes"' in text and _SHAPE.search(text)
    return "JSON with `nodes`, and edges with `source_id` and `target_id`" if is_sadface else ""


_HOLDS = fields_of(
    "title note article main extensions",
    sources="id extensions",
    claims="id text at extensions",
    inferences="id premises conclusion scheme extensions",
    attacks="id premises target extensions",
)

SPEC = FormatSpec(
    "sadface",
    "SADFace, the Simple Argument Description Format of the Open Argumentation Platform",
    (".sadface.json", ".json"),
    _recognise,
    read,
    write,
    _HOLDS,
    "Both dialects are read and written; a new document has that of release 0.5, whose attacks run from the attacked "
    "atom to the attacker. Resources and what is anchored in them stay in a document that has them; they are not "
    "written into a new one.",
    "SADFace releases 0.2 and 0.5.4 (https://github.com/ARG-ENU/SADFace)",
    lambda found: find_lost(found, write, read, _HOLDS, {NAME}),
)
