"""arggraph XML: units, joints, restatements, undercuts of undercuts, and XML that attacks its reader."""

from __future__ import annotations

import random
from typing import Any

import pytest
from formats.foreign import damaged, plain_maps, problems, without_extensions
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.arggraph import SPEC, read, write
from argmap.formats.xml_tree import XmlElement, parse_xml
from argmap.model import ArgumentMap, Attack, Claim, Inference, Party, Passages

BRIDGE = """<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE arggraph SYSTEM "arggraph.dtd">
<arggraph id="bridge" topic_id="close_bridge" stance="pro">
  <edu id="e1"><![CDATA[Close the bridge & the lane.]]></edu>
  <edu id="e2"><![CDATA[Cars are loud,]]></edu>
  <edu id="e3"><![CDATA[even at night.]]></edu>
  <edu id="e4"><![CDATA[Shops lose trade.]]></edu>
  <edu id="e5"><![CDATA[They gain walkers.]]></edu>
  <edu id="e6"><![CDATA[So the bridge must close.]]></edu>
  <edu id="e7" implicit="true"><![CDATA[Noise harms.]]></edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/>
  <adu id="a2" type="pro"/>
  <adu id="a3" type="opp"/>
  <adu id="a4" type="pro"/>
  <adu id="a5" type="pro"/>
  <edge id="c10" src="e1" trg="a1" type="seg"/>
  <edge id="c11" src="e6" trg="a1" type="seg"/>
  <edge id="c12" src="e2" trg="j1" type="seg"/>
  <edge id="c13" src="e3" trg="j1" type="seg"/>
  <edge id="c14" src="j1" trg="a2" type="seg"/>
  <edge id="c15" src="e4" trg="a3" type="seg"/>
  <edge id="c16" src="e5" trg="a4" type="seg"/>
  <edge id="c17" src="e7" trg="a5" type="seg"/>
  <edge id="c5" src="a4" trg="c4" type="und"/>
  <edge id="c4" src="a3" trg="c1" type="und"/>
  <edge id="c1" src="a2" trg="a1" type="exa"/>
  <edge id="c2" src="a5" trg="c1" type="add"/>
</arggraph>
"""
TEXT = (
    "Close the bridge & the lane. Cars are loud, even at night. Shops lose trade. They gain walkers. "
    "So the bridge must close."
)


def shape(element: XmlElement) -> Any:
    return element.name, element.attributes, element.text.strip(), [shape(child) for child in element.children]


def whole(text: str) -> ArgumentMap:
    return read(text, "a.xml").whole_map()


def test_units_are_claims_and_edges_are_steps() -> None:
    found = whole(BRIDGE)
    assert [(claim.id, claim.text, claim.implicit, claim.by) for claim in found.claims] == [
        ("a1", "Close the bridge & the lane.", False, None),
        ("a2", "Cars are loud, even at night.", False, None),
        ("a3", "Shops lose trade.", False, "opponent"),
        ("a4", "They gain walkers.", False, None),
        ("a5", "Noise harms.", True, None),
    ]
    bare = without_extensions(found)
    assert bare.inferences == (Inference(id="c1", premises=["a2", "a5"], conclusion="a1", scheme="example"),)
    assert found.parties == (Party(id="opponent", name="Opponent"),)
    assert found.title == "close bridge"


def test_an_undercut_of_a_later_undercut_is_an_attack_on_it() -> None:
    assert [(attack.id, attack.target) for attack in whole(BRIDGE).attacks] == [("c5", "c4"), ("c4", "c1")]


def test_every_segment_that_states_a_claim_is_an_anchor_in_the_text() -> None:
    text = Passages(TEXT)
    found = [[text.text[match.start : match.end] for anchor in claim.at for match in text.find_matches(anchor)]
             for claim in whole(BRIDGE).claims]  # fmt: skip
    assert found == [
        ["Close the bridge & the lane.", "So the bridge must close."],
        ["Cars are loud,", "even at night."],
        ["Shops lose trade."],
        ["They gain walkers."],
        [],
    ]


def test_a_restatement_is_kept() -> None:
    assert whole(BRIDGE).claims[0].extensions["arggraph"]["restated"] == ["So the bridge must close."]  # type: ignore[index,call-overload]


def test_reading_and_writing_gives_the_same_elements() -> None:
    assert shape(parse_xml(write(whole(BRIDGE)), "")) == shape(parse_xml(BRIDGE, ""))
    assert SPEC.find_losses(whole(BRIDGE)) == ()


def test_edits_follow() -> None:
    found = whole(BRIDGE)
    claims = (
        *found.claims[:3],
        found.claims[3].model_copy(update={"text": "Walkers <3 it"}),
        Claim(id="new", text="N"),
    )
    step = Inference(id="i", premises=["new", "a2"], conclusion="a4")
    edited = found.model_copy(
        update={
            "claims": claims,
            "inferences": (found.inferences[0].model_copy(update={"premises": ("a2",), "scheme": None}), step),
            "attacks": found.attacks[1:],
        }
    )
    again = whole(write(edited))
    assert without_extensions(again).inferences == without_extensions(edited).inferences
    assert [(claim.id, claim.text) for claim in again.claims] == [(claim.id, claim.text) for claim in claims]
    assert [attack.id for attack in again.attacks] == ["c4"]


@pytest.mark.parametrize(
    ("edge", "told"),
    [
        ('<edge id="x" src="a1" trg="nobody" type="und"/>', "edge [x] attacks [nobody], which is no part of the map"),
        (
            '<edge id="x" src="a1" trg="nobody" type="sup"/>',
            "edge [x] of type 'sup' from [a1] to [nobody] joins no such units",
        ),
        (
            '<edge id="x" src="a1" trg="a2" type="add"/>',
            "edge [x] adds a premise to [a2], which is no support or attack",
        ),
        ('<edge id="x" src="a1" trg="a2" type="why"/>', "edge [x] of type 'why' from [a1] to [a2] joins no such units"),
        ("<remark>hm</remark>", "`remark` has no `id` that an element can have"),
        ('<remark id="x">hm</remark>', "element `remark` is none of arggraph"),
        ('<adu id="a1" type="pro"/>', "`adu` has an id that another one has"),
        ('<adu id="x" type="pro"/>', "adu [x] has no segment, so its claim has no text"),
    ],
)
def test_what_makes_no_step_is_told(edge: str, told: str) -> None:
    text = BRIDGE.replace("</arggraph>", f"{edge}\n</arggraph>")
    result = read(text, "a.xml")
    (finding,) = result.findings
    assert (told in finding.message, str(finding.place)) == (True, "a.xml:29:1")
    if result.is_whole:
        assert shape(parse_xml(write(result.whole_map()), "")) == shape(parse_xml(text, ""))


@given(found=plain_maps(with_parties=False), who=st.lists(st.booleans(), min_size=9, max_size=9))
@settings(max_examples=60)
def test_what_is_written_reads_back_the_same(found: ArgumentMap, who: list[bool]) -> None:
    claims = tuple(
        claim.model_copy(update={"by": "opponent" if is_opponent else None, "implicit": True})
        for claim, is_opponent in zip(found.claims, who, strict=False)
    )
    steps = tuple(step.model_copy(update={"scheme": "example" if step.scheme else None}) for step in found.inferences)
    parties = (Party(id="opponent", name="Opponent"),)
    found = found.model_copy(update={"claims": claims, "inferences": steps, "parties": parties})
    again = without_extensions(whole(write(found)))
    assert (again.claims, again.inferences, again.attacks) == (found.claims, found.inferences, found.attacks)
    assert SPEC.recognise(write(found))


def test_what_xml_cannot_hold_is_told() -> None:
    found = ArgumentMap(claims=[Claim(id="a", text="bell \x07 ]]> & <b>"), Claim(id="b", text="t", by="nobody")])
    assert SPEC.find_losses(found) == (
        "`by` changes or is left out in 1 claim: [b]",
        "`text` changes or is left out in 1 claim: [a]",
    )
    assert whole(write(found)).claims[0].text == "bell \ufffd ]]> & <b>"


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the text is not XML: no element found"),
        ("<arggraph>", "the text is not XML: no element found"),
        ("<arggraph><a></b></arggraph>", "mismatched tag"),
        ("<other/>", "found the element `other`, expected `arggraph`"),
        (f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><arggraph>&l9;</arggraph>', "found an entity"),
        (
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><arggraph>&x;</arggraph>',
            "found an entity",
        ),
        ('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost/x">%x;]><arggraph/>', "found an entity"),
        ("<arggraph>" + "<a>" * 100_000, "nested deeper than 200 levels"),
        ('<!DOCTYPE arggraph SYSTEM "x.dtd"><arggraph>&x;</arggraph>', "found an entity"),
        ("<arggraph>\ud800</arggraph>", "half a character"),
    ],
)
def test_xml_that_attacks_its_reader_is_refused(text: str, told: str) -> None:
    result = read(text, "a.xml")
    (finding,) = result.findings
    assert (result.map, told in finding.message) == (None, True)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=100)
def test_a_damaged_file_raises_nothing(seed: int) -> None:
    text = BRIDGE
    for number in range(random.Random(seed).randint(1, 4)):
        text = damaged(text, seed + number)
    result = read(text)
    problems(result)
    if result.map is not None:
        write(result.map)


def test_an_attack_of_an_attack_that_is_set_aside_is_set_aside_too() -> None:
    text = BRIDGE.replace('trg="c1" type="und"', 'trg="c10" type="und"')
    result = read(text)
    assert [attack.id for attack in result.whole_map().attacks] == []
    assert shape(parse_xml(write(result.whole_map()), "")) == shape(parse_xml(text, ""))


def test_parts_of_a_map_are_placed_where_their_elements_stand() -> None:
    result = read(BRIDGE, "a.xml")
    places = [result.source_map.place(path) for path in (("claims", 1), ("attacks", 0))]
    assert [(place.line, place.column) for place in places] == [(13, 3), (25, 3)]
    assert result.whole_map().attacks[0] == Attack(
        id="c5", premises=["a4"], target="c4", extensions=result.whole_map().attacks[0].extensions
    )
