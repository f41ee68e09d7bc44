"""Writing a map as Argdown and reading it again gives an equal map, but for the order of elements."""

from __future__ import annotations

from pathlib import Path

import pytest
from argdown_snippets import WRITTEN_AS_READ
from hypothesis import given, settings
from in_order import in_order
from strategies import maps, structures

from argmap.formats import load
from argmap.formats.argdown import SPEC, read, write
from argmap.model import SECTIONS, ArgumentMap, Attack, Claim, Inference

ROOT = Path(__file__).parent.parent.parent.parent


@settings(max_examples=40, deadline=None)
@given(maps)
def test_reading_what_was_written_gives_an_equal_map_whatever_the_map(drawn: ArgumentMap) -> None:
    result = read(write(drawn))
    assert in_order(result.whole_map()) == in_order(drawn)


@settings(max_examples=30, deadline=None)
@given(structures)
def test_writing_is_the_same_after_reading(drawn: ArgumentMap) -> None:
    once = read(write(drawn)).whole_map()
    assert in_order(once) == in_order(drawn)
    twice = read(write(once)).whole_map()
    assert in_order(twice) == in_order(once)
    assert write(twice) == write(read(write(twice)).whole_map())


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.argmap.yaml")), ids=lambda path: path.name)
def test_the_examples_come_back(path: Path) -> None:
    example = load(path)
    assert in_order(read(write(example)).whole_map()) == in_order(example)


@pytest.mark.parametrize("name", WRITTEN_AS_READ)
def test_argdown_comes_back_as_argdown(name: str) -> None:
    text = WRITTEN_AS_READ[name]
    written = write(read(text).whole_map())
    if name != "what is not defined":
        assert written == text
    assert "argmap:" not in written
    assert in_order(read(written).whole_map()) == in_order(read(text).whole_map())


def test_what_argdown_has_no_word_for_stands_in_the_front_matter() -> None:
    claims = (Claim(id="a", text="A."), Claim(id="b", text="B.", weight=0.5, note="Hm."))
    m = ArgumentMap(
        language="de",
        claims=claims,
        inferences=(Inference(id="i1", premises=("a",), conclusion="b"),),
        attacks=(Attack(id="x", premises=("a",), target="x"),),
    )
    assert write(m) == (
        "===\nargmap:\n  language: de\n  claims:\n    b:\n      note: Hm.\n      weight: 0.5\n"
        "  attacks:\n    x:\n      premises: [a]\n      target: x\n"
        "  renamed:\n    inferences:\n      a-supports-b: i1\n"
        "===\n\n[a]: A.\n\n[b]: B.\n  <+ [a]\n"
    )


def test_what_is_lost_or_hidden_is_told() -> None:
    repeated = ArgumentMap(
        claims=(Claim(id="a", text="1"), Claim(id="a", text="2")),
        attacks=(Attack(id="x", premises=("a",), target="x"),),
    )
    assert SPEC.find_losses(repeated) == (
        "of claims with the same id only the first is written: a",
        "attacks that Argdown cannot draw stand in the front matter, where only argmap reads them: x",
    )


def test_the_format_says_what_it_holds() -> None:
    expected = {name for name in ArgumentMap.model_fields if name not in {*SECTIONS, "waivers"}}
    for section in (*SECTIONS, "waivers"):
        annotation = ArgumentMap.model_json_schema()["properties"][section]["items"]
        models = [annotation] if "$ref" in annotation else annotation["oneOf"]
        definitions = ArgumentMap.model_json_schema()["$defs"]
        for model in models:
            names = definitions[model["$ref"].rpartition("/")[2]]["properties"]
            expected |= {f"{section}.{name}" for name in names}
    assert expected == SPEC.holds


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("===\ntitle: x\n===\n\n[a]: A.\n  + <b>\n", "titles in brackets, and relations under them"),
        ("<a>\n\n(1) P.\n----\n(2) C.\n", "a premise-conclusion structure"),
        ("[a]: A.\n", "a title in brackets with a colon"),
        ("argmap: 1\nclaims: {a: A}\n", ""),
        ('{"nodes": []}', ""),
        ("<graph id='x'>\n</graph>", ""),
        ("Just some words.\n\n- a list\n", ""),
        ("", ""),
    ],
)
def test_argdown_is_recognised_by_its_signs(text: str, reason: str) -> None:
    assert SPEC.recognise(text) == reason
