"""Frameworks: every semantics, mode and task held against its definition, written out over all sets of arguments."""

from __future__ import annotations

import pickle
import random
from functools import cache
from itertools import combinations, islice, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.semantics.framework import (
    Framework,
    FrameworkError,
    Mode,
    Semantics,
    TimeLimitError,
    UnknownArgumentError,
)

Set = frozenset[str]


@cache
def _attacks(size: int, most: int) -> st.SearchStrategy:
    numbers = st.integers(0, size - 1)
    return st.lists(st.tuples(numbers, numbers), max_size=most)


@st.composite
def frameworks(draw: st.DrawFn, most: int = 8) -> Framework:
    size = draw(st.integers(0, most))
    # Sparse ones have long paths and many extensions, dense ones have few.
    attacks = draw(_attacks(size, draw(st.sampled_from((size, 2 * size, size * size))))) if size else []
    return Framework(tuple("abcdefgh"[:size]), tuple(attacks))


class Definitions:
    """The definitions, with no thought of speed."""

    def __init__(self, framework: Framework) -> None:
        self.arguments = framework.arguments
        names = framework.arguments
        self.attacks = {(names[attacker], names[target]) for attacker, target in framework.attacks}
        self.sets = [frozenset(chosen) for n in range(len(names) + 1) for chosen in combinations(names, n)]
        self._attacked = {one: {target for attacker, target in self.attacks if attacker == one} for one in names}

    def beaten(self, chosen: Set) -> Set:
        return frozenset(target for attacker in chosen for target in self._attacked[attacker])

    def defends(self, chosen: Set, argument: str) -> bool:
        beaten = self.beaten(chosen)
        return all(attacker in beaten for attacker, target in self.attacks if target == argument)

    def conflict_free(self) -> list[Set]:
        return [chosen for chosen in self.sets if not chosen & self.beaten(chosen)]

    def admissible(self) -> list[Set]:
        return [chosen for chosen in self.conflict_free() if all(self.defends(chosen, one) for one in chosen)]

    def complete(self) -> list[Set]:
        return [
            chosen
            for chosen in self.admissible()
            if all(one in chosen for one in self.arguments if self.defends(chosen, one))
        ]

    def grounded(self) -> list[Set]:
        return [min(self.complete(), key=len)]

    def preferred(self) -> list[Set]:
        admissible = self.admissible()
        return [chosen for chosen in admissible if not any(chosen < other for other in admissible)]

    def stable(self) -> list[Set]:
        return [chosen for chosen in self.conflict_free() if chosen | self.beaten(chosen) == set(self.arguments)]

    def semi_stable(self) -> list[Set]:
        return self._of_maximal_range(self.complete())

    def stage(self) -> list[Set]:
        return self._of_maximal_range(self.conflict_free())

    def ideal(self) -> list[Set]:
        shared = frozenset(self.arguments).intersection(*self.preferred())
        return [max((chosen for chosen in self.admissible() if chosen <= shared), key=len)]

    def extensions(self, semantics: Semantics) -> set[Set]:
        found: list[Set] = getattr(self, semantics.value.replace("-", "_"))()
        assert len(set(found)) == len(found)
        return set(found)

    def _of_maximal_range(self, sets: list[Set]) -> list[Set]:
        ranges = {chosen: chosen | self.beaten(chosen) for chosen in sets}
        return [chosen for chosen in sets if not any(ranges[chosen] < other for other in ranges.values())]


@settings(max_examples=300)
@given(frameworks())
def test_the_extensions_of_every_semantics_are_those_of_its_definition(framework: Framework) -> None:
    definitions = Definitions(framework)
    for semantics in Semantics:
        found = list(framework.extensions(semantics))
        assert len(found) == len(set(found)), semantics
        assert set(found) == definitions.extensions(semantics), semantics


