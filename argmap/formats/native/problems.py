"""What pydantic says of a document, in the words of argmap: what was found, what was expected, the nearest word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from argmap.formats.native.shape import MODELS, show, singular
from argmap.formats.notices import Notice, notice
from argmap.model import (
    ArgumentMap,
    Finding,
    Path,
    Proposal,
    find_nearest,
)
from argmap.model.anchor import Anchor

_EXPECTED = {
    "string_type": "text",
    "string_unicode": "text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number from 0 to 1",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "its fields",
    "model_attributes_type": "its fields",
    "string_pattern_mismatch": "an id: no white space, no square brackets, at least one character",
    "string_too_long": "at most 200 characters",
    "too_short": "at least one id",
    "union_tag_invalid": "claim or proposal",
    "none_required": "nothing",
}


_ID_FIELDS = frozenset(
    [
        "id",
        "main",
        "article",
        "premises",
        "conclusion",
        "target",
        "warrant",
        "answers",
        "cites",
        "by",
        "agent",
        "reciprocates",
        "party",
        "source",
        "element",
    ]
)
"""The fields that hold ids."""


def clean_path(location: tuple[int | str, ...]) -> Path:
    """Return the path of a pydantic error without the tags that pydantic adds for unions and for keys."""
    path = list(location)
    if path[:1] == ["claims"] and len(path) > 2 and path[2] in {"claim", "proposal"}:
        del path[2]
    if path and path[-1] == "[key]":
        path.pop()
    return tuple(path)


def finding_of(error: ErrorDetails, fields: Mapping[str, Any]) -> Finding:
    """Return the finding for one error of pydantic.

    Args:
        error: one of `ValidationError.errors()`.
        fields: the document that was validated.
    """
    path = clean_path(error["loc"])
    element = _element_at(fields, path)
    element_id = element.get("id") if isinstance(element, Mapping) else None
    element_id = element_id if isinstance(element_id, str) else None
    owner, name = _describe(path, element_id)
    match error["type"]:
        case "extra_forbidden":
            hint = "leave it out, or put it under `extensions`"
            nearest = find_nearest(name, _field_names(path, element))
            if element is not None and name in Proposal.model_fields and element.get("type") == "claim":
                nearest, hint = None, "add `type: proposal`; only proposals have it"
            fix = f"did you mean `{nearest}`?" if nearest else hint
            return notice(Notice.UNKNOWN_FIELD, f"{owner} has an unknown field `{name}`", fix, path, element_id)
        case "missing":
            return notice(Notice.MISSING_FIELD, f"{owner} has no `{name}`", f"add `{name}`", path, element_id)
    where = f"field `{name}` of {owner}" if name else owner
    expected = _expected(error)
    if expected.startswith(("found ", "expected ")):
        return notice(Notice.UNEXPECTED_VALUE, f"{where}: {expected}", "", path, element_id)
    found = error.get("input")
    if error["type"] == "union_tag_invalid":
        where, found = f"field `type` of {owner}", found.get("type") if isinstance(found, dict) else found
        path = (*path, "type")
    fix = _nearest_choice(found, error)
    return notice(Notice.UNEXPECTED_VALUE, f"{where}: found {show(found)}, expected {expected}", fix, path, element_id)


def _describe(path: Path, element_id: str | None) -> tuple[str, str]:
    """Return who has the field and the name of the field, as messages say them."""
    section = str(path[0]) if path else ""
    if section not in MODELS or len(path) < 2:
        return "the map", _dotted(path)
    number = int(path[1]) + 1 if isinstance(path[1], int) else path[1]
    owner = f"{singular(section)} [{element_id}]" if element_id is not None else f"{singular(section)} {number}"
    return owner, _dotted(path[2:])


def _dotted(path: Path) -> str:
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def _expected(error: ErrorDetails) -> str:
    kind = error["type"]
    context = error.get("ctx", {})
    match kind:
        case "edtf":
            return str(context["reason"])
        case "value_error":
            return str(context["error"])
        case "enum" | "literal_error":
            return _choices(context["expected"])
        case "greater_than_equal" | "less_than_equal":
            return "a number of 1 or more" if error["loc"][-1] == "paragraph" else "a number from 0 to 1"
    if kind == "string_type" and _ID_FIELDS.intersection(error["loc"]):
        return "an id"
    return _EXPECTED.get(kind, error["msg"][0].lower() + error["msg"][1:])


def _nearest_choice(found: Any, error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    choices = _choices(context.get("expected") or context.get("expected_tags") or "")
    nearest = find_nearest(found, choices.split(", ")) if choices and isinstance(found, str) else None
    return f"did you mean {nearest}?" if nearest else ""


def _choices(expected: object) -> str:
    """Return pydantic's list of choices with commas; an Enum member as the word that files hold."""
    return re.sub(r"<[^:>]*: '?([^'>]*)'?>", r"\1", str(expected)).replace("'", "").replace(" or ", ", ")


def _element_at(fields: Mapping[str, Any], path: Path) -> Any:
    if len(path) < 2 or path[0] not in MODELS or not isinstance(path[1], int):
        return None
    return fields[str(path[0])][path[1]]


def _field_names(path: Path, element: Any) -> list[str]:
    model: type[BaseModel] = ArgumentMap
    if len(path) > 2:
        model = MODELS[str(path[0])]
        if isinstance(element, Mapping) and element.get("type") == "proposal":
            model = Proposal
        if "at" in path:
            model = Anchor
    return list(model.model_fields)
