"""The attacks that tell most against a claim, of those that nothing answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model import ArgumentMap
from argmap.semantics.labels import Label, Labels
from argmap.semantics.strengths import strengths

WORK = 1_000_000
"""So many claims and steps may be looked at for all attacks together, a few seconds."""

_STANDING = {Label.OUT: 0, Label.UNDECIDED: 1, Label.IN: 2}


@dataclass(frozen=True, slots=True)
class TellingAttack:
    """An unanswered attack, and what the claim would be without it.

    Attributes:
        attack_id: the attack.
        before: the label of the claim as things stand.
        without: the label of the claim if the attack is rejected.
        loss: by how much the claim would be stronger without the attack, from -1 to 1; see `argmap.strengths`.
    """

    attack_id: str
    before: Label
    without: Label
    loss: float


@dataclass(frozen=True, slots=True)
class TellingAttacks:
    """The unanswered attacks that tell against a claim.

    Attributes:
        claim_id: the claim.
        found: the attacks, the most telling first: first those without which the claim would have a better label, then
            by what they cost it in strength, then by id.
        untried: ids of attacks that were not looked at, as the work would have been too much; sorted.
    """

    claim_id: str
    found: tuple[TellingAttack, ...]
    untried: tuple[str, ...] = ()

    @property
    def most(self) -> TellingAttack | None:
        """The single most telling attack; None if no unanswered attack tells against the claim."""
        return self.found[0] if self.found else None

    @property
    def is_exact(self) -> bool:
        """Whether every attack was looked at."""
        return not self.untried


def telling_attacks(labels: Labels, claim_id: str, *, work: int = WORK) -> TellingAttacks:
    """Return the unanswered attacks that tell against a claim, the most telling first.

    An attack is unanswered if it is in: each attack on it, and on what it stands on, is out. It tells against the claim
    if the claim would have a better label were the attack rejected, or would be stronger. O(n + m) for each attack that
    bears on the claim; past the limit the rest is named and left untried.

    Args:
        labels: the labels as things stand.
        claim_id: the claim.
        work: so many claims and steps may be looked at for all attacks together; two attacks are always tried.

    Raises:
        UnknownElementError: the map has no such claim.
    """
    graph = labels.compilation.graph
    start = graph.claim(claim_id).id
    bearing = set(graph.find_bearing([start]))
    unanswered = sorted(
        {attack.id for attack in graph.map.attacks if attack.id in bearing and labels[attack.id].label is Label.IN}
    )
    most = max(2, work // max(1, labels.atoms.count))
    found = sorted(_find(labels, start, unanswered[:most]), key=_order)
    return TellingAttacks(start, tuple(found), tuple(unanswered[most:]))


def _find(labels: Labels, claim_id: str, attack_ids: list[str]) -> Iterator[TellingAttack]:
    argument_map = labels.compilation.graph.map
    before, strength = labels[claim_id].label, strengths(argument_map)[claim_id]
    for attack_id in attack_ids:
        without = labels.suppose(reject=[attack_id])[claim_id].label
        loss = strengths(_leave_out(argument_map, attack_id))[claim_id] - strength
        if _STANDING[without] > _STANDING[before] or (without is before and loss > 0):
            yield TellingAttack(attack_id, before, without, loss)


def _leave_out(argument_map: ArgumentMap, attack_id: str) -> ArgumentMap:
    kept = tuple(attack for attack in argument_map.attacks if attack.id != attack_id)
    return argument_map.model_copy(update={"attacks": kept})


def _order(attack: TellingAttack) -> tuple[int, float, str]:
    # Losses that differ by less than the search in circles settles to are the same.
    return _STANDING[attack.before] - _STANDING[attack.without], -round(attack.loss, 6), attack.attack_id
