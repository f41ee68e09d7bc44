"""Layers: what a picture says beside kinds and gaps."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from itertools import combinations

import pytest
from defusedxml import ElementTree
from grown_maps import grown_map
from hypothesis import given, settings
from pypdf import PdfReader
from strategies import maps
from syrupy.assertion import SnapshotAssertion

from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Draft, Party
from argmap.render import PictureOptionError, to_dot, to_pdf, to_svg, to_tikz
from argmap.render.build import build_picture
from argmap.render.layout import lay_out
from argmap.render.letters import LettersWarning
from argmap.render.options import Layer, Options
from argmap.render.theme import BORDERS, CHIPS, ChipKind

SVG = "{http://www.w3.org/2000/svg}"


def chips(argument_map: ArgumentMap, **options) -> dict[str, list[str]]:
    """Return what the chips of each element show."""
    picture = build_picture(ArgumentGraph(argument_map), Options(**options))
    things = (*picture.cards, *picture.pills)
    return {thing.element_id: [chip.text for chip in thing.chips] for thing in things if thing.chips}


def card_places(svg: str) -> dict[str, str]:
    """Return the text places of each card and pill, which tell where it stands."""
    root = ElementTree.fromstring(svg)
    groups = [group for group in root.iter(f"{SVG}g") if group.get("data-element")]
    return {group.get("data-element"): group.find(f".//{SVG}text").get("x") for group in groups}


@pytest.fixture
def duel() -> ArgumentMap:
    draft = Draft(title="Who fired first?")
    draft.party("w", name="The western side")
    east = draft.claim("The east fired first", id="east", main=True, by="w")
    west = draft.claim("The west fired first", id="west")
    draft.support(east, draft.claim("A film shows it", id="film"), id="i", scheme="sign")
    draft.attack(east, west, id="one")
    draft.attack(west, east, id="two")
    draft.attack("i", draft.claim("The film was cut", id="cut"), id="three")
    return draft.build()


def test_labels_are_told_by_sign_and_word_on_cards_and_by_sign_on_pills(small_map: ArgumentMap) -> None:
    shown = chips(small_map, layers=["labels"])
    assert shown["hole"] == ["√ IN"]
    assert shown["roof"] == ["× OUT"]
    assert shown["i2"] == ["×"]


def test_labels_are_told_by_the_border_as_well(small_map: ArgumentMap) -> None:
    svg = to_svg(small_map, layers=["labels"])
    roof = re.search(r'data-element="roof".*?</g>', svg, re.DOTALL)[0]
    hole = re.search(r'data-element="hole".*?</g>', svg, re.DOTALL)[0]
    assert "stroke-dasharray" in roof
    assert "stroke-dasharray" not in hole
    assert f'stroke-width="{BORDERS[ChipKind.IN].width}"' in hole


def test_an_undecided_claim_has_a_double_border() -> None:
    draft = Draft()
    east, west = draft.claim("The east fired first", main=True), draft.claim("The west fired first")
    draft.attack(east, west)
    draft.attack(west, east)
    plain, layered = to_svg(draft.build()), to_svg(draft.build(), layers="labels")
    borders = [
        re.search(rf'data-element="{east.id}".*?</g>', svg, re.DOTALL)[0].count("<path") for svg in (plain, layered)
    ]
    assert "± UNDECIDED" in layered
    assert borders == [1, 2]


def test_no_two_labels_share_a_sign_a_border_or_a_colour() -> None:
    kinds = (ChipKind.IN, ChipKind.OUT, ChipKind.UNDECIDED)
    assert len({CHIPS[kind].icon for kind in kinds}) == 3
    assert len({CHIPS[kind].fill for kind in kinds}) == 3
    assert len({(BORDERS[kind].style, BORDERS[kind].lines) for kind in kinds}) == 3


def test_handed_labels_bring_their_layer_and_their_supposition(small_map: ArgumentMap) -> None:
    labels = small_map.labels(reject=["hole"])
    assert chips(small_map, labels=labels)["hole"] == ["× OUT"]
    assert "supposed to be rejected: hole" in to_svg(small_map, labels=labels)


def test_numbers_parties_and_schemes_are_chips(duel: ArgumentMap) -> None:
    shown = chips(duel, layers=["numbers", "parties", "schemes"])
    assert shown == {"east": ["» The western side"], "film": ["1A-a"], "west": ["1B-a"], "cut": ["1C-a"], "i": ["sign"]}


def test_load_bearing_claims_are_chips() -> None:
    draft = Draft()
    main = draft.claim("The street is wet", main=True)
    draft.support(main, draft.claim("It rains", id="rain", given="common"))
    assert chips(draft.build(), layers=["load-bearing"]) == {"rain": ["♦ LOAD-BEARING"]}


def test_a_long_name_at_the_foot_of_a_card_ends_where_the_next_chip_begins() -> None:
    draft = Draft()
    draft.party("w", name="The Ministry of the Western Sea")
    main = draft.claim("The street is wet", main=True)
    draft.support(main, draft.claim("It rains in the street", id="rain", given="common", by="w"))
    root = ElementTree.fromstring(to_svg(draft.build(), layers=["parties", "load-bearing"]))
    edges = {}
    for kind in ("party", "load-bearing"):
        (chip,) = (group for group in root.iter(f"{SVG}g") if f"argmap-chip-{kind}" in group.get("class", "").split())
        path = chip.find(f".//{SVG}path").get("d")
        across = [float(x) for x in re.findall(r"(-?[\d.]+),-?[\d.]+", path)]
        edges[kind] = (min(across), max(across), "".join(chip.itertext()).strip())
    assert edges["party"][1] < edges["load-bearing"][0]
    assert edges["party"][2].endswith("…")


@pytest.mark.parametrize("orientation", ["up", "left", "columns"])
def test_layers_move_nothing(small_map: ArgumentMap, orientation: str) -> None:
    plain = to_svg(small_map, orientation=orientation, legend=False)
    layered = to_svg(small_map, orientation=orientation, legend=False, layers=list(Layer))
    assert card_places(layered) == card_places(plain)
    assert layered.count("argmap-chip-in") > 0


def chip_boxes(argument_map: ArgumentMap, orientation: str) -> dict[str, list[tuple[float, float, float, float]]]:
    """Return left, bottom, right and top of each chip, by the key of what it sits on, in the picture with all layers.

    Where lines to pills end is under "e", where lines to cards do under "card".
    """
    options = Options(layers=list(Layer), orientation=orientation)
    dot = lay_out(build_picture(ArgumentGraph(argument_map), options), options).dot
    found = defaultdict(list)
    chip = r'^(\w+)_chip\d+ .*width=([\d.]+) height=([\d.]+) .*pos="([-\d.]+),([-\d.]+)"'
    for key, *numbers in re.findall(chip, dot, re.MULTILINE):
        width, height, x, y = map(float, numbers)
        found[key].append((x - 36 * width, y - 36 * height, x + 36 * width, y + 36 * height))
    for x, y in re.findall(r'^p\d+ -> p\d+ .*pos="e,([-\d.]+),([-\d.]+)', dot, re.MULTILINE):
        found["e"].append((float(x), float(y), float(x), float(y)))
    for x, y in re.findall(r'^p\d+ -> [cr]\w+ .*pos="e,([-\d.]+),([-\d.]+)', dot, re.MULTILINE):
        found["card"].append((float(x), float(y), float(x), float(y)))
    return found


def overlaps(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("orientation", ["up", "left", "columns"])
def test_chips_of_one_card_never_cover_one_another(orientation: str) -> None:
    draft = Draft()
    draft.party("w", name="The western side, and all who were with it")
    main = draft.claim("So", main=True)
    yes, no = draft.claim("Yes", by="w"), draft.claim("No", by="w")
    draft.attack(no, yes)
    draft.attack(yes, no)
    draft.support(main, yes)
    for chips in chip_boxes(draft.build(), orientation).values():
        assert [pair for pair in combinations(chips, 2) if overlaps(*pair)] == []


def crowded(claims: int) -> ArgumentMap:
    """Return a map in which three of four claims have somebody who says them, and each inference has a scheme."""
    grown = grown_map(claims, 3)
    names = ("Ann", "The Committee for Squares and Streets", "Bo")
    schemes = ("expert opinion", "a scheme with a name that is too long", "analogy", "cause to effect")
    return grown.model_copy(
        update={
            "parties": tuple(Party(id=f"party{number}", name=name) for number, name in enumerate(names)),
            "claims": tuple(
                claim.model_copy(update={"by": f"party{number % 3}"}) if number % 4 else claim
                for number, claim in enumerate(grown.claims)
            ),
            "inferences": tuple(
                inference.model_copy(update={"scheme": schemes[number % 4]})
                for number, inference in enumerate(grown.inferences)
            ),
        }
    )


@pytest.mark.parametrize("orientation", ["up", "down", "left", "columns"])
@pytest.mark.parametrize("claims", [14, 40])
def test_no_chip_covers_another_or_the_head_of_a_line(orientation: str, claims: int) -> None:
    found = chip_boxes(crowded(claims), orientation)
    heads = found.pop("e", []) + found.pop("card")
    shown = [chip for chips in found.values() for chip in chips]
    assert [pair for pair in combinations(shown, 2) if overlaps(*pair)] == []
    assert [chip for chip in shown for head in heads if overlaps(chip, head)] == []


def test_the_name_of_a_scheme_covers_no_card() -> None:
    draft = Draft()
    main = draft.claim("So", main=True)
    for number in range(3):
        draft.support(main, draft.claim(f"Reason {number}", id=f"r{number}"), scheme="a scheme with too long a name")
    options = Options(layers=["schemes"], orientation="left")
    dot = lay_out(build_picture(ArgumentGraph(draft.build()), options), options).dot
    cards, names = [], []
    frame = r'^(c|p)\d.*? width=([\d.]+) height=([\d.]+) .*pos="([-\d.]+),([-\d.]+)"'
    for letter, *numbers in re.findall(frame, dot, re.MULTILINE):
        width, height, x, y = map(float, numbers)
        box = (x - 36 * width, y - 36 * height, x + 36 * width, y + 36 * height)
        (cards if letter == "c" else names).append(box)
    assert (len(cards), len(names)) == (4, 6)
    assert [(name, card) for name in names for card in cards if overlaps(name, card)] == []


@pytest.mark.parametrize("orientation", ["up", "down", "left", "columns"])
def test_the_end_of_an_attack_on_a_step_is_not_covered_by_its_sign(duel: ArgumentMap, orientation: str) -> None:
    found = chip_boxes(duel, orientation)
    (end,) = found.pop("e")
    assert [chip for chips in found.values() for chip in chips if overlaps(chip, end)] == []


def test_the_label_of_a_card_is_part_of_what_a_screen_reader_says(small_map: ArgumentMap) -> None:
    svg = to_svg(small_map, layers=["labels"])
    assert 'aria-label="Objection: There is a roof over the street. out, defeated"' in svg


def test_every_place_that_stands_for_a_claim_shows_its_label(large_map: ArgumentMap) -> None:
    svg = to_svg(large_map, layers=["labels"])
    assert svg.count("argmap-chip-in") == len(re.findall(r'class="node argmap-(?:card|pill)', svg))


def test_dot_text_that_no_program_has_laid_out_says_layers_in_words(small_map: ArgumentMap) -> None:
    dot = to_dot(small_map, layers=["labels", "numbers"])
    assert "OBJECTION · × OUT · 1B-a" in dot
    assert "argmap-chip" not in dot


def pdf_text(argument_map: ArgumentMap, **options) -> str:
    """Return what can be selected in the PDF."""
    return PdfReader(io.BytesIO(to_pdf(argument_map, **options))).pages[0].extract_text()


def test_a_pdf_has_the_chips(small_map: ArgumentMap) -> None:
    assert "OUT" in pdf_text(small_map, layers=["labels"])


@pytest.fixture
def film() -> ArgumentMap:
    draft = Draft()
    draft.party("w", name="Запад")
    draft.support(draft.claim("The east fired first", by="w"), draft.claim("A film shows it", id="кино"))
    return draft.build()


def test_a_pdf_is_an_image_where_a_layer_has_letters_that_viewers_lack(film: ArgumentMap) -> None:
    assert "A film shows it" in pdf_text(film)
    assert pdf_text(film, layers=["parties"]) == ""
    assert pdf_text(film, labels=film.labels(reject=["кино"])) == ""
    assert "A film shows it" in pdf_text(film, labels=film.labels(reject=["кино"]), legend=False)


def test_letters_of_the_legend_are_set_up_for_tex(film: ArgumentMap) -> None:
    with pytest.warns(LettersWarning, match="no font for и к н о:"):
        tikz = to_tikz(film, labels=film.labels(reject=["кино"]))
    assert r"\argmapletter{к}{\argmapbox}" in tikz


def test_the_svg_with_all_layers_is_as_agreed(duel: ArgumentMap, snapshot: SnapshotAssertion) -> None:
    assert to_svg(duel, layers=list(Layer)) == snapshot


def test_an_unknown_layer_is_refused(small_map: ArgumentMap) -> None:
    with pytest.raises(PictureOptionError, match="found layer 'colour', expected one of labels"):
        to_svg(small_map, layers=["colour"])


@settings(max_examples=15, deadline=None)
@given(maps)
def test_any_map_can_be_drawn_with_all_layers(argument_map: ArgumentMap) -> None:
    assert to_svg(argument_map, layers=list(Layer), orientation="columns").startswith("<svg")
