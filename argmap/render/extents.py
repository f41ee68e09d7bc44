"""How large trees of cards will be, told without placing them: columns are tried in many ways, and drawn in one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property

from argmap.render.cards import Card, Picture
from argmap.render.chips import pill_size
from argmap.render.dot import Plan, card_size
from argmap.render.theme import CardKind
from argmap.render.tree import GAP, INDENT, PILL_GAP, Extent, Point
from argmap.render.unfold import Forest, as_reference


class Ruler:
    """Measures the cards and pills of a picture under one plan, each once.

    Args:
        picture: the picture.
        plan: gives the width of the text.
    """

    def __init__(self, picture: Picture, plan: Plan) -> None:
        self.plan = plan
        self._cards = picture.by_key
        self._known: dict[tuple[CardKind, str, bool, bool], Point] = {}
        self._references: dict[str, Point] = {}
        # As if each card had a "+" before its word, which it may get.
        self._measuring = replace(plan, plus=frozenset({""}))
        self.pills: Mapping[str, Point] = {pill.key: pill_size(pill) for pill in picture.pills}

    def size(self, card: Card) -> Point:
        """Return the width and height of a card in its tree, in points, whatever its letter is."""
        what = (card.kind, card.element_id, bool(card.see), bool(card.letter))
        if what not in self._known:
            plain = replace(card, key="", see="W" if card.see else "", letter="W" if card.letter else "")
            self._known[what] = card_size(plain, self._measuring)
        return self._known[what]

    @cached_property
    def cards(self) -> Mapping[str, Point]:
        """The width and height of each card that refers to no other, in points."""
        return {key: self.size(card) for key, card in self._cards.items()}

    def reference(self, key: str) -> Point:
        """Return the width and height of the card that stands for this one in another place, in points."""
        if key not in self._references:
            self._references[key] = self.size(as_reference(self._cards[key], "", "W"))
        return self._references[key]


def find_extents(forest: Forest, heads: Collection[str], ruler: Ruler) -> list[Extent]:
    """Return how large each tree will be; lines from pill to pill may need a little less; O(n + m).

    Args:
        forest: the picture as trees.
        heads: the cards that trees begin with.
        ruler: measures them.
    """
    cut = set(heads)
    found: dict[str, Extent] = {}
    for key in reversed(forest.order):
        width, height = ruler.cards[key]
        height += GAP
        count = 1
        for pill in forest.all_steps(key):
            # As wide as what it holds, with room on both sides for a bracket, and for a line to another pill.
            bracket = GAP if len(pill.tails) > 1 else 0.0
            room = INDENT + (GAP if pill.head in ruler.pills else 0.0)
            pill_width, pill_height = ruler.pills[pill.key]
            width = max(width, room + pill_width)
            height += pill_height + PILL_GAP + 2 * bracket
            for tails, inset in ((pill.tails, 2 * bracket), (pill.answers, 0.0)):
                for other in tails:
                    if other not in cut and forest.is_told(other, pill):
                        below = found[other]
                        width = max(width, room + inset + below.width)
                        height += below.height + GAP
                        count += below.cards
                    else:
                        other_width, other_height = ruler.reference(other)
                        width = max(width, room + inset + other_width)
                        height += other_height + GAP
                        count += 1
        found[key] = Extent(width, height - GAP, count)
    return [found[key] for key in heads]
