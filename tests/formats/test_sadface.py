"""SADFace: both dialects are read, and written as they were."""

from __future__ import annotations

import json
from typing import Any

import pytest
from formats.foreign import as_json, damaged, plain_maps, problems, scalars, without_extensions
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.sadface import SPEC, read, write
from argmap.model import ArgumentMap, Attack, Claim, Inference, Passages


def edge(source: str, target: str) -> dict[str, str]:
    return {"id": f"{source}-{target}", "source_id": source, "target_id": target}


def atom(node: str, text: str, **more: Any) -> dict[str, Any]:
    return {"id": node, "type": "atom", "text": text, "metadata": {}, "sources": []} | more


def document(step_type: str, conflict_type: str, conflict: str, edges: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "metadata": {"core": {"id": "x", "version": "0.2", "title": "Rain", "analyst_name": "A"}},
        "resources": [{"id": "r", "type": "text", "content": "Look: it has rained. Really.", "metadata": {"a": 1}}],
        "nodes": [
            atom(
                "a", "It has rained", sources=[{"resource_id": "r", "text": "it has rained", "offset": 6, "length": 13}]
            ),
            {"id": "s", "type": step_type, "name": "support", "metadata": {}},
            atom("b", "The street is wet"),
            {"id": "c", "type": conflict_type, "name": conflict, "metadata": {}},
            atom("d", "The street is roofed"),
        ],
        "edges": [edge("a", "s"), edge("s", "b"), *edges],
    }


OLD = document("scheme", "scheme", "conflict", [edge("d", "c"), edge("c", "b")])
NEW = document("inference", "conflict", "attack", [edge("b", "c"), edge("c", "d")])


def whole(found: Any) -> ArgumentMap:
    return read(json.dumps(found), "a.json").whole_map()


@pytest.mark.parametrize("found", [OLD, NEW], ids=["0.2", "0.5"])
def test_both_dialects_give_the_same_map(found: dict[str, Any]) -> None:
    read_map = without_extensions(whole(found))
    assert read_map.inferences == (Inference(id="s", premises=["a"], conclusion="b"),)
    assert read_map.attacks == (Attack(id="c", premises=["d"], target="b"),)
    assert (read_map.title, read_map.article) == ("Rain", "r")


@pytest.mark.parametrize("found", [OLD, NEW], ids=["0.2", "0.5"])
def test_reading_and_writing_gives_an_equal_document(found: dict[str, Any]) -> None:
    assert as_json(write(whole(found))) == found
    assert SPEC.find_losses(whole(found)) == ()


def test_where_an_atom_is_said_becomes_an_anchor_in_its_resource() -> None:
    (anchor,) = whole(OLD).claims[0].at
    assert Passages("Look: it has rained. Really.").find_matches(anchor)[0].start == 6


def test_an_offset_that_is_off_leaves_the_words() -> None:
    found = json.loads(json.dumps(OLD))
    found["nodes"][0]["sources"][0]["offset"] = 3
    assert [(anchor.paragraph, anchor.start) for anchor in whole(found).claims[0].at] == [(None, "it has rained")]


def test_a_conflict_by_that_name_is_an_attack() -> None:
    assert [attack.id for attack in whole(OLD).attacks] == ["c"]


@pytest.mark.parametrize(("found", "ends"), [(OLD, ("n", "d")), (NEW, ("d", "n"))], ids=["0.2", "0.5"])
def test_a_new_attack_runs_the_way_of_the_dialect(found: dict[str, Any], ends: tuple[str, str]) -> None:
    read_map = whole(found)
    more = read_map.model_copy(update={"attacks": (*read_map.attacks, Attack(id="n", premises=["a"], target="d"))})
    written = as_json(write(more))
    assert (written["edges"][-1]["source_id"], written["edges"][-1]["target_id"]) == ends
    assert without_extensions(whole(written)) == without_extensions(more)


def test_edits_follow() -> None:
    read_map = whole(NEW)
    claims = (read_map.claims[0].model_copy(update={"text": "It rains"}), *read_map.claims[1:])
    written = as_json(
        write(read_map.model_copy(update={"claims": claims, "attacks": (), "title": "Wet", "main": ("b",)}))
    )
    assert [node["id"] for node in written["nodes"]] == ["a", "s", "b", "d"]
    assert written["nodes"][0] == NEW["nodes"][0] | {"text": "It rains"}
    assert (written["edges"], written["metadata"]["core"]["title"]) == (NEW["edges"][:2], "Wet")
    assert written["metadata"]["core"]["claim"] == "b"


@given(found=plain_maps(with_parties=False))
@settings(max_examples=60)
def test_what_is_written_reads_back_the_same(found: ArgumentMap) -> None:
    assert without_extensions(read(write(found)).whole_map()) == found
    assert SPEC.recognise(write(found))


ids = st.sampled_from(("a", "b", "c", "d", "x y"))
nodes = st.fixed_dictionaries(
    {"id": ids, "type": st.sampled_from(("atom", "atom", "atom", "scheme", "inference", "conflict", "?"))},
    optional={
        "text": st.text("ab", max_size=3),
        "name": st.sampled_from(("support", "conflict", "Sign")),
        "more": scalars,
    },
)
edges = st.fixed_dictionaries({"source_id": ids, "target_id": ids}, optional={"id": ids, "more": scalars})
documents = st.fixed_dictionaries(
    {"nodes": st.lists(nodes, max_size=7)},
    optional={"edges": st.lists(edges, max_size=10), "metadata": scalars, "resources": st.lists(st.just({"id": "r"}))},
)


@given(found=documents)
@settings(max_examples=100)
def test_every_document_reads_and_writes_to_itself(found: dict[str, Any]) -> None:
    result = read(json.dumps(found))
    problems(result)
    assert as_json(write(result.whole_map())) == found


@given(seed=st.integers(0, 10**6))
@settings(max_examples=60)
def test_a_damaged_document_raises_nothing(seed: int) -> None:
    result = read(damaged(damaged(json.dumps(NEW), seed), seed + 1))
    problems(result)
    if result.map is not None:
        write(result.map)


def test_what_is_broken_is_told_with_its_place() -> None:
    result = read(
        '{"nodes": [\n5,\n{"id": "a", "type": "atom", "text": "t"},\n{"id": "s", "type": "scheme"}], "edges": []}',
        "a.json",
    )
    assert [str(finding) for finding in result.findings] == [
        "a.json:2:1: FMT006 entry 1 of `nodes` has no fields",
        "a.json:4:1: FMT012 node [s] has no premise; it is kept as an extension",
    ]
    assert result.map is not None
    assert result.map.claims[0] == Claim(id="a", text="t", extensions={"sadface": {"id": "a"}})
