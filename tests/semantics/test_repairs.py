"""Repairs, held against all sets of claims of small maps."""

from __future__ import annotations

import os
import random
import subprocess
import sys

from brute_force import MOST, all_repairs, grounded, tangled_maps
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import structures

from argmap import ArgumentGraph, Costs, Support
from argmap.model import ArgumentMap, Claim, Inference
from argmap.semantics import Repair


def default_costs(drawn: ArgumentMap) -> dict[str, int]:
    graph = ArgumentGraph(drawn)
    kinds = Costs()
    return {
        claim_id: (kinds.main if claim_id in graph.main_claims else kinds.reasoned)
        if graph.inferences_to(claim_id)
        else (kinds.implicit if claim.implicit else kinds.stated)
        for claim_id, claim in graph.claims.items()
    }


def listed(repairs: tuple[Repair, ...]) -> list[tuple[int, tuple[str, ...]]]:
    return [(repair.cost, repair.backing) for repair in repairs]


@settings(max_examples=1000, deadline=None)
@given(tangled_maps() | structures, st.integers(1, 4))
def test_repairs_are_the_cheapest_of_all_sets_that_ground_the_claim(drawn: ArgumentMap, k: int) -> None:
    support = Support(ArgumentGraph(drawn))
    costs = default_costs(drawn)
    for claim_id in support.graph.claims:
        expected = all_repairs(drawn, claim_id, costs)
        repairs = support.repairs(claim_id, k, time_limit=None)
        assert listed(repairs.found) == expected[:k]
        assert (repairs.is_exact, repairs.bound) == (True, expected[0][0] if expected else 0)


@settings(max_examples=1000, deadline=None)
@given(tangled_maps(), st.lists(st.integers(1, 5), min_size=MOST, max_size=MOST))
def test_costs_can_be_any_positive_numbers(drawn: ArgumentMap, numbers: list[int]) -> None:
    support = Support(ArgumentGraph(drawn))
    costs = {claim.id: number for claim, number in zip(drawn.claims, numbers, strict=False)}
    claim_id = drawn.claims[0].id
    repairs = support.repairs(claim_id, 5, cost=lambda claim: costs[claim.id], time_limit=None)
    assert listed(repairs.found) == all_repairs(drawn, claim_id, costs)[:5]


@settings(max_examples=250, deadline=None)
@given(tangled_maps() | structures, st.integers(0, 40))
def test_a_search_that_is_cut_short_gives_a_repair_and_a_bound_that_hold(drawn: ArgumentMap, work: int) -> None:
    support = Support(ArgumentGraph(drawn))
    costs = default_costs(drawn)
    for claim_id in support.graph.claims.keys() - support.grounded:
        every = all_repairs(drawn, claim_id, costs)
        for repairs in (
            support.repairs(claim_id, 2, time_limit=0),
            support.repairs(claim_id, 2, time_limit=None, work_limit=work),
        ):
            found = listed(repairs.found)
            assert set(found) <= set(every)
            assert 0 < repairs.bound <= every[0][0] <= found[0][0]
            assert not repairs.found[0].is_exact or found[0][0] == every[0][0]
            assert not repairs.is_exact or found == every[:2]


@settings(max_examples=250, deadline=None)
@given(tangled_maps() | structures)
def test_repairs_of_many_claims_at_once_cost_as_little_as_those_of_each(drawn: ArgumentMap) -> None:
    support = Support(ArgumentGraph(drawn))
    wanted = [claim_id for claim_id in support.graph.claims if not support.is_grounded(claim_id)]
    assert [(repair.claim_id, (repair.cost, repair.backing)) for repair in support.find_repairs(wanted, most=99)] == [
        (claim_id, *listed(support.repairs(claim_id, 1).found)) for claim_id in wanted
    ]
    for repair in support.find_repairs(wanted, most=99, work_limit=0):
        assert repair.claim_id in grounded(drawn, frozenset(repair.backing))
        assert not repair.is_exact or [(repair.cost, repair.backing)] == listed(
            support.repairs(repair.claim_id, 1).found
        )


@settings(max_examples=100, deadline=None)
@given(tangled_maps(), st.integers(0, 99))
def test_the_order_of_the_file_changes_no_repair(drawn: ArgumentMap, seed: int) -> None:
    mixed = random.Random(seed)
    shuffled = drawn.model_copy(
        update={
            section: tuple(mixed.sample(getattr(drawn, section), len(getattr(drawn, section))))
            for section in ("claims", "inferences", "main")
        }
    )
    for claim in drawn.claims:
        assert shuffled.support().repairs(claim.id) == drawn.support().repairs(claim.id)
        assert shuffled.support().repairs(claim.id, time_limit=None, work_limit=9) == drawn.support().repairs(
            claim.id, time_limit=None, work_limit=9
        )


def _ladder(rungs: int) -> ArgumentMap:
    """Return a map with circles and shared premises, many of its repairs equally cheap."""
    return ArgumentMap(
        main=("c00",),
        claims=tuple(Claim(id=f"c{n:02}", text="t", implicit=n % 3 == 0) for n in range(rungs)),
        inferences=tuple(
            Inference(id=f"{kind}{n}", premises=premises, conclusion=f"c{n:02}")
            for n in range(rungs - 6)
            for kind, premises in (
                ("i", (f"c{(n * 5 + 1) % rungs:02}", f"c{(n * 7 + 3) % rungs:02}")),
                ("j", (f"c{(n * 3 + 2) % rungs:02}", f"c{n + 5:02}")),
            )
        ),
    )


ASK = """
import sys
from argmap.model import ArgumentMap, Claim, Inference
support = ArgumentMap.model_validate_json(sys.stdin.read()).support()
print(support.repairs("c00", 5), support.repairs("c00", 5, time_limit=None, work_limit=3000))
charitable = support.asserting()
print(charitable.load_bearing("c00"), charitable.cuts("c00", 3), charitable.lines("c00"), charitable.derivation("c00"))
"""


def test_no_answer_depends_on_the_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", ASK],
            input=_ladder(24).model_dump_json(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert "is_exact=False" in outputs.pop()


def test_rules_say_where_less_than_the_claims_that_they_name_may_do() -> None:
    argument_map = _ladder(24)
    support = argument_map.support()
    (exact,) = support.find_repairs(["c00"], most=50)
    (quick,) = support.find_repairs(["c00"], most=50, work_limit=0)
    assert (exact.is_exact, quick.is_exact) == (True, False)
    assert exact.cost == support.repairs("c00", 1).found[0].cost <= quick.cost
    (finding,) = argument_map.check(select=["SUP002"])
    assert finding.evidence == exact.backing
    assert not finding.fix.endswith("less may do")
