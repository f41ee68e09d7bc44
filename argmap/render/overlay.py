"""Layers: what a picture says of its cards and pills beside their kinds, without moving any of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from argmap.graph import ArgumentGraph, find_numbers
from argmap.render import theme
from argmap.render.cards import Chip, Picture
from argmap.render.options import Layer, Options
from argmap.render.text import clean, shorten
from argmap.render.theme import CHIPS, ChipKind
from argmap.schemes import all_schemes
from argmap.semantics import Label, Labels, Stance, Support
from argmap.semantics import labels as find_labels

_MOST_CHARACTERS = 28
_KINDS = {Label.IN: ChipKind.IN, Label.OUT: ChipKind.OUT, Label.UNDECIDED: ChipKind.UNDECIDED}
_STANCES = {
    Stance.ASSERTED: "what the article says without a reason counts as held",
    Stance.HELD: "only sources and givens count as held",
}


def add_layers(picture: Picture, graph: ArgumentGraph, options: Options) -> Picture:
    """Return the picture with the layers that the options ask for.

    Near-linear, but for the layer of load-bearing claims, which has a limit of its own (see `Support.load_bearing`).
    """
    layers = options.shown_layers
    if not layers:
        return picture
    labels = None
    if Layer.LABELS in layers:
        labels = find_labels(graph.map) if options.labels is None else options.labels
    chips: dict[str, list[Chip]] = defaultdict(list)
    for element_id, chip in _chips(graph, layers, labels):
        chips[element_id].append(chip)
    return replace(
        picture,
        cards=tuple(
            card
            if card.kind is theme.CardKind.GAP
            else replace(card, label=_label(labels, card.element_id), chips=tuple(chips.get(card.element_id, ())))
            for card in picture.cards
        ),
        pills=tuple(
            pill
            if pill.kind is theme.PillKind.MISSING
            else replace(pill, label=_label(labels, pill.element_id), chips=tuple(chips.get(pill.element_id, ())))
            for pill in picture.pills
        ),
        notes=tuple(_notes(labels, chips)),
    )


def _label(labels: Labels | None, element_id: str) -> Label | None:
    return labels[element_id].label if labels is not None and element_id in labels else None


def _chips(graph: ArgumentGraph, layers: frozenset[Layer], labels: Labels | None) -> Iterator[tuple[str, Chip]]:
    if labels is not None:
        yield from _label_chips(graph, labels)
    if Layer.NUMBERS in layers:
        for claim_id, number in find_numbers(graph).items():
            yield claim_id, Chip(ChipKind.NUMBER, number, f"number {number}")
    if Layer.PARTIES in layers:
        yield from _party_chips(graph)
    if Layer.LOAD_BEARING in layers:
        stance = Stance.ASSERTED if labels is None else labels.compilation.reading.stance
        yield from _load_bearing_chips(graph, stance, beside_names=Layer.PARTIES in layers)
    if Layer.SCHEMES in layers:
        yield from _scheme_chips(graph)


def _label_chips(graph: ArgumentGraph, labels: Labels) -> Iterator[tuple[str, Chip]]:
    for element_id, found in labels.items():
        kind = _KINDS[found.label]
        icon = CHIPS[kind].icon
        # A pill has room for the sign alone; its tooltip says the word.
        text = f"{icon} {found.label.upper()}" if element_id in graph.claims else icon
        yield element_id, Chip(kind, text, f"{found.label}, {found.reason}")


def _party_chips(graph: ArgumentGraph) -> Iterator[tuple[str, Chip]]:
    names = {party.id: party.name for party in graph.map.parties}
    for claim in graph.claims.values():
        if claim.by is not None:
            name = clean(names.get(claim.by) or claim.by)
            text = f"{CHIPS[ChipKind.PARTY].icon} {shorten(name, _MOST_CHARACTERS)}"
            yield claim.id, Chip(ChipKind.PARTY, text, f"says {name}")


def _load_bearing_chips(graph: ArgumentGraph, stance: Stance, *, beside_names: bool) -> Iterator[tuple[str, Chip]]:
    found = Support(graph)
    if stance is Stance.ASSERTED:
        found = found.asserting()
    bearing = {one.claim_id for main in graph.main_claims for one in found.load_bearing(main).found}
    sign = CHIPS[ChipKind.LOAD_BEARING].icon
    for claim in graph.claims.values():
        if claim.id in bearing:
            # Beside a name, at the foot of the same card, there is no room for the word.
            text = sign if claim.by is not None and beside_names else f"{sign} {ChipKind.LOAD_BEARING.upper()}"
            yield claim.id, Chip(ChipKind.LOAD_BEARING, text, "load-bearing")


def _scheme_chips(graph: ArgumentGraph) -> Iterator[tuple[str, Chip]]:
    schemes = all_schemes()
    for inference in graph.map.inferences:
        scheme = schemes.find(inference.scheme or "")
        if name := clean(scheme.name if scheme else inference.scheme or ""):
            short = shorten(name.removeprefix("Argument from ") or name, _MOST_CHARACTERS)
            yield inference.id, Chip(ChipKind.SCHEME, short, f"scheme: {name}")


def _notes(labels: Labels | None, chips: Mapping[str, list[Chip]]) -> Iterator[str]:
    kinds = {chip.kind for found in chips.values() for chip in found}
    if labels is not None:
        reading = labels.compilation.reading
        yield theme.LABEL_NOTE
        yield f"labels: {_STANCES[reading.stance]}"
        for word, ids in (("accepted", reading.accept), ("rejected", reading.reject)):
            if ids:
                yield f"supposed to be {word}: {shorten(', '.join(sorted(ids)), 60)}"
    for kind, note in (
        (ChipKind.NUMBER, theme.NUMBER_NOTE),
        (ChipKind.PARTY, theme.PARTY_NOTE),
        (ChipKind.LOAD_BEARING, theme.LOAD_BEARING_NOTE),
    ):
        if kind in kinds:
            yield note
