"""The columns of edge lists: their usual names, the words for relations, and cells that a spreadsheet would run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from argmap.formats.relations import as_word

NAMES: Mapping[str, frozenset[str]] = {
    "from": frozenset(
        {"from", "source", "premise", "child", "start", "tail", "reason", "arg1", "source_id", "from_id", "premise_id"}
    ),
    "from_text": frozenset({"from_text", "source_text", "premise_text", "child_text", "text"}),
    "relation": frozenset(
        {"relation", "type", "label", "kind", "stance", "polarity", "edge", "link", "interaction", "sign", "edge_type"}
    ),
    "to": frozenset(
        {"to", "target", "conclusion", "parent", "end", "head", "claim", "arg2", "target_id", "to_id", "conclusion_id"}
    ),
    "to_text": frozenset({"to_text", "target_text", "conclusion_text", "parent_text", "claim_text"}),
    "step": frozenset({"step", "group", "inference", "argument", "step_id", "edge_id"}),
    "weight": frozenset({"weight", "strength"}),
    "note": frozenset({"note", "notes", "comment", "comments", "remark"}),
}
"""What each column may be called, in lower case, with `_` for spaces and dashes."""

COLUMNS = tuple(NAMES)

DELIMITERS: Mapping[str, str] = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}

_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def find_columns(cells: Sequence[str]) -> dict[str, int]:
    """Return which columns a first row names, each with its number; none if it does not name both ends of an edge."""
    found: dict[str, int] = {}
    for number, cell in enumerate(cells):
        word = as_word(cell)
        for name, words in NAMES.items():
            if word in words:
                found.setdefault(name, number)
    return found if {"from", "to"} <= found.keys() else {}


def guard(cell: str) -> str:
    """Return a cell so that no spreadsheet takes it for a formula: with an apostrophe before the sign of one.

    Examples:
        >>> guard("=1+1"), unguard(guard("=1+1"))
        ("'=1+1", '=1+1')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """Return the cell that `guard` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell
