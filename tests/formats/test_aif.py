"""The AIF family: what is read, that nothing gets lost, and what edited maps become."""

from __future__ import annotations

import json
from typing import Any

import pytest
from formats.foreign import as_json, damaged, plain_maps, plain_texts, problems, scalars, without_extensions
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.aif import AIF, OVA2, SPECS, XAIF, Layout, read, write, write_aifdb, write_ova2, write_xaif
from argmap.model import ArgumentMap, Attack, Claim, Inference, Party, Passages

RAIN = {
    "nodes": [
        {"nodeID": "1", "text": "It has rained", "type": "I", "timestamp": "2024-05-02 10:00:00"},
        {"nodeID": "2", "text": "Rain wets streets", "type": "I"},
        {"nodeID": "3", "text": "The street is wet", "type": "I"},
        {"nodeID": "4", "text": "CauseToEffect", "type": "RA", "scheme": "CauseToEffect", "schemeID": "5"},
        {"nodeID": "5", "text": "The street is roofed", "type": "I"},
        {"nodeID": "6", "text": "CA", "type": "CA"},
    ],
    "edges": [
        {"edgeID": "1", "fromID": "2", "toID": "4", "formEdgeID": None},
        {"edgeID": "2", "fromID": "1", "toID": "4", "formEdgeID": None},
        {"edgeID": "3", "fromID": "4", "toID": "3", "formEdgeID": None},
        {"edgeID": "4", "fromID": "5", "toID": "6", "formEdgeID": None},
        {"edgeID": "5", "fromID": "6", "toID": "4", "formEdgeID": None},
    ],
    "locutions": [],
}


def dialogue() -> dict[str, Any]:
    """Return a document in which Ann asserts a claim and Bob asks about it, as OVA3 saves it."""
    kinds = {
        1: ("L", "Ann Lee : it rained"), 2: ("YA", "Asserting"), 3: ("I", "it has rained"),
        4: ("L", "Bob : did it?"), 5: ("YA", "Pure Questioning"), 6: ("TA", "Default Transition"),
        7: ("I", "it has not rained"), 8: ("MA", "Default Rephrase"),
    }  # fmt: skip
    pairs = ((1, 2), (2, 3), (4, 5), (5, 7), (1, 6), (6, "4"), (3, 8), (8, 7))
    return {
        "AIF": {
            "nodes": [{"nodeID": node, "text": text, "type": kind} for node, (kind, text) in kinds.items()],
            "edges": [{"edgeID": n, "fromID": one, "toID": other} for n, (one, other) in enumerate(pairs)],
            "schemefulfillments": None,
            "participants": [
                {"participantID": 1, "firstname": "Ann", "surname": "Lee"},
                {"participantID": 2, "firstname": "Bob", "surname": "None"},
                {"participantID": 1, "firstname": "Ann", "surname": "Lee"},
            ],
            "locutions": [{"nodeID": 1, "personID": 1, "start": None}, {"nodeID": "4", "personID": 2}],
        },
        "text": {
            "txt": '<p>Ann:\n <span id="node1" class="highlighted">it rained &amp; rained</span></p> <br>Bob: did it?'
        },
        "OVA": [],
        "dialog": True,
    }


def ova2() -> dict[str, Any]:
    nodes = [
        {"id": 1, "type": "I", "text": "It has rained", "scheme": 0, "x": 10, "y": "20", "visible": True},
        {"id": 2, "type": "RA", "text": "Default Inference", "scheme": 72, "x": 5.5, "y": 9, "visible": True},
        {"id": 3, "type": "I", "text": "The street is wet", "scheme": 0, "x": 1, "y": 2, "visible": True},
    ]
    stale = nodes[2] | {"x": 99}
    return {
        "nodes": nodes,
        "edges": [
            {"from": nodes[0], "to": nodes[1], "visible": True},
            {"from": nodes[1], "to": stale, "visible": True},
        ],
        "analysis": {
            "txt": 'Look: <span id="node3" class="highlighted hlcurrent">the street is wet</span>.',
            "plain_txt": "Look: the street is wet.",
            "documentTitle": "A letter", "documentDate": "02/05/2024", "documentSource": "https://example.org/letter",
        },
    }  # fmt: skip


def whole(document: Any) -> ArgumentMap:
    return read(json.dumps(document), "a.json").whole_map()


