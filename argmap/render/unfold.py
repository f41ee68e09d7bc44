"""A picture unfolded into trees: every claim argued in one place, and referred to in all others."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from types import MappingProxyType

from argmap.graph import letter_of
from argmap.render.cards import Card, Picture, Pill


@dataclass(slots=True)
class Row:
    """One card or pill of a tree, in the order in which it is read from top to bottom.

    Attributes:
        level: how far it is set in: the head 0, the steps to a claim and their premises one more than the claim.
        thing: the card or pill.
        above: key of what a pill leads to, or of the pill that a card belongs to; "" for a head.
        last: index of the last row of all that belongs to it.
    """

    level: int
    thing: Card | Pill
    above: str
    last: int = 0


@dataclass(frozen=True, slots=True)
class Below:
    """What stands right below a card.

    Attributes:
        steps: the pills about the card, and about those pills, and so on.
        told: cards that are argued there, where they are used first, each with its pill.
        referring: cards that are argued elsewhere, each with its pill.
    """

    steps: list[Pill]
    told: list[tuple[Pill, str]]
    referring: list[tuple[Pill, str]]


class Forest:
    """A picture as trees; O(n + m) to build.

    Args:
        picture: the picture.
        continued: key of a card to the keys of cards that go on with it, each of which begins a tree.

    Attributes:
        picture: the picture.
        order: keys of all cards, from the top down.
        steps: key of a card or pill to the pills about it; each pill is in one place.
        below: key of a card to what stands right below it.
    """

    def __init__(self, picture: Picture, continued: Mapping[str, Sequence[str]] = MappingProxyType({})) -> None:
        self.picture = picture
        self.continued = continued
        self.steps = _steps(picture)
        self.order: list[str] = []
        self._first_use: dict[str, str] = {}
        self._all_steps: dict[str, list[Pill]] = {}
        used = {key for pill in picture.pills for key in uses(pill)}
        used.update(chain.from_iterable(continued.values()))
        tops = dict.fromkeys((*picture.mains, *(key for key in picture.by_key if key not in used)))
        seen = set(tops)
        self._grow(tops, seen)
        for key in picture.by_key:
            # Circles that nothing leads down to.
            if key not in seen:
                seen.add(key)
                self._grow([key], seen)
        self.below = {key: self._below(key) for key in self.order}

    def find_heads(
        self, heights: Mapping[str, float], reference_height: float, step_height: float, most: float
    ) -> list[str]:
        """Return the cards to begin a tree with, so that few trees are higher than `most`; O(n log n).

        From the bottom up, the highest arguments are cut off until the rest is low enough.

        Args:
            heights: key of a card to its height.
            reference_height: the height of a card that refers to another.
            step_height: the height of a pill.
            most: how high a tree may be, in the same unit.
        """
        heads = {key for key in self.order if key not in self._first_use}
        full: dict[str, float] = {}
        for key in reversed(self.order):
            below = self.below[key]
            told = [other for _, other in below.told]
            own = heights[key] + step_height * len(below.steps) + reference_height * len(below.referring)
            own += sum(full[other] for other in told)
            for other in sorted(told, key=lambda other: -full[other]) if own > most else ():
                saved = full[other] - reference_height
                if own <= most or not self.steps.get(other) or saved < 3 * step_height:
                    break
                heads.add(other)
                own -= saved
            full[key] = own
        return [key for key in self.order if key in heads]

    def trees(self, heads: Sequence[str]) -> list[list[Row]]:
        """Return the rows of each tree; what is told elsewhere stands there as a card that refers to it; O(n + m).

        Args:
            heads: as `find_heads` gives them.
        """
        cut = set(heads)
        elsewhere = {
            key
            for pill in self.picture.pills
            for key in uses(pill)
            if key in cut or self._first_use.get(key) != pill.key
        }
        elsewhere.update(key for key, others in self.continued.items() if others)
        letters = {key: letter_of(number) for number, key in enumerate(k for k in self.order if k in elsewhere)}
        letters |= {other: letters[key] for key, others in self.continued.items() for other in others}
        numbers = count()
        return [self._tree(head, cut, letters, numbers) for head in heads]

    def _tree(self, head: str, cut: set[str], letters: Mapping[str, str], numbers: Iterator[int]) -> list[Row]:
        cards, pills = self.picture.by_key, self.picture.pills_by_key
        rows: list[Row] = []
        stack: list[tuple[int, str, str] | int] = [(0, head, "")]
        while stack:
            entry = stack.pop()
            if isinstance(entry, int):
                rows[entry].last = len(rows) - 1
                continue
            level, key, above = entry
            stack.append(len(rows))
            if key in pills:
                rows.append(Row(level, pills[key], above))
                below = [(level, use, key) for use in uses(pills[key])]
                below += [(level, pill.key, key) for pill in self.steps.get(key, ())]
            elif above and (key in cut or self._first_use.get(key) != above):
                rows.append(Row(level, as_reference(cards[key], f"r{next(numbers)}", letters[key]), above))
                below = []
            else:
                card = cards[key]
                if key in letters:
                    card = replace(card, see=letters[key]) if card.see else replace(card, letter=letters[key])
                rows.append(Row(level, card, above))
                below = [(level + 1, pill.key, key) for pill in self.steps.get(key, ())]
            stack += reversed(below)
        return rows

    def _grow(self, starts: Iterable[str], seen: set[str]) -> None:
        queue = deque(starts)
        while queue:
            key = queue.popleft()
            self.order.append(key)
            queue.extendleft(reversed(self.continued.get(key, ())))
            seen.update(self.continued.get(key, ()))
            self._all_steps[key] = self._find_steps(key)
            for pill in self._all_steps[key]:
                for other in uses(pill):
                    if other not in seen:
                        seen.add(other)
                        self._first_use[other] = pill.key
                        queue.append(other)

    def _below(self, key: str) -> Below:
        steps = self._all_steps[key]
        below = Below(steps, [], [])
        for pill in steps:
            for other in uses(pill):
                (below.told if self._first_use.get(other) == pill.key else below.referring).append((pill, other))
        return below

    def _find_steps(self, key: str) -> list[Pill]:
        """Return the pills about the card, and about those pills, and so on."""
        found: list[Pill] = []
        queue = deque([key])
        while queue:
            pills = self.steps.get(queue.popleft(), ())
            found += pills
            queue.extend(pill.key for pill in pills)
        return found


def uses(pill: Pill) -> tuple[str, ...]:
    """Return the keys of the cards that belong to the pill: those it starts from, then answers."""
    return (*pill.tails, *pill.answers)


def as_reference(card: Card, key: str, letter: str) -> Card:
    """Return the short card that stands for the card in another place."""
    chips = card.chips[:1] if card.label is not None else ()  # the label, which comes first
    return replace(card, key=key, see=letter, letter="", gap="", more=0, mark="", was="", chips=chips)


def _steps(picture: Picture) -> dict[str, list[Pill]]:
    """Return for each card and pill the pills about it, each pill once; attacks in a circle go with one of them."""
    about: dict[str, list[Pill]] = defaultdict(list)
    for pill in picture.pills:
        about[pill.head].append(pill)
    steps: dict[str, list[Pill]] = defaultdict(list)
    seen: set[str] = set()

    def follow(start: str) -> None:
        queue = deque([start])
        while queue:
            key = queue.popleft()
            for pill in about.get(key, ()):
                if pill.key not in seen:
                    seen.add(pill.key)
                    steps[key].append(pill)
                    queue.append(pill.key)

    for key in picture.by_key:
        follow(key)
    pills = picture.pills_by_key
    for pill in picture.pills:
        # Attacks that lead into a circle are about no claim. One of the circle is taken as if it were about what it
        # starts from; from there all the others are met.
        if pill.key not in seen:
            passed: set[str] = set()
            key = pill.key
            while key not in passed:
                passed.add(key)
                key = pills[key].head
            seen.add(key)
            steps[pills[key].tails[0]].append(pills[key])
            follow(key)
    return steps
