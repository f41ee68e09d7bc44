"""The labels of the page are those of Python: argmapLabels in labelling/labels.js, run in a browser."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from hashlib import sha256
from random import Random, SystemRandom

import pytest
from playwright.sync_api import Error, Page
from vectors import write_labels

from argmap.model import ArgumentMap, Attack, Claim, Inference
from argmap.render.page.page import LABELLING
from argmap.render.page.parts import join_scripts, read_asset
from argmap.semantics.labelling import Stance
from argmap.semantics.labels import labels

SCRIPT = join_scripts(
    [*(read_asset("argmap.render.page", name) for name in LABELLING), "globalThis.argmapLabels = argmapLabels;"]
)
POLICY = f"default-src 'none'; script-src 'sha256-{b64encode(sha256(SCRIPT.encode()).digest()).decode()}'"

LABEL_ALL = """text => JSON.stringify(JSON.parse(text).map(({map, reading}) => {
    const found = argmapLabels.label(map, reading);
    return Object.keys(found).map(id => [id, [found[id].label, found[id].reason]]);
}))"""
CHANGES = """text => {
    const {map, before, after} = JSON.parse(text);
    return argmapLabels.changes(argmapLabels.label(map, before), argmapLabels.label(map, after));
}"""


@pytest.fixture
def what_if(open_html) -> Page:
    """A page that holds the script and allows no other, nor any code that a script makes of text."""
    return open_html(
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}"><script>{SCRIPT}</script>'
    )


def assert_same_labels(page: Page, vectors: list[write_labels.Vector]) -> None:
    """Compare the labels of the page with those in the vectors, and tell the first vector that differs."""
    assert vectors
    assert all(vector["labels"] for vector in vectors)
    found = json.loads(page.evaluate(LABEL_ALL, json.dumps(vectors)))
    assert len(found) == len(vectors)
    for vector, pairs in zip(vectors, found, strict=True):
        assert (vector["name"], dict(pairs)) == (vector["name"], vector["labels"]), json.dumps(vector)


def test_the_page_labels_all_vectors_as_python_does(what_if):
    assert_same_labels(what_if, json.loads(write_labels.PATH.read_text(encoding="utf-8")))


@pytest.mark.parametrize("size", [5, 12, 40])
def test_the_page_labels_maps_drawn_now_as_python_does(what_if, size):
    seed = size if os.environ.get("CI") else SystemRandom().randrange(2**32)
    random = Random(seed)
    vectors = [write_labels.draw_vector(random, f"map {number} of seed {seed}", size) for number in range(100)]
    assert_same_labels(what_if, vectors)


def test_changes_come_in_the_order_of_the_map_and_tell_both_labels(what_if):
    drawn = ArgumentMap(
        claims=tuple(Claim(id=claim_id, text="t") for claim_id in ("main", "9", "__proto__", "1")),
        inferences=(
            Inference(id="i", premises=("9",), conclusion="main"),
            Inference(id="7", premises=("__proto__",), conclusion="9"),
        ),
        attacks=(Attack(id="b", premises=("1",), target="7"),),
    )
    before = write_labels.reading(Stance.ASSERTED)
    data = {"map": write_labels.map_data(drawn), "before": before, "after": {**before, "reject": ["1"]}}
    assert what_if.evaluate(CHANGES, json.dumps(data)) == [
        {"id": element_id, "before": change.before, "after": change.after}
        for element_id, change in labels(drawn).compare(labels(drawn, reject="1")).items()
    ]
    assert [change["id"] for change in what_if.evaluate(CHANGES, json.dumps(data))] == ["main", "9", "1", "i", "7", "b"]


@pytest.mark.parametrize(
    ("accept", "reject", "message"),
    [
        (["gone"], [], r"\[gone\] is no claim, inference or attack"),
        (["a"], ["a"], r"\[a\] cannot be both accepted and rejected"),
    ],
)
def test_what_cannot_be_supposed_is_told(what_if, accept, reject, message):
    how = write_labels.reading(Stance.ASSERTED, accept=accept, reject=reject)
    drawn = ArgumentMap(claims=(Claim(id="a", text="t"),))
    data = [{"map": write_labels.map_data(drawn), "reading": how}]
    with pytest.raises(Error, match=message):
        what_if.evaluate(LABEL_ALL, json.dumps(data))


def test_a_chain_of_20000_inferences_is_labelled_without_recursion(what_if):
    claims = tuple(Claim(id=f"c{n}", text="t") for n in range(20_001))
    steps = tuple(Inference(id=f"i{n}", premises=(f"c{n + 1}",), conclusion=f"c{n}") for n in range(20_000))
    drawn = ArgumentMap(claims=claims, inferences=steps)
    assert_same_labels(what_if, [write_labels.vector("chain", drawn, write_labels.reading(Stance.ASSERTED))])
