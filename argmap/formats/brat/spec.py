"""What brat stand-off holds, and how it is recognised."""

from __future__ import annotations

import re

from argmap.formats.brat.reader import NAME, read
from argmap.formats.brat.writer import has_places, write
from argmap.formats.fields import fields_of
from argmap.formats.foreign import kept_by
from argmap.formats.read_back import find_lost
from argmap.formats.spec import FormatSpec
from argmap.model import (
    ArgumentMap,
)

_FIRST = re.compile(r"\s*(?:[TAR]\d+\S*\t\S+ |#\d*\tAnnotatorNotes )")


def _recognise(text: str) -> str:
    return "lines of stand-off annotations such as `T1` and `R1`" if _FIRST.match(text.removeprefix("\ufeff")) else ""


_HOLDS = fields_of(
    "main article extensions",
    sources="id",
    claims="id text note at extensions",
    inferences="id premises conclusion extensions",
    attacks="id premises target extensions",
)


def _find_losses(argument_map: ArgumentMap) -> tuple[str, ...]:
    lost = find_lost(argument_map, write, read, _HOLDS, {NAME})
    if kept_by(argument_map, NAME) and not has_places(argument_map):
        return ("a claim is new or has another text, so that all offsets are those of a new text file", *lost)
    return lost


SPEC = FormatSpec(
    "brat",
    "brat stand-off annotations as in the Argument Annotated Essays",
    (".ann",),
    _recognise,
    read,
    write,
    _HOLDS,
    "Ids become T1 and R1 if they are not of that form already. A relation has one premise, so that linked premises "
    "become convergent, and nothing can attack an inference. The annotated text is a file of its own.",
    "https://brat.nlplab.org/standoff.html; Stab and Gurevych, Argument Annotated Essays 2.0 (2017)",
    _find_losses,
)
