"""Maps of 5, 20, 60 and 150 claims in every orientation, as they were looked at and kept."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from grown_maps import grown_map
from write_pictures import draw, places

from argmap.graph import ArgumentGraph
from argmap.render.build import build_picture
from argmap.render.dot import sign_names
from argmap.render.engine import run_graphviz
from argmap.render.options import Options, Orientation
from argmap.render.tiers import DRAW_AS_PLACED, set_tiers


@pytest.mark.parametrize(("path", "claims", "orientation"), [pytest.param(*one, id=one[0].stem) for one in places()])
def test_a_picture_is_as_it_was_kept(path: Path, claims: int, orientation: Orientation, tmp_path: Path) -> None:
    drawn = draw(claims, orientation)
    (tmp_path / "new.svg").write_text(drawn, encoding="utf-8")
    kept = gzip.decompress(path.read_bytes()).decode()
    assert drawn.splitlines() == kept.splitlines(), (
        f"look at {tmp_path / 'new.svg'}, then run {path.parent.name}'s writer"
    )


def laid_out(claims: int, seed: int) -> tuple[Mapping[str, tuple[float, float]], dict[str, tuple[str, ...]]]:
    """Return the centres of what a picture shows upwards, and its brackets."""
    picture = build_picture(ArgumentGraph(grown_map(claims, seed)), Options())
    layout = set_tiers(picture, Orientation.UP, 60)
    found = json.loads(run_graphviz(layout.dot, "json0", time_limit=60, settings=DRAW_AS_PLACED))
    centres = {
        thing["name"]: tuple(float(part) for part in thing["pos"].split(","))
        for thing in found["objects"]
        if "pos" in thing
    }
    return centres, {pill.key: pill.bracket for pill in picture.pills if pill.bracket}


@pytest.mark.parametrize(("claims", "seed"), [(10, 1), (20, 3), (30, 2), (60, 7)])
def test_signs_stand_between_the_cards_that_they_link(claims: int, seed: int) -> None:
    centres, brackets = laid_out(claims, seed)
    assert brackets
    for key, bracket in brackets.items():
        cards = sorted(bracket, key=lambda name: centres[name][0])
        signs = sorted(sign_names(key, bracket), key=lambda name: centres[name][0])
        for sign, (left, right) in zip(signs, pairwise(cards), strict=True):
            assert centres[left][0] < centres[sign][0] < centres[right][0]


def test_a_map_that_fits_a_screen_fills_it(tmp_path: Path) -> None:
    """Auto comes near 16:9 from 60 claims on, where columns can be chosen freely."""
    for claims in (60, 150):
        width, height = map(int, re.search(r'width="(\d+)" height="(\d+)"', draw(claims, "auto")).groups())
        assert 1.5 < width / height < 2.1
