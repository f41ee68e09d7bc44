"""How large trees will be, held to how large they are when they are placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from unittest import mock

import pytest
from grown_maps import bundle, grown_map, star
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps

from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap
from argmap.render import continued
from argmap.render.build import build_picture
from argmap.render.dot import Plan
from argmap.render.extents import Ruler
from argmap.render.labels import REFERENCE_HEIGHT
from argmap.render.options import Options, Orientation
from argmap.render.tree import GAP, STEP_HEIGHT, Extent, place_tree
from argmap.render.unfold import Forest


def told_and_placed(argument_map: ArgumentMap, cut: Collection[int] = ()) -> list[tuple[Extent, Extent]]:
    """Return how large each tree will be, and is; trees begin with what must begin one, and with some cards more."""
    picture = build_picture(ArgumentGraph(argument_map), Options())
    forest = Forest(picture)
    ruler = Ruler(forest, Plan(Orientation.UP, text_width=210))
    needed = forest.find_heads(dict.fromkeys(forest.order, 0.0), 0.0, 0.0, 1.0)
    heads = [key for number, key in enumerate(forest.order) if key in needed or number in cut]
    placed = [place_tree(rows, ruler.size).extent for rows in forest.trees(heads)]
    return list(zip(ruler.find_extents(heads), placed, strict=True))


@pytest.mark.parametrize("claims", [5, 60, 300])
def test_a_tree_is_as_large_as_was_told(claims: int) -> None:
    for told, placed in told_and_placed(grown_map(claims, 3), cut=range(0, claims, 7)):
        assert told.cards == placed.cards
        assert told.height == pytest.approx(placed.height, abs=GAP)
        assert told.width == pytest.approx(placed.width, abs=2 * GAP)


@pytest.mark.parametrize("argument_map", [star(30), bundle(30)], ids=["convergent", "linked"])
def test_trees_that_go_on_with_a_claim_are_as_large_as_was_told(argument_map: ArgumentMap) -> None:
    picture = build_picture(ArgumentGraph(argument_map), Options())
    whole = Ruler(Forest(picture), Plan(Orientation.UP, text_width=210))
    found = continued.continue_wide_claims(whole.forest, whole.heights, REFERENCE_HEIGHT + GAP, 500)
    forest = Forest(found.picture, found.places)
    ruler = Ruler(forest, Plan(Orientation.UP, text_width=210))
    heads = forest.find_heads(ruler.heights, REFERENCE_HEIGHT + GAP, STEP_HEIGHT, 500)
    placed = [place_tree(rows, ruler.size).extent for rows in forest.trees(heads)]
    assert heads == ["c0", *found.places["c0"]]
    assert max(extent.height for extent in placed) < 600
    for told, extent in zip(ruler.find_extents(heads), placed, strict=True):
        assert (told.cards, told.height) == (extent.cards, pytest.approx(extent.height, abs=GAP))


@settings(max_examples=60)
@given(maps, st.sampled_from([60, 150, 300]))
def test_each_claim_and_step_of_a_map_that_goes_on_is_drawn_once(argument_map: ArgumentMap, most: float) -> None:
    picture = build_picture(ArgumentGraph(argument_map), Options())
    whole = Ruler(Forest(picture), Plan(Orientation.UP, text_width=210))
    with mock.patch.object(continued, "_FEWEST", 2):
        found = continued.continue_wide_claims(whole.forest, whole.heights, REFERENCE_HEIGHT + GAP, most)
    forest = Forest(found.picture, found.places)
    ruler = Ruler(forest, Plan(Orientation.UP, text_width=210))
    heads = forest.find_heads(ruler.heights, REFERENCE_HEIGHT + GAP, STEP_HEIGHT, most)
    trees = [place_tree(rows, ruler.size) for rows in forest.trees(heads)]
    pills = [pill for tree in trees for pill in tree.pills]
    assert sorted(pill.key for pill in pills if not pill.mark) == sorted(picture.pills_by_key)
    premises = Counter()
    for pill in pills:
        premises[pill.key.partition("_more")[0]] += len(pill.tails)
    assert premises == {pill.key: len(pill.tails) for pill in picture.pills}
    assert sorted(card.key for tree in trees for card in tree.cards if not card.see) == sorted(picture.by_key)


@settings(max_examples=60)
@given(maps, st.sets(st.integers(0, 12)))
def test_every_card_of_a_broken_map_is_counted(argument_map: ArgumentMap, cut: set[int]) -> None:
    for told, placed in told_and_placed(argument_map, cut):
        assert told.cards == placed.cards
        assert told.height == pytest.approx(placed.height, abs=GAP)
