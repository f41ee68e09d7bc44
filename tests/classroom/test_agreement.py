"""Agreement: every number of the literature's worked examples, and what holds of all maps."""

from __future__ import annotations

import pytest
from classroom.some_class import shuffled
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps, structures

from argmap.classroom.agreement import (
    agreement,
    boundary_similarity,
    cass,
    cohen_kappa,
    krippendorff_alpha,
    scott_pi,
    segmentation_similarity,
)
from argmap.model import ArgumentMap, Attack, Claim, Inference

S, T = "support", "attack"
A = ((1, 0, S), (2, 0, S), (3, 1, S), (4, 1, T))
MAPS = {
    "A": A,
    "B": ((1, 0, S), (2, 1, S), (3, 1, T), (4, 0, T)),
    "C": ((1, 0, S), (2, 0, S), (3, 0, S)),
    "D": (*A, (3, 2, S)),
    "R": tuple((parent, child, label) for child, parent, label in A),
}
NAMES = ("c", "p1", "p2", "p3", "r1")


def map_of(links: tuple[tuple[int, int, str], ...]) -> ArgumentMap:
    return ArgumentMap(
        claims=[Claim(id=name, text=f"Claim {name}") for name in NAMES],
        inferences=[
            Inference(id=f"i{child}{parent}", premises=(NAMES[child],), conclusion=NAMES[parent])
            for child, parent, label in links
            if label == S
        ],
        attacks=[
            Attack(id=f"a{child}{parent}", premises=(NAMES[child],), target=NAMES[parent])
            for child, parent, label in links
            if label == T
        ],
    )


MEASURES = {
    "precision": lambda found: found.links.precision,
    "recall": lambda found: found.links.recall,
    "F1": lambda found: found.links.f1,
    "unlabelled F1": lambda found: found.bare_links.f1,
    "MAR edge unlabelled": lambda found: found.bare_links.mean_recall,
    "MAR edge labelled": lambda found: found.links.mean_recall,
    "MAR path": lambda found: found.paths.mean_recall,
    "MAR dset exact": lambda found: found.below.exact,
    "MAR dset partial": lambda found: found.below.partial,
    "Kirschner average": lambda found: found.nearness.average,
    "Kirschner F1": lambda found: found.nearness.f1,
    "kappa": lambda found: found.kappa,
    "pi": lambda found: found.pi,
    "alpha": lambda found: found.alpha,
    "observed": lambda found: found.observed,
    "edits": lambda found: found.edits,
}
ORACLES = {
    # measure: places, then A against B, C, D, R, A
    "precision": (4, 0.25, 0.6667, 0.8, 0, 1),
    "recall": (4, 0.25, 0.5, 1, 0, 1),
    "F1": (4, 0.25, 0.5714, 0.8889, 0, 1),
    "unlabelled F1": (4, 0.5, 0.5714, 0.8889, 0, 1),
    "MAR edge unlabelled": (4, 0.5, 0.5833, 0.9, 0, 1),
    "MAR edge labelled": (4, 0.25, 0.5833, 0.9, 0, 1),
    "MAR path": (4, 0.5, 0.5, 0.875, 0, 1),
    "MAR dset exact": (4, 0.8, 0.4, 0.8, 0, 1),
    "MAR dset partial": (4, 0.9333, 0.7133, 0.95, 0.62, 1),
    "Kirschner average": (4, 0.625, 0.6667, 0.9, 0, 1),
    "Kirschner F1": (4, 0.625, 0.625, 0.8889, 0, 1),
    "kappa": (6, 0.264706, 0.495798, 0.863946, -0.194030, 1),
    "pi": (6, 0.261993, 0.493671, 0.863481, -0.194030, 1),
    "alpha": (6, 0.280443, 0.506329, 0.866894, -0.164179, 1),
    "observed": (4, 0.75, 0.85, 0.95, 0.60, 1),
    "edits": (0, 5, 3, 1, 8, 0),
}


@pytest.mark.parametrize("measure", ORACLES)
@pytest.mark.parametrize(("column", "other"), list(enumerate("BCDRA", start=1)))
def test_the_running_example_gives_its_number(measure, column, other):
    places, *_ = ORACLES[measure]
    found = agreement(map_of(MAPS["A"]), map_of(MAPS[other]))
    assert round(MEASURES[measure](found), places) == ORACLES[measure][column]


STANDARD = """\
1 2 3 3 2 1 4 1 2 * * *
1 2 3 3 2 2 4 1 2 5 * 3
* 3 3 3 2 3 4 2 2 5 1 *
1 2 3 3 2 4 4 1 2 5 1 *"""


@pytest.mark.parametrize(
    ("scale", "expected"), [("nominal", 0.743421), ("ordinal", 0.815388), ("interval", 0.849107), ("ratio", 0.797403)]
)
def test_alpha_of_the_standard_example_gives_its_number(scale, expected):
    rows = [[None if value == "*" else int(value) for value in row.split()] for row in STANDARD.splitlines()]
    assert round(krippendorff_alpha(rows, scale), 6) == expected


