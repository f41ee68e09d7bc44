"""The shape of a native document: short forms written out, and which scalars of a YAML file are not text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from argmap.formats.native.anchor_line import EXPECTED, parse_anchor_line
from argmap.formats.notices import Notice, notice
from argmap.formats.tree import entries, find_repeated_keys
from argmap.model import SECTIONS, ArgumentMap, Attack, Claim, Finding, Inference, Party, Path, Proposal, Source, Waiver
from argmap.model.elements import MOST_DEPTH

NUMBERED = (*SECTIONS, "waivers")
"""The top-level keys whose entries paths count; waivers are a list in every file."""

LIST_FIELDS = frozenset({"main", "premises", "cites", "tags", "interests", "at"})
"""The fields in which a single value may stand for a list of one."""

MODELS: Mapping[str, type[BaseModel]] = {
    "sources": Source,
    "parties": Party,
    "claims": Claim,
    "inferences": Inference,
    "attacks": Attack,
    "waivers": Waiver,
}
"""Section to the model of its elements; a claim may also be a proposal."""

_DATE_FIELDS = ("when", "date")
_SINGULAR = {"parties": "party", "waivers": "waiver"}
_INTEGER = re.compile(r"[-+]?[0-9]{1,4000}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS = {"": None, "~": None} | {
    form: value
    for word, value in (("null", None), ("true", True), ("false", False))
    for form in (word, word.title(), word.upper())
}


def singular(section: str) -> str:
    """Return the word for one element of the section, for example "claim"."""
    return _SINGULAR.get(section, section.removesuffix("s"))


def resolve_scalar(path: Path, text: str) -> Any:
    """Return the value of an unquoted YAML scalar: text, but for numbers, truth values and extensions.

    An empty scalar is None: the field is as good as left out.
    """
    if "extensions" in path[:3:2]:  # of the map or of an element
        return _core_value(text)
    if text == "":
        return None
    name = path[-1] if path else None
    if path == ("argmap",) or (name == "paragraph" and "at" in path):
        return int(text) if _INTEGER.fullmatch(text) else text
    if len(path) == 3 and name == "weight":
        return float(text) if _FLOAT.fullmatch(text) else text
    if len(path) == 3 and name == "implicit":
        return _WORDS.get(text, text)
    return text


def _core_value(text: str) -> Any:
    """Return the value of a scalar under YAML 1.2's core schema, without octal and hexadecimal numbers."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


