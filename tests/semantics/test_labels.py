"""Labels, held against all arguments written out, and against the standards of proof evaluated directly."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps, structures, weighed_structures, weights
from written_out import Instantiated, tangle

from argmap.model import SECTIONS, ArgumentMap, Attack, Claim, Given, Inference, Standard, UnknownElementError
from argmap.semantics.labelling import Stance
from argmap.semantics.labels import Label, ReadingError, Reason, labels


def shuffled(argument_map: ArgumentMap, seed: int) -> ArgumentMap:
    mixed = random.Random(seed)
    sections = {name: mixed.sample(getattr(argument_map, name), len(getattr(argument_map, name))) for name in SECTIONS}
    return argument_map.model_copy(update={name: tuple(elements) for name, elements in sections.items()})


@settings(max_examples=250, deadline=None)
@given(drawn=structures, stance=st.sampled_from(Stance))
def test_labels_are_those_of_all_arguments_written_out(drawn: ArgumentMap, stance: Stance) -> None:
    expected = Instantiated(drawn, stance).labels()
    found = labels(drawn, stance=stance)
    assert {element_id: found[element_id].label for element_id in found} == expected


def test_labels_of_3000_tangled_maps_are_those_of_all_arguments_written_out() -> None:
    reasons: Counter[Reason] = Counter()
    for seed in range(3000):
        drawn, stance = tangle(seed), tuple(Stance)[seed % 2]
        found = labels(drawn, stance=stance, standard=Standard.DIALECTICAL)
        expected = Instantiated(drawn, stance).labels()
        assert {element_id: found[element_id].label for element_id in found} == expected, seed
        reasons.update({element.reason for element in found.values()})
    assert all(reasons[reason] > 300 for reason in set(Reason) - {Reason.ACCEPTED, Reason.REJECTED}), reasons


@st.composite
def acyclic_maps(draw: st.DrawFn) -> ArgumentMap:
    """Draw a map whose claims depend, by support and attack, on earlier ones only."""
    weights = st.none() | st.sampled_from((0.0, 0.2, 0.3, 0.5, 0.6, 0.9, 1.0))
    count = draw(st.integers(1, 6))
    claims = [
        Claim(
            id=f"c{n}",
            text="t",
            given=draw(st.sampled_from(Given)),
            weight=draw(weights),
            standard=draw(st.none() | st.sampled_from(Standard)),
        )
        for n in range(count)
    ]
    inferences: list[Inference] = []
    attacks: list[Attack] = []
    levels: dict[str, int] = {}
    for number in range(draw(st.integers(0, 8))):
        level = draw(st.integers(0, count - 1))
        earlier = st.lists(st.sampled_from([f"c{n}" for n in range(level)] or ["gone"]), min_size=1, max_size=2)
        premises, weight = tuple(draw(earlier)), draw(weights)
        goals = [f"c{level}"]
        goals += [i.id for i in inferences if i.conclusion == f"c{level}"] + [
            a.id for a in attacks if levels[a.id] == level
        ]
        target = draw(st.sampled_from(goals))
        if target == goals[0] and draw(st.booleans()):
            inferences.append(Inference(id=f"i{number}", premises=premises, conclusion=target, weight=weight))
        else:
            attacks.append(Attack(id=f"a{number}", premises=premises, target=target, weight=weight))
            levels[f"a{number}"] = level
    return ArgumentMap(claims=claims, inferences=inferences, attacks=attacks, standard=draw(st.sampled_from(Standard)))


def evaluate(drawn: ArgumentMap, element_id: str) -> bool:
    """Tell whether the element is in, straight from the definitions; the map has no circles."""
    attacks = [a for a in drawn.attacks if a.target == element_id and evaluate(drawn, a.id)]
    for step in (*drawn.inferences, *drawn.attacks):
        if step.id == element_id:
            return not attacks and all(evaluate(drawn, claim_id) for claim_id in step.premises)
    claim = next((claim for claim in drawn.claims if claim.id == element_id), None)
    if claim is None:
        return False
    pros = [_weight(i.weight) for i in drawn.inferences if i.conclusion == element_id and evaluate(drawn, i.id)]
    if claim.given is not Given.NONE or all(i.conclusion != element_id for i in drawn.inferences):
        pros.append(_weight(claim.weight))
    con = max((_weight(a.weight) for a in attacks), default=0.0)
    return any(_meets(claim.standard or drawn.standard, pro, con, is_attacked=bool(attacks)) for pro in pros)


def _weight(weight: float | None) -> float:
    return 1.0 if weight is None else weight


def _meets(standard: Standard, pro: float, con: float, *, is_attacked: bool) -> bool:
    """Tell whether the strongest con leaves a pro standing; a con of weight 0 weighs as much as none."""
    clear = pro >= 0.5 and pro > 0.3 and not (is_attacked and pro - con <= 0.3)
    return {
        Standard.SCINTILLA: True,
        Standard.DIALECTICAL: not is_attacked,
        Standard.PREPONDERANCE: pro > con,
        Standard.CLEAR_AND_CONVINCING: clear,
        Standard.BEYOND_REASONABLE_DOUBT: clear and not (is_attacked and con >= 0.3),
    }[standard]


@settings(max_examples=250, deadline=None)
@given(acyclic_maps())
def test_the_five_standards_are_those_of_their_definitions(drawn: ArgumentMap) -> None:
    found = labels(drawn)
    expected = {element_id: Label.IN if evaluate(drawn, element_id) else Label.OUT for element_id in found}
    assert {element_id: found[element_id].label for element_id in found} == expected


@settings(max_examples=200, deadline=None)
@given(drawn=maps | structures | weighed_structures(), seed=st.integers(0, 99), stance=st.sampled_from(Stance))
def test_the_order_of_the_file_changes_no_label(drawn: ArgumentMap, seed: int, stance: Stance) -> None:
    assert dict(labels(shuffled(drawn, seed), stance=stance)) == dict(labels(drawn, stance=stance))


@settings(max_examples=150, deadline=None)
@given(drawn=structures, target=st.sampled_from("abcde"))
def test_an_attack_that_nothing_answers_brings_down_the_claim_that_it_attacks(drawn: ArgumentMap, target: str) -> None:
    doubt = Claim(id="doubt", text="t", given=Given.COMMON)
    more = drawn.model_copy(
        update={
            "claims": (*drawn.claims, doubt),
            "attacks": (*drawn.attacks, Attack(id="new", premises=("doubt",), target=target)),
        }
    )
    before, after = labels(drawn), labels(more)
    if target in before:
        assert after[target].label is Label.OUT


@settings(max_examples=250, deadline=None)
@given(drawn=weighed_structures(), target=st.sampled_from("abcij"), premise=st.sampled_from("abcde"), weight=weights)
def test_an_attack_more_never_brings_in_what_it_attacks(
    drawn: ArgumentMap, target: str, premise: str, weight: float | None
) -> None:
    before = labels(drawn)
    more = Attack(id="new", premises=(premise,), target=target, weight=weight)
    after = labels(drawn.model_copy(update={"attacks": (*drawn.attacks, more)}))
    if target in before and before[target].label is not Label.IN:
        assert after[target].label is not Label.IN


@settings(max_examples=150, deadline=None)
@given(drawn=maps | structures)
def test_every_element_has_a_label_whose_reason_fits(drawn: ArgumentMap) -> None:
    fitting = {
        Label.IN: {Reason.HELD, Reason.SUPPORTED},
        Label.OUT: {Reason.UNSUPPORTED, Reason.DEFEATED, Reason.UNDERCUT, Reason.CIRCULAR},
        Label.UNDECIDED: {Reason.STAND_OFF},
    }
    found = labels(drawn)
    assert set(found) == {e.id for e in (*drawn.claims, *drawn.inferences, *drawn.attacks)}
    assert len(found) == len(list(found))
    for element in found.values():
        assert element.reason in fitting[element.label]
        assert (element.rank == 0) == (element.label is Label.UNDECIDED)


@settings(max_examples=150, deadline=None)
@given(drawn=structures, accept=st.sampled_from("abci"), reject=st.sampled_from("bcjp"))
def test_what_is_supposed_holds(drawn: ArgumentMap, accept: str, reject: str) -> None:
    known = set(labels(drawn))
    if accept == reject or not {accept, reject} <= known:
        return
    found = labels(drawn, accept=[accept], reject=[reject])
    assert found[accept].label is Label.IN
    assert found[reject].label is Label.OUT


def test_a_claim_with_many_reasons_and_attacks_is_labelled_as_one_with_few() -> None:
    def contested(count: int, pro: float, con: float) -> Label:
        steps = {
            "inferences": [
                Inference(id=f"i{n}", premises=("p",), conclusion="c", weight=pro - n / 1000) for n in range(count)
            ],
            "attacks": [Attack(id=f"a{n}", premises=("p",), target="c", weight=con - n / 1000) for n in range(count)],
        }
        claims = [Claim(id="c", text="t"), Claim(id="p", text="t", given=Given.COMMON)]
        drawn = ArgumentMap(claims=claims, standard=Standard.PREPONDERANCE, **steps)
        return labels(drawn)["c"].label

    for pro, con in ((0.9, 0.5), (0.5, 0.9), (0.5, 0.5), (0.51, 0.5)):
        assert contested(40, pro, con) == contested(2, pro, con) == (Label.IN if pro > con else Label.OUT)


def test_a_step_with_more_premises_than_a_byte_can_count_is_labelled() -> None:
    for count in (255, 256, 300):
        ids = tuple(f"p{n}" for n in range(count))
        claims = [Claim(id="c", text="t"), *(Claim(id=claim_id, text="t") for claim_id in ids)]
        drawn = ArgumentMap(claims=claims, inferences=(Inference(id="i", premises=ids, conclusion="c"),))
        assert labels(drawn)["c"].label is Label.IN
        assert labels(drawn, reject=["p7"])["c"].label is Label.OUT


def test_what_cannot_be_supposed_is_told() -> None:
    drawn = ArgumentMap(claims=(Claim(id="close", text="t"),))
    with pytest.raises(UnknownElementError, match=r"did you mean \[close\]"):
        labels(drawn, reject="clsoe")
    with pytest.raises(ReadingError, match=r"\[close\] cannot be both"):
        labels(drawn, accept="close", reject="close")
    with pytest.raises(ValueError, match="bold"):
        labels(drawn, stance="bold")


def test_a_chain_of_100000_inferences_is_labelled_without_recursion() -> None:
    length = 100_000
    claims = tuple(Claim(id=f"c{n}", text="t") for n in range(length + 1))
    inferences = tuple(Inference(id=f"i{n}", premises=(f"c{n + 1}",), conclusion=f"c{n}") for n in range(length))
    found = labels(ArgumentMap(claims=claims, inferences=inferences))
    assert found["c0"].label is Label.IN
    assert found["c0"].reason is Reason.SUPPORTED