def test_kappa_pi_and_alpha_of_cohens_example_give_their_numbers():
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    one, other = zip(*pairs, strict=True)
    found = (cohen_kappa(one, other), scott_pi(one, other), krippendorff_alpha([one, other]))
    assert [round(number, 6) for number in found] == [0.4, 0.393939, 0.4]


def test_cass_gives_the_number_of_its_authors():
    assert cass(0.05453840852022301, 0.8627450980392157) == pytest.approx(0.10259149819921817, abs=1e-17)


@pytest.mark.parametrize("relations", [0, -0.3])
def test_cass_is_zero_where_relations_agree_no_more_than_by_chance(relations):
    assert cass(relations, 1) == 0


def test_segmentation_similarity_gives_the_number_of_its_authors():
    assert segmentation_similarity((5, 3, 5), (8, 5)) == pytest.approx(11 / 12, abs=1e-12)


def test_a_boundary_that_is_moved_by_one_is_one_edit_and_one_by_two_are_two():
    assert boundary_similarity({5}, {6}, 11) == pytest.approx(0.9)
    assert boundary_similarity({5}, {7}, 11) == pytest.approx(0.8)


@pytest.mark.parametrize("ours", [("a", "a"), ("b", "b", "b")])
def test_annotators_who_only_ever_use_one_category_agree_fully(ours):
    assert (cohen_kappa(ours, ours), scott_pi(ours, ours), krippendorff_alpha([ours, ours])) == (1, 1, 1)


def test_annotators_with_different_numbers_of_units_are_refused():
    with pytest.raises(ValueError, match="shorter"):
        cohen_kappa("ab", "a")
    with pytest.raises(ValueError, match="one unit"):
        cohen_kappa("", "")


def test_with_the_text_the_ends_of_passages_count_for_cass():
    text = "Cars only pass through. So close the bridge to cars. The shops will live."
    one, other = map_of(A), map_of(A)
    cut = [{"at": [{"start": "Cars only", "end": "through"}]}, {"at": [{"start": "So close", "end": "to cars"}]}]
    one = ArgumentMap.model_validate(
        {"claims": [claim.model_dump() | at for claim, at in zip(one.claims, [*cut, {}, {}, {}], strict=True)]}
    )
    other = ArgumentMap.model_validate(
        {"claims": [claim.model_dump() | at for claim, at in zip(other.claims, [cut[0], *[{}] * 4], strict=True)]}
    )
    found = agreement(one, other, text=text)
    assert found.segments == pytest.approx(1 - 1 / 13)
    assert found.cass == pytest.approx(cass(1, 1 - 1 / 13))


def test_a_dense_map_gives_no_number_for_ways_and_says_so():
    claims = [Claim(id=f"c{n}", text=f"Claim {n}") for n in range(40)]
    steps = [Inference(id=f"i{n}", premises=[f"c{m}" for m in range(n)], conclusion=f"c{n}") for n in range(1, 40)]
    dense = ArgumentMap(claims=claims, inferences=steps)
    found = agreement(dense, dense)
    assert (found.paths, found.links.f1) == (None, 1)
    assert any("20000 ways" in note for note in found.notes)


def test_an_undercut_counts_as_a_relation_to_the_claim_that_the_step_leads_to():
    step = Inference(id="i", premises=("p1",), conclusion="c")
    claims = [Claim(id=name, text=f"Claim {name}") for name in NAMES]
    one = ArgumentMap(claims=claims, inferences=[step], attacks=[Attack(id="u", premises=("r1",), target="i")])
    other = ArgumentMap(claims=claims, inferences=[step], attacks=[Attack(id="u", premises=("r1",), target="c")])
    found = agreement(one, other)
    assert (found.observed, found.links.shared) == (0.95, 1)


@given(maps | structures)
@settings(max_examples=60, deadline=None)
def test_every_map_agrees_fully_with_itself(argument_map):
    found = agreement(argument_map, argument_map)
    numbers = [found.kappa, found.pi, found.alpha, found.links.f1, found.claims.f1, found.pairs.f1, found.below.partial]
    assert numbers == [1] * len(numbers)
    assert (found.nearness.average, found.edits, found.edit_similarity) == (1, 0, 1)


@given(maps | structures, maps | structures, st.integers())
@settings(max_examples=60, deadline=None)
def test_agreement_is_in_range_and_does_not_depend_on_the_order_of_the_files(one, other, seed):
    found = agreement(one, other)
    assert found == agreement(shuffled(one, seed), shuffled(other, seed))
    shares = [
        found.observed, found.links.f1, found.nearness.average, found.nearness.f1, found.below.partial, found.cass,
        found.edit_similarity, found.links.mean_recall,
    ]  # fmt: skip
    assert all(0 <= share <= 1 for share in shares)
    assert all(-1 <= number <= 1 for number in (found.kappa, found.pi, found.alpha))
