"""What differs between two maps, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, assert_never

from pydantic import BaseModel

from argmap.checks.words import name_ids
from argmap.graph import Change, Differences, FieldChange, Part
from argmap.model import Anchor, Attack, Claim, Inference, Party, Proposal, Source, Waiver
from argmap.model.printable import printable
from argmap.reports.json_text import dump_json

_MOST_NAMED = 12
_LINE = 100
"""Longer lines are broken before the arrow, so that the two values stand under one another."""
_TYPES: Mapping[type[BaseModel], str] = {
    Source: "source",
    Party: "party",
    Claim: "claim",
    Proposal: "proposal",
    Inference: "inference",
    Attack: "attack",
    Waiver: "waiver",
}
_IDS = frozenset(
    {"id", "article", "main", "premises", "conclusion", "warrant", "target", "element"}
    | {"cites", "by", "agent", "reciprocates", "party"}
)
"""Fields that hold ids."""
_ORDER = tuple(_TYPES.values())


def differences_as_text(differences: Differences) -> str:
    """Return a line for each element that is removed (-), added (+) or changed (~), then how many there are of each.

    Under a changed element each field has a line of its own. The map's own fields come first, then sources, parties,
    claims, inferences, attacks and waivers.
    """
    if not differences:
        return "no differences\n"
    lines = ["~ map", *_field_lines(differences.fields)] if differences.fields else []
    parts = [(_rank(part), [f"- {_describe(part)}"]) for part in differences.removed]
    parts += [(_rank(change.after), _change_lines(change)) for change in differences.changed]
    parts += [(_rank(part), [f"+ {_describe(part)}"]) for part in differences.added]
    for _, told in sorted(parts, key=lambda part: part[0]):
        lines += told
    changed = len(differences.changed) + bool(differences.fields)
    lines.append(_counts(len(differences.removed), len(differences.added), changed))
    return "\n".join(map(printable, lines)) + "\n"


def differences_as_json(differences: Differences) -> str:
    """Return the differences as a JSON object.

    It has `same` (true or false), `map` (the map's own fields that differ), and the lists `removed`, `added` and
    `changed`. An object of `removed` and `added` has `type` (source, party, claim, proposal, inference, attack or
    waiver), `id` (of a waiver null) and `element`, as a map in JSON has it in Python's shape. One of `changed` has
    `type`, `id` (in the map after), `id_before`, and `fields`: each with `field`, `before` and `after`.
    """
    return dump_json(
        {
            "same": not differences,
            "map": [_field_object(change) for change in differences.fields],
            "removed": [_object(part) for part in differences.removed],
            "added": [_object(part) for part in differences.added],
            "changed": [
                {
                    "type": _TYPES[type(change.after)],
                    "id": getattr(change.after, "id", None),
                    "id_before": getattr(change.before, "id", None),
                    "fields": [_field_object(field) for field in change.fields],
                }
                for change in differences.changed
            ],
        }
    )


def _counts(removed: int, added: int, changed: int) -> str:
    return f"{removed} removed, {added} added, {changed} changed"


def _rank(part: Part) -> int:
    kind = _TYPES[type(part)]
    # A claim can become a proposal, so the two stand together.
    return _ORDER.index("claim" if kind == "proposal" else kind)


def _describe(part: Part) -> str:
    match part:
        case Claim() | Proposal():
            return f"{_name(part)} {_quoted(part.text)}"
        case Inference():
            return f"{_name(part)} from {name_ids(part.premises, _MOST_NAMED)} to [{part.conclusion}]"
        case Attack():
            return f"{_name(part)} from {name_ids(part.premises, _MOST_NAMED)} on [{part.target}]"
        case Source():
            return f"{_name(part)} {_quoted(part.title)}"
        case Party():
            return f"{_name(part)} {_quoted(part.name)}"
        case Waiver():
            return f"{_name(part)}: {_quoted(part.reason)}"
        case _:
            assert_never(part)


def _name(part: Part) -> str:
    if isinstance(part, Waiver):
        return f"waiver of {part.rule} for {'the map' if part.element is None else f'[{part.element}]'}"
    return f"{_TYPES[type(part)]} [{part.id}]"


def _change_lines(change: Change) -> list[str]:
    return [f"~ {_name(change.after)}", *_field_lines(change.fields)]


def _field_lines(fields: tuple[FieldChange, ...]) -> Iterator[str]:
    for field in fields:
        before, after = (_value(value, is_id=field.field in _IDS) for value in (field.before, field.after))
        if before == after:  # they differ in white space only
            before, after = (dump_json(_plain(value)).replace("\n", "") for value in (field.before, field.after))
        line = f"    {field.field}: {before} -> {after}"
        if len(line) <= _LINE:
            yield line
        else:
            yield from (f"    {field.field}: {before}", f"{'->':>{len(field.field) + 5}} {after}")


def _value(value: object, *, is_id: bool = False) -> str:
    match value:
        case None | "" | ():
            return "none"
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case str() if is_id:
            return f"[{value}]"
        case str():
            return _quoted(value)
        case tuple():
            return ", ".join(_value(item, is_id=is_id) for item in value)
        case Anchor():
            return _anchor(value)
        case dict():
            return dump_json(value).replace("\n", "")
        case _:
            return str(value)


def _anchor(anchor: Anchor) -> str:
    place = "" if anchor.paragraph is None else f"¶ {anchor.paragraph}"
    words = [_quoted(part) for part in (anchor.prefix, anchor.start, anchor.end, anchor.suffix) if part]
    source = "" if anchor.source is None else f"[{anchor.source}]"
    return " ".join(part for part in (source, place, " ... ".join(words)) if part)


def _quoted(text: str) -> str:
    return f'"{" ".join(text.split())}"'


def _object(part: Part) -> dict[str, Any]:
    return {
        "type": _TYPES[type(part)],
        "id": getattr(part, "id", None),
        "element": part.model_dump(mode="json", exclude_defaults=True),
    }


def _field_object(change: FieldChange) -> dict[str, Any]:
    return {"field": change.field, "before": _plain(change.before), "after": _plain(change.after)}


def _plain(value: object) -> Any:
    """Return the value as JSON has it."""
    match value:
        case tuple():
            return [_plain(item) for item in value]
        case BaseModel():
            return value.model_dump(mode="json", exclude_defaults=True)
        case Enum():
            return value.value
        case None | bool() | int() | float() | dict():
            return value
        case _:
            return str(value)
