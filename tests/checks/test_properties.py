"""What holds for every map, broken ones included."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from strategies import maps, structures

from argmap.checks import all_rules, check, run
from argmap.graph import ArgumentGraph, Side, used_claims
from argmap.model import SECTIONS, ArgumentMap, Draft, Given, Inference
from argmap.semantics import Support


def shuffled(argument_map: ArgumentMap, seed: int) -> ArgumentMap:
    mixed = random.Random(seed)
    sections = {
        section: tuple(mixed.sample(getattr(argument_map, section), len(getattr(argument_map, section))))
        for section in (*SECTIONS, "waivers", "main")
    }
    return argument_map.model_copy(update=sections)


def without_places(argument_map: ArgumentMap) -> list[str]:
    texts = dict.fromkeys(
        {argument_map.article or "", *(source.id for source in argument_map.sources)}, "a b c\n\nx y\n\na"
    )
    findings = check(argument_map, profile="strict", texts=texts)
    return sorted(
        f"{replace(finding, path=())!r} {[(fix.title, fix.is_safe) for fix in finding.fixes]}" for finding in findings
    )


@given(argument_map=maps | structures, seed=st.integers(0, 99))
def test_the_order_of_the_file_changes_no_finding(argument_map, seed):
    assert without_places(shuffled(argument_map, seed)) == without_places(argument_map)


@given(argument_map=maps | structures)
def test_any_map_can_be_checked_in_every_profile_and_every_path_leads_somewhere(argument_map):
    for profile in ("default", "classroom", "strict"):
        for finding in run(argument_map, profile=profile).findings:
            value = argument_map
            for part in finding.path:
                value = getattr(value, part) if hasattr(value, str(part)) else value[part]
            assert finding.message


@given(argument_map=structures, premise=st.sampled_from("abc"), conclusion=st.sampled_from("abc"))
def test_adding_a_reason_never_adds_an_unsupported_claim(argument_map, premise, conclusion):
    def unsupported(some_map):
        return {f.element for f in check(some_map, select=["SUP001", "SRC001"])}

    reason = Inference(id="new", premises=(premise,), conclusion=conclusion)
    more = argument_map.model_copy(update={"inferences": (*argument_map.inferences, reason)})
    assert unsupported(more) <= unsupported(argument_map)


@given(argument_map=maps | structures)
def test_a_waiver_of_every_finding_leaves_none_but_those_about_waivers(argument_map):
    waivers = [
        {"rule": finding.code, "element": finding.element, "reason": "known"}
        for finding in check(argument_map)
        if not finding.code.startswith("WAI")
    ]
    waived = ArgumentMap.model_validate({**dict(argument_map), "waivers": waivers})
    assert {finding.code for finding in run(waived).unwaived} == set()


@given(argument_map=maps | structures)
def test_unanswered_attacks_of_the_whole_map_are_those_that_one_by_one_are_not_answered(argument_map):
    graph = ArgumentGraph(argument_map)
    expected = [
        attack
        for attack in argument_map.attacks
        if Side.FOR in graph.sides.get(attack.target, ()) and not graph.is_answered(attack)
    ]
    assert list(graph.find_unanswered_attacks()) == expected


@given(argument_map=maps | structures)
def test_a_repair_names_only_as_many_claims_as_asked_for(argument_map):
    graph = ArgumentGraph(argument_map)
    support = Support(graph)
    whole = list(support.find_repairs(graph.main_claims, most=99))
    for repair, first in zip(whole, support.find_repairs(graph.main_claims, most=1), strict=True):
        assert (first.claim_id, first.backing) == (repair.claim_id, repair.backing[:1])
        assert first.is_whole == (len(repair.backing) == 1)


@given(argument_map=structures)
def test_a_shortest_circle_is_a_circle_of_support(argument_map):
    graph = ArgumentGraph(argument_map)
    for members in graph.find_support_cycles():
        circle = graph.shortest_circle(members)
        assert circle[0] == min(members)
        assert len(set(circle)) == len(circle) >= 2
        for claim_id, supported in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert any(claim_id in used_claims(inference) for inference in graph.inferences_to(supported))


@given(argument_map=maps | structures)
def test_dead_ends_bear_on_no_main_claim(argument_map):
    graph = ArgumentGraph(argument_map)
    bearing = set(graph.find_bearing(graph.main_claims))
    for end in graph.find_dead_ends():
        assert bearing.isdisjoint(end.members)
        assert not set(end.leading) & set(end.members)


@given(argument_map=maps | structures)
def test_undefined_references_are_those_whose_target_has_no_expected_type(argument_map):
    graph = ArgumentGraph(argument_map)
    defined = {
        "source": graph.sources,
        "party": graph.parties,
        "claim": graph.claims,
        "inference": {inference.id for inference in argument_map.inferences},
        "attack": {attack.id for attack in argument_map.attacks},
    }
    expected = [
        reference
        for reference in graph.find_references()
        if not any(reference.target in defined[name] for name in reference.expected)
    ]
    assert list(graph.find_undefined_references()) == expected


CHECK = """
import json, sys
from argmap.checks import check
from argmap.model import ArgumentMap
print([str(f) + str(f.evidence) for f in check(ArgumentMap.model_validate_json(sys.stdin.read()))])
"""


def test_findings_do_not_depend_on_the_hash_seed():
    draft = Draft()
    claims = [draft.claim(f"claim {number}", id=f"c{number}", kind="value") for number in range(12)]
    for number, claim in enumerate(claims):
        draft.support(claims[(number * 5 + 1) % 12], claim, claims[(number * 7 + 3) % 12])
        draft.attack(claims[(number * 3) % 12], claim, claims[number // 2])
    text = draft.build().model_dump_json()
    outputs = {
        subprocess.run(
            [sys.executable, "-c", CHECK],
            input=text,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 100


def long_chain(length: int) -> ArgumentMap:
    claims = [{"type": "claim", "id": f"c{n}", "text": "t", "kind": "value"} for n in range(length)]
    inferences = [{"id": f"i{n}", "premises": [f"c{n}"], "conclusion": f"c{n - 1}"} for n in range(1, length)]
    attacks = [{"id": f"a{n}", "premises": [f"c{n}"], "target": f"a{n - 1}" if n else "c0"} for n in range(length)]
    document = {"claims": claims, "inferences": inferences, "attacks": attacks, "main": ["c0"]}
    return ArgumentMap.model_validate_json(json.dumps(document))


def test_a_long_chain_is_checked_without_recursion():
    result = run(long_chain(20_000), profile="strict")
    assert set(result.codes) == {rule.code for rule in all_rules()}
    assert [f.element for f in result.findings if f.code == "SUP001"] == ["c19999"]


@given(argument_map=structures)
def test_a_repair_grounds_its_claim(argument_map):
    support = Support(ArgumentGraph(argument_map))
    for claim_id in support.graph.claims:
        backing = {other for repair in support.repairs(claim_id, 1).found for other in repair.backing}
        sourced = tuple(
            claim.model_copy(update={"given": Given.COMMON}) if claim.id in backing else claim
            for claim in argument_map.claims
        )
        mended = argument_map.model_copy(update={"claims": sourced})
        assert Support(ArgumentGraph(mended)).is_grounded(claim_id)
