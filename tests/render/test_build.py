"""What there is on a picture: cards, brackets, gaps, references and chips, before anything is laid out."""

from __future__ import annotations

import pytest

from argmap.graph import ArgumentGraph
from argmap.model import Anchor, ArgumentMap, Attack, Claim, Draft, Inference
from argmap.render.build import build_picture
from argmap.render.cards import Picture
from argmap.render.options import Options
from argmap.render.theme import CardKind
from argmap.render.unfold import as_reference
from argmap.semantics import Label


def picture_of(argument_map: ArgumentMap, **options) -> Picture:
    return build_picture(ArgumentGraph(argument_map), Options(**options))


def claims(count: int) -> tuple[Claim, ...]:
    return tuple(Claim(id=f"c{number}", text=f"Claim {number}") for number in range(count))


@pytest.mark.parametrize(("cards", "gaps", "own"), [(24, 6, 6), (25, 6, 0), (24, 7, 0)])
def test_gaps_have_cards_of_their_own_up_to_24_claims_and_6_gaps(make_gap, cards: int, gaps: int, own: int) -> None:
    findings = [make_gap(f"c{number}", "no source") for number in range(gaps)]
    picture = picture_of(ArgumentMap(claims=claims(cards)), findings=findings)
    assert sum(card.kind is CardKind.GAP for card in picture.cards) == own
    assert sum(card.gap == "no source" for card in picture.cards) == gaps - own


@pytest.mark.parametrize(
    ("paragraphs", "shown"), [([7], "¶ 7"), ([9, 2, 9, 5], "¶ 2, 5, 9"), ([4, 3, 2, 1], "¶ 1, 2, 3, …")]
)
def test_three_paragraphs_of_the_article_are_named(paragraphs: list[int], shown: str) -> None:
    elsewhere = Anchor(source="other", paragraph=100)
    at = (elsewhere, *(Anchor(paragraph=number) for number in paragraphs))
    [card] = picture_of(ArgumentMap(article="news", claims=(Claim(id="a", text="A", at=at),))).cards
    assert card.reference == shown


def test_a_card_that_stands_lower_than_the_rest_is_not_in_their_bracket() -> None:
    draft = Draft()
    top, high, low = (draft.claim(word, id=word) for word in ("top", "high", "low"))
    draft.support(top, high, low, draft.claim("beside", id="beside"), id="together")
    draft.support(high, low, id="single")
    picture = picture_of(draft.build())
    [together] = [pill for pill in picture.pills if pill.element_id == "together"]
    assert [picture.by_key[key].element_id for key in together.bracket] == ["high", "beside"]


def test_a_card_counts_the_steps_below_it_that_are_not_drawn() -> None:
    draft = Draft()
    top, middle = draft.claim("top", id="top", main=True), draft.claim("middle", id="middle")
    draft.support(top, middle)
    draft.support(top, draft.claim("other", id="other"))
    draft.support(middle, draft.claim("low"))
    more = {card.element_id: card.more for card in picture_of(draft.build(), depth=1).cards}
    assert more == {"top": 0, "middle": 1, "other": 0}


def test_depth_counts_from_every_claim_where_there_is_no_main_claim() -> None:
    circle = tuple(
        Inference(id=f"i{number}", premises=(f"c{number}",), conclusion=f"c{(number + 1) % 3}") for number in range(3)
    )
    drawn = picture_of(ArgumentMap(claims=claims(3), inferences=circle), depth=0).cards
    assert [card.element_id for card in drawn] == ["c0", "c1", "c2"]


def test_a_card_that_refers_to_another_shows_its_label_and_no_other_chip() -> None:
    draft = Draft()
    draft.party("press", name="The press")
    draft.claim("It rains", by="press", main=True)
    chips = {}
    for layers in (["parties"], ["labels", "parties"]):
        [card] = picture_of(draft.build(), layers=layers).cards
        chips[tuple(layers)] = [chip.tells for chip in as_reference(card, "r0", "A").chips]
    assert chips == {("parties",): [], ("labels", "parties"): ["in, held"]}


def test_pills_of_what_is_out_or_undecided_are_hollow() -> None:
    attacks = (Attack(id="one", premises=("c1",), target="c0"), Attack(id="two", premises=("c0",), target="c1"))
    steps = (
        Inference(id="from", premises=("c2",), conclusion="c3"),
        Inference(id="no", premises=("x",), conclusion="c3"),
    )
    pills = picture_of(ArgumentMap(claims=claims(4), inferences=steps, attacks=attacks), layers=["labels"]).pills
    assert {pill.element_id: (pill.label, pill.is_hollow) for pill in pills} == {
        "from": (Label.IN, False),
        "no": (Label.OUT, True),
        "one": (Label.UNDECIDED, True),
        "two": (Label.UNDECIDED, True),
    }
