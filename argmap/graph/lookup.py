"""Elements by id and by their place in the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from argmap.model import SECTIONS, ArgumentMap, Attack, Claim, Inference, Party, Path, Proposal, Source

E = TypeVar("E", Claim | Proposal, Inference, Attack, Source, Party)
"""Any element."""

SINGULAR = {
    "sources": "source",
    "parties": "party",
    "claims": "claim",
    "inferences": "inference",
    "attacks": "attack",
}
"""Section of a map to the type of its elements."""


def find_paths(argument_map: ArgumentMap) -> Iterator[tuple[Path, str]]:
    """Yield the path and the id of every element, in file order."""
    for section in SECTIONS:
        for index, element in enumerate(getattr(argument_map, section)):
            yield (section, index), element.id


def first_paths(argument_map: ArgumentMap) -> dict[str, Path]:
    """Return the path of the first element of the file that has the id, for each id."""
    paths: dict[str, Path] = {}
    for path, element_id in find_paths(argument_map):
        paths.setdefault(element_id, path)
    return paths


def by_id(elements: tuple[E, ...]) -> dict[str, E]:
    """Return the elements by id; of several with one id the one whose JSON sorts first, whatever the file's order."""
    found = {element.id: element for element in elements}
    if len(found) < len(elements):
        counts = Counter(element.id for element in elements)
        for element in sorted(
            (e for e in elements if counts[e.id] > 1), key=lambda e: e.model_dump_json(), reverse=True
        ):
            found[element.id] = element
    return found


def find_duplicates(argument_map: ArgumentMap) -> Iterator[tuple[str, Path]]:
    """Yield the id and the path of every element whose id an earlier one has, in file order."""
    seen: set[str] = set()
    for path, element_id in find_paths(argument_map):
        if element_id in seen:
            yield element_id, path
        seen.add(element_id)
