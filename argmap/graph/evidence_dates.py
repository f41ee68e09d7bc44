"""Dates of evidence: how recent what a claim rests on is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from argmap.model import AnyClaim, Given, Kind

if TYPE_CHECKING:
    from argmap.graph.argument_graph import ArgumentGraph

UNDATED = date.max
"""Stands for evidence that could be of any date, so that it counts as the most recent."""

_TIMELESS = frozenset({Kind.VALUE, Kind.POLICY, Kind.DEFINITION})


def find_newest_evidence(graph: ArgumentGraph) -> Mapping[str, date]:
    """Return for each claim the last day that the most recent evidence for it can be of; O(n log n + m).

    Evidence is what stands at the bottom of the argument for the claim, or is backed by a source on the way there: its
    own date counts, else that of its sources; `UNDATED` if it has none. Claims that are given, and values, policies and
    definitions without a date or a source, are no evidence. A claim that no evidence reaches is left out.
    """
    bottom = [(day, claim_id) for claim_id, claim in graph.claims.items() if (day := _day(graph, claim)) is not None]
    newest: dict[str, date] = {}
    for day, first in sorted(bottom, key=lambda pair: (-pair[0].toordinal(), pair[1])):
        # What is reached later is reached by older evidence only.
        reached = [first]
        for claim_id in reached:
            if claim_id not in newest:
                newest[claim_id] = day
                reached += (
                    step.conclusion for step in graph.inferences_from(claim_id) if step.conclusion in graph.claims
                )
    return newest


def newest_source(graph: ArgumentGraph, claim: AnyClaim) -> date | None:
    """Return the last day that the most recent source of the claim can be of; None if no source backs it."""
    sources = [graph.sources[source_id] for source_id in graph.backing(claim)]
    days = [source.date.latest if source.date else None for source in sources]
    return _newest(days)


def _day(graph: ArgumentGraph, claim: AnyClaim) -> date | None:
    """Return the last day that the claim, taken as evidence, can be of; None if it is no evidence."""
    by_source = newest_source(graph, claim)
    if by_source is None and graph.has_reason(claim.id):
        return None
    if claim.when is not None:
        return claim.when.latest or UNDATED
    if by_source is not None:
        return by_source
    return None if claim.given is not Given.NONE or claim.kind in _TIMELESS else UNDATED


def _newest(days: Iterable[date | None]) -> date | None:
    return max((day or UNDATED for day in days), default=None)
