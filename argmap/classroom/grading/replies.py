"""Replies to an objection in their two forms: against what it says, and against that it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.graph.links import Link, LinkLabel

NEARNESS = 1 / 2
"""What a reply in the other form is worth, as a link that is one step too high."""


class Replies:
    """Finds a reply in its other form among some links.

    Args:
        links: the links in which to look.
        objections: by step that something undercuts and that is an attack: its premises.
    """

    def __init__(self, links: Iterable[Link], objections: Mapping[str, Sequence[str]]) -> None:
        self._links = frozenset(links)
        self._premises = objections
        self._steps: dict[str, list[str]] = defaultdict(list)
        for step, premises in sorted(objections.items()):
            for premise in premises:
                self._steps[premise].append(step)

    def other_forms(self, link: Link) -> Iterator[Link]:
        """Yield the links from the same claim that reply to the same objection, but in the other way; sorted.

        For an attack on a claim these undercut an objection that the claim is a premise of, and the other way round.
        """
        match link.label:
            case LinkLabel.ATTACK:
                forms = (Link(link.child, step, LinkLabel.UNDERCUT) for step in self._steps.get(link.parent, ()))
            case LinkLabel.UNDERCUT:
                premises = sorted(self._premises.get(link.parent, ()))
                forms = (Link(link.child, premise, LinkLabel.ATTACK) for premise in premises)
            case LinkLabel.SUPPORT:
                return
        yield from (form for form in forms if form in self._links)
