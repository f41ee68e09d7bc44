"""What the format Argdown is."""

from __future__ import annotations

import re
from collections import Counter

from argmap.formats.argdown.edges import find_edges
from argmap.formats.argdown.reader import read
from argmap.formats.argdown.writer import write
from argmap.formats.fields import fields_of
from argmap.formats.result import LoadResult
from argmap.formats.spec import FormatSpec
from argmap.model import ArgumentMap
from argmap.model.argument_map import SECTIONS

_MOST_LOOKED_AT = 20_000
_TITLE = re.compile(r"^[ \t]*(?:\[[^-\]\n][^\]\n]*\]:|<[^\s>!/?-][^>\n]*>:?(?=\s))", re.MULTILINE)
_RELATION = re.compile(r"^[ \t]+(?:\+>|->|<\+|<-|><|_>|<_|[-+_] )[ \t]*[\[<\w]", re.MULTILINE)
_STRUCTURE = re.compile(r"^[ \t]*\(\d+\)[^\n]*\n(?:(?!\n)[^\n]*\n)*?[ \t]*--", re.MULTILINE)
_OTHER = re.compile(
    r"\s*(?:[{]|<\?xml|<!DOCTYPE|<[a-zA-Z]+[\s/][^>\n]*=|<(?:lkif|graphml|arggraph|ARG)>|Discussion Title:)"
)


def recognise(text: str) -> str:
    """Return why a text is Argdown; "" if it does not look like it."""
    start = text[:_MOST_LOOKED_AT]
    if _OTHER.match(start):
        return ""
    if _STRUCTURE.search(start):
        return "a premise-conclusion structure"
    titles, relations = _TITLE.search(start), _RELATION.search(start)
    if titles and relations:
        return "titles in brackets, and relations under them"
    return "a title in brackets with a colon" if titles else ""


def find_losses(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Return what the writer loses of a map, or keeps where only argmap reads it, one sentence each."""
    losses: list[str] = []
    for section in SECTIONS:
        counted = Counter(element.id for element in getattr(argument_map, section))
        repeated = [element_id for element_id, count in counted.items() if count > 1]
        if repeated:
            losses.append(f"of {section} with the same id only the first is written: {', '.join(repeated[:5])}")
    drawn = {edge.target for edges in find_edges(argument_map).by_target.values() for edge in edges}
    hidden = [attack.id for attack in argument_map.attacks if attack.target not in drawn]
    if hidden:
        losses.append(
            "attacks that Argdown cannot draw stand in the front matter, where only argmap reads them: "
            + ", ".join(hidden[:5])
        )
    return tuple(losses)


def _read(text: str, name: str) -> LoadResult:
    return read(text, name)


_HOLDS = fields_of(
    "title language article main standard note extensions",
    sources="id title author publisher date url party medium note extensions",
    parties="id name interests note extensions",
    claims="id text type kind given cites implicit by at when standard weight note tags agent action reciprocates "
    "extensions",
    inferences="id premises conclusion scheme warrant answers weight by at note extensions",
    attacks="id premises target weight by at note extensions",
    waivers="rule element reason extensions",
)

SPEC = FormatSpec(
    name="argdown",
    title="Argdown, plain text for argument maps, by Christian Voigt and Gregor Betz",
    suffixes=(".argdown", ".ad"),
    recognise=recognise,
    read=_read,
    write=write,
    holds=_HOLDS,
    remarks=(
        "What Argdown has no word for stands in the front matter under `argmap`, where only argmap reads it. The order "
        "of elements may change, comments and blank lines of an Argdown file are not kept, and of elements with the "
        "same id only the first is written."
    ),
    source="https://argdown.org/syntax, and the lexer and parser of @argdown/core 1.7.5, which are the definition",
    find_losses=find_losses,
)
"""Argdown as argmap reads and writes it."""
