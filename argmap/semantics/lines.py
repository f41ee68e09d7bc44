"""Lines of support: the arguments for one claim, one for each inference to it, and what they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.graph import ArgumentGraph, supporting_claims
from argmap.model import Inference

if TYPE_CHECKING:
    from argmap.semantics.support import Support

_MOST_LISTED = 200_000
"""At most so many claims and inferences are listed, over all lines of one claim."""


@dataclass(frozen=True, slots=True)
class Line:
    """One inference to a claim with all that supports it.

    Attributes:
        inference_id: the inference.
        holds: whether all its premises, and its warrant, are grounded.
        claims: the ids of the claims that it stands on, directly or not, sorted.
        inferences: the ids of the inferences between them, and of its own, sorted.
        sources: the ids of the sources that the claims cite, but for the article itself, sorted.
        parties: the ids of the parties that say one of these claims, draw one of these inferences, or are behind one of
            these sources, sorted.
        is_whole: False if only the nearest claims and inferences are listed, as there are too many.
    """

    inference_id: str
    holds: bool
    claims: tuple[str, ...]
    inferences: tuple[str, ...]
    sources: tuple[str, ...]
    parties: tuple[str, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class SharedGround:
    """A claim or a source on which two or more lines rest.

    Attributes:
        element_id: the claim or the source.
        lines: the ids of the inferences whose lines have it, sorted.
    """

    element_id: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of support of one claim.

    Attributes:
        claim_id: the claim.
        found: the lines, by the id of their inference.
        claims: the claims at which lines come together, by id. What stands below such a claim is shared too, but
            listed only if more lines have it than have the claim above.
        sources: the sources at which lines come together, by id, likewise.
        groups: the ids of the inferences of lines that share a claim or a source, directly or by way of other lines;
            each group sorted, and the groups by their first line.
        is_exact: False if some line is not whole, so that `claims` and `sources` may miss some; `groups` never do.
    """

    claim_id: str
    found: tuple[Line, ...]
    claims: tuple[SharedGround, ...]
    sources: tuple[SharedGround, ...]
    groups: tuple[tuple[str, ...], ...]
    is_exact: bool

    @property
    def independent(self) -> int:
        """How many groups of lines there are that share nothing with one another."""
        return len(self.groups)


def lines_of(support: Support, claim_id: str) -> Lines:
    """Return the lines of support of the claim; see `Support.lines`."""
    graph = support.graph
    first = sorted(graph.inferences_to(claim_id), key=lambda inference: (inference.id, supporting_claims(inference)))
    walks: list[_Walk] = []
    left = _MOST_LISTED
    for inference in first:
        walks.append(_walk(graph, inference, claim_id, left))
        left -= len(walks[-1].claims) + len(walks[-1].inferences)
    claims, sources = _find_shared(graph, claim_id, walks)
    return Lines(
        claim_id,
        found=tuple(_line(graph, walk, holds=support.holds(walk.inferences[0])) for walk in walks),
        claims=claims,
        sources=sources,
        groups=_group(graph, first, claim_id),
        is_exact=all(walk.is_whole for walk in walks),
    )


@dataclass(slots=True)
class _Walk:
    """What one line passes: the claims nearest first, and the inferences, its own first."""

    claims: dict[str, None]
    inferences: list[Inference]
    is_whole: bool = True


def _walk(graph: ArgumentGraph, inference: Inference, top: str, most: int) -> _Walk:
    walk = _Walk({}, [inference])
    walk.claims.update(dict.fromkeys(_premises(graph, inference, top)))
    queue = list(walk.claims)
    for claim_id in queue:
        for step in sorted(graph.inferences_to(claim_id), key=lambda step: step.id):
            if len(walk.claims) + len(walk.inferences) >= most:
                walk.is_whole = False
                return walk
            walk.inferences.append(step)
            new = [other for other in _premises(graph, step, top) if other not in walk.claims]
            walk.claims.update(dict.fromkeys(new))
            queue += new
    return walk


