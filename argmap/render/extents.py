"""How large trees of cards will be, told without placing them: columns are tried in many ways, and drawn in one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property

from argmap.render.cards import Card, Pill
from argmap.render.chips import pill_size
from argmap.render.dot import Plan, card_size
from argmap.render.positions import Point
from argmap.render.theme import CardKind
from argmap.render.tree import GAP, INDENT, PILL_GAP, STEP_HEIGHT, Extent
from argmap.render.unfold import Forest, as_reference

_Size = tuple[float, float, int]
"""The width and height of cards, in points, and how many they are: what `Extent` says, for the innermost loop."""


class Ruler:
    """Measures cards and trees under one plan, each card once.

    Args:
        forest: the picture as trees.
        plan: gives the width of the text.

    Attributes:
        forest, plan: the same.
    """

    def __init__(self, forest: Forest, plan: Plan) -> None:
        self.plan = plan
        self.forest = forest
        self._known: dict[tuple[CardKind, str, str, bool], Point] = {}
        self._references: dict[str, _Size] = {}

    def size(self, card: Card) -> Point:
        """Return the width and height of a card in its tree, in points, whatever its letter is."""
        what = (card.kind, card.element_id, card.see and (card.mark or "-"), bool(card.letter))
        if what not in self._known:
            is_marked = card.see or card.letter
            marked = replace(card, see=card.see and "W", letter=card.letter and "W") if is_marked else card
            # As if each card had a "+" before its word, which it may get.
            self._known[what] = card_size(marked, self.plan, plus=True)
        return self._known[what]

    @cached_property
    def cards(self) -> Mapping[str, Point]:
        """The width and height of each card that refers to no other, in points."""
        return {key: self.size(card) for key, card in self.forest.picture.by_key.items()}

    @cached_property
    def heights(self) -> Mapping[str, float]:
        """The height of each of these cards with the gap below it, in points."""
        return {key: height + GAP for key, (_, height) in self.cards.items()}

    @cached_property
    def total(self) -> float:
        """The height of all cards and steps on one another, in points."""
        return sum(self.heights.values()) + len(self.forest.picture.pills) * STEP_HEIGHT

    def find_extents(self, heads: Collection[str]) -> list[Extent]:
        """Return how large each tree will be; lines from pill to pill may need a little less; O(n + m).

        Args:
            heads: the cards that trees begin with.
        """
        cut = set(heads)
        found: dict[str, _Size] = {}
        for key in reversed(self.forest.order):
            (width, height, cards), told = self._fixed[key]
            for other, inset in told:
                below_width, below_height, below_cards = self._reference(other) if other in cut else found[other]
                width = max(width, inset + below_width)
                height += below_height + GAP
                cards += below_cards
            found[key] = width, height, cards
        return [Extent(*found[key]) for key in heads]

    @cached_property
    def _fixed(self) -> Mapping[str, tuple[_Size, list[tuple[str, float]]]]:
        """What stands below a card wherever trees begin, and the cards told there with how far they are set in."""
        fixed = {}
        for key, below in self.forest.below.items():
            width, height = self.cards[key]
            for pill in below.steps:
                pill_width, pill_height = self._pills[pill.key]
                width = max(width, self._room(pill) + pill_width)
                height += pill_height + PILL_GAP + (2 * GAP if len(pill.tails) > 1 else 0.0)
            for pill, other in below.referring:
                other_width, other_height, _ = self._reference(other)
                width = max(width, self._inset(pill, other) + other_width)
                height += other_height + GAP
            told = [(other, self._inset(pill, other)) for pill, other in below.told]
            fixed[key] = ((width, height, 1 + len(below.referring)), told)
        return fixed

    @cached_property
    def _pills(self) -> Mapping[str, Point]:
        return {pill.key: pill_size(pill) for pill in self.forest.picture.pills}

    def _reference(self, key: str) -> _Size:
        """Return how large the card is that stands for this one in another place."""
        if key not in self._references:
            size = self.size(as_reference(self.forest.picture.by_key[key], "", "W"))
            self._references[key] = (*size, 1)
        return self._references[key]

    def _room(self, pill: Pill) -> float:
        """Return what a step needs beside itself: how far it is set in, and room for a line to another pill."""
        return INDENT + (GAP if pill.head in self._pills else 0.0)

    def _inset(self, pill: Pill, key: str) -> float:
        """Return what a card needs beside itself: as its step, and room for a bracket on both sides."""
        return self._room(pill) + (2 * GAP if len(pill.tails) > 1 and key in pill.tails else 0.0)
