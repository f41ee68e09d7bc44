"""Strengths: how strong each element is, from 0 to 1, by quadratic energy or DF-QuAD.

A claim starts from a base score and is drawn up by the inferences to it and down by the attacks on it. An inference, or
an attack, is as strong as its weight times its weakest premise, less what the strongest attack on it takes. Strengths
rank and compare. They are no probabilities, and their decimals mean little: `word` says what can be said.

Sources: Potyka, Continuous Dynamical Systems for Weighted Bipolar Argumentation (KR 2018), for the quadratic energy
model; Rago, Toni, Aurisicchio and Baroni, Discontinuity-Free Decision Support with Quantitative Argumentation Debates
(KR 2016), for DF-QuAD.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from argmap.graph import ArgumentGraph
from argmap.model import AnyClaim, ArgmapError, ArgumentMap, Given, UnknownElementError
from argmap.model.nearest import NearestWords
from argmap.semantics.energies import DfQuad, Energy, QuadraticEnergy
from argmap.semantics.influences import Influences

MOST_ROUNDS = 1000
TOLERANCE = 1e-9
_WORDS = ((0.15, "very weak"), (0.35, "weak"), (0.65, "middling"), (0.85, "strong"), (1.0, "very strong"))


class Method(StrEnum):
    """How what speaks for a claim and against it moves its base score."""

    QEM = "qem"
    DF_QUAD = "df-quad"


class Base(StrEnum):
    """Where the base score of a claim that names no weight comes from."""

    HELD = "held"
    """0.8 if it is held, else 0.5."""
    SOURCES = "sources"
    """1 - 1/2^(n + 1) for n sources that back it, so 0.5, 0.75, 0.875; being given counts as one source."""


class BaseScoreError(ArgmapError, ValueError):
    """A base score is no number from 0 to 1.

    Attributes:
        claim_id: the claim.
        score: what was found.
    """

    def __init__(self, claim_id: str, score: object) -> None:
        self.claim_id = claim_id
        self.score = score
        super().__init__(f"base score of [{claim_id}] is {score!r}, expected a number from 0 to 1")


@dataclass(frozen=True)
class Strengths(Mapping[str, float]):
    """The strength of each claim, inference and attack, by id; where steps share an id, of the strongest.

    Attributes:
        converged: False if strengths in a circle still moved when the search ended; then they are the last ones.
        rounds: how many rounds the longest search in a circle took; 0 if there is no circle.
    """

    converged: bool
    rounds: int
    _influences: Influences = field(repr=False)
    _values: tuple[float, ...] = field(repr=False)

    def __getitem__(self, element_id: str) -> float:
        """Return the strength of an element, 0 to 1.

        Raises:
            UnknownElementError: the map has no such claim, inference or attack.
        """
        nodes = self._influences.nodes
        if element_id not in nodes:
            raise UnknownElementError(element_id, NearestWords(nodes).find(element_id))
        return max(self._values[node] for node in nodes[element_id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._influences.nodes)

    def __len__(self) -> int:
        return len(self._influences.nodes)

    def word(self, element_id: str) -> str:
        """Return the strength in words: very weak, weak, middling, strong or very strong.

        Raises:
            UnknownElementError: the map has no such element.
        """
        strength = self[element_id]
        return next(word for most, word in _WORDS if strength <= most)

    def gradients(self, claim_id: str) -> Mapping[str, float]:
        """Return how fast the strength of a claim moves with the base score of each claim, strongest pull first.

        One pass backward gives all of them, O(n + m), repeated in circles until it settles. Where two premises are
        weakest alike, the one whose id sorts first counts.

        Raises:
            UnknownElementError: the map has no such claim.
        """
        (target,) = self._influences.nodes[self._influences.graph.claim(claim_id).id]
        found = self._influences.gradients(self._values, target, MOST_ROUNDS, TOLERANCE)
        return dict(sorted(found.items(), key=lambda item: (-abs(item[1]), item[0])))


def strengths(
    argument_map: ArgumentMap, *, method: Method | str = Method.QEM, base: Base | str | Mapping[str, float] = Base.HELD
) -> Strengths:
    """Return how strong each claim, inference and attack of the map is.

    A claim that names a weight starts from it. O(n + m) without circles; in a circle strengths are searched by steps of
    one half until they move by less than 1e-9, at most 1,000 times.

    Args:
        argument_map: the map.
        method: qem (quadratic energy) or df-quad.
        base: held, sources, or base scores by claim id; claims that are left out of those start as with `held`.

    Raises:
        BaseScoreError: a base score is no number from 0 to 1.
        UnknownElementError: `base` names a claim that the map does not have.
        ValueError: there is no such method or base.
    """
    graph = ArgumentGraph(argument_map)
    energy: Energy = QuadraticEnergy() if Method(method) is Method.QEM else DfQuad()
    influences = Influences(graph, energy, _base_scores(graph, base))
    values, rounds, converged = influences.settle(MOST_ROUNDS, TOLERANCE)
    return Strengths(converged, rounds, influences, values)


def _base_scores(graph: ArgumentGraph, base: Base | str | Mapping[str, float]) -> Mapping[str, float]:
    given = base if isinstance(base, Mapping) else {}
    rule = Base.HELD if isinstance(base, Mapping) else Base(base)
    for claim_id, score in given.items():
        graph.claim(claim_id)
        if not isinstance(score, int | float) or not 0 <= score <= 1:
            raise BaseScoreError(claim_id, score)
    scores = {claim_id: _own_score(graph, claim, rule) for claim_id, claim in graph.claims.items()}
    return scores | {claim_id: float(score) for claim_id, score in given.items()}


def _own_score(graph: ArgumentGraph, claim: AnyClaim, rule: Base) -> float:
    if claim.weight is not None:
        return claim.weight
    if rule is Base.HELD:
        return 0.8 if graph.is_held(claim.id) else 0.5
    count = len(graph.backing(claim)) + (claim.given is not Given.NONE)
    return float(1 - 2.0 ** -(count + 1))
