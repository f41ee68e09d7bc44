"""The words by which spreadsheets and drawings call what speaks for and against."""

from __future__ import annotations

import re

SUPPORTS = frozenset(
    {"support", "supports", "supported_by", "pro", "for", "+", "+1", "1", "reason", "because", "premise", "yes", "ra",
     "evidence", "backs", "implies", "inference"}
)  # fmt: skip
"""Words for a reason, in lower case, with `_` for spaces and dashes."""

ATTACKS = frozenset(
    {"attack", "attacks", "con", "against", "-", "-1", "−", "objection", "objects", "but", "no", "ca", "rebut",
     "rebuts", "rebuttal", "undermine", "undermines", "undercut", "undercuts", "contradicts", "conflict", "refutes",
     "opposes"}
)  # fmt: skip
"""Words for an objection."""


def as_word(cell: str) -> str:
    """Return a cell as the names of columns and relations are compared: lower case, `_` for spaces and dashes."""
    cell = cell.strip().lower()
    return cell if cell in {"-", "-1"} else re.sub(r"[\s_-]+", "_", cell)
