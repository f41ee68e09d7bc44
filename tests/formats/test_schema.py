"""The JSON Schema accepts the examples and refuses broken maps, as the reader does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from ruamel.yaml import YAML
from strategies import maps

from argmap.formats import dumps, read_text, schema
from argmap.model import ArgumentMap

ROOT = Path(__file__).parents[2]
VALIDATOR = jsonschema.Draft202012Validator(schema())
DOCUMENTED = re.findall(
    r"```yaml\n(argmap: 1\n.*?)```", (ROOT / "docs/reference/file-format.md").read_text(), re.DOTALL
)


def as_json(text: str) -> Any:
    """Return YAML as an editor sees it: dates as text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.resolver.versioned_resolver  # noqa: B018 - made on first use, and changed below
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
    return json.loads(json.dumps(yaml.load(text)))


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.yaml")), ids=lambda path: path.name)
def test_the_schema_accepts_the_examples(path: Path) -> None:
    VALIDATOR.validate(as_json(path.read_text(encoding="utf-8")))


def test_the_schema_accepts_the_example_of_the_documentation() -> None:
    assert DOCUMENTED
    for text in DOCUMENTED:
        VALIDATOR.validate(as_json(text))


@settings(max_examples=80, deadline=None)
@given(maps)
def test_the_schema_accepts_what_is_written(drawn: ArgumentMap) -> None:
    VALIDATOR.validate(json.loads(dumps(drawn, format="json")))


@pytest.mark.parametrize(
    "broken",
    [
        {},
        [],
        {"argmap": 2},
        {"argmap": 1, "titel": "x"},
        {"argmap": 1, "main": "a b"},
        {"argmap": 1, "claims": {"a b": "x"}},
        {"argmap": 1, "claims": {"a": 5}},
        {"argmap": 1, "claims": {"a": {"txt": "x"}}},
        {"argmap": 1, "claims": {"a": {"text": "x", "txt": "x"}}},
        {"argmap": 1, "claims": {"a": {"text": "x", "kind": "fcat"}}},
        {"argmap": 1, "claims": {"a": {"text": "x", "weight": 2}}},
        {"argmap": 1, "claims": {"a": {"text": "x", "weight": "0.5"}}},
        {"argmap": 1, "claims": {"a": {"text": "x", "implicit": "yes"}}},
        {"argmap": 1, "claims": {"a": {"text": "x", "when": "June"}}},
        {"argmap": 1, "claims": {"a": {"text": "x", "agent": "b"}}},
        {"argmap": 1, "claims": {"a": {"text": "x", "at": {"paragraph": 0}}}},
        {"argmap": 1, "claims": {"a": {"text": "x", "type": "proposal", "kind": "fact"}}},
        {"argmap": 1, "claims": [{"text": "x"}]},
        {"argmap": 1, "inferences": {"i": {"premises": [], "conclusion": "a"}}},
        {"argmap": 1, "inferences": {"i": {"premises": "a"}}},
        {"argmap": 1, "attacks": {"i": {"premises": "a"}}},
        {"argmap": 1, "attacks": 4},
        {"argmap": 1, "waivers": [{"reason": "x"}]},
        {"argmap": 1, "waivers": {"rule": "x"}},
    ],
)  # fmt: skip
def test_the_schema_and_the_reader_refuse_the_same_maps(broken: Any) -> None:
    assert not VALIDATOR.is_valid(broken)
    assert read_text(json.dumps(broken), "broken.json").findings