def test_claims_inferences_and_undercuts_are_read() -> None:
    found = without_extensions(whole(RAIN))
    assert found == ArgumentMap(
        claims=[
            Claim(id="1", text="It has rained"),
            Claim(id="2", text="Rain wets streets"),
            Claim(id="3", text="The street is wet"),
            Claim(id="5", text="The street is roofed"),
        ],
        inferences=[Inference(id="4", premises=["2", "1"], conclusion="3", scheme="cause-to-effect")],
        attacks=[Attack(id="6", premises=["5"], target="4")],
    )


def test_a_participant_is_a_party_and_says_what_it_asserts_and_not_what_it_asks_about() -> None:
    found = whole(dialogue())
    assert [(party.id, party.name) for party in found.parties] == [("person-1", "Ann Lee"), ("person-2", "Bob")]
    assert [(claim.text, claim.by) for claim in found.claims] == [
        ("it has rained", "person-1"),
        ("it has not rained", None),
    ]


def test_who_speaks_is_found_by_name_where_no_locution_says_it() -> None:
    document = dialogue()
    document["AIF"]["locutions"] = []
    assert whole(document).claims[0].by == "person-1"


def test_without_participants_those_whom_locutions_name_are_parties() -> None:
    document = dialogue()["AIF"]
    del document["participants"]
    assert [(party.id, party.name) for party in whole(document).parties] == [
        ("person-1", "Ann Lee"),
        ("person-2", "Bob"),
    ]


def test_spans_of_the_analysed_text_become_anchors_that_are_found_in_it() -> None:
    found = whole(dialogue())
    (anchor,) = found.claims[0].at
    assert anchor.start == "it rained & rained"
    assert Passages("\nAnn:\n it rained & rained\n \nBob: did it?").find_problem(anchor) == ""
    assert found.article == "article"


def test_the_analysis_of_an_ova2_file_names_the_article() -> None:
    found = whole(ova2())
    source = found.sources[0]
    assert (found.title, source.title, str(source.date), source.url) == (
        "A letter", "A letter", "2024-05-02", "https://example.org/letter",
    )  # fmt: skip
    assert found.claims[1].at[0].start == "the street is wet"


@pytest.mark.parametrize(
    "document", [RAIN, dialogue(), dialogue()["AIF"], ova2()], ids=["aifdb", "xaif", "inner", "ova2"]
)
def test_reading_and_writing_gives_an_equal_document(document: dict[str, Any]) -> None:
    assert as_json(write(whole(document))) == document


def test_dialogues_are_told_and_kept() -> None:
    result = read(json.dumps(dialogue()), "a.json")
    assert [str(finding) for finding in result.findings] == [
        "a.json:1:1: FMT012 2 nodes of type L: they are kept as an extension",
        "a.json:1:1: FMT012 1 node of type MA: it is kept as an extension",
        "a.json:1:1: FMT012 1 node of type TA: it is kept as an extension",
        "a.json:1:1: FMT012 2 nodes of type YA: they are kept as an extension",
    ]


def odd(nodes: dict[str, str], *pairs: str) -> dict[str, Any]:
    return {
        "nodes": [{"nodeID": node, "text": node, "type": kind} for node, kind in nodes.items()],
        "edges": [{"edgeID": pair, "fromID": pair[0], "toID": pair[1]} for pair in pairs],
    }


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (odd({"a": "I", "r": "RA"}, "ra"), "node [r] of type RA has no premise"),
        (odd({"a": "I", "r": "RA"}, "ar"), "node [r] of type RA has 0 conclusions, expected one"),
        (odd({"a": "I", "b": "I", "c": "I", "r": "RA"}, "ar", "rb", "rc"), "has 2 conclusions, expected one"),
        (odd({"a": "I", "r": "RA", "m": "MA"}, "ar", "rm"), "node [r] of type RA leads to node [m] of type MA"),
        (odd({"a": "I", "r": "RA", "s": "RA"}, "ar", "rs"), "node [r] of type RA leads to node [s] of type RA"),
        (odd({"a": "I", "c": "CA", "r": "RA"}, "ac", "cr"), "node [c] of type CA attacks node [r], which is no part"),
        (odd({"a": "I", "b": "I"}, "ab"), "an edge leads from node [a] to node [b] with no step between them"),
        (odd({"a": "I"}, "ax"), "edge 1 leads from or to [x], expected nodes of the document"),
        ({"nodes": [{"nodeID": "a", "type": "I"}]}, "node [a] of type I has no text"),
        ({"nodes": [{"text": "t", "type": "I"}]}, "node 1 has no `nodeID`"),
        ({"nodes": [{"nodeID": "a", "text": "t", "type": "I"}] * 2}, "node [a] stands twice"),
        ({"nodes": [{"nodeID": "a", "text": "t", "type": "ZZ"}]}, "1 node of the unknown type ZZ"),
        ({"nodes": [{"nodeID": "a", "text": "t"}]}, "1 node of no type"),
    ],
)
def test_what_maps_have_no_word_for_is_told_and_kept(document: dict[str, Any], told: str) -> None:
    result = read(json.dumps(document), "a.json")
    assert [told in str(finding) for finding in result.findings].count(True) == 1
    assert as_json(write(result.whole_map())) == document


