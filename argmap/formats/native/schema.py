"""The JSON Schema of a native file, made from the models, for editors that complete and check while typing."""

from __future__ import annotations

import copy
from typing import Any

from argmap.formats.native.anchor_line import EXPECTED, LINE_PATTERN
from argmap.formats.native.reader import VERSION
from argmap.formats.native.shape import LIST_FIELDS, singular
from argmap.model import SECTIONS, ArgumentMap
from argmap.model.ids import ID_PATTERN

_ONE_LINE_ANCHOR = {"type": "string", "pattern": LINE_PATTERN, "description": f"An anchor in one line: {EXPECTED}."}
_ANCHOR_NEEDS = {
    "anyOf": [{"required": ["start"]}, {"required": ["paragraph"]}],
    "dependentRequired": {"end": ["start"], "prefix": ["start"], "suffix": ["start"]},
}
_PARAGRAPH = {"type": "integer", "minimum": 1, "description": "An anchor that names a paragraph."}
_MODEL_NAMES = {"sources": "Source", "parties": "Party", "inferences": "Inference", "attacks": "Attack"}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a native file.

    It describes the shape of a YAML or JSON file with its short forms. What it cannot say, such as that ids are
    defined, the checks find.
    """
    generated = ArgumentMap.model_json_schema()
    definitions = generated["$defs"]
    for name in ("Claim", "Proposal", *_MODEL_NAMES.values()):
        _add_entry(definitions, name)
    for definition in definitions.values():
        for name, field in definition.get("properties", {}).items():
            shape = _with_short_forms(name, field)
            is_needed = name in definition.get("required", ()) and name != "text"
            definition["properties"][name] = shape if is_needed else _or_nothing(shape)
    definitions["Anchor"] |= _ANCHOR_NEEDS
    fields = generated["properties"]
    for name in fields:
        fields[name] = _or_nothing(_with_short_forms(name, fields[name]))
    for section in SECTIONS:
        fields[section] = _section(section)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:argmap:map:{VERSION}",
        "title": "Argument map",
        "description": "The argument of an article: claims, inferences between them and attacks on them.",
        "type": "object",
        "properties": {"argmap": {"const": VERSION, "description": "Version of the format."}} | fields,
        "required": ["argmap"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _add_entry(definitions: dict[str, Any], name: str) -> None:
    """Add the shape that an element has under its id, where it needs no field `id`; nothing is a shape too."""
    entry = copy.deepcopy(definitions[name])
    del entry["properties"]["id"]
    entry["required"] = [field for field in entry["required"] if field != "id"]
    entry["title"] = f"{name} under its id"
    if name == "Proposal":  # the one field that tells it from a claim
        entry["required"] = ["type", *entry["required"]]
        definitions[name]["required"] = ["type", *definitions[name]["required"]]
    definitions[f"{name}Entry"] = entry


def _section(section: str) -> dict[str, Any]:
    if section == "claims":
        text = {"type": "string", "description": "A claim that only has a text."}
        entries: list[dict[str, Any]] = [{"$ref": "#/$defs/ClaimEntry"}, {"$ref": "#/$defs/ProposalEntry"}, text]
        items = [{"$ref": "#/$defs/Claim"}, {"$ref": "#/$defs/Proposal"}]
    else:
        model = _MODEL_NAMES[section]
        entries, items = [{"$ref": f"#/$defs/{model}Entry"}], [{"$ref": f"#/$defs/{model}"}]
        if section in {"sources", "parties"}:  # all of their fields can be left out, and then YAML says null
            entries.append({"type": "null"})
    mapping = {
        "type": "object",
        "propertyNames": {"pattern": ID_PATTERN, "maxLength": 200},
        "additionalProperties": {"anyOf": entries} if len(entries) > 1 else entries[0],
        "description": f"Each {singular(section)} under its id.",
    }
    listed = {"type": "array", "items": {"anyOf": items} if len(items) > 1 else items[0]}
    return {"anyOf": [mapping, listed, {"type": "null"}]}


def _or_nothing(field: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field that may stand there without a value, as while somebody is typing."""
    choices = field.get("anyOf")
    if choices is None:
        description = {"description": field["description"]} if "description" in field else {}
        return {"anyOf": [field, {"type": "null"}], **description}
    if {"type": "null"} in choices:
        return field
    return {**field, "anyOf": [*choices, {"type": "null"}]}


def _with_short_forms(name: str, field: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field that also takes a single value for a list of one, a year, or an anchor line."""
    if name == "at":
        one = [field["items"], _ONE_LINE_ANCHOR, _PARAGRAPH]
        return {"anyOf": [*one, {"type": "array", "items": {"anyOf": one}}], "description": field["description"]}
    if name in LIST_FIELDS:
        description = {"description": field["description"]} if "description" in field else {}
        return {"anyOf": [field["items"], field], **description}
    if name in {"when", "date"}:
        return {**field, "anyOf": [{"type": "integer", "minimum": 1000, "maximum": 9999}, *field["anyOf"]]}
    return field
