"""Claims with more steps than a column has room for: a card in another place stands for the claim and goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from types import MappingProxyType

from argmap.render import theme
from argmap.render.cards import Picture, Pill
from argmap.render.tree import GAP, STEP_HEIGHT
from argmap.render.unfold import Forest, as_reference

_FEWEST = 4
"""A claim with fewer steps is not continued: that would save next to nothing."""


@dataclass(frozen=True, slots=True)
class Continued:
    """A picture in which steps of some claims lead to cards that stand for these claims.

    Attributes:
        picture: the picture.
        places: key of a claim's card to the keys of the cards that go on with it, in order.
    """

    picture: Picture
    places: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


def continue_wide_claims(forest: Forest, heights: Mapping[str, float], reference: float, most: float) -> Continued:
    """Return the picture with cards that go on with claims that are higher than a column; O(n).

    Arguments for the reasons of a claim can be told elsewhere, but the reasons themselves stand below it. Thirty of
    them make a column that is lower than a screen only when nobody can read it.

    Args:
        forest: the picture as trees.
        heights: key of a card to its height, in points.
        reference: the height of a card that stands for another.
        most: how high a claim with its steps may be.
    """
    picture = forest.picture
    places: dict[str, tuple[str, ...]] = {}
    heads: dict[str, str] = {}
    for key in picture.by_key:
        steps = forest.steps.get(key, ())
        if len(steps) >= _FEWEST:
            needs = [_least_height(pill, forest, heights, reference) for pill in steps]
            parts = _parts(steps, needs, most - heights[key])
            places[key] = tuple(f"{key}_more{number}" for number in range(1, len(parts)))
            for name, part in zip(places[key], parts[1:], strict=True):
                heads |= dict.fromkeys((pill.key for pill in part), name)
    if not heads:
        return Continued(picture)
    cards = picture.by_key
    names = ((key, name) for key, those in places.items() for name in those)
    more = (replace(as_reference(cards[key], name, "A"), mark=theme.CONTINUED) for key, name in names)
    pills = tuple(replace(pill, head=heads[pill.key]) if pill.key in heads else pill for pill in picture.pills)
    return Continued(replace(picture, cards=(*picture.cards, *more), pills=pills), MappingProxyType(places))


def _least_height(pill: Pill, forest: Forest, heights: Mapping[str, float], reference: float) -> float:
    """Return how high the step is with the attacks on it, if all that can be told elsewhere is told elsewhere."""
    height, row = 0.0, [pill]
    for one in row:  # grows while it is read
        height += STEP_HEIGHT + (2 * GAP if len(one.tails) > 1 else 0.0)
        height += sum(reference if forest.steps.get(key) else heights[key] for key in (*one.tails, *one.answers))
        row += forest.steps.get(one.key, ())
    return height


def _parts(steps: Sequence[Pill], needs: Sequence[float], most: float) -> list[list[Pill]]:
    """Return the steps in as few parts as are about as high as `most`, each about as high as the others."""
    total = sum(needs)
    room = total / max(1, ceil(total / max(most, 1.0)))
    parts: dict[int, list[Pill]] = {}
    used = 0.0
    for pill, need in zip(steps, needs, strict=True):
        parts.setdefault(int((used + need / 2) / room), []).append(pill)
        used += need
    return list(parts.values())
