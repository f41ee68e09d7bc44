"""What an edge list is."""

from __future__ import annotations

from argmap.formats.edge_list.reader import read_edge_list, recognise_edge_list
from argmap.formats.edge_list.writer import find_losses, write_edge_list
from argmap.formats.fields import STRUCTURE
from argmap.formats.spec import FormatSpec

SPEC = FormatSpec(
    name="csv",
    title="an edge list, as people keep in spreadsheets",
    suffixes=(".csv", ".tsv"),
    recognise=recognise_edge_list,
    read=read_edge_list,
    write=write_edge_list,
    holds=STRUCTURE
    | {f"{section}.{name}" for section in ("claims", "inferences", "attacks") for name in ("id", "note", "extensions")}
    | {"inferences.weight", "attacks.weight"},
    remarks="Commas, semicolons, tabs or bars stand between the cells. Written are the columns from, from_text, "
    "relation, to, to_text, step, weight and note; rows of one step are linked premises. Columns with other names are "
    "kept as extensions. An apostrophe before = + - @ keeps a spreadsheet from running a cell.",
    source="RFC 4180; OWASP, CSV Injection",
    find_losses=find_losses,
    namespaces=("csv",),
)
