"""One picture of two maps."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
import strategies
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import diff
from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Attack, Claim, Draft, Inference
from argmap.render import PictureOptionError, compare
from argmap.render.build import build_picture
from argmap.render.comparison import build_comparison
from argmap.render.dot import dot_text
from argmap.render.layout import plan_unseen
from argmap.render.options import Options
from argmap.render.theme import CardKind


def picture(before: ArgumentMap, after: ArgumentMap, **options: object):
    return build_comparison(diff(before, after), Options(**options))


def marks(before: ArgumentMap, after: ArgumentMap) -> dict[str, str | None]:
    """Return what the picture says became of each claim and step."""
    drawn = picture(before, after)
    return {thing.element_id: thing.change and str(thing.change) for thing in (*drawn.cards, *drawn.pills)}


def argument(*steps: str, texts: str = "abc") -> ArgumentMap:
    """A map of claims with one-letter ids, and steps such as "i: ab > c" or "x: a ! c"."""
    claims = tuple(Claim(id=i.lower(), text=f"Claim {i}") for i in texts)
    inferences, attacks = [], []
    for step in steps:
        step_id, premises, sign, goal = re.fullmatch(r"(\w+): (\w+) ([>!]) (\w+)", step).groups()
        if sign == ">":
            inferences.append(Inference(id=step_id, premises=tuple(premises), conclusion=goal))
        else:
            attacks.append(Attack(id=step_id, premises=tuple(premises), target=goal))
    return ArgumentMap(claims=claims, inferences=tuple(inferences), attacks=tuple(attacks))


def test_the_picture_of_a_map_and_itself_is_its_picture(small_map: ArgumentMap) -> None:
    named = small_map.model_copy(update={"main": ("wet", "close")})
    assert picture(small_map, small_map) == build_picture(ArgumentGraph(named), Options())


def test_what_is_in_one_map_only_is_marked() -> None:
    before, after = argument("i: a > c", "x: b ! c"), argument("i: a > c", "y: d ! c", texts="acd")
    assert marks(before, after) == {
        "a": None, "c": None, "d": "added", "b": "removed", "i": None, "y": "added", "x": "removed",
    }  # fmt: skip


def test_a_card_with_another_text_says_what_it_was() -> None:
    before, after = argument("i: a > c"), argument("i: a > c", texts="Abc")
    after = after.model_copy(
        update={"claims": tuple(c.model_copy(update={"given": "common"}) if c.id == "a" else c for c in after.claims)}
    )
    (card,) = (card for card in picture(before, after).cards if card.change)
    assert (card.element_id, card.was) == ("a", "was: Claim a; changed: given")


def test_a_renamed_claim_is_not_marked() -> None:
    before = ArgumentMap(claims=(Claim(id="a", text="A"), Claim(id="b", text="B")))
    after = ArgumentMap(claims=(Claim(id="x", text="A"), Claim(id="b", text="B")))
    assert marks(before, after) == {"x": None, "b": None}


def test_a_step_that_gains_an_added_premise_is_one_changed_step() -> None:
    assert marks(argument("i: a > c"), argument("i: ad > c", texts="abcd"))["i"] == "changed"


def test_a_step_that_loses_a_removed_premise_still_shows_it() -> None:
    drawn = picture(argument("i: ab > c"), argument("i: a > c", texts="ac"))
    (pill,) = drawn.pills
    assert (pill.change, [drawn.by_key[key].element_id for key in pill.tails]) == ("changed", ["a", "b"])


def test_a_step_from_other_claims_of_both_maps_is_drawn_twice() -> None:
    drawn = picture(argument("i: ab > c"), argument("i: a > c"))
    told = {str(pill.change): [drawn.by_key[key].element_id for key in pill.tails] for pill in drawn.pills}
    assert told == {"added": ["a"], "removed": ["a", "b"]}


def test_a_removed_element_whose_id_is_another_one_now_is_drawn_beside_it() -> None:
    assert marks(argument("i: a > c"), argument("i: b > c"))["i~"] == "removed"


def test_a_removed_attack_on_a_renumbered_step_is_on_that_step() -> None:
    before = argument("i: a > c", "x: b ! i")
    drawn = picture(before, argument("j: a > c"))
    steps = {pill.element_id: pill for pill in drawn.pills}
    assert steps["x"].head == steps["j"].key


def test_the_main_claims_are_those_of_the_later_map() -> None:
    """Before, b led on to c; after, b is the main claim, though what led on from it is drawn as well."""
    drawn = picture(argument("i: a > b", "j: b > c"), argument("i: a > b", texts="ab"))
    assert {card.element_id: card.kind for card in drawn.cards}["b"] is CardKind.THESIS


@pytest.fixture
def maps() -> tuple[ArgumentMap, ArgumentMap]:
    def draft(text: str, *reasons: str) -> ArgumentMap:
        building = Draft(title="Rain")
        wet = building.claim(text, id="wet", main=True)
        for reason in reasons:
            building.support(wet, building.claim(reason))
        return building.build()

    return draft("The street is wet", "It rains", "Somebody cried"), draft(
        "All streets are wet", "It rains", "It snows"
    )


def test_the_marks_are_words_borders_and_struck_text(maps: tuple[ArgumentMap, ArgumentMap], tmp_path: Path) -> None:
    svg = compare(*maps, tmp_path / "m.svg").read_text()
    shown = [text.text or "" for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    for words in ("+ ADDED", "– REMOVED", "~ CHANGED", "was: The street is wet"):
        assert words in shown
    assert any("“– removed”, pale and dashed = in the earlier map only" in line for line in shown)
    assert "line-through" in svg
    labels = re.findall(r'aria-label="([^"]*)"', svg)
    assert "Reason: Somebody cried. removed" in labels
    assert "Main claim: All streets are wet. changed. was: The street is wet" in labels
    dot = compare(*maps, tmp_path / "m.dot").read_text()
    assert dot.count('style="rounded,filled,solid"') == 1
    assert dot.count('style="rounded,filled,dashed"') == 1
    assert dot.count('style="rounded,filled,dotted"') == 1


def test_the_pdf_and_the_image_show_the_marks(maps: tuple[ArgumentMap, ArgumentMap], tmp_path: Path) -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(compare(*maps, tmp_path / "m.pdf").read_bytes())).pages
    assert "– REMOVED" in page.extract_text()
    assert compare(*maps, tmp_path / "m.PNG").read_bytes().startswith(b"\x89PNG")


def test_a_comparison_is_drawn_into_pictures_only(maps: tuple[ArgumentMap, ArgumentMap], tmp_path: Path) -> None:
    with pytest.raises(PictureOptionError, match=r"found ending '\.txt', expected one of \.svg"):
        compare(*maps, tmp_path / "m.txt")


@settings(max_examples=60, deadline=None)
@given(st.tuples(strategies.maps, strategies.maps) | st.tuples(strategies.structures, strategies.structures))
def test_any_two_maps_can_be_compared(maps: tuple[ArgumentMap, ArgumentMap]) -> None:
    drawn = picture(*maps)
    assert dot_text(drawn, plan_unseen(drawn, Options().direction)).startswith("digraph")
    known = {claim.id for argument_map in maps for claim in argument_map.claims}
    assert {claim.id for claim in maps[1].claims} <= {card.element_id for card in drawn.cards}
    assert all(card.element_id.rstrip("~") in known for card in drawn.cards if card.kind is not CardKind.UNDEFINED)