def test_an_attack_on_an_attack_is_one_and_attacks_may_attack_one_another() -> None:
    document = odd({"a": "I", "b": "I", "c": "CA", "d": "CA"}, "ac", "cd", "bd", "dc")
    assert [(attack.id, attack.target) for attack in whole(document).attacks] == [("c", "d"), ("d", "c")]


def test_ids_are_the_same_as_numbers_and_as_text() -> None:
    document = {
        "nodes": [{"nodeID": 1, "text": "a", "type": "I"}, {"nodeID": 2, "text": "b", "type": "I"},
                  {"nodeID": "3", "text": "RA", "type": "RA"}],
        "edges": [{"fromID": "1", "toID": 3}, {"fromID": 3, "toID": "2"}],
    }  # fmt: skip
    found = whole(document)
    assert [(step.premises, step.conclusion) for step in found.inferences] == [(("1",), "2")]
    assert as_json(write(found)) == document


def test_an_id_that_no_element_can_have_is_replaced_and_written_back() -> None:
    document = {"nodes": [{"nodeID": "a b", "text": "t", "type": "I"}, {"nodeID": "node-1", "text": "u", "type": "I"}]}
    found = whole(document)
    assert [claim.id for claim in found.claims] == ["node-2", "node-1"]
    assert as_json(write(found)) == document


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("", "a.json:1:1", "the text is not JSON"),
        ('{"nodes": [}', "a.json:1:12", "the text is not JSON"),
        ("[]", "a.json:1:1", "expected a mapping"),
        ("{}", "a.json:1:1", "found no list `nodes`"),
        ('{"nodes": 5}', "a.json:1:1", "found no list `nodes`"),
        ('{"nodes": [\n 5]}', "a.json:2:2", "entry 1 of `nodes` has no fields"),
        ('{"nodes": [], "edges": 7}', "a.json:1:24", "field `edges` holds no list"),
        ('{"nodes": [{"nodeID": "a",\n"text": "t", "text": "u", "type": "I"}]}', "a.json:2:14", "`text` stands twice"),
        ('{"nodes": [{"nodeID": 1e999}]}', "a.json:1:1", "too large for a float"),
        ('{"nodes": [{"nodeID": "\\ud800"}]}', "a.json:1:1", "half a character"),
        ('{"nodes": [\n{"text": "\ud800"}]}', "a.json:2:11", "found half a character"),
        ('{"nodes": ' + "[" * 100_000, "a.json:1:1", "nested deeper"),
        ('{"nodes": [' + '{"a":' * 70 + "1" + "}" * 70 + "]}", "a.json:1:1", "nested deeper than 60 levels"),
    ],
)
def test_a_broken_document_gives_one_clear_error(text: str, place: str, told: str) -> None:
    result = read(text, "a.json")
    (finding,) = result.findings
    assert (str(finding.place), told in finding.message, result.is_whole) == (place, True, False)


def test_parts_of_a_map_are_placed_where_their_nodes_stand() -> None:
    result = read('{"nodes": [\n {"nodeID": "a", "type": "L"},\n {"nodeID": "b", "type": "I", "text": "t"}]}', "a.json")
    assert [str(result.source_map.place(path)) for path in (("claims", 0), ("claims", 0, "text"))] == [
        "a.json:3:2",
        "a.json:3:39",
    ]


def test_a_colon_after_a_quotation_mark_within_a_text_is_no_repeated_key() -> None:
    document = odd({'a": "b" : "c': "I"})
    assert as_json(write(whole(document))) == document


