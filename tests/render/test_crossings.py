"""Lines of a picture cross as rarely as Graphviz's own order lets them."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from grown_maps import tangled_map
from hypothesis import given
from hypothesis import strategies as st

from argmap.graph import ArgumentGraph
from argmap.render import tiers
from argmap.render.build import build_picture
from argmap.render.crossings import count_crossings
from argmap.render.dot import Plan
from argmap.render.options import Options, Orientation
from argmap.render.positions import Point, write_route


def _walk(steps: list[tuple[bool, int]]) -> list[Point]:
    """Return the corners of a line with right angles that takes the steps, level ones if they say so."""
    corners = [(0.0, 0.0)]
    for is_level, length in steps:
        x, y = corners[-1]
        corners.append((x + length, y) if is_level else (x, y + length))
    return corners


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Tell whether two straight lines have a point in common that is an end of neither."""

    def side(start: Point, end: Point, point: Point) -> float:
        return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])

    return all(side(*line, ends[0]) * side(*line, ends[1]) < 0 for line, ends in ((one, other), (other, one)))


@given(
    st.lists(
        st.lists(st.tuples(st.booleans(), st.integers(-9, 9).filter(bool)), min_size=1, max_size=9),
        min_size=1,
        max_size=5,
    )
)
def test_crossings_are_those_that_a_look_at_each_two_parts_finds(lines: list[list[tuple[bool, int]]]) -> None:
    walks = [_walk(steps) for steps in lines]
    parts = [part for walk in walks for part in pairwise(walk)]
    expected = sum(_cross(one, other) for one, other in combinations(parts, 2))
    places = {f"c{number}>c{number}": write_route(walk, None) for number, walk in enumerate(walks)}
    assert count_crossings(places) == expected


def test_a_frame_is_no_line() -> None:
    crossing = {"c0>c1": write_route([(0, 5), (10, 5)], None), "c2>c3": write_route([(5, 0), (5, 10)], None)}
    assert count_crossings({**crossing, "cluster_p0": "0,0,10,10", "c0": "5,5"}) == 1


@pytest.mark.parametrize("seed", [19, 20, 21])
def test_room_for_signs_between_linked_cards_costs_no_crossing(seed: int) -> None:
    picture = build_picture(ArgumentGraph(tangled_map(10, seed, links=4)), Options())
    free = tiers._measure(picture, Plan(Orientation.UP), 60)
    plan = tiers.set_tiers(picture, Orientation.UP, 60).plan
    assert plan is not None
    assert count_crossings(plan.places) <= count_crossings(free.places)
