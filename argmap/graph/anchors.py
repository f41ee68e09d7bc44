"""Anchors: every place where an element of a map says where it is stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.graph.lookup import SINGULAR
from argmap.model import Anchor, AnyClaim, ArgumentMap, Attack, Inference, Path


@dataclass(frozen=True, slots=True)
class AnchorUse:
    """One anchor of one element.

    Attributes:
        element: the claim, inference or attack that has it.
        path: the way to the anchor in the map.
        anchor: the anchor.
        source: the id of the source that it points into; "" stands for the article of a map that names none.
    """

    element: AnyClaim | Inference | Attack
    path: Path
    anchor: Anchor
    source: str

    @property
    def noun(self) -> str:
        """What has the anchor: claim, inference or attack."""
        return SINGULAR[str(self.path[0])]


def find_anchors(argument_map: ArgumentMap) -> Iterator[AnchorUse]:
    """Yield every anchor of the map: those of claims, then of inferences, then of attacks, each in file order."""
    article = argument_map.article or ""
    for section in ("claims", "inferences", "attacks"):
        for index, element in enumerate(getattr(argument_map, section)):
            for number, anchor in enumerate(element.at):
                yield AnchorUse(element, (section, index, "at", number), anchor, anchor.source or article)
