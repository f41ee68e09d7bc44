"""The framework of a map, held against the labels, and against all arguments written out."""

from __future__ import annotations

import pickle
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps, structures, weighed_structures
from written_out import Instantiated, tangle

from argmap.model import (
    SECTIONS,
    ArgumentMap,
    Attack,
    Claim,
    Draft,
    Given,
    Inference,
    Standard,
    UnknownElementError,
)
from argmap.semantics import (
    Framework,
    FrameworkSizeError,
    Label,
    MapFramework,
    ReadingError,
    Stance,
    Thresholds,
    UnknownArgumentError,
    labels,
    to_framework,
)

PLENTY = 100_000


def grounded_labels(framework: MapFramework) -> dict[str, Label]:
    """Label each element by what the grounded extension says of the arguments for it."""
    accepted = framework.grounded()
    beaten = {target for member in accepted for target in framework.targets(member)}

    def label(names: tuple[str, ...]) -> Label:
        if not accepted.isdisjoint(names):
            return Label.IN
        return Label.OUT if beaten.issuperset(names) else Label.UNDECIDED

    return {element_id: label(names) for element_id, names in framework.by_element.items()}


def shuffled(argument_map: ArgumentMap, seed: int) -> ArgumentMap:
    mixed = random.Random(seed)
    sections = {name: mixed.sample(getattr(argument_map, name), len(getattr(argument_map, name))) for name in SECTIONS}
    return argument_map.model_copy(update={name: tuple(elements) for name, elements in sections.items()})


def test_the_grounded_extensions_of_2000_tangled_maps_say_what_their_labels_say() -> None:
    for seed in range(2000):
        drawn, stance = tangle(seed), tuple(Stance)[seed % 2]
        found = labels(drawn, stance=stance)
        said = grounded_labels(to_framework(drawn, stance=stance, most=PLENTY))
        assert said == {element_id: found[element_id].label for element_id in found}, seed


@settings(max_examples=150, deadline=None)
@given(
    drawn=weighed_structures() | structures | maps,
    stance=st.sampled_from(Stance),
    standard=st.none() | st.sampled_from(Standard),
    thresholds=st.none() | st.builds(Thresholds, alpha=st.floats(0, 1), beta=st.floats(0, 1), gamma=st.floats(0, 1)),
)
def test_the_grounded_extension_says_of_each_element_what_its_label_says(
    drawn: ArgumentMap, stance: Stance, standard: Standard | None, thresholds: Thresholds | None
) -> None:
    framework = to_framework(drawn, stance=stance, standard=standard, thresholds=thresholds, most=PLENTY)
    found = labels(drawn, stance=stance, standard=standard, thresholds=thresholds)
    assert grounded_labels(framework) == {element_id: found[element_id].label for element_id in found}


@settings(max_examples=80, deadline=None)
@given(drawn=weighed_structures(), accept=st.sets(st.sampled_from("abcijp")), reject=st.sets(st.sampled_from("abcijp")))
def test_what_is_supposed_is_supposed_of_the_arguments_too(
    drawn: ArgumentMap, accept: set[str], reject: set[str]
) -> None:
    known = set(labels(drawn))
    supposed = {"accept": (accept - reject) & known, "reject": (reject - accept) & known}
    found = labels(drawn, **supposed)
    framework = to_framework(drawn, **supposed, most=PLENTY)
    assert grounded_labels(framework) == {element_id: found[element_id].label for element_id in found}


@settings(max_examples=100, deadline=None)
@given(drawn=structures, stance=st.sampled_from(Stance))
def test_the_arguments_are_those_written_out_from_the_definition(drawn: ArgumentMap, stance: Stance) -> None:
    written = Instantiated(drawn, stance)
    framework = to_framework(drawn, stance=stance, most=PLENTY)
    ids = [what if kind == "claim" else written.steps[what].id for kind, what, _ in written.arguments]
    assert Counter(argument.element_id for argument in framework.made) == Counter(ids)


@settings(max_examples=60, deadline=None)
@given(drawn=weighed_structures() | maps, seed=st.integers(0, 99), stance=st.sampled_from(Stance))
def test_the_order_of_the_file_changes_nothing(drawn: ArgumentMap, seed: int, stance: Stance) -> None:
    assert to_framework(shuffled(drawn, seed), stance=stance, most=PLENTY) == to_framework(
        drawn, stance=stance, most=PLENTY
    )


