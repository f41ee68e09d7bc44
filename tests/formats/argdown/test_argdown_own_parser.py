"""Argdown's own parser accepts what is written, and counts in files what argmap counts.

The tests need Node and the npm package @argdown/core (1.7.5) in a folder that ARGMAP_ARGDOWN names:
`npm install --ignore-scripts @argdown/core@1.7.5`. Without it they are skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from argdown_snippets import SNIPPETS, WRITTEN_AS_READ
from hypothesis import HealthCheck, given, settings
from strategies import maps, structures

from argmap.formats import load
from argmap.formats.argdown import count, read, write
from argmap.model import ArgumentMap

ROOT = Path(__file__).parent.parent.parent.parent
SCRIPT = Path(__file__).parent / "count.js"
_MORE_THAN_THE_MODEL = {"a step for each argument"}  # a plugin of Argdown's that comes after the model


class OwnParser:
    """Argdown's own parser, in a process that answers line by line."""

    def __init__(self, folder: str) -> None:
        environment = {**os.environ, "NODE_PATH": str(Path(folder) / "node_modules")}
        self._process = subprocess.Popen(
            ["node", str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
        )

    def ask(self, text: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(text), file=self._process.stdin, flush=True)
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def own_parser() -> Iterator[OwnParser]:
    folder = os.environ.get("ARGMAP_ARGDOWN", "")
    if not folder or shutil.which("node") is None:
        pytest.skip("needs Node, and @argdown/core in the folder that ARGMAP_ARGDOWN names")
    parser = OwnParser(folder)
    yield parser
    parser.close()


def _check(own_parser: OwnParser, argument_map: ArgumentMap) -> None:
    text = write(argument_map)
    if text.endswith("===\n\n"):  # Argdown wants at least one statement
        return
    found = own_parser.ask(text)
    counted = count(text)
    assert found["problems"] == []
    expected = [counted.arguments, counted.statements, counted.relations, counted.structures]
    if _speaks_of_itself(argument_map):  # Argdown takes `[a] <- [a]` for another relation to [a] that it knows
        expected[2] = found["counts"][2]
    assert found["counts"] == expected


def _speaks_of_itself(argument_map: ArgumentMap) -> bool:
    steps = ((step.premises, step.conclusion) for step in argument_map.inferences)
    attacks = ((attack.premises, attack.target) for attack in argument_map.attacks)
    return any(end in premises for premises, end in (*steps, *attacks))


@pytest.mark.parametrize("name", sorted(SNIPPETS.keys() - _MORE_THAN_THE_MODEL))
def test_snippets_have_the_counts_that_argdown_gives(own_parser: OwnParser, name: str) -> None:
    text, expected = SNIPPETS[name]
    found = own_parser.ask(text)
    assert (found["problems"], tuple(found["counts"])) == ([], expected)


@pytest.mark.parametrize("name", WRITTEN_AS_READ)
def test_what_is_read_and_written_is_accepted(own_parser: OwnParser, name: str) -> None:
    _check(own_parser, read(WRITTEN_AS_READ[name]).whole_map())


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.argmap.yaml")), ids=lambda path: path.name)
def test_the_examples_are_accepted_with_their_texts(own_parser: OwnParser, path: Path) -> None:
    example = load(path)
    _check(own_parser, example)
    assert own_parser.ask(write(example))["texts"] == {claim.id: claim.text for claim in example.claims}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(maps | structures)
def test_any_map_is_accepted(own_parser: OwnParser, drawn: ArgumentMap) -> None:
    _check(own_parser, drawn)
