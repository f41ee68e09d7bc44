"""Where the support of a claim is missing and what would mend it, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.checks.words import name_ids
from argmap.graph import ArgumentGraph
from argmap.model.printable import one_line
from argmap.reports.json_text import dump_json
from argmap.semantics import Gap, Lines, Repair, Repairs, Robustness, Support

_MOST_NAMED = 12
_WORK = 4_000_000
"""How much to search for repairs, or for a cut, in propagations of the solver."""


def gaps_as_text(support: Support, claim_ids: Sequence[str], k: int = 3) -> str:
    """Return for each claim the cheapest repairs and its gaps, nearest first; a gap is told once.

    Args:
        support: the support of the map.
        claim_ids: the claims.
        k: so many repairs at most.
    """
    if not claim_ids:
        return "The map has no main claim.\n"
    told: set[str] = set()
    parts: list[str] = []
    for claim_id in claim_ids:
        gaps = [gap for gap in support.gaps(claim_id) if gap.claim_id != claim_id]
        new = [gap for gap in gaps if gap.claim_id not in told]
        told.update((claim_id, *(gap.claim_id for gap in new)))
        lines = [*_head(support, claim_id), *_standing_lines(support, claim_id)]
        lines += _repair_lines(support.graph, _repairs(support, claim_id, k))
        lines += _gap_lines(support.graph, new, len(gaps) - len(new))
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def gaps_as_json(support: Support, claim_ids: Sequence[str], k: int = 3) -> str:
    """Return a JSON list with an object for each claim.

    Each has `claim`, `grounded`, `gaps` (a list of objects with `claim`, `distance`, `path` (ids), and `inferences`:
    each with `inference` and `missing` (ids)), `repairs` (each with `backing` (ids), `cost` and `is_exact`), `bound`
    (no repair costs less), `is_exact`, `load_bearing` (`claims` without which it falls, nearest first, and `undecided`
    ones), `robustness` (`size` of the smallest `cut`, and its `bound`) and `lines` (`found`, `groups` of inferences
    that share something, and what is `shared`).
    """
    return dump_json([_object(support, claim_id, k) for claim_id in claim_ids])


def _object(support: Support, claim_id: str, k: int) -> dict[str, Any]:
    repairs, lines = _repairs(support, claim_id, k), support.lines(claim_id)
    bearing, robustness = support.load_bearing(claim_id), _robustness(support, claim_id)
    return {
        "claim": claim_id,
        "grounded": support.is_grounded(claim_id),
        "gaps": [
            {
                "claim": gap.claim_id,
                "distance": gap.distance,
                "path": gap.path,
                "inferences": [{"inference": f.inference_id, "missing": f.missing} for f in gap.inferences],
            }
            for gap in support.gaps(claim_id)
        ],
        "repairs": [{"backing": r.backing, "cost": r.cost, "is_exact": r.is_exact} for r in repairs.found],
        "bound": repairs.bound,
        "is_exact": repairs.is_exact,
        "load_bearing": {"claims": [found.claim_id for found in bearing.found], "undecided": bearing.undecided},
        "robustness": {"size": robustness.size, "cut": robustness.cut, "bound": robustness.bound},
        "lines": {
            "found": [{"inference": line.inference_id, "holds": line.holds} for line in lines.found],
            "groups": lines.groups,
            "shared": [
                {"element": shared.element_id, "lines": shared.lines} for shared in (*lines.claims, *lines.sources)
            ],
        },
    }


def _head(support: Support, claim_id: str) -> Iterator[str]:
    yield f"[{claim_id}] {_text(support.graph, claim_id)}".rstrip()
    if support.is_grounded(claim_id):
        yield "  It is grounded."
    elif support.graph.has_reason(claim_id):
        yield "  It is not grounded: no line of reasons rests on sources or givens alone."
    else:
        yield "  It is not grounded: it has no reason and no source."


def _repairs(support: Support, claim_id: str, k: int) -> Repairs:
    # No clock: the same map gives the same report on each machine.
    return support.repairs(claim_id, k, time_limit=None, work_limit=_WORK)


def _robustness(support: Support, claim_id: str) -> Robustness:
    return support.robustness(claim_id, time_limit=None, work_limit=_WORK)


def _standing_lines(support: Support, claim_id: str) -> Iterator[str]:
    """Yield what the claim stands on: the lines of reasons, what they share, and the claims without which it falls."""
    lines = support.lines(claim_id)
    if len(lines.found) > 1:
        yield f"  {len(lines.found)} lines of reasons lead to it, {_independence(lines)}."
        for shared in (*lines.claims, *lines.sources)[:_MOST_NAMED]:
            yield f"    {name_ids(shared.lines, _MOST_NAMED)} meet at [{shared.element_id}]"
    bearing = support.load_bearing(claim_id)
    if bearing.found:
        needed = name_ids([found.claim_id for found in bearing.found], _MOST_NAMED)
        yield f"  It falls without {needed}, each by itself."
    robustness = _robustness(support, claim_id)
    if robustness.size and robustness.size > 1:
        least = "" if robustness.is_exact else f"; no fewer than {robustness.bound} can"
        yield f"  {name_ids(robustness.cut, _MOST_NAMED)} together bring it down{least}."


def _independence(lines: Lines) -> str:
    if lines.independent == len(lines.found):
        return "and they share nothing"
    if lines.independent == 1:
        return "and none is independent of the others"
    return f"in {lines.independent} groups that share nothing with one another"


def _repair_lines(graph: ArgumentGraph, repairs: Repairs) -> Iterator[str]:
    if not repairs.found:
        return
    yield "  It would be grounded if these were backed, with sources or reasons:"
    for number, repair in enumerate(repairs.found, start=1):
        yield f"    {number}. {name_ids(repair.backing, _MOST_NAMED)} ({_cost(graph, repair)})"
    if not repairs.is_exact:
        yield f"    The search ended early; no repair costs less than {repairs.bound:,}."


def _cost(graph: ArgumentGraph, repair: Repair) -> str:
    reasoned = [claim_id for claim_id in repair.backing if graph.has_reason(claim_id)]
    return f"skips the argument for {name_ids(reasoned, _MOST_NAMED)}" if reasoned else f"cost {repair.cost:,}"


def _gap_lines(graph: ArgumentGraph, gaps: Sequence[Gap], above: int) -> Iterator[str]:
    bare = [gap for gap in gaps if not gap.inferences]
    broken = [gap for gap in gaps if gap.inferences]
    if bare:
        yield "  Nothing stands behind"
        for gap in bare:
            claim = graph.claims[gap.claim_id]
            kind = f"implicit {claim.kind}" if claim.implicit else claim.kind.value
            yield f"    [{gap.claim_id}] {_text(graph, gap.claim_id)} ({kind})"
            yield f"      on the way {' < '.join(f'[{step}]' for step in gap.path[::2])}"
    if broken:
        yield "  Reasons that do not hold lead to"
        for gap in broken:
            steps = "; ".join(
                f"[{step.inference_id}] breaks at {name_ids(step.missing, _MOST_NAMED)}" for step in gap.inferences
            )
            yield f"    [{gap.claim_id}]: {steps}"
    if above:
        many = "One gap that matters to it stands" if above == 1 else f"{above} gaps that matter to it stand"
        yield f"  {many} above."


def _text(graph: ArgumentGraph, claim_id: str) -> str:
    return one_line(graph.claims[claim_id].text)
