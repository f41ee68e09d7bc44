"""Maps compared without the order of their elements."""

from __future__ import annotations

from typing import Any

from argmap.model import SECTIONS, ArgumentMap


def in_order(argument_map: ArgumentMap) -> dict[str, Any]:
    """Return the fields of a map, its elements by their ids; of those with the same id the first."""
    fields = dict(argument_map)
    for section in SECTIONS:
        first = {element.id: element for element in reversed(fields[section])}
        fields[section] = [first[element_id] for element_id in sorted(first)]
    return fields
