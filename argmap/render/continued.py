"""Claims with more below them than a column has room for: a card in another place stands for the claim and goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from math import ceil
from types import MappingProxyType

from argmap.render import theme
from argmap.render.cards import Picture, Pill
from argmap.render.tree import GAP, STEP_HEIGHT
from argmap.render.unfold import Forest, as_reference

_FEWEST = 4
"""A claim with fewer steps, or a step with fewer premises, is not continued: that would save next to nothing."""


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
    them make a column that is lower than a screen only when nobody can read it; and so do twelve that work together.

    Args:
        forest: the picture as trees.
        heights: key of a card to its height, in points.
        reference: the height of a card that stands for another.
        most: how high a claim with its steps may be.
    """
    picture = forest.picture
    places: dict[str, tuple[str, ...]] = {}
    told: dict[str, list[Pill]] = {}
    for key in picture.by_key:
        units = list(_units(forest.steps.get(key, ()), forest, heights, reference, most - heights[key]))
        if len(units) >= _FEWEST:
            parts = _parts(units, most - heights[key])
            places[key] = tuple(f"{key}_more{number}" for number in range(1, len(parts)))
            for name, part in zip((key, *places[key]), parts, strict=True):
                for pill, pieces in groupby(part, key=lambda unit: unit.pill):
                    tails = [tail for piece in pieces for tail in piece.tails]
                    told.setdefault(pill.key, []).append(replace(pill, head=name, tails=tuple(tails)))
    if not any(places.values()):
        return Continued(picture)
    cards = picture.by_key
    names = ((key, name) for key, those in places.items() for name in those)
    more = (replace(as_reference(cards[key], name, "A"), mark=theme.CONTINUED) for key, name in names)
    pills = tuple(chain.from_iterable(_numbered(told.get(pill.key, [pill])) for pill in picture.pills))
    return Continued(replace(picture, cards=(*picture.cards, *more), pills=pills), MappingProxyType(places))


@dataclass(frozen=True, slots=True)
class _Unit:
    """What stays in one column: a step, or one premise of a step that is higher than a column.

    Attributes:
        pill: the step.
        tails: keys of the cards that it starts from here.
        height: in points.
    """

    pill: Pill
    tails: tuple[str, ...]
    height: float


def _units(
    steps: Iterable[Pill], forest: Forest, heights: Mapping[str, float], reference: float, most: float
) -> Iterator[_Unit]:
    """Yield the steps to a claim as what they can be cut into; what belongs to a step goes with its first premise."""
    for pill in steps:
        height = _least_height(pill, forest, heights, reference)
        if height <= most or len(pill.tails) < _FEWEST:
            yield _Unit(pill, pill.tails, height)
            continue
        first, *rest = pill.tails
        needs = {key: reference if forest.steps.get(key) else heights[key] for key in rest}
        yield _Unit(pill, (first,), height - sum(needs.values()))
        yield from (_Unit(pill, (key,), need) for key, need in needs.items())


def _numbered(pieces: Sequence[Pill]) -> Iterator[Pill]:
    """Yield the pieces of a step; all but the first go on with it, and answers are told with the first."""
    first, *rest = pieces
    yield first if len(first.tails) > 1 else replace(first, bracket=())
    for number, pill in enumerate(rest, 1):
        yield replace(pill, key=f"{pill.key}_more{number}", answers=(), mark=theme.CONTINUED)


def _least_height(pill: Pill, forest: Forest, heights: Mapping[str, float], reference: float) -> float:
    """Return how high the step is with the attacks on it, if all that can be told elsewhere is told elsewhere."""
    height, row = 0.0, [pill]
    for one in row:  # grows while it is read
        height += STEP_HEIGHT + (2 * GAP if len(one.tails) > 1 else 0.0)
        height += sum(reference if forest.steps.get(key) else heights[key] for key in (*one.tails, *one.answers))
        row += forest.steps.get(one.key, ())
    return height


def _parts(units: Sequence[_Unit], most: float) -> list[list[_Unit]]:
    """Return the units in as few parts as are about as high as `most`, each about as high as the others."""
    total = sum(unit.height for unit in units)
    room = total / max(1, ceil(total / max(most, 1.0)))
    parts: dict[int, list[_Unit]] = {}
    used = 0.0
    for unit in units:
        parts.setdefault(int((used + unit.height / 2) / room), []).append(unit)
        used += unit.height
    return list(parts.values())