@dataclass
class Shape:
    """A document on its way to a map.

    Attributes:
        fields: the arguments of the map; sections are lists of dicts with id.
        has_repeated_keys: whether a mapping of the document has a key twice.
        findings: what was noticed, with paths.
        kept: section to the file's numbers of the elements that are in `fields`.
    """

    fields: dict[str, Any]
    has_repeated_keys: bool = False
    findings: list[Finding] = field(default_factory=list)
    kept: dict[str, list[int]] = field(default_factory=dict)

    def write_out(self) -> None:
        """Turn the document's short forms into the long ones; O(size)."""
        if self.has_repeated_keys:
            self._report_repeated_keys()
        # A misspelt field is told also where it has no value yet.
        known = ArgumentMap.model_fields.keys() | {"argmap"}
        self.fields = {name: value for name, value in self.fields.items() if value is not None or name not in known}
        for section in NUMBERED:
            if section in self.fields:
                self._write_out_section(section)
        if "main" in self.fields:
            self.fields["main"] = _listed(self.fields["main"])
        self._limit_extensions(self.fields, ())

    def _write_out_section(self, section: str) -> None:
        content = self.fields[section]
        if isinstance(content, dict) and section != "waivers":
            pairs: Iterator[tuple[str | None, Any]] = entries(content)
        elif isinstance(content, list):
            pairs = ((None, value) for value in content)
        else:
            expected = "a list" if section == "waivers" else f"{singular(section)} ids and what they are"
            self._unexpected((section,), f"field `{section}`", content, expected)
            del self.fields[section]
            return
        elements, kept = [], []
        for number, (element_id, value) in enumerate(pairs):
            element = self._element(section, number, element_id, value)
            if element is not None:
                elements.append(element)
                kept.append(number)
        self.fields[section] = elements
        self.kept[section] = kept

    def _element(self, section: str, number: int, element_id: str | None, value: Any) -> dict[str, Any] | None:
        path = (section, number)
        owner = f"{singular(section)} [{element_id}]" if element_id else f"{singular(section)} {number + 1}"
        if section == "claims" and isinstance(value, str):
            value = {"text": value}
        elif value is None:
            value = {}
        if not isinstance(value, dict):
            self._unexpected(path, owner, value, "its fields")
            return None
        element: dict[str, Any] = value
        if element_id is not None:
            if element.setdefault("id", element_id) != element_id:
                message = f"{singular(section)} [{element_id}] has another id in its field `id`"
                self.findings.append(notice(Notice.UNEXPECTED_VALUE, message, "leave the field out", (*path, "id")))
            element["id"] = element_id
        if section == "claims":
            element["type"] = element.get("type") or "claim"
        for name in element.keys() & _SHORT_FORMS:
            self._write_out_field(element, name, path)
        if any(value is None for value in element.values()):
            _drop_empty(element, section)
        return element

    def _write_out_field(self, element: dict[str, Any], name: str, path: Path) -> None:
        value = element[name]
        if value is None:
            return
        match name:
            case "at":
                anchors = [self._anchor(item, (*path, name, n)) for n, item in enumerate(_listed(value))]
                element[name] = anchors
                if None in anchors:  # without all of them the places of the others would be those of their neighbours
                    del element[name]
            case "when" | "date":
                if type(value) is int:  # a year in JSON
                    element[name] = str(value)
            case "extensions":
                self._limit_extensions(element, path)
            case _:
                element[name] = _listed(value)

    def _anchor(self, value: Any, path: Path) -> Any:
        if type(value) is int:
            return {"paragraph": value}
        if isinstance(value, dict):
            return value
        anchor = parse_anchor_line(value) if isinstance(value, str) else None
        if anchor is None:
            self._unexpected(path, "anchor", value, EXPECTED)
        return anchor

    def _limit_extensions(self, element: dict[str, Any], path: Path) -> None:
        if _is_deeper(element.get("extensions"), MOST_DEPTH):
            message = f"extensions are nested deeper than {MOST_DEPTH} levels"
            self.findings.append(notice(Notice.UNEXPECTED_VALUE, message, "flatten them", (*path, "extensions")))
            del element["extensions"]

    def _report_repeated_keys(self) -> None:
        for path, key, element_id in find_repeated_keys(self.fields, NUMBERED):
            owner = "the map"
            if len(path) > 2:
                section, number = str(path[0]), path[1]
                name = (
                    f"[{element_id}]" if element_id is not None else number + 1 if isinstance(number, int) else number
                )
                owner = f"{singular(section)} {name}"
            message = f"field `{key}` stands twice in {owner}"
            self.findings.append(notice(Notice.REPEATED_KEY, message, "keep one of them", path))

    def _unexpected(self, path: Path, what: str, found: Any, expected: str) -> None:
        message = f"{what}: found {show(found)}, expected {expected}"
        self.findings.append(notice(Notice.UNEXPECTED_VALUE, message, path=path))


_SHORT_FORMS = (LIST_FIELDS - {"main"}) | {*_DATE_FIELDS, "extensions"}


def show(value: Any) -> str:
    """Return a value as messages show it, cut short."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value[:40]}…"' if len(value) > 41 else f'"{value}"'
        case int() | float():
            return str(value)[:40] if isinstance(value, float) or abs(value) < 10**40 else "a very large number"
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list" if value else "an empty list"
    return type(value).__name__


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str | int | float | dict) else value


def _drop_empty(element: dict[str, Any], section: str) -> None:
    """Take a known field with no value as left out, but for a claim's text, which may be empty."""
    known = MODELS[section].model_fields.keys() | Proposal.model_fields.keys()
    for name in [name for name, value in element.items() if value is None and name in known]:
        if name == "text":
            element[name] = ""
        else:
            del element[name]


def _is_deeper(value: Any, most: int) -> bool:
    level = [value]
    for _ in range(most):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return False
    return True
