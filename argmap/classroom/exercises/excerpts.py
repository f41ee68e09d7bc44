"""Excerpts: parts of a map that are small enough to draw beside a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from argmap.classroom.exercises.material import Material
from argmap.graph import supporting_claims
from argmap.model import AnyClaim, ArgumentMap, Attack, Claim, Inference, Proposal


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a map: some claims, and some of the steps between them.

    Attributes:
        top: the claim that it is about.
        claims: ids of claims, from the top down.
        inferences, attacks: the steps.
    """

    top: str
    claims: tuple[str, ...]
    inferences: tuple[Inference, ...]
    attacks: tuple[Attack, ...]

    @property
    def steps(self) -> tuple[Inference | Attack, ...]:
        """The steps: inferences, then attacks."""
        return (*self.inferences, *self.attacks)

    @property
    def elements(self) -> tuple[str, ...]:
        """The ids of all that it holds."""
        return (*self.claims, *(step.id for step in self.steps))


def find_excerpt(
    material: Material, top: str, most: int, *, with_attacks: bool = True, as_chain: bool = False
) -> Excerpt:
    """Return the argument about a claim from the top down, as far as it fits: whole steps only.

    Args:
        material: the map.
        top: the claim.
        most: how many claims it may have.
        with_attacks: True if attacks, and attacks on steps, are taken in too.
        as_chain: True if only one inference to each claim is taken in, one that goes on below if there is one.
    """
    claims: dict[str, None] = {top: None}
    steps: dict[str, Inference | Attack] = {}
    queue = [top]
    for element_id in queue:  # grows while it is read
        found: tuple[Inference | Attack, ...] = material.reasons(element_id)
        if as_chain:
            found = tuple(sorted(found, key=lambda step: not any(map(material.reasons, step.premises))))[:1]
        if with_attacks:
            found = (*found, *material.attacks_on(element_id))
        for step in found:
            used = supporting_claims(step) if isinstance(step, Inference) else step.premises
            new = [claim_id for claim_id in dict.fromkeys(used) if claim_id not in claims]
            if step.id in steps or len(claims) + len(new) > most:
                continue
            steps[step.id] = step
            claims.update(dict.fromkeys(new))
            queue += [*new, step.id]
    return Excerpt(
        top,
        tuple(claims),
        tuple(step for step in steps.values() if isinstance(step, Inference)),
        tuple(step for step in steps.values() if isinstance(step, Attack)),
    )


def draw_map(  # noqa: PLR0913 - each is a part of the map
    material: Material,
    claims: Iterable[str],
    inferences: Iterable[Inference],
    attacks: Iterable[Attack] = (),
    *,
    text_of: Callable[[str], str] | None = None,
    main: Iterable[str] = (),
) -> ArgumentMap:
    """Return a map to draw: claims and steps bare of sources, places and notes.

    Args:
        material: the map that it is a part of.
        claims: ids of its claims.
        inferences: its inferences, with the ids of their claims.
        attacks: its attacks.
        text_of: gives the texts of the claims; their own if it is left out.
        main: what it is about.
    """
    return ArgumentMap(
        language=material.map.language,
        main=tuple(main),
        claims=tuple(_bare(material.claim(claim_id), (text_of or material.text)(claim_id)) for claim_id in claims),
        inferences=tuple(
            Inference(id=step.id, premises=step.premises, conclusion=step.conclusion, warrant=step.warrant)
            for step in inferences
        ),
        attacks=tuple(Attack(id=step.id, premises=step.premises, target=step.target) for step in attacks),
    )


def _bare(claim: AnyClaim, text: str) -> AnyClaim:
    if isinstance(claim, Proposal):
        return Proposal(id=claim.id, text=text, implicit=claim.implicit)
    return Claim(id=claim.id, text=text, kind=claim.kind, implicit=claim.implicit)
