"""Agreement of annotators beyond what chance would give: kappa, pi and alpha."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import permutations
from math import fsum
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


class Scale(StrEnum):
    """What a difference between two values means."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


def cohen_kappa(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """Return Cohen's kappa of two annotators: (observed - expected) ÷ (1 - expected) agreement, at most 1.

    What chance would give follows from how often each of the two uses each category. Where it would give full
    agreement, because both only ever use one and the same category, the result is 1.

    Args:
        one: the categories that one annotator gives to the units.
        other: those that the other gives to the same units, in the same order.

    Raises:
        ValueError: the two have not as many units, or there are none.

    Source: Cohen, A Coefficient of Agreement for Nominal Scales (1960).

    Examples:
        >>> round(cohen_kappa("yyyynnnn", "yyynynnn"), 4)
        0.5
    """
    return kappa_of(_confusion(one, other))


def scott_pi(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """Return Scott's pi of two annotators: as kappa, but what chance would give follows from both together.

    Args:
        one: the categories that one annotator gives to the units.
        other: those that the other gives to the same units, in the same order.

    Raises:
        ValueError: the two have not as many units, or there are none.

    Source: Scott, Reliability of Content Analysis: The Case of Nominal Scale Coding (1955).
    """
    return pi_of(_confusion(one, other))


def krippendorff_alpha(rows: Iterable[Sequence[Hashable | None]], scale: str = Scale.NOMINAL) -> float:
    """Return Krippendorff's alpha of any number of annotators: 1 - observed ÷ expected disagreement, at most 1.

    Units with fewer than two values tell nothing. Where all values are the same, or none can be compared, the result
    is 1.

    Args:
        rows: for each annotator the values of the units, in the same order; None where one is missing.
        scale: nominal (values are the same or not), ordinal (they have an order), interval (differences count) or
            ratio (differences count in relation to the values). All but the first need numbers.

    Raises:
        ValueError: the annotators have not as many units, or the scale is no scale.

    Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).

    Examples:
        >>> round(krippendorff_alpha([[1, 2, 3, None], [1, 2, 1, 4]]), 4)
        0.5455
    """
    together: Counter[tuple[Hashable, Hashable]] = Counter()
    for unit in zip(*rows, strict=True):
        values = [value for value in unit if value is not None]
        for pair in permutations(values, 2):
            together[pair] += 1 / (len(values) - 1)  # type: ignore[assignment]
    return alpha_of(together, scale)


def observed_agreement(confusion: Mapping[tuple[T, T], float]) -> float:
    """Return the share of units on which the two agree, 0 to 1.

    Args:
        confusion: pairs of categories, that of the one and that of the other, to how many units have them.
    """
    return fsum(number for (one, other), number in confusion.items() if one == other) / fsum(confusion.values())


def kappa_of(confusion: Mapping[tuple[T, T], float]) -> float:
    """Return Cohen's kappa from how often each pair of categories was given."""
    total = fsum(confusion.values())
    by_one, by_other = _margin(confusion, 0), _margin(confusion, 1)
    expected = fsum(number * by_other[category] for category, number in by_one.items()) / total**2
    return _beyond(observed_agreement(confusion), expected)


def pi_of(confusion: Mapping[tuple[T, T], float]) -> float:
    """Return Scott's pi from how often each pair of categories was given."""
    total = fsum(confusion.values())
    both = _margin(confusion, 0) + _margin(confusion, 1)
    expected = fsum(number**2 for number in both.values()) / (2 * total) ** 2
    return _beyond(observed_agreement(confusion), expected)


def alpha_of(together: Mapping[tuple[T, T], float], scale: str = Scale.NOMINAL) -> float:
    """Return Krippendorff's alpha from the matrix of coincidences: how often two values were given to one unit.

    Args:
        together: pairs of values, each pair in both orders, to their number.
        scale: as for `krippendorff_alpha`.
    """
    counts = _margin(together, 0)
    total = fsum(counts.values())
    distance = _distance(Scale(scale), counts)
    observed = fsum(number * distance(*pair) for pair, number in together.items()) / total if total else 0.0
    pairs = permutations(counts, 2)
    expected = fsum(counts[one] * counts[other] * distance(one, other) for one, other in pairs)
    return 1.0 if expected == 0 else 1 - observed / (expected / (total * (total - 1)))


def both_ways(confusion: Mapping[tuple[T, T], float]) -> Counter[tuple[T, T]]:
    """Return the matrix of coincidences of two annotators who both gave a category to every unit."""
    found: Counter[tuple[T, T]] = Counter()
    for (one, other), number in confusion.items():
        found[one, other] += number  # type: ignore[assignment]
        found[other, one] += number  # type: ignore[assignment]
    return found


def _confusion(one: Sequence[T], other: Sequence[T]) -> Counter[tuple[T, T]]:
    if not one:
        raise ValueError("expected one unit or more")
    return Counter(zip(one, other, strict=True))


def _margin(confusion: Mapping[tuple[T, T], float], place: int) -> Counter[T]:
    found: Counter[T] = Counter()
    for pair, number in confusion.items():
        found[pair[place]] += number  # type: ignore[assignment]
    return found


def _beyond(observed: float, expected: float) -> float:
    # By counting, expected agreement is 1 only if there is but one category, and then the observed is 1 too.
    return 1.0 if expected >= 1 else (observed - expected) / (1 - expected)


def _distance(scale: Scale, counts: Mapping[T, float]) -> Callable[[T, T], float]:
    """Return the squared difference of two values on the scale."""
    if scale is Scale.NOMINAL:
        return lambda one, other: float(one != other)
    numbers: dict[object, float] = {value: float(value) for value in counts}  # type: ignore[arg-type]
    if scale is Scale.INTERVAL:
        return lambda one, other: (numbers[one] - numbers[other]) ** 2
    if scale is Scale.RATIO:
        return lambda one, other: _ratio(numbers[one], numbers[other])
    ranks = _ranks({numbers[value]: number for value, number in counts.items()})
    return lambda one, other: (ranks[numbers[one]] - ranks[numbers[other]]) ** 2


def _ratio(one: float, other: float) -> float:
    return 0.0 if one == other else ((one - other) / (one + other)) ** 2 if one + other else 1.0


def _ranks(counts: Mapping[float, float]) -> dict[float, float]:
    """Return the mean rank of each value among all values that were given."""
    ranks: dict[float, float] = {}
    below = 0.0
    for value in sorted(counts):
        ranks[value] = below + counts[value] / 2
        below += counts[value]
    return ranks
