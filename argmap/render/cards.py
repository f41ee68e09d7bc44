"""The picture before it is laid out: cards, pills, brackets and lines as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from argmap.render.theme import CardKind, ChangeKind, ChipKind, LineKind, PillKind
from argmap.render.themes import DEFAULT, Theme
from argmap.semantics import Label


@dataclass(frozen=True, slots=True)
class Chip:
    """A small word at a corner of a card, or beside a pill: what a layer says of it.

    Attributes:
        kind: which layer it is of; that gives its place and its looks.
        text: what it shows.
        tells: the same in full, for tooltips and screen readers.
    """

    kind: ChipKind
    text: str
    tells: str


@dataclass(frozen=True, slots=True)
class Card:
    """One claim, or one gap, in a box.

    Attributes:
        key: name in the picture; never the claim's id, which can hold anything.
        kind: how it looks and what it calls itself.
        text: the claim, clean but not broken into lines.
        element_id: the claim's id; the id of what has the gap for a gap.
        reference: where the article says it, for example "¶ 3".
        gap: words of a gap that is shown on the card itself; "" for none.
        more: how many steps below the card are not drawn.
        letter: by which other places of the picture refer to the card; "" if none does.
        see: letter of the card that this one only stands for; "" for a card of its own.
        mark: what else the card says of itself, for example that it is a warrant; "" for nothing.
        label: in, out or undecided, which its border shows; None where labels are not shown.
        chips: what the layers say of it, one chip for each.
        change: what became of it, in a picture of two maps; None for nothing.
        was: what of it was other before; "" for nothing.
    """

    key: str
    kind: CardKind
    text: str
    element_id: str
    reference: str = ""
    gap: str = ""
    more: int = 0
    mark: str = ""
    letter: str = ""
    see: str = ""
    label: Label | None = None
    chips: tuple[Chip, ...] = ()
    change: ChangeKind | None = None
    was: str = ""


@dataclass(frozen=True, slots=True)
class Pill:
    """One inference or attack, or the pill of a gap: the word that a line passes through.

    Attributes:
        key: name in the picture.
        kind: the word.
        line: what the line is.
        element_id: the id of the inference or attack; of what has the gap for a gap.
        head: key of the card or pill that it leads to.
        tails: keys of the cards that it starts from.
        answers: keys of cards that answer its critical questions.
        bracket: keys of those tails that stand together in its bracket; () if there is none.
        label: in, out or undecided, as for a card.
        chips: what the layers say of it.
        change: what became of it, in a picture of two maps; None for nothing.
        mark: what else the pill says of itself: that it goes on with the premises of another; "" for nothing.
    """

    key: str
    kind: PillKind
    line: LineKind
    element_id: str
    head: str
    tails: tuple[str, ...]
    answers: tuple[str, ...] = ()
    bracket: tuple[str, ...] = ()
    label: Label | None = None
    chips: tuple[Chip, ...] = ()
    change: ChangeKind | None = None
    mark: str = ""

    @property
    def is_hollow(self) -> bool:
        """True for a pill without a ground, which shows that its step does not count."""
        return self.label is Label.OUT or self.label is Label.UNDECIDED


@dataclass(frozen=True)
class Picture:
    """What is drawn of a map.

    Attributes:
        title: shown on top; "" for none.
        language: BCP 47 language of the texts.
        cards: in file order, then what nothing defines, then gaps.
        pills: inferences, then attacks, then gaps.
        mains: keys of the cards of main claims.
        legend: True to show how to read it.
        notes: what the legend says of the layers.
        theme: the colours.
    """

    title: str
    language: str
    cards: tuple[Card, ...]
    pills: tuple[Pill, ...]
    legend: bool
    mains: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    theme: Theme = DEFAULT

    @cached_property
    def by_key(self) -> dict[str, Card]:
        """The cards by key."""
        return {card.key: card for card in self.cards}

    @cached_property
    def pills_by_key(self) -> dict[str, Pill]:
        """The pills by key."""
        return {pill.key: pill for pill in self.pills}

    @property
    def things(self) -> tuple[Card | Pill, ...]:
        """The cards, then the pills."""
        return (*self.cards, *self.pills)

    def texts(self) -> Iterator[str]:
        """Yield the texts that come from the map, as they are drawn; their letters may be of any script."""
        yield self.title
        for card in self.cards:
            yield from (card.text, card.gap, card.was, card.reference, card.mark)
        for thing in self.things:
            yield from (chip.text for chip in thing.chips)
        yield from self.notes if self.legend else ()

    def without_layers(self) -> Picture:
        """Return the picture as it is laid out: layers must not move what they speak of."""
        return replace(
            self,
            cards=tuple(replace(card, label=None, chips=()) for card in self.cards),
            pills=tuple(replace(pill, label=None, chips=()) for pill in self.pills),
        )

    def with_layers_in_words(self) -> Picture:
        """Return the picture with what the layers say in the heads of the cards, for where chips have no place yet."""
        return replace(self, cards=tuple(_in_words(card) for card in self.cards))

    @cached_property
    def steps_by_card(self) -> dict[str, list[str]]:
        """The keys of cards to the ids of the inferences and attacks that they are drawn below."""
        steps: dict[str, list[str]] = {}
        for pill in self.pills:
            for key in dict.fromkeys((*pill.tails, *pill.answers)):
                steps.setdefault(key, []).append(pill.element_id)
        return steps


def _in_words(card: Card) -> Card:
    marks = (card.mark, *(chip.text for chip in card.chips))
    return replace(card, mark=" · ".join(mark for mark in marks if mark), chips=())