def edited(found: ArgumentMap, section: str, number: int, **fields: Any) -> ArgumentMap:
    elements = list(getattr(found, section))
    elements[number] = elements[number].model_copy(update=fields)
    return found.model_copy(update={section: tuple(elements)})


def test_a_changed_text_changes_that_text_only() -> None:
    expected = json.loads(json.dumps(RAIN))
    expected["nodes"][0]["text"] = "It rains"
    assert as_json(write(edited(whole(RAIN), "claims", 0, text="It rains"))) == expected


def test_a_changed_text_is_changed_in_the_edges_of_ova2_too() -> None:
    document = as_json(write(edited(whole(ova2()), "claims", 0, text="It rains")))
    assert (document["nodes"][0]["text"], document["edges"][0]["from"]["text"]) == ("It rains", "It rains")


def test_a_changed_conclusion_changes_one_edge() -> None:
    document = as_json(write(edited(whole(RAIN), "inferences", 0, conclusion="5")))
    assert [(edge["fromID"], edge["toID"]) for edge in document["edges"]] == [
        ("2", "4"), ("1", "4"), ("5", "6"), ("6", "4"), ("4", "5"),
    ]  # fmt: skip
    assert document["edges"][-1]["edgeID"] == "6"


def test_a_changed_scheme_has_its_name_in_aif_and_no_number_of_the_old_one() -> None:
    document = as_json(write(edited(whole(RAIN), "inferences", 0, scheme="expert-opinion")))
    assert document["nodes"][3] == {"nodeID": "4", "text": "ExpertOpinion", "type": "RA", "scheme": "ExpertOpinion"}


def test_a_renamed_claim_stays_the_same_node() -> None:
    renamed = edited(edited(whole(RAIN), "claims", 2, id="wet"), "inferences", 0, conclusion="wet")
    assert as_json(write(renamed)) == RAIN


def test_a_claim_that_is_gone_takes_its_node_and_edges_along() -> None:
    found = whole(RAIN)
    without = found.model_copy(update={"claims": found.claims[:3], "attacks": ()})
    document = as_json(write(without))
    assert [node["nodeID"] for node in document["nodes"]] == ["1", "2", "3", "4"]
    assert [edge["edgeID"] for edge in document["edges"]] == ["1", "2", "3"]


def test_new_elements_follow_the_old_ones() -> None:
    found = whole(RAIN)
    more = found.model_copy(
        update={
            "claims": (*found.claims, Claim(id="new", text="Clouds were dark")),
            "inferences": (*found.inferences, Inference(id="i", premises=["new"], conclusion="1", scheme="sign")),
        }
    )
    document = as_json(write(more))
    assert document["nodes"][:6] == RAIN["nodes"]
    assert document["nodes"][6:] == [
        {"nodeID": "new", "text": "Clouds were dark", "type": "I"},
        {"nodeID": "i", "text": "Sign", "type": "RA", "scheme": "Sign"},
    ]
    assert [(edge["edgeID"], edge["fromID"], edge["toID"]) for edge in document["edges"][5:]] == [
        ("6", "new", "i"),
        ("7", "i", "1"),
    ]


def test_a_renamed_party_is_a_renamed_participant() -> None:
    document = as_json(write(edited(whole(dialogue()), "parties", 0, name="Ann Marie Lee")))
    assert document["AIF"]["participants"][0] == {"participantID": 1, "firstname": "Ann Marie", "surname": "Lee"}


def test_who_says_a_new_claim_is_written_as_a_locution() -> None:
    found = ArgumentMap(claims=[Claim(id="a", text="It rains", by="ann")], parties=[Party(id="ann", name="Ann Lee")])
    document = as_json(write_xaif(found))["AIF"]
    assert [(node["type"], node["text"]) for node in document["nodes"]] == [
        ("I", "It rains"), ("L", "Ann Lee : It rains"), ("YA", "Asserting"),
    ]  # fmt: skip
    assert document["participants"] == [{"participantID": "ann", "firstname": "Ann", "surname": "Lee"}]
    assert document["locutions"] == [{"nodeID": "said-1", "personID": "ann"}]