@settings(max_examples=60, deadline=None)
@given(drawn=weighed_structures())
def test_no_argument_concludes_a_claim_twice_on_one_way_down(drawn: ArgumentMap) -> None:
    framework = to_framework(drawn, most=PLENTY)
    claims = {claim.id for claim in drawn.claims}
    for argument in framework.made:
        ways = [(argument, frozenset[str]())]
        while ways:
            below, above = ways.pop()
            if below.inference_id is not None or (below.element_id in claims and not below.parts):
                assert below.element_id not in above
                above |= {below.element_id}
            ways += [(framework.argument(part), above) for part in below.parts]


def debate() -> ArgumentMap:
    draft = Draft(title="The ban")
    ban, jobs = draft.claim("Ban it", id="ban"), draft.claim("It costs jobs", id="jobs")
    draft.support(ban, draft.claim("It harms", id="harm"), draft.claim("Harm is to be banned", id="rule"), id="so")
    draft.support(ban, draft.claim("All ask for it", id="asked"), id="too")
    draft.attack(ban, jobs, id="but")
    draft.attack(jobs, draft.claim("It makes others", id="others"), id="yet")
    return draft.build()


def test_arguments_are_named_by_what_they_are_for_and_tell_what_they_use() -> None:
    framework = debate().to_framework()
    assert framework.arguments == (
        *("asked", "ban#1", "ban#2", "harm", "jobs", "others", "rule"),
        *("so", "too"),
        *("but", "yet"),
    )
    assert framework.arguments_for("ban") == ("ban#1", "ban#2")
    assert framework.argument("ban#1").inference_id == "so"
    assert framework.argument("ban#1").parts == ("so",)
    assert framework.argument("so").parts == ("harm", "rule")
    assert framework.argument("harm").inference_id is None
    assert framework.uses("ban#2") == ("ban", "too", "asked")
    assert framework.targets("but") == ("ban#1", "ban#2")
    assert framework.targets("yet") == ("jobs", "but")
    assert framework.grounded() == frozenset(framework.arguments) - {"jobs", "but"}


def test_an_attack_is_on_every_argument_that_uses_its_target_however_deep() -> None:
    draft = Draft()
    a, b, c = (draft.claim(text, id=text) for text in "abc")
    draft.support(b, a, id="i")
    draft.support(c, b, id="j")
    draft.attack(a, draft.claim("x", id="x"), id="p")
    assert draft.build().to_framework().targets("p") == ("a", "b", "c", "i", "j")


def test_a_name_stays_clear_where_an_id_looks_like_one() -> None:
    draft = Draft()
    a = draft.claim("a", id="a", given="common")
    draft.claim("other", id="a#1")
    draft.support(a, draft.claim("b", id="b"), id="i")
    framework = draft.build().to_framework()
    assert framework.arguments == ("a#1", "a#2", "a#1#1", "b", "i")
    assert framework.arguments_for("a#1") == ("a#1#1",)


def test_an_id_that_a_claim_and_a_step_share_means_the_claim() -> None:
    drawn = ArgumentMap(
        claims=(Claim(id="a", text="t"), Claim(id="b", text="t")),
        inferences=(Inference(id="a", premises=("b",), conclusion="b"),),
    )
    framework = drawn.to_framework(stance="held", accept=["b"])
    assert framework.arguments == ("b", "a")
    assert framework.arguments_for("a") == ()


def test_the_standard_decides_what_is_attacked() -> None:
    claims = (Claim(id="c", text="t"), Claim(id="d", text="t", given=Given.COMMON))
    drawn = ArgumentMap(
        claims=claims,
        inferences=(
            Inference(id="strong", premises=("d",), conclusion="c", weight=0.9),
            Inference(id="weak", premises=("d",), conclusion="c", weight=0.4),
        ),
        attacks=(Attack(id="p", premises=("d",), target="c", weight=0.7),),
    )
    attacked = {standard: to_framework(drawn, standard=standard).targets("p") for standard in Standard}
    assert attacked == {
        Standard.DIALECTICAL: ("c#1", "c#2"),
        Standard.SCINTILLA: (),
        Standard.PREPONDERANCE: ("c#2",),
        Standard.CLEAR_AND_CONVINCING: ("c",),
        Standard.BEYOND_REASONABLE_DOUBT: ("c",),
    }


