"""What the page gets to label a map itself: nothing that the labels depend on is missing."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps, structures
from vectors import write_labels

from argmap.model import ArgumentMap, Attack, Claim, Given, Inference, Source, Standard
from argmap.semantics.labelling import Stance
from argmap.semantics.labels import Reason, labels

VECTORS = json.loads(write_labels.PATH.read_text(encoding="utf-8"))


def rebuild(data: dict[str, Any]) -> ArgumentMap:
    """Return a map that has the labels of the one that the data were made of."""
    return ArgumentMap(
        standard=data["standard"],
        claims=tuple(
            Claim(
                id=claim["id"],
                text="t",
                given=Given.COMMON if "held" in claim else Given.NONE,
                standard=claim.get("standard"),
                weight=claim.get("weight"),
            )
            for claim in data["claims"]
        ),
        inferences=tuple(
            Inference(**_fields(step), conclusion=step["goal"]) for step in data["steps"] if step["type"] == "inference"
        ),
        attacks=tuple(
            Attack(**_fields(step), target=step["goal"]) for step in data["steps"] if step["type"] == "attack"
        ),
    )


def _fields(step: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in step.items() if name not in {"type", "goal"}}


def test_the_vectors_are_those_that_their_program_writes():
    written = write_labels.PATH.read_text(encoding="utf-8")
    assert written == write_labels.text(), "out of date: run python tests/vectors/write_labels.py"


def test_the_labels_of_a_map_built_from_each_vector_are_those_in_it():
    for vector in VECTORS:
        found = write_labels.label_as_read(rebuild(vector["map"]), vector["reading"])
        told = {key: [str(one.label), str(one.reason)] for key, one in found.items()}
        assert (vector["name"], told) == (vector["name"], vector["labels"])


def test_the_vectors_hold_every_reason_stance_and_standard():
    reasons = Counter(reason for vector in VECTORS for _, reason in vector["labels"].values())
    assert {reason for reason in Reason if reasons[reason] >= 20} == set(Reason)
    assert {vector["reading"]["stance"] for vector in VECTORS} == set(Stance)
    assert {claim.get("standard") for vector in VECTORS for claim in vector["map"]["claims"]} == {None, *Standard}
    assert len(VECTORS) >= 300


@settings(max_examples=100)
@given(drawn=maps | structures, stance=st.sampled_from(Stance))
def test_a_map_built_from_the_data_of_another_has_its_labels(drawn: ArgumentMap, stance: Stance):
    data = json.loads(json.dumps(write_labels.map_data(drawn)))
    assert dict(labels(rebuild(data), stance=stance)) == dict(labels(drawn, stance=stance))


def test_what_the_labels_of_a_map_depend_on_is_among_the_data_of_its_page():
    drawn = ArgumentMap(
        standard=Standard.PREPONDERANCE,
        article="essay",
        sources=(Source(id="essay", title="An essay"), Source(id="report", title="A report")),
        claims=(
            Claim(id="wet", text="The street is wet", cites=("essay",), standard=Standard.SCINTILLA),
            Claim(id="rain", text="It has rained", cites=("report",), weight=0.5),
            Claim(id="law", text="Rain wets streets", given=Given.COMMON),
            Claim(id="roof", text="There is a roof"),
        ),
        inferences=(Inference(id="i", premises=("rain",), warrant="law", conclusion="wet"),),
        attacks=(Attack(id="a", premises=("roof",), target="i", weight=0.25),),
    )
    assert write_labels.map_data(drawn) == {
        "standard": "preponderance",
        "claims": [
            {"id": "wet", "standard": "scintilla"},
            {"id": "rain", "held": True, "weight": 0.5},
            {"id": "law", "held": True},
            {"id": "roof"},
        ],
        "steps": [
            {"id": "i", "type": "inference", "premises": ["rain"], "warrant": "law", "goal": "wet"},
            {"id": "a", "type": "attack", "premises": ["roof"], "goal": "i", "weight": 0.25},
        ],
    }


@pytest.mark.parametrize("order", [1, -1])
def test_of_claims_with_one_id_the_one_stands_there_that_counts(order: int):
    twice = (Claim(id="c", text="1", given=Given.COMMON), Claim(id="c", text="2"))[::order]
    data = write_labels.map_data(ArgumentMap(claims=twice))
    assert ["held" in claim for claim in data["claims"]] == [
        labels(ArgumentMap(claims=twice), stance="held")["c"].label == "in"
    ]