@settings(max_examples=300)
@given(frameworks())
def test_acceptance_is_that_of_the_definition_and_its_witness_shows_it(framework: Framework) -> None:
    definitions = Definitions(framework)
    for semantics in Semantics:
        extensions = definitions.extensions(semantics)
        some = framework.some_extension(semantics)
        assert some in extensions if extensions else some is None, semantics
        for argument, mode in product(framework.arguments, Mode):
            holders = [extension for extension in extensions if argument in extension]
            expected = bool(holders) if mode is Mode.CREDULOUS else len(holders) == len(extensions)
            question = (argument, semantics, mode)
            answer = framework.acceptance(argument, semantics, mode=mode)
            assert answer.accepted == bool(answer) == expected, question
            assert framework.is_accepted(argument, semantics, mode=mode) == expected, question
            if expected == (mode is Mode.CREDULOUS):
                assert answer.witness in extensions, question
                assert (argument in answer.witness) == expected, question
            else:
                assert answer.witness is None, question


@settings(max_examples=100)
@given(st.integers(10, 40), st.integers(0, 2**32), st.sampled_from((1, 2, 3)))
def test_the_semantics_of_larger_frameworks_are_ordered_as_they_should_be(size: int, seed: int, degree: int) -> None:
    chance = random.Random(seed)
    attacks = tuple((chance.randrange(size), chance.randrange(size)) for _ in range(size * degree))
    framework = Framework(tuple(f"a{n}" for n in range(size)), attacks)
    some = {semantics: set(islice(framework.extensions(semantics), 200)) for semantics in Semantics}
    grounded, ideal = framework.grounded(), framework.some_extension("ideal")
    assert grounded <= ideal
    assert all(grounded <= extension for extension in some[Semantics.COMPLETE])
    assert all(ideal <= extension for extension in some[Semantics.PREFERRED])
    assert not some[Semantics.STABLE] or some[Semantics.SEMI_STABLE] == some[Semantics.STAGE] == some[Semantics.STABLE]
    for semantics in set(Semantics) - {Semantics.CONFLICT_FREE, Semantics.STAGE}:
        for extension in some[semantics]:
            beaten = {target for member in extension for target in framework.targets(member)}
            assert not beaten & extension
            assert all(attacker in beaten for member in extension for attacker in framework.attackers(member))


@settings(max_examples=100)
@given(frameworks(), st.randoms(use_true_random=False))
def test_the_order_of_arguments_changes_no_answer(framework: Framework, chance: random.Random) -> None:
    names = framework.arguments
    attacks = [(names[attacker], names[target]) for attacker, target in framework.attacks]
    shuffled_names = chance.sample(names, len(names))
    shuffled = Framework.from_names(shuffled_names, chance.sample(attacks, len(attacks)))
    assert shuffled.arguments == tuple(shuffled_names)
    assert shuffled.grounded() == framework.grounded()
    for semantics in Semantics:
        assert set(shuffled.extensions(semantics)) == set(framework.extensions(semantics))
        for argument in names:
            for mode in Mode:
                expected = framework.is_accepted(argument, semantics, mode=mode)
                assert shuffled.is_accepted(argument, semantics, mode=mode) == expected


@settings(max_examples=100)
@given(frameworks())
def test_equal_frameworks_give_their_extensions_in_equal_order(framework: Framework) -> None:
    again = Framework(framework.arguments, framework.attacks[::-1] + framework.attacks)
    assert again == framework
    assert hash(again) == hash(framework)
    for semantics in Semantics:
        assert list(again.extensions(semantics)) == list(framework.extensions(semantics))


def test_extensions_come_one_by_one() -> None:
    pairs = 60  # with 2 to the power of 60 preferred extensions
    attacks = [attack for n in range(0, 2 * pairs, 2) for attack in ((n, n + 1), (n + 1, n))]
    framework = Framework(tuple(f"a{n}" for n in range(2 * pairs)), tuple(attacks))
    for semantics in ("complete", "preferred", "stable", "semi-stable", "stage"):
        few = list(islice(framework.extensions(semantics), 5))
        assert len(set(few)) == 5
    assert framework.some_extension("ideal") == frozenset()


