"""What an outline is."""

from __future__ import annotations

from argmap.formats.fields import STRUCTURE
from argmap.formats.outline.reader import read_outline, recognise_outline
from argmap.formats.outline.writer import find_losses, write_outline
from argmap.formats.spec import FormatSpec

SPEC = FormatSpec(
    name="outline",
    title="an indented outline with because and but, as teachers type it",
    suffixes=(".outline.txt", ".outline"),
    recognise=recognise_outline,
    read=read_outline,
    write=write_outline,
    holds=STRUCTURE | {"title", "main", "claims.implicit"},
    remarks="The same sentence twice is one claim; ids are made of the texts. A line without a mark is a reason, which "
    "is told. A branch more than 200 lines deep goes on at the left.",
    source="Rationale, https://www.rationaleonline.com; van Gelder, Teaching Critical Thinking (2005)",
    find_losses=find_losses,
)