@pytest.mark.parametrize("document", [RAIN, dialogue(), ova2()], ids=["aifdb", "xaif", "ova2"])
@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_a_document_can_be_written_in_every_layout(document: dict[str, Any], spec: Any) -> None:
    found = whole(document)
    again = read(spec.write(found)).whole_map()
    for section in ("claims", "inferences", "attacks", "parties"):
        assert getattr(without_extensions(again), section) == getattr(without_extensions(found), section)
    assert spec.recognise(spec.write(found))


@given(found=plain_maps())
@settings(max_examples=60)
def test_what_is_written_reads_back_the_same(found: ArgumentMap) -> None:
    for write_as in (write_aifdb, write_xaif, write_ova2):
        assert without_extensions(read(write_as(found)).whole_map()) == found
        assert AIF.find_losses(found) == ()


node_ids = st.sampled_from(("1", "2", "3", "4", "a b", "")) | st.integers(1, 5)
document_nodes = st.fixed_dictionaries(
    {"nodeID": node_ids, "type": st.sampled_from(("I", "I", "I", "RA", "CA", "MA", "L", "YA", ""))},
    optional={"text": plain_texts, "timestamp": scalars, "scheme": plain_texts, "more": st.lists(scalars, max_size=2)},
)
document_edges = st.fixed_dictionaries(
    {"fromID": node_ids, "toID": node_ids}, optional={"edgeID": node_ids, "more": scalars}
)
documents = st.fixed_dictionaries(
    {"nodes": st.lists(document_nodes, max_size=8)},
    optional={
        "edges": st.lists(document_edges, max_size=12),
        "participants": st.lists(
            st.fixed_dictionaries({"participantID": node_ids, "firstname": plain_texts}), max_size=3
        ),
        "locutions": st.lists(st.fixed_dictionaries({"nodeID": node_ids, "personID": node_ids}), max_size=3)
        | st.none(),
        "text": plain_texts,
        "more": scalars,
    },
)


@given(document=documents, is_inner=st.booleans())
@settings(max_examples=100)
def test_every_document_reads_and_writes_to_itself(document: dict[str, Any], is_inner: bool) -> None:
    document = {"AIF": document, "text": "x", "OVA": {}} if is_inner else document
    result = read(json.dumps(document))
    problems(result)
    assert as_json(write(result.whole_map())) == document
    assert read(write(result.whole_map())).map == result.map


@given(seed=st.integers(0, 10**6), kind=st.sampled_from(("aifdb", "xaif", "ova2")))
@settings(max_examples=100)
def test_a_damaged_document_raises_nothing(seed: int, kind: str) -> None:
    text = json.dumps({"aifdb": RAIN, "xaif": dialogue(), "ova2": ova2()}[kind])
    result = read(damaged(damaged(text, seed), seed + 1))
    problems(result)
    if result.is_whole:
        write(result.whole_map())


@pytest.mark.parametrize(
    "kept",
    [
        5,
        {"layout": "x"},
        {"layout": "xaif", "document": {}},
        {"layout": "ova2", "document": {}, "nodes": [{}, 1], "edges": [{"from": 9, "to": 8}, 5]},
    ],
)
def test_extensions_made_by_hand_are_not_trusted(kept: Any) -> None:
    found = ArgumentMap(claims=[Claim(id="a", text="t")], extensions={"aif": kept})
    assert [claim.text for claim in read(write(found)).whole_map().claims] == ["t"]


def test_losses_are_told() -> None:
    found = ArgumentMap(
        title="Rain",
        claims=[Claim(id="a", text="t", at=[{"paragraph": 1}], extensions={"kialo": {}})],
        inferences=[Inference(id="i", premises=["a"], conclusion="nobody")],
    )
    assert AIF.find_losses(found) == (
        "the map's `title` changes or is left out",
        "`at` changes or is left out in 1 claim: [a]",
        "1 inference left out or gets another id: [i]",
        "the extensions of `kialo` are left out",
    )


@pytest.mark.parametrize(
    ("document", "name"),
    [(RAIN, "aif"), (dialogue(), "xaif"), (ova2(), "ova2"), ({"nodes": [], "edges": [], "locutions": []}, "aif")],
)
def test_each_layout_is_recognised_by_one_format(document: dict[str, Any], name: str) -> None:
    assert [spec.name for spec in (AIF, XAIF, OVA2) if spec.recognise(json.dumps(document))] == [name]
    assert Layout(whole(document).extensions["aif"]["layout"]).value.startswith(name)  # type: ignore[index,call-overload]
