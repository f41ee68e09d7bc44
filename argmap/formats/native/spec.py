"""What argmap's own format is, in its two forms."""

from __future__ import annotations

import re
from functools import partial

from argmap.formats.fields import all_fields
from argmap.formats.native.reader import read_text
from argmap.formats.native.writer import dumps
from argmap.formats.spec import FormatSpec
from argmap.formats.text import is_json

OWN_SUFFIXES = (".argmap.yaml", ".argmap.yml", ".argmap.json")
"""Ends of names that say by themselves that a file is a map of argmap's own."""

_START = 20_000
_FRONT_MATTER = "==="
"""Argdown's; it may hold what the writer of that format keeps for argmap."""
_YAML_KEY = re.compile(r"^(argmap|claims|inferences)[ \t]*:(?:[ \t]|$)", re.MULTILINE)
_FLOW_KEY = re.compile(r"[{,]\s*[\"']?(argmap|claims|inferences)[\"']?\s*:")


def is_own(text: str) -> bool:
    """Tell whether the text says that it is a map of argmap's own, as `argmap: 1` does near its start."""
    return "argmap" in _keys(text)


def _keys(text: str) -> list[str]:
    """Return the keys of a map that stand near the start of a text."""
    start = text[:_START].lstrip("\ufeff \t\r\n")
    if start.startswith(_FRONT_MATTER):
        return []
    return [match[1] for match in (_FLOW_KEY if start.startswith("{") else _YAML_KEY).finditer(start)]


def _recognise_yaml(text: str) -> str:
    if is_json(text, ""):
        return ""
    keys = _keys(text)
    return f"YAML with `{'argmap' if 'argmap' in keys else keys[0]}`" if keys else ""


def _recognise_json(text: str) -> str:
    if not is_json(text, ""):
        return ""
    keys = [match[1] for match in _FLOW_KEY.finditer(text[:_START])]
    return f"JSON with `{'argmap' if 'argmap' in keys else keys[0]}`" if keys else ""


_HOLDS = frozenset(all_fields())
_SOURCE = "docs/reference/file-format.md"

YAML = FormatSpec(
    name="yaml",
    title="argmap's own format, written to be typed",
    suffixes=(".argmap.yaml", ".argmap.yml", ".yaml", ".yml"),
    recognise=_recognise_yaml,
    read=read_text,
    write=partial(dumps, format="yaml"),
    holds=_HOLDS,
    remarks="Read up to 2 MB. Comments and blank lines of a file that is read are not part of the map.",
    source=_SOURCE,
)
JSON = FormatSpec(
    name="json",
    title="argmap's own format as JSON",
    suffixes=(".argmap.json", ".json"),
    recognise=_recognise_json,
    read=read_text,
    write=partial(dumps, format="json"),
    holds=_HOLDS,
    remarks="The same shape as the YAML, read up to 256 MB.",
    source=_SOURCE,
)
