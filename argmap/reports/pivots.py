"""What a label turns on, as text and as JSON: pivots, the most telling attack, and what moves the strength most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.checks.words import name_ids
from argmap.model.printable import one_line
from argmap.reports.json_text import dump_json
from argmap.semantics import Label, Labels, Pivots, Strengths, TellingAttacks, pivots, strengths, telling_attacks

_WORK = 2_000_000
"""So many claims and steps may be looked at for the pivots of one claim, some seconds."""
_MOST_LABELLINGS, _LEAST_LABELLINGS = 2000, 20
_MOST_SETS, _MOST_PULLS = 12, 3


def pivots_as_text(labels: Labels, claim_ids: Sequence[str], most_size: int = 3) -> str:
    """Return for each claim what its label turns on, the attack that tells most against it, and its strength.

    Args:
        labels: the labels as things stand.
        claim_ids: the claims.
        most_size: how many elements may have to be rejected together.
    """
    if not claim_ids:
        return "The map has no main claim.\n"
    strong = strengths(labels.compilation.graph.map)
    return "\n\n".join("\n".join(_lines(labels, strong, claim_id, most_size)) for claim_id in claim_ids) + "\n"


def pivots_as_json(labels: Labels, claim_ids: Sequence[str], most_size: int = 3) -> str:
    """Return a JSON list with an object for each claim.

    Each has `claim`, `stance`, `label`, `pivots` (`sets` of ids, `bound`: no set has fewer elements, `is_exact`),
    `attacks` (`found`: each with `attack`, `without` (the claim's label without it) and `loss` of strength to two
    digits, the most telling first; `untried`) and `strength` (`word`, `converged`, and `pulls`: the ids of the claims
    whose base scores move it most).
    """
    strong = strengths(labels.compilation.graph.map)
    found = [_object(labels, strong, claim_id, most_size) for claim_id in claim_ids]
    return dump_json(found)


def _object(labels: Labels, strong: Strengths, claim_id: str, most_size: int) -> dict[str, Any]:
    turns, telling = _pivots(labels, claim_id, most_size), telling_attacks(labels, claim_id)
    return {
        "claim": claim_id,
        "stance": labels.compilation.reading.stance.value,
        "label": turns.label.value,
        "pivots": {"sets": [list(one) for one in turns.sets], "bound": turns.bound, "is_exact": turns.is_exact},
        "attacks": {
            "found": [
                {"attack": one.attack_id, "without": one.without.value, "loss": round(one.loss, 2)}
                for one in telling.found
            ],
            "untried": list(telling.untried),
        },
        "strength": {
            "word": strong.word(claim_id),
            "converged": strong.converged,
            "pulls": _pulls(strong, claim_id),
        },
    }


def _pulls(strong: Strengths, claim_id: str) -> list[str]:
    return [other_id for other_id in strong.gradients(claim_id) if other_id != claim_id][:_MOST_PULLS]


def _pivots(labels: Labels, claim_id: str, most_size: int) -> Pivots:
    # A limit of work and not of time gives the same answer on any machine.
    most = max(_LEAST_LABELLINGS, min(_MOST_LABELLINGS, _WORK // max(1, labels.atoms.count)))
    return pivots(labels, claim_id, most_size=most_size, most_labellings=most)


def _lines(labels: Labels, strong: Strengths, claim_id: str, most_size: int) -> Iterator[str]:
    claim = labels.compilation.graph.claims[claim_id]
    yield f"[{claim_id}] {one_line(claim.text)}".rstrip()
    yield f"  {labels[claim_id].label}: {labels[claim_id].reason}"
    yield from _pivot_lines(_pivots(labels, claim_id, most_size), most_size)
    yield from _attack_lines(telling_attacks(labels, claim_id))
    pulls = _pulls(strong, claim_id)
    settled = "" if strong.converged else ", though it did not settle"
    moved = f"; most turns on {name_ids(pulls)}" if pulls else ""
    yield f"  strength: {strong.word(claim_id)}{settled}{moved}"


def _pivot_lines(turns: Pivots, most_size: int) -> Iterator[str]:
    change = "no longer in" if turns.label is Label.IN else "in"
    if turns.sets:
        yield (
            f"  {change} if one of these is rejected:"
            if turns.bound == 1
            else f"  {change} if all of a set are rejected:"
        )
        yield from (f"    {name_ids(one)}" for one in turns.sets[:_MOST_SETS])
        if len(turns.sets) > _MOST_SETS:
            yield f"    and {len(turns.sets) - _MOST_SETS} more"
    elif turns.is_exact:
        size = "" if turns.bound <= most_size else f" of up to {most_size}"
        yield f"  no rejection{size} changes that"
    if not turns.is_exact:
        yield f"  the search ended before it was through: no smaller set has fewer than {turns.bound}"


def _attack_lines(telling: TellingAttacks) -> Iterator[str]:
    most = telling.most
    if most is None:
        yield "  no unanswered attack tells against it"
    elif most.without is not most.before:
        yield f"  most telling unanswered attack: [{most.attack_id}]; without it the claim is {most.without}"
    else:
        yield f"  most telling unanswered attack: [{most.attack_id}]; without it the claim is only stronger"
    if not telling.is_exact:
        yield f"  {len(telling.untried)} more attacks were not tried"
