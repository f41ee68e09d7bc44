"""What a picture shows."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree
from grown_maps import bundle, grown_map, star
from PIL import Image
from syrupy.assertion import SnapshotAssertion

import argmap
from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Attack, Claim, Draft, Inference, UnknownElementError
from argmap.render import PictureOptionError, RenderError, outline, to_dot, to_png, to_svg
from argmap.render.build import build_picture
from argmap.render.layout import READABLE, TEXT, lay_out, lay_out_in_tiers
from argmap.render.options import Options
from argmap.render.text import text_width, wrap
from argmap.render.theme import CARDS, CardKind

SVG = "{http://www.w3.org/2000/svg}"


def shown(svg: str) -> str:
    """Return all text of the picture."""
    return " ".join(text.text or "" for text in ElementTree.fromstring(svg).iter(f"{SVG}text"))


def cards(svg: str) -> list[Element]:
    return [e for e in ElementTree.fromstring(svg).iter(f"{SVG}g") if e.get("role") == "img"]


def labels(svg: str) -> list[str]:
    return [card.get("aria-label", "") for card in cards(svg)]


def test_the_dot_text_of_a_small_map_is_as_agreed(
    small_map: ArgumentMap, make_gap, snapshot: SnapshotAssertion
) -> None:
    assert to_dot(small_map, findings=[make_gap("close", "No value given")]) == snapshot


def test_the_svg_of_a_small_map_is_as_agreed(small_map: ArgumentMap, make_gap, snapshot: SnapshotAssertion) -> None:
    assert to_svg(small_map, findings=[make_gap("close", "No value given")]) == snapshot


def test_the_svg_of_a_map_in_columns_is_as_agreed(small_map: ArgumentMap, snapshot: SnapshotAssertion) -> None:
    assert to_svg(small_map, orientation="columns") == snapshot


def test_the_outline_of_a_small_map_is_as_agreed(small_map: ArgumentMap, make_gap, snapshot: SnapshotAssertion) -> None:
    assert outline(small_map, findings=[make_gap("close", "No value given")]) == snapshot


def test_each_claim_has_a_card_that_says_its_kind_and_place(small_map: ArgumentMap) -> None:
    assert sorted(labels(to_svg(small_map))) == [
        "Claim: It has rained. ¶ 2",
        "Evidence: The gauge shows 5 mm",
        "Main claim: The street is wet. ¶ 1",
        "Objection: The gauge is broken",
        "Objection: There is a roof over the street",
        "Proposal: Close the street. ¶ 5, 8",
        "Reply: The roof has a hole",
        "Unstated: Rain wets streets. implicit",
    ]


def test_rebut_undermine_and_undercut_are_told_apart(small_map: ArgumentMap) -> None:
    picture = build_picture(ArgumentGraph(small_map), Options())
    steps = {pill.element_id: pill for pill in picture.pills}
    assert (steps["a1"].line, steps["a1"].kind) == ("rebut", "but")
    assert (steps["a2"].line, steps["a2"].kind) == ("undermine", "however")
    assert (steps["a3"].line, steps["a3"].head) == ("undercut", steps["i2"].key)
    dot = to_dot(small_map)
    heads = {
        word: re.search(rf"argmap-{word}\" color.*arrowhead=(\w+) arrowsize", dot)[1] for word in ("rebut", "undermine")
    }
    assert heads == {"rebut": "tee", "undermine": "teetee"}


def test_spaces_before_and_between_words_are_kept(small_map: ArgumentMap) -> None:
    texts = list(ElementTree.fromstring(to_svg(small_map)).iter(f"{SVG}text"))
    spaced = [text for text in texts if text.text != " ".join((text.text or "").split())]
    assert {" rebuts", " undercuts"} <= {text.text for text in spaced}
    # Browsers take it from the text itself, never from what it stands in.
    assert {text.get("{http://www.w3.org/XML/1998/namespace}space") for text in spaced} == {"preserve"}


def test_linked_premises_stand_in_one_bracket_with_a_plus(small_map: ArgumentMap) -> None:
    svg = to_svg(small_map, orientation="up")
    assert svg.count('class="cluster argmap-bracket"') == 1
    assert "+" in shown(svg).split()


def test_a_claim_that_two_steps_use_is_drawn_once_in_tiers() -> None:
    draft = Draft()
    first, second, shared = (draft.claim(text) for text in ("First", "Second", "Shared"))
    draft.support(first, shared, draft.claim("Left"))
    draft.support(second, shared, draft.claim("Right"))
    picture = build_picture(ArgumentGraph(draft.build()), Options())
    assert len(picture.cards) == 5
    assert [len(pill.bracket) for pill in picture.pills] == [2, 0]


def test_only_steps_from_evidence_alone_say_shown_by(small_map: ArgumentMap) -> None:
    picture = build_picture(ArgumentGraph(small_map), Options())
    assert {p.element_id: str(p.kind) for p in picture.pills if p.line == "support"} == {
        "i1": "because",
        "i2": "shown by",
        "i3": "because",
    }


def test_a_gap_is_a_ghost_with_a_pill_that_says_missing(small_map: ArgumentMap, make_gap) -> None:
    svg = to_svg(small_map, findings=[make_gap("close", "No value given")], orientation="up")
    assert "Gap: No value given" in labels(svg)
    assert "MISSING" in shown(svg)


def test_many_gaps_are_strips_on_their_cards(small_map: ArgumentMap, make_gap) -> None:
    gaps = [make_gap(claim.id, "Nothing given") for claim in small_map.claims]
    svg = to_svg(small_map, findings=gaps, orientation="up")
    assert len(cards(svg)) == len(small_map.claims)
    assert shown(svg).count("? GAP Nothing given") == len(small_map.claims)


def test_several_gaps_of_one_claim_are_one_ghost(small_map: ArgumentMap, make_gap) -> None:
    findings = [make_gap("close", "No value"), make_gap("close", "No agent"), make_gap("close", "No value")]
    picture = build_picture(ArgumentGraph(small_map), Options(findings=findings))
    assert [card.text for card in picture.cards if card.kind == "gap"] == ["No value; No agent"]


@pytest.mark.parametrize("compact", [True, False])
def test_waived_gaps_and_gaps_of_what_is_not_drawn_have_no_ghost(
    small_map: ArgumentMap, make_gap, compact: bool
) -> None:
    findings = [make_gap("close", "Waived", waived="fine"), make_gap("nowhere", "Absent"), make_gap("hole", "Not here")]
    svg = to_svg(small_map, findings=findings, focus="close", depth=1, compact=compact)
    assert not {"Waived", "Absent", "Not here"} & set(re.findall(r"\w[\w ]+", shown(svg)))


def test_a_gap_at_an_inference_points_at_its_pill(small_map: ArgumentMap, make_gap) -> None:
    picture = build_picture(ArgumentGraph(small_map), Options(findings=[make_gap("i1", "No warrant")], compact=True))
    ghost = next(pill for pill in picture.pills if pill.kind == "missing")
    assert ghost.head == next(pill.key for pill in picture.pills if pill.element_id == "i1")


def test_focus_draws_only_the_argument_of_one_claim(small_map: ArgumentMap) -> None:
    drawn = {card.get("data-element") for card in cards(to_svg(small_map, focus="rain"))}
    assert drawn == {"rain", "gauge", "broken"}


def test_depth_counts_steps_and_says_what_it_leaves_out(small_map: ArgumentMap) -> None:
    svg = to_svg(small_map, focus="wet", depth=1)
    assert {card.get("data-element") for card in cards(svg)} == {"wet", "rain", "law", "roof"}
    assert shown(svg).count("+ 1 more below") == 2


def test_depth_counts_from_the_nearest_main_claim() -> None:
    draft = Draft(title="Chain")
    claims = [draft.claim(f"Claim {number}", id=f"c{number}", main=number in {0, 2}) for number in range(6)]
    for above, below in itertools.pairwise(claims):
        draft.support(above, below)
    lines = outline(draft.build(), depth=2)
    assert "[c4] (+ 1 more below)" in lines
    assert "[c5]" not in lines


def test_depth_counts_the_shortest_way_though_it_has_more_steps() -> None:
    draft = Draft(title="Two ways down")
    main = draft.claim("Main", id="main", main=True)
    reason, shared, last = (draft.claim(name.capitalize(), id=name) for name in ("reason", "shared", "last"))
    first = draft.support(main, reason, id="first")
    draft.support(reason, shared)
    attack: str = first
    # Attacks on a step count with it, so that `shared` is one step below `main` on this way, two on the other.
    for number in range(3):
        premise = shared if number == 2 else draft.claim(f"Objection {number}", id=f"o{number}")
        attack = draft.attack(attack, premise, id=f"a{number}")
    draft.support(shared, last)
    assert "[last]" in outline(draft.build(), depth=2)


def test_an_unknown_focus_offers_the_nearest_claim(small_map: ArgumentMap) -> None:
    with pytest.raises(UnknownElementError, match=r"did you mean \[rain\]"):
        to_svg(small_map, focus="rian")


def test_title_and_legend_can_be_left_out_or_changed(small_map: ArgumentMap) -> None:
    assert "Is the street wet?" in shown(to_svg(small_map))
    plain = shown(to_svg(small_map, title="", legend=False))
    assert "street wet?" not in plain
    assert "supports" not in plain
    assert "Other" in shown(to_svg(small_map, title="Other"))


def test_the_legend_explains_only_what_is_drawn(small_map: ArgumentMap) -> None:
    legend = shown(to_svg(small_map, focus="rain"))
    assert "undercuts that step" in legend
    assert "undermines a reason" not in legend
    assert "bracket" not in legend


def test_the_legend_tells_of_linked_premises_as_they_are_drawn() -> None:
    draft = Draft()
    first, second, shared = (draft.claim(text) for text in ("First", "Second", "Shared"))
    draft.support(first, shared, draft.claim("Left"))
    bracket, lines = "in a shaded bracket = work only together", "lines that meet in one word = work only together"
    legend = shown(to_svg(draft.build(), orientation="up"))
    assert (bracket in legend, lines in legend) == (True, False)
    draft.support(second, shared, draft.claim("Right"))
    for orientation, is_told in (("up", True), ("left", True), ("columns", False)):
        legend = shown(to_svg(draft.build(), orientation=orientation))
        assert (bracket in legend, lines in legend) == (True, is_told)


def test_the_legend_tells_of_gaps_as_they_are_drawn(small_map: ArgumentMap) -> None:
    findings = small_map.check()
    cards, strips = (shown(to_svg(small_map, findings=findings, compact=compact)) for compact in (False, True))
    assert ("open arrow" in cards, "on a card = support" in cards) == (True, False)
    assert ("open arrow" in strips, "on a card = support" in strips) == (False, True)


@pytest.mark.parametrize("title", ["", "A title that goes on and on " * 12], ids=["none", "long"])
def test_a_kind_in_the_legend_is_no_wider_than_its_name_needs(title: str) -> None:
    draft = Draft(title=title)
    draft.support(draft.claim("The street is wet", main=True), draft.claim("It rains"))
    root = ElementTree.fromstring(to_svg(draft.build()))
    boxes = [
        path.get("d") for path in root.iter(f"{SVG}path") if path.get("fill", "").upper() == CARDS[CardKind.THESIS].tint
    ]
    xs = [float(x) for x in re.findall(r"(-?[\d.]+),", boxes[0])]
    needed = text_width("● Main claim", 9, bold=True)
    assert needed < max(xs) - min(xs) < needed + 24


@pytest.mark.parametrize("options", [{"orientation": "sideways"}, {"depth": -1}, {"time_limit": 0}])
def test_options_that_cannot_be_drawn_are_refused(small_map: ArgumentMap, options) -> None:
    with pytest.raises(PictureOptionError, match="expected"):
        to_dot(small_map, **options)


def test_large_maps_are_set_in_columns_where_each_claim_is_argued_once(large_map: ArgumentMap) -> None:
    svg = to_svg(large_map)
    own = [card.get("data-element") for card in cards(svg) if "see " not in card.get("aria-label", "")]
    assert sorted(own) == sorted(claim.id for claim in large_map.claims)
    assert "is marked B" in shown(svg)


def test_what_a_reference_names_is_marked_with_the_same_letter(large_map: ArgumentMap) -> None:
    svg = to_svg(large_map)
    named = {
        (card.get("data-element"), card.get("aria-label", "").rsplit("see ", 1)[1])
        for card in cards(svg)
        if "see " in card.get("aria-label", "")
    }
    marked = {
        (card.get("data-element"), text.text.strip())
        for card in cards(svg)
        for text in card.iter(f"{SVG}text")
        if re.fullmatch(r"[A-Z]{1,2}", (text.text or "").strip())
    }
    assert named == marked


def test_too_many_cards_are_refused_with_what_to_do() -> None:
    claims = tuple(Claim(id=f"c{i}", text="x") for i in range(2001))
    with pytest.raises(RenderError, match="by focus or depth"):
        to_svg(ArgumentMap(claims=claims))


def test_a_chain_of_ten_thousand_inferences_gives_dot_and_outline() -> None:
    claims = tuple(Claim(id=f"c{i}", text="x") for i in range(10_001))
    inferences = tuple(Inference(id=f"i{i}", premises=(f"c{i + 1}",), conclusion=f"c{i}") for i in range(10_000))
    chain = ArgumentMap(claims=claims, inferences=inferences)
    assert to_dot(chain).count(" -> ") == 20_000
    assert outline(chain).count("\n") == 20_001


@pytest.mark.parametrize("orientation", ["up", "left", "columns"])
def test_circles_and_ids_that_nothing_defines_are_drawn(orientation: str) -> None:
    broken = ArgumentMap(
        claims=(Claim(id="a", text=""), Claim(id="b", text="B"), Claim(id="b", text="twice")),
        inferences=(
            Inference(id="i", premises=("a", "gone"), conclusion="b"),
            Inference(id="j", premises=("b",), conclusion="a"),
            Inference(id="k", premises=("gone",), conclusion="gone"),
            Inference(id="k", premises=("a",), conclusion="a"),
        ),
        attacks=(
            Attack(id="p", premises=("a",), target="q"),
            Attack(id="q", premises=("b",), target="p"),
            Attack(id="r", premises=("b",), target="r"),
            Attack(id="s", premises=("nobody",), target="nowhere"),
        ),
    )
    text = " ".join(labels(to_svg(broken, orientation=orientation)))
    assert "Undefined: [gone]" in text
    assert "(no text)" in text
    assert "see above: [gone]" in outline(broken)


def test_a_warrant_and_an_answer_are_joined_to_the_step() -> None:
    draft = Draft()
    why = draft.claim("Experts are right", id="why", implicit=True)
    reply = draft.claim("She is an expert", id="reply")
    draft.support(draft.claim("So"), draft.claim("She says so", id="say"), warrant=why, answers={"expert?": reply})
    picture = build_picture(ArgumentGraph(draft.build()), Options())
    keys = {card.element_id: card.key for card in picture.cards}
    assert picture.pills[0].tails == (keys["say"], keys["why"])
    assert picture.pills[0].answers == (keys["reply"],)
    assert picture.by_key[keys["why"]].mark == "warrant"
    assert "answer to expert?:" in outline(draft.build())


def test_a_map_without_claims_can_be_drawn() -> None:
    for orientation in ("auto", "columns"):
        assert "Nothing" in shown(to_svg(ArgumentMap(title="Nothing"), orientation=orientation))
        assert to_svg(ArgumentMap(), orientation=orientation).startswith("<svg")
    assert outline(ArgumentMap()) == "\n"


@pytest.mark.parametrize("orientation", ["up", "columns"])
def test_the_description_counts_each_claim_once(large_map: ArgumentMap, orientation: str) -> None:
    svg = to_svg(large_map, orientation=orientation)
    told = ElementTree.fromstring(svg).find(f"{SVG}desc").text
    assert told.startswith("Argument map with 60 claims. ")


def test_the_package_itself_draws(small_map: ArgumentMap, tmp_path) -> None:
    assert argmap.render(small_map, tmp_path / "map.svg").read_text(encoding="utf-8").startswith("<svg")


def test_the_first_and_the_last_sign_of_a_line_from_right_to_left_stay_on_their_sides() -> None:
    draft = Draft(title="מה נשמע?")
    draft.claim("(האם) לאסור טלפונים?", main=True)
    draft.claim("לאסור טלפונים")
    texts = [text.text for text in ElementTree.fromstring(to_svg(draft.build())).iter(f"{SVG}text")]
    mark = "\N{RIGHT-TO-LEFT MARK}"
    assert {f"מה נשמע?{mark}", f"{mark}(האם) לאסור טלפונים?{mark}", "לאסור טלפונים"} <= set(texts)


def lines_of(svg: str, element: str) -> list[Element]:
    """Return the lines of the text of a card, without its head."""
    (card,) = (card for card in cards(svg) if card.get("data-element") == element)
    return list(card.iter(f"{SVG}text"))[1:]


RIGHT_TO_LEFT = {
    "he": "תלמידים שמשתמשים בטלפון (בשיעור) מקשיבים פחות, וכך אומר גם מחקר משנת 2019, למשל ב-WhatsApp",
    "ar": "التلاميذ الذين يستخدمون الهاتف يستمعون أقل، كما تقول دراسة عام 2019 عن WhatsApp",
}


@pytest.mark.parametrize("text", RIGHT_TO_LEFT.values(), ids=RIGHT_TO_LEFT)
def test_lines_from_right_to_left_end_at_one_edge_in_any_font(text: str) -> None:
    draft = Draft()
    draft.claim(text, id="it", main=True)
    draft.support("it", draft.claim(text, id="reason"))
    for orientation in ("up", "left", "columns"):
        for element in ("it", "reason"):
            lines = lines_of(to_svg(draft.build(), orientation=orientation), element)
            assert {line.get("text-anchor") for line in lines} == {"end"}
            ends = [float(line.get("x")) for line in lines]
            assert len(lines) > 1
            assert max(ends) - min(ends) < 1


def test_lines_from_right_to_left_end_at_one_edge_in_an_image() -> None:
    draft = Draft()
    main = draft.claim("ראשי", main=True)
    draft.support(main, draft.claim(RIGHT_TO_LEFT["he"]))
    with Image.open(io.BytesIO(to_png(draft.build(), dpi=144, legend=False))) as image:
        width, height = image.size
        pixels = image.convert("RGB").load()
    rows = {
        y: max(inked)
        for y in range(height)
        if (inked := [x for x in range(width) if max(pixels[x, y]) < 60])  # in the colour of texts
    }
    lines = [[rows[y] for y in run] for run in runs(rows) if len(run) > 8]
    assert len(lines) == len(wrap(RIGHT_TO_LEFT["he"], 12, 190))
    ends = [max(line) for line in lines]
    # Letters begin at most a point and a half from where they are set; two pixels are one point.
    assert max(ends) - min(ends) <= 3


def runs(numbers: Iterable[int]) -> list[list[int]]:
    """Return the numbers in runs that follow one another."""
    found: list[list[int]] = []
    for number in numbers:
        if not found or number > found[-1][-1] + 2:
            found.append([])
        found[-1].append(number)
    return found


def test_a_latin_name_keeps_its_place_in_a_text_from_right_to_left() -> None:
    draft = Draft()
    draft.claim(RIGHT_TO_LEFT["he"], id="it", main=True)
    texts = [line.text or "" for line in lines_of(to_svg(draft.build()), "it")]
    isolated = [text for text in texts if text.startswith("\N{RIGHT-TO-LEFT ISOLATE}")]
    assert [text.strip("\u2067\u2069").endswith("WhatsApp") for text in isolated] == [True]
    assert isolated[0].endswith("\N{POP DIRECTIONAL ISOLATE}")


def test_text_without_spaces_is_broken_into_even_lines() -> None:
    for count in range(16, 120):
        lines = wrap("校" * count, 12, 185, most_lines=99)
        assert len(lines) == -(-count // 15)
        assert max(map(len, lines[:-1])) - len(lines[-1]) <= len(lines)


@pytest.mark.parametrize(
    "sign", ["🇱🇹", "👩🏽", "👨\u200d👩\u200d👧", "1\ufe0f\u20e3", "e\u0301\u0323", "🏴\U000e0067\U000e0062\U000e007f"]
)
def test_signs_of_several_characters_are_never_broken(sign: str) -> None:
    for width in range(20, 90, 7):
        lines = wrap(sign * 30, 12, width, most_lines=99)
        assert "".join(lines) == sign * 30
        assert [line for line in lines if len(line) % len(sign)] == []


def test_no_line_begins_with_a_closing_sign() -> None:
    text = "学校应当让学生能够专心学习，家长需要随时能够联系到自己的孩子。" * 3
    for width in range(60, 240, 7):
        lines = wrap(text, 12, width, most_lines=99)
        assert "".join(lines) == text
        assert [line for line in lines if line[0] in "，。"] == []
        assert max(text_width(line, 12) for line in lines) <= width


def test_signs_that_close_are_broken_where_there_is_nothing_else() -> None:
    assert max(text_width(line, 12) for line in wrap("。" * 90, 12, 100, most_lines=99)) <= 100


def test_thirty_reasons_for_one_claim_can_be_read() -> None:
    options = Options()
    layout = lay_out(build_picture(ArgumentGraph(star(30)), options), options)
    assert layout.scale * TEXT > READABLE


def test_a_claim_that_is_higher_than_a_column_goes_on_in_others() -> None:
    svg = to_svg(star(30))
    places = [card.get("aria-label") for card in cards(svg) if card.get("data-element") == "main"]
    assert [("continued" in place, "see A" in place) for place in places] == [
        (False, False),
        (True, True),
        (True, True),
    ]
    assert "A, continued" in shown(svg)
    assert "more that leads to the claim marked A" in shown(svg)


@pytest.mark.parametrize(
    ("argument_map", "in_columns"), [(star(12), True), (star(6), False), (grown_map(14, 3), False)]
)
def test_only_a_tall_or_flat_map_is_set_in_columns_though_it_can_be_read(
    argument_map: ArgumentMap, in_columns: bool
) -> None:
    options = Options()
    picture = build_picture(ArgumentGraph(argument_map), options)
    chosen, in_tiers = lay_out(picture, options), lay_out_in_tiers(picture, options)
    assert in_tiers.scale * TEXT > READABLE
    assert (chosen.plan is None, chosen.scale > 1.25 * in_tiers.scale) == (in_columns, in_columns)


def test_premises_that_are_higher_than_a_column_go_on_in_others_and_still_belong_together() -> None:
    svg = to_svg(bundle(12))
    width, height = map(int, re.search(r'width="(\d+)" height="(\d+)"', svg).groups())
    assert width > height
    heads = [text for text in shown(svg).split("  ") if "REASON" in text]
    assert "BECAUSE continued" in " ".join(shown(svg).split())
    assert " ".join(heads).count("+ ▲ REASON") == 11
    (step,) = set(re.findall(r'class="node argmap-pill[^>]*data-element="([^"]*)"', svg))
    assert step == bundle(12).inferences[0].id


def test_cards_that_stand_for_others_are_not_counted_as_claims(large_map: ArgumentMap) -> None:
    assert f"Argument map with {len(large_map.claims)} claims." in to_svg(large_map)


def test_lines_to_one_claim_in_columns_join_and_share_one_head() -> None:
    draft = Draft()
    claim = draft.claim("Claim", main=True)
    for text in ("One", "Two", "Three"):
        draft.attack(claim, draft.claim(text))
    root = ElementTree.fromstring(to_svg(draft.build(), orientation="columns"))
    lines = [group for group in root.iter(f"{SVG}g") if "argmap-rebut" in group.get("class", "")]
    heads = [line for line in lines if "edge" in line.get("class", "") and line.find(f"{SVG}polygon") is not None]
    assert (len(lines), len(heads)) == (9, 1)


def test_what_is_below_a_collapsed_claim_alone_is_left_out(small_map: ArgumentMap) -> None:
    svg = to_svg(small_map, collapse=["rain"])
    assert "gauge" not in re.findall(r'data-element="([^"]*)"', svg)
    assert "broken" not in re.findall(r'data-element="([^"]*)"', svg)
    assert "+ 1 more below" in shown(svg)


def test_what_another_claim_needs_too_stays_when_one_is_collapsed() -> None:
    draft = Draft()
    first, second, shared = (draft.claim(text, id=text) for text in ("first", "second", "shared"))
    draft.support(first, shared)
    draft.support(second, shared)
    assert len(cards(to_svg(draft.build(), collapse=["first"]))) == 3


def test_an_unknown_claim_cannot_be_collapsed(small_map: ArgumentMap) -> None:
    with pytest.raises(UnknownElementError, match="rain"):
        to_svg(small_map, collapse=["rian"])


def test_without_roles_all_claims_look_alike_and_stand_where_they_stood(small_map: ArgumentMap) -> None:
    plain = to_svg(small_map, roles=False)
    assert {word for word in shown(plain).split() if word.isupper() and len(word) > 1} >= {"CLAIM", "BECAUSE"}
    assert "EVIDENCE" not in shown(plain)
    assert all(label.startswith("Claim: ") for label in labels(plain))
    assert re.search('viewBox="[^"]*"', plain)[0] == re.search('viewBox="[^"]*"', to_svg(small_map))[0]


def test_an_attack_that_leads_into_a_circle_of_attacks_is_set_in_columns() -> None:
    """`w` is on `x`, and `x` and `y` are on each other; `w` comes first in the file."""
    claims = tuple(Claim(id=name, text=f"Claim {name}") for name in "abc")
    attacks = tuple(
        Attack(id=name, premises=(premise,), target=target)
        for name, premise, target in (("w", "a", "x"), ("x", "b", "y"), ("y", "c", "x"))
    )
    svg = to_svg(ArgumentMap(claims=claims, attacks=attacks), orientation="columns")
    assert " ".join(shown(svg).split()).count("BUT undercuts") == 3