def test_a_chain_of_100000_arguments_is_no_trouble() -> None:
    length = 100_000
    chain = Framework(tuple(map(str, range(length))), tuple((n, n + 1) for n in range(length - 1)))
    every_other = frozenset(map(str, range(0, length, 2)))
    assert chain.grounded() == every_other
    for semantics in ("complete", "preferred", "stable", "semi-stable", "ideal"):
        assert list(chain.extensions(semantics)) == [every_other]
    assert chain.is_accepted(str(length - 2), "preferred", mode="skeptical")
    assert not chain.is_accepted(str(length - 1), "preferred")


def test_a_search_that_comes_to_its_limit_says_so() -> None:
    framework = Framework(("a", "b"), ((0, 1), (1, 0)))
    with pytest.raises(
        TimeLimitError, match=r"no answer within 0 s \(allow more time; the problem is NP-hard\)"
    ) as found:
        framework.some_extension("preferred", seconds=0)
    assert found.value.seconds == 0
    assert framework.some_extension("grounded", seconds=0) == frozenset()
    assert framework.is_accepted("a", "preferred", seconds=60)
    with pytest.raises(TimeLimitError):
        list(framework.extensions("stable", seconds=0))


def test_the_empty_framework_has_one_extension_which_is_empty() -> None:
    for semantics in Semantics:
        assert list(Framework((), ()).extensions(semantics)) == [frozenset()]


@pytest.mark.parametrize(
    ("arguments", "attacks", "message"),
    [
        (("a", "b", "a"), (), "found the argument [a] more than once, expected each name once"),
        (("a",), ((0, 1),), "found the attack (0, 1), expected positions from 0 to 0"),
        (("a", "b"), ((-1, 0),), "found the attack (-1, 0), expected positions from 0 to 1"),
        ((), ((0, 0),), "found the attack (0, 0), expected no attack, as there is no argument"),
        (("a", "b"), (("a", "b"),), "found the attack ('a', 'b'), expected positions from 0 to 1"),
        (("a", "b"), ((0, 1, 1),), "found attacks that are no pairs, expected two positions each, such as (0, 1)"),
        (("a", "b"), (0,), "found attacks that are no pairs, expected two positions each, such as (0, 1)"),
        (("a", 1), (), "found the argument 1, expected a name that is text"),
    ],
)
def test_what_makes_no_framework_is_told(arguments: tuple, attacks: tuple, message: str) -> None:
    with pytest.raises(FrameworkError) as found:
        Framework(arguments, attacks)
    assert str(found.value) == message


def test_an_argument_that_is_not_there_is_told_with_the_nearest() -> None:
    framework = Framework(("surge", "flights"), ())
    with pytest.raises(UnknownArgumentError) as found:
        framework.is_accepted("serge", "complete")
    assert str(found.value) == "no argument [serge] in the framework; did you mean [surge]?"
    assert (found.value.argument, found.value.nearest) == ("serge", "surge")
    with pytest.raises(UnknownArgumentError):
        Framework.from_names(["a"], [("a", "b")])
    with pytest.raises(ValueError, match="prefered"):
        framework.some_extension("prefered")


def test_a_framework_tells_its_neighbours_and_its_order() -> None:
    framework = Framework.from_names("cab", [("a", "b"), ("c", "b"), ("b", "b")])
    assert framework.attackers("b") == ("c", "a", "b")
    assert framework.targets("b") == ("b",)
    assert framework.in_order({"a", "b", "c"}) == ("c", "a", "b")
    assert repr(framework) == "<Framework: 3 arguments, 3 attacks>"
    assert sorted(framework.to_networkx().edges) == [("a", "b"), ("b", "b"), ("c", "b")]
    assert framework != Framework.from_names("abc", [("a", "b"), ("c", "b"), ("b", "b")])


def test_frameworks_and_their_errors_can_be_pickled() -> None:
    framework = Framework.from_names("ab", [("a", "b")])
    framework.grounded()
    assert pickle.loads(pickle.dumps(framework)) == framework
    for error in (TimeLimitError(2), UnknownArgumentError("a", "b"), FrameworkError("no")):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
