"""What arggraph holds, and how it is recognised."""

from __future__ import annotations

import re

from argmap.formats.arggraph.reader import NAME, read
from argmap.formats.arggraph.writer import write
from argmap.formats.fields import fields_of
from argmap.formats.read_back import find_lost
from argmap.formats.spec import FormatSpec


def _recognise(text: str) -> str:
    return "XML with the element `arggraph`" if re.search(r"<arggraph[\s>/]", text) else ""


_HOLDS = fields_of(
    "title article extensions",
    sources="id",
    parties="id name",
    claims="id text implicit by at extensions",
    inferences="id premises conclusion scheme extensions",
    attacks="id premises target extensions",
)

SPEC = FormatSpec(
    "arggraph",
    "arggraph XML of the argumentative microtexts",
    (".xml",),
    _recognise,
    read,
    write,
    _HOLDS,
    "A claim may be said by the opponent or by nobody named. Of the schemes only support by example has a word. A "
    "changed text is written where one segment alone realises the claim.",
    "Peldszus and Stede, An Annotated Corpus of Argumentative Microtexts (2015), arggraph.dtd",
    lambda found: find_lost(found, write, read, _HOLDS, {NAME}),
)
