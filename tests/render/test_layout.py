"""How pictures are laid out: which way, and where lines, signs and chips stand."""

from __future__ import annotations

import json
import re

import pytest

from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Attack, Claim, Draft, Inference
from argmap.render import RenderError, tiers, to_dot, to_svg
from argmap.render.build import build_picture
from argmap.render.drawing import picture_on_page
from argmap.render.engine import run_graphviz
from argmap.render.layout import lay_out
from argmap.render.options import Options
from argmap.render.positions import Route, read_route, write_route
from argmap.render.theme import LINES, LineKind


def laid_out(argument_map: ArgumentMap, **options) -> str:
    """Return the DOT text in which everything has its place."""
    wanted = Options(**options)
    return lay_out(build_picture(ArgumentGraph(argument_map), wanted), wanted).dot


@pytest.mark.parametrize(("count", "direction"), [(12, "BT"), (13, "RL")])
def test_dot_text_of_up_to_twelve_cards_runs_upwards(count: int, direction: str) -> None:
    claims = tuple(Claim(id=f"c{number}", text="t") for number in range(count))
    assert f"rankdir={direction} " in to_dot(ArgumentMap(claims=claims))


@pytest.mark.parametrize("text", ["Salt & pepper", "1 < 2 > 0", 'a "b" c', "tab\there"])
def test_signs_of_xml_in_a_text_are_text(text: str) -> None:
    from defusedxml import ElementTree

    svg = to_svg(ArgumentMap(claims=(Claim(id="a", text=text),)))
    assert f"Claim: {' '.join(text.split())}" in ElementTree.fromstring(svg).find(".//*[@role='img']").get("aria-label")


def test_an_attack_on_itself_comes_back_at_another_height() -> None:
    attack = Attack(id="x", premises=("a",), target="x")
    dot = laid_out(ArgumentMap(claims=(Claim(id="a", text="A"),), attacks=(attack,)), orientation="columns")
    route = read_route(re.search(r'p0 -> p0 \[.*pos="([^"]*)"', dot)[1])
    assert route.tip is not None
    assert route.points[0][1] - route.tip[1] == pytest.approx(-6, abs=0.01)


@pytest.fixture
def linked() -> ArgumentMap:
    draft = Draft()
    draft.support(draft.claim("Main", main=True), draft.claim("One"), draft.claim("Two"))
    return draft.build()


def test_signs_stand_between_linked_cards_where_no_rows_can_be_laid_out(
    linked: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = tiers.run_graphviz

    def run_without_rows(dot: str, output: str, **settings) -> bytes:
        if "rank=same" in dot and "pos=" not in dot:
            raise RenderError("too many rows")
        return run(dot, output, **settings)

    monkeypatch.setattr(tiers, "run_graphviz", run_without_rows)
    dot = laid_out(linked, orientation="up")
    xs = {name: float(re.search(rf'{name} \[.*pos="([\d.]+),', dot)[1]) for name in ("c1", "p0_1", "c2")}
    assert xs["c1"] < xs["p0_1"] < xs["c2"]


def test_chips_of_a_pill_stand_beside_one_another() -> None:
    claims = tuple(Claim(id=claim_id, text=claim_id) for claim_id in "ab")
    step = Inference(id="i", premises=("a",), conclusion="b", scheme="sign")
    argument_map = ArgumentMap(claims=claims, inferences=(step,))
    dot = laid_out(argument_map, layers=["labels", "schemes"], orientation="columns")
    pattern = r'p0_chip\d .* width=([\d.]+) .*pos="([\d.]+),'
    (first_width, first), (width, second) = ((float(w) * 72, float(x)) for w, x in re.findall(pattern, dot))
    assert second - first == pytest.approx((first_width + width) / 2 + 3, abs=0.05)


def test_a_line_that_is_written_is_read_with_its_head() -> None:
    corners = [(0.0, 0.0), (30.0, 0.0), (30.0, 40.0)]
    length = LINES[LineKind.SUPPORT].head_length
    route = read_route(write_route(corners, LineKind.SUPPORT))
    assert (route.points[::3], route.start, route.tip) == (((0, 0), (30, 0), (30, 40 - length)), None, (30, 40))
    assert read_route(write_route(corners, None)).points[::3] == tuple(corners)


def test_lines_in_columns_end_where_graphviz_begins_an_open_head() -> None:
    style = LINES[LineKind.UNDERCUT]
    edge = f"a -> b [penwidth=1.8 arrowhead={style.head} arrowsize={style.head_size}]"
    found = json.loads(run_graphviz(f"digraph {{ rankdir=BT splines=ortho; {edge} }}", "json0", time_limit=60))
    route = read_route(found["edges"][0]["pos"])
    assert abs(route.tip[1] - route.points[-1][1]) == pytest.approx(style.head_length + style.corner, abs=0.1)


def test_of_a_line_in_parts_the_first_is_read() -> None:
    assert read_route("s,1,2 3,4 5,6 7,8 9,10;11,12") == Route(((3, 4), (5, 6), (7, 8), (9, 10)), start=(1, 2))


@pytest.mark.parametrize("orientation", ["auto", "up", "columns"])
def test_a_picture_in_a_page_fills_its_place_and_no_more(large_map: ArgumentMap, orientation: str) -> None:
    options = Options(orientation=orientation)
    picture = build_picture(ArgumentGraph(large_map), options)
    found = picture_on_page(picture, options, [(400.0, 300.0)], wanted=1, largest=1)
    assert 0.98 < max(found.width / 400, found.height / 300) <= 1.001
