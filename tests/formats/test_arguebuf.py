"""arguebuf's JSON: graphs are read, and written as they were."""

from __future__ import annotations

import json
from typing import Any

from formats.foreign import as_json, damaged, plain_maps, problems, scalars, without_extensions
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.arguebuf import SPEC, read, write
from argmap.model import ArgumentMap, Attack, Inference, Passages

GRAPH: dict[str, Any] = {
    "nodes": {
        "s": {"scheme": {"support": "SUPPORT_EXPERT_OPINION", "premiseDescriptors": ["major"]}, "metadata": {"a": "x"}},
        "a": {"atom": {"text": "It rains", "reference": {"resource": "r", "offset": 6, "text": "it rains"},
                       "participant": "p"}},
        "b": {"atom": {"text": "Take coats"}, "userdata": {"k": [1]}},
        "u": {"scheme": {"attack": "ATTACK_DEFAULT"}},
        "m": {"scheme": {"rephrase": "REPHRASE_DEFAULT"}},
    },
    "edges": {
        "1": {"source": "a", "target": "s", "metadata": {}},
        "2": {"source": "s", "target": "b"},
        "3": {"source": "b", "target": "u"},
        "4": {"source": "u", "target": "s"},
        "5": {"source": "a", "target": "m"},
    },
    "resources": {"r": {"text": "Look, it rains.", "title": "Note", "source": "https://example.org"}},
    "participants": {"p": {"name": "Ann", "email": "ann@example.org"}},
    "majorClaim": "b",
    "schemaVersion": 1,
}  # fmt: skip


def whole(found: Any) -> ArgumentMap:
    return read(json.dumps(found), "a.json").whole_map()


def test_atoms_schemes_and_undercuts_are_read() -> None:
    found = without_extensions(whole(GRAPH))
    assert found.inferences == (Inference(id="s", premises=["a"], conclusion="b", scheme="expert-opinion"),)
    assert found.attacks == (Attack(id="u", premises=["b"], target="s"),)
    assert (found.main, found.article, found.sources[0].title) == (("b",), "r", "Note")
    assert [(claim.by, len(claim.at)) for claim in found.claims] == [("p", 1), (None, 0)]
    assert Passages("Look, it rains.").find_problem(found.claims[0].at[0]) == ""


def test_reading_and_writing_gives_an_equal_document() -> None:
    assert as_json(write(whole(GRAPH))) == GRAPH
    assert SPEC.find_losses(whole(GRAPH)) == ()


def test_a_rephrase_is_told_and_kept() -> None:
    assert [str(finding) for finding in read(json.dumps(GRAPH, indent=0), "a.json").findings] == [
        "a.json:40:1: FMT012 node [m] is neither an atom nor a support or attack; it is kept as an extension"
    ]


def test_an_edge_between_atoms_is_told_and_kept() -> None:
    found = json.loads(json.dumps(GRAPH))
    found["edges"]["6"] = {"source": "a", "target": "b"}
    result = read(json.dumps(found), "a.json")
    assert "edge [6] joins no claim and step" in [finding.message.split(";")[0] for finding in result.findings]
    assert as_json(write(result.whole_map())) == found


def test_edits_follow() -> None:
    found = whole(GRAPH)
    claims = (found.claims[0].model_copy(update={"text": "It pours"}), found.claims[1])
    written = as_json(write(found.model_copy(update={"claims": claims, "attacks": (), "main": ()})))
    assert written["nodes"]["a"]["atom"] == GRAPH["nodes"]["a"]["atom"] | {"text": "It pours"}
    assert (sorted(written["edges"]), "u" in written["nodes"], "majorClaim" in written) == (
        ["1", "2", "5"],
        False,
        False,
    )


def test_a_scheme_that_arguebuf_has_not_is_told() -> None:
    found = whole(GRAPH)
    step = found.inferences[0].model_copy(update={"scheme": "rumour"})
    assert SPEC.find_losses(found.model_copy(update={"inferences": (step,)})) == (
        "`scheme` changes or is left out in 1 inference: [s]",
    )


@given(found=plain_maps())
@settings(max_examples=60)
def test_what_is_written_reads_back_the_same(found: ArgumentMap) -> None:
    steps = tuple(step.model_copy(update={"scheme": "sign"}) for step in found.inferences)
    found = found.model_copy(update={"inferences": steps})
    assert without_extensions(read(write(found)).whole_map()) == found
    assert SPEC.recognise(write(found))


ids = st.sampled_from(("a", "b", "c", "d", "x y"))
parts = st.sampled_from(
    (
        {"atom": {"text": "t"}},
        {"atom": {}},
        {"scheme": {"support": "SUPPORT_SIGN"}},
        {"scheme": {"attack": "?"}},
        {"scheme": {}},
        {},
    )
)
nodes = st.tuples(parts, st.dictionaries(st.just("more"), scalars)).map(lambda both: both[0] | both[1])
edges = st.fixed_dictionaries({"source": ids, "target": ids}, optional={"more": scalars})
graphs = st.fixed_dictionaries(
    {"nodes": st.dictionaries(ids, nodes, max_size=5)},
    optional={"edges": st.dictionaries(ids, edges, max_size=5), "majorClaim": ids, "more": scalars},
)


@given(found=graphs)
@settings(max_examples=100)
def test_every_graph_reads_and_writes_to_itself(found: dict[str, Any]) -> None:
    result = read(json.dumps(found))
    problems(result)
    assert as_json(write(result.whole_map())) == found


@given(seed=st.integers(0, 10**6))
@settings(max_examples=60)
def test_a_damaged_graph_raises_nothing(seed: int) -> None:
    result = read(damaged(damaged(json.dumps(GRAPH), seed), seed + 1))
    problems(result)
    if result.map is not None:
        write(result.map)
