"""What Argdown has no place for: a supplement in the front matter, under `argmap`, in the shape of a native file.

The writer puts there whatever the reader would not find in the rest of the text; the reader lays it over what the text
draws. Argdown itself passes over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.formats.argdown.document import Data
from argmap.model import SECTIONS, ArgumentMap

OWN = "argmap"
"""The name of the supplement in the front matter."""

TITLES = "titles"
"""Ids of titles, for statements and for arguments, that are not made from the titles."""

_ABSENT = "absent"
_RENAMED = "renamed"
_STEPS = ("inferences", "attacks")


def titles_to_ids(supplement: Data) -> tuple[dict[str, str], dict[str, str]]:
    """Return the ids that the supplement gives to titles of statements and of arguments."""
    titles = supplement.get(TITLES)
    by_kind = titles if isinstance(titles, dict) else {}
    statements, arguments = (by_kind.get(kind) for kind in ("statements", "arguments"))
    return _texts(statements), _texts(arguments)


def _texts(values: Any) -> dict[str, str]:
    if not isinstance(values, dict):
        return {}
    return {title: known for title, known in values.items() if isinstance(known, str)}


def merge(
    fields: dict[str, Any], starts: Mapping[str, list[int]], supplement: Data
) -> tuple[dict[str, Any], dict[str, list[int]]]:
    """Lay the supplement over the fields of a map.

    Args:
        fields: the fields of the map that the text draws; they are changed.
        starts: for each section, where its elements stand.
        supplement: fields of the map, and of elements by their ids; `absent` has the ids of elements that are drawn and
            are not in the map, `renamed` the ids of inferences and attacks that have another id than relations get.

    Returns:
        The fields, and where the elements stand now; -1 for one that is in the supplement only.
    """
    placed = {section: list(offsets) for section, offsets in starts.items()}
    renamed, absent = (_sections(supplement.get(name)) for name in (_RENAMED, _ABSENT))
    for section in SECTIONS:
        names = _texts(renamed.get(section))
        for element in fields.get(section, ()) if names and section in _STEPS else ():
            element["id"] = names.get(element["id"], element["id"])
        listed = absent.get(section)
        gone = {item for item in listed if isinstance(item, str)} if isinstance(listed, list) else set()
        if section in supplement or gone:
            _merge_section(fields, placed, section, supplement.get(section), gone)
    not_fields = {*SECTIONS, TITLES, _ABSENT, _RENAMED, OWN}
    fields |= {name: value for name, value in supplement.items() if name not in not_fields}
    return fields, placed


def _sections(value: Any) -> Data:
    return value if isinstance(value, dict) else {}


def _merge_section(
    fields: dict[str, Any], placed: dict[str, list[int]], section: str, supplement: Any, gone: set[str]
) -> None:
    if supplement is not None and not isinstance(supplement, dict):
        fields[section] = supplement  # the shape of native files says what is wrong with it
        placed[section] = []
        return
    starts = placed.get(section, [])
    kept = [
        (element, start)
        for element, start in zip(fields.get(section, ()), starts, strict=True)
        if element["id"] not in gone
    ]
    by_id = {element["id"]: element for element, _ in kept}
    for element_id, value in (supplement or {}).items():
        values = {"text": value} if isinstance(value, str) and section == "claims" else value
        known = by_id.get(element_id)
        if known is not None and isinstance(values, dict):
            known.update(values)
        elif known is None:
            kept.append(({"id": element_id, **values} if isinstance(values, dict) else values, -1))
    fields[section] = [element for element, _ in kept]
    placed[section] = [start for _, start in kept]


def supplement_for(original: ArgumentMap, drawn: ArgumentMap) -> Data:
    """Return the supplement that makes the second map the first, but for the order of elements and repeated ids."""
    wanted, found = _document(original), _document(drawn)
    supplement: Data = {}
    renamed: Data = {}
    absent: Data = {}
    for section in SECTIONS:
        here, there = wanted.pop(section), found.pop(section)
        names = _find_renamed(here, there)
        there = {names.get(element_id, element_id): values for element_id, values in there.items()}
        gone = [element_id for element_id in there if element_id not in here]
        changed = {
            element_id: _difference(values, there.get(element_id, {}))
            for element_id, values in here.items()
            if element_id not in there or not _is_same(values, there[element_id])
        }
        for kind, values in ((supplement, changed), (renamed, names), (absent, gone)):
            if values:
                kind[section] = values
    if renamed:
        supplement[_RENAMED] = renamed
    if absent:
        supplement[_ABSENT] = absent
    return {**_difference(wanted, found), **supplement}


def _document(argument_map: ArgumentMap) -> Data:
    """Return the map as plain values, the elements by their ids; of those with the same id the first."""
    document = argument_map.model_dump(mode="json", exclude_defaults=True)
    for section in SECTIONS:
        by_id: dict[str, Data] = {}
        for element, values in zip(getattr(argument_map, section), document.get(section, ()), strict=True):
            if getattr(element, "type", "") == "proposal":
                values["type"] = "proposal"
            by_id.setdefault(values.pop("id"), values)
        document[section] = by_id
    return document


def _find_renamed(wanted: Mapping[str, Data], found: Mapping[str, Data]) -> dict[str, str]:
    """Return the ids of inferences and attacks that join the same claims, to their ids in the wanted map."""
    missing: dict[tuple[Any, ...], str] = {}
    for element_id, values in reversed(list(wanted.items())):
        if element_id not in found and "premises" in values:
            missing[_ends(values)] = element_id
    return {
        element_id: missing.pop(_ends(values))
        for element_id, values in found.items()
        if element_id not in wanted and "premises" in values and _ends(values) in missing
    }


def _ends(values: Data) -> tuple[Any, ...]:
    return tuple(values["premises"]), values.get("conclusion"), values.get("target")


def _difference(wanted: Data, found: Data) -> Data:
    """Return the fields that make the second the first; a field that has no value there is None."""
    changed = {name: value for name, value in wanted.items() if name not in found or not _is_same(value, found[name])}
    return {**changed, **{name: None for name in found if name not in wanted}}


def _is_same(one: Any, other: Any) -> bool:
    if repr(one) == repr(other):
        return True
    import json

    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)  # True is not 1, and 1 not 1.0