def _premises(graph: ArgumentGraph, inference: Inference, top: str) -> Iterator[str]:
    """Yield the claims that the inference stands on, but for the one whose lines are looked for."""
    return (other for other in supporting_claims(inference) if other in graph.claims and other != top)


def _sources(graph: ArgumentGraph, claim_id: str) -> tuple[str, ...]:
    return graph.backing(graph.claims[claim_id])


def _line(graph: ArgumentGraph, walk: _Walk, *, holds: bool) -> Line:
    sources = sorted({source_id for claim_id in walk.claims for source_id in _sources(graph, claim_id)})
    said = {graph.claims[claim_id].by for claim_id in walk.claims} | {step.by for step in walk.inferences}
    behind = {graph.sources[source_id].party for source_id in sources}
    return Line(
        inference_id=walk.inferences[0].id,
        holds=holds,
        claims=tuple(sorted(walk.claims)),
        inferences=tuple(sorted({step.id for step in walk.inferences})),
        sources=tuple(sources),
        parties=tuple(sorted(party for party in said | behind if party is not None and party in graph.parties)),
        is_whole=walk.is_whole,
    )


def _find_shared(
    graph: ArgumentGraph, top: str, walks: Sequence[_Walk]
) -> tuple[tuple[SharedGround, ...], tuple[SharedGround, ...]]:
    """Return the claims and the sources at which lines come together."""
    of_claims: dict[str, set[int]] = defaultdict(set)
    of_sources: dict[str, set[int]] = defaultdict(set)
    citing: dict[str, set[str]] = defaultdict(set)
    for number, walk in enumerate(walks):
        for claim_id in walk.claims:
            of_claims[claim_id].add(number)
            for source_id in _sources(graph, claim_id):
                of_sources[source_id].add(number)
                citing[source_id].add(claim_id)

    def fewest(claim_id: str) -> int:
        """Return how many lines the claim above has that the fewest have; 1 for a line that starts with the claim."""
        users = [i.conclusion for i in graph.inferences_from(claim_id) if claim_id in supporting_claims(i)]
        return min(
            1 if other == top else len(of_claims[other]) for other in users if other == top or other in of_claims
        )

    claims = [c for c, lines in of_claims.items() if len(lines) > 1 and fewest(c) < len(lines)]
    sources = [
        s
        for s, lines in of_sources.items()
        if len(lines) > 1 and min(len(of_claims[claim_id]) for claim_id in citing[s]) < len(lines)
    ]
    ids = [walk.inferences[0].id for walk in walks]
    return _shared_ground(claims, of_claims, ids), _shared_ground(sources, of_sources, ids)


def _shared_ground(
    elements: Iterable[str], lines: Mapping[str, set[int]], ids: Sequence[str]
) -> tuple[SharedGround, ...]:
    return tuple(
        SharedGround(element_id, tuple(ids[number] for number in sorted(lines[element_id])))
        for element_id in sorted(elements)
    )


def _group(graph: ArgumentGraph, first: Sequence[Inference], top: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines that share something, together; each claim is looked at once, for the line that is there first.

    What a second line finds below a claim that the first one has been at, it shares with it already.
    """
    leader = list(range(len(first)))

    def find(line: int) -> int:
        while leader[line] != line:
            leader[line] = leader[leader[line]]
            line = leader[line]
        return line

    claims: dict[str, int] = {}
    sources: dict[str, int] = {}
    for number, inference in enumerate(first):
        queue = list(_premises(graph, inference, top))
        for claim_id in queue:
            if claim_id in claims:
                leader[find(claims[claim_id])] = find(number)
                continue
            claims[claim_id] = number
            for source_id in _sources(graph, claim_id):
                leader[find(sources.setdefault(source_id, number))] = find(number)
            for step in graph.inferences_to(claim_id):
                queue += _premises(graph, step, top)
    groups: dict[int, list[str]] = defaultdict(list)
    for number, inference in enumerate(first):
        groups[find(number)].append(inference.id)
    return tuple(sorted(map(tuple, groups.values())))