def test_circular_support_makes_no_argument() -> None:
    drawn = ArgumentMap(
        claims=(Claim(id="a", text="t"), Claim(id="b", text="t")),
        inferences=(
            Inference(id="i", premises=("a",), conclusion="b"),
            Inference(id="j", premises=("b",), conclusion="a"),
        ),
    )
    assert to_framework(drawn).arguments == ()


def test_a_framework_of_a_map_can_be_pickled_and_told_apart() -> None:
    framework = debate().to_framework()
    assert pickle.loads(pickle.dumps(framework)) == framework
    assert hash(framework) == hash(debate().to_framework())
    assert isinstance(framework, Framework)
    assert framework != Framework(framework.arguments, framework.attacks)


def doubling(levels: int) -> ArgumentMap:
    """Return a map with twice as many arguments on each level as on the one below."""
    claims = [Claim(id=f"c{level}", text="t") for level in range(levels + 1)]
    inferences = [
        Inference(id=f"{side}{level}", premises=(f"c{level}",), conclusion=f"c{level + 1}")
        for level in range(levels)
        for side in "ab"
    ]
    return ArgumentMap(claims=claims, inferences=inferences)


def test_a_framework_that_would_be_too_large_is_refused_at_once() -> None:
    with pytest.raises(FrameworkSizeError, match="found more than 10,000 arguments") as caught:
        to_framework(doubling(1000))
    assert (caught.value.most, caught.value.counted, caught.value.limit) == (10_000, "arguments", 10_000)
    assert pickle.loads(pickle.dumps(caught.value)).limit == 10_000
    assert isinstance(caught.value, ValueError)


def test_the_limit_is_the_number_of_arguments_that_there_may_be() -> None:
    count = len(to_framework(doubling(3)).arguments)
    assert len(to_framework(doubling(3), most=count).arguments) == count == 1 + 2 * (2 + 4 + 8)
    with pytest.raises(FrameworkSizeError):
        to_framework(doubling(3), most=count - 1)


def test_attacks_are_limited_too() -> None:
    claims = [Claim(id=f"c{number}", text="t") for number in range(30)]
    attacks = [Attack(id=f"a{n}", premises=(f"c{n}",), target="c0") for n in range(1, 30)]
    inferences = [Inference(id=f"i{n}", premises=("c0",), conclusion=f"d{n}") for n in range(400)]
    drawn = ArgumentMap(claims=claims, inferences=inferences, attacks=attacks)
    assert len(to_framework(drawn, most=459).attacks) == 29 * 401
    drawn = drawn.model_copy(update={"attacks": tuple(attacks * 40)})
    with pytest.raises(FrameworkSizeError, match=r"found more than 161,900 attacks") as caught:
        to_framework(drawn, most=1619)
    assert (caught.value.counted, caught.value.limit) == ("attacks", 161_900)


def test_a_chain_of_3000_inferences_is_built_without_recursion() -> None:
    length = 3000
    claims = tuple(Claim(id=f"c{n}", text="t") for n in range(length + 1))
    inferences = tuple(Inference(id=f"i{n}", premises=(f"c{n + 1}",), conclusion=f"c{n}") for n in range(length))
    framework = to_framework(ArgumentMap(claims=claims, inferences=inferences))
    assert len(framework.arguments) == 2 * length + 1
    assert len(framework.uses("c0")) == 2 * length + 1


def test_what_is_not_there_is_told() -> None:
    framework = debate().to_framework()
    with pytest.raises(UnknownElementError, match=r"did you mean \[harm\]"):
        framework.arguments_for("harms")
    with pytest.raises(UnknownArgumentError, match=r"did you mean \[ban#2\]"):
        framework.argument("ban#3")
    with pytest.raises(UnknownElementError, match=r"did you mean \[jobs\]"):
        debate().to_framework(reject=["jobz"])
    with pytest.raises(ReadingError):
        debate().to_framework(accept=["ban"], reject=["ban"])
