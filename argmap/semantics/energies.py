"""Energies: how what speaks for a claim and against it moves its base score, and how fast."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple


class Pull(NamedTuple):
    """The partial derivatives of a claim's strength.

    Attributes:
        base: by its base score.
        supports: by the strength of each inference to it.
        attacks: by the strength of each attack on it.
    """

    base: float
    supports: Sequence[float]
    attacks: Sequence[float]


class Energy(ABC):
    """A way to move a base score; all numbers go from 0 to 1."""

    @abstractmethod
    def strength(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> float:
        """Return the strength of a claim."""

    @abstractmethod
    def pull(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> Pull:
        """Return the partial derivatives of the strength."""


class QuadraticEnergy(Energy):
    """The quadratic energy model: the sum of supports less that of attacks, squared and bounded (Potyka 2018)."""

    def strength(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> float:
        """Return the strength of a claim."""
        energy = sum(supports) - sum(attacks)
        share = energy * energy / (1 + energy * energy)
        return base + (1 - base) * share if energy > 0 else base - base * share

    def pull(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> Pull:
        """Return the partial derivatives of the strength."""
        energy = sum(supports) - sum(attacks)
        square = energy * energy
        slope = 2 * abs(energy) / (1 + square) ** 2 * (1 - base if energy > 0 else base)
        return Pull(1 - square / (1 + square), [slope] * len(supports), [-slope] * len(attacks))


class DfQuad(Energy):
    """DF-QuAD: the probabilistic sums of supports and attacks, and their difference (Rago et al. 2016)."""

    def strength(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> float:
        """Return the strength of a claim."""
        lead = _left(attacks) - _left(supports)
        return base + (1 - base) * lead if lead > 0 else base + base * lead

    def pull(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> Pull:
        """Return the partial derivatives of the strength."""
        lead = _left(attacks) - _left(supports)
        slope = 1 - base if lead > 0 else base
        return Pull(
            1 - abs(lead),
            [slope * rest for rest in _left_without_each(supports)],
            [-slope * rest for rest in _left_without_each(attacks)],
        )


def _left(strengths: Sequence[float]) -> float:
    """Return what is left of 1 when each strength has taken its share of what the others left."""
    left = 1.0
    for strength in strengths:
        left *= 1 - strength
    return left


def _left_without_each(strengths: Sequence[float]) -> list[float]:
    """Return for each strength what would be left without it; O(n)."""
    before: list[float] = []
    left = 1.0
    for strength in strengths:
        before.append(left)
        left *= 1 - strength
    after = 1.0
    for number in range(len(strengths) - 1, -1, -1):
        before[number] *= after
        after *= 1 - strengths[number]
    return before
