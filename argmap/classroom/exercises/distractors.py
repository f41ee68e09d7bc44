"""Distractors: claims of the same map that look like an answer and are none.

A second right answer is the worst that can happen to an exercise, so the guards are strict: a claim is no distractor
if it supports what is asked about in any number of steps, or if it says nearly the same as another option.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from math import inf

from argmap.classroom.exercises.material import Material

LEAST_DISTRACTORS = 2
"""An exercise with fewer good distractors is not made."""

_ALIKE = 0.9
_SAME_TERMS = 0.8
_MOST_STEPS = 200
_MOST_STRANGERS = 60


def are_alike(material: Material, one: str, other: str) -> bool:
    """Tell whether two texts say nearly the same: nearly the same letters, or nearly the same significant terms."""
    folded, other_folded = one.casefold(), other.casefold()
    if folded == other_folded:
        return True
    terms, other_terms = material.terms_of(one).keys(), material.terms_of(other).keys()
    shared = len(terms & other_terms)
    if shared >= 3 and shared >= _SAME_TERMS * len(terms | other_terms):
        return True
    both = len(folded) + len(other_folded)
    if 2 * min(len(folded), len(other_folded)) <= _ALIKE * both:
        return False
    if 2 * (Counter(folded) & Counter(other_folded)).total() <= _ALIKE * both:
        return False
    return SequenceMatcher(None, folded, other_folded, autojunk=False).ratio() > _ALIKE


def leads_to(material: Material, claim_id: str, targets: Collection[str]) -> bool:
    """Tell whether the claim is one of the targets or supports one, in any number of steps.

    Where that would take too long to tell, the answer is yes, so that no guard lets through what it has not seen.
    """
    if claim_id in targets:
        return True
    heights = material.heights
    highest = max((heights.get(target, inf) for target in targets), default=-inf)
    if heights.get(claim_id, inf) >= highest < inf:
        return False
    seen = {claim_id}
    queue = [claim_id]
    for other_id in queue:  # grows while it is read
        if other_id in targets or len(seen) > _MOST_STEPS:
            return True
        for conclusion in material.onward(other_id):
            if conclusion not in seen and heights.get(conclusion, inf) <= highest:
                seen.add(conclusion)
                queue.append(conclusion)
    return False


def pick(  # noqa: PLR0913 - each is a guard
    material: Material,
    pool: Iterable[str],
    most: int,
    *,
    targets: Collection[str] = (),
    unlike: Iterable[str] = (),
    leave_out: Collection[str] = (),
) -> list[str]:
    """Return the first claims of the pool that are good distractors.

    Args:
        material: the map.
        pool: claims, the best first.
        most: how many to return.
        targets: what they must not support.
        unlike: texts that they must not say again.
        leave_out: claims that are already in the exercise.
    """
    found: list[str] = []
    texts = list(unlike)
    for claim_id in dict.fromkeys(pool):
        if len(found) == most:
            break
        text = material.text(claim_id)
        if (
            text
            and claim_id not in leave_out
            and not any(are_alike(material, text, other) for other in texts)
            and not leads_to(material, claim_id, targets)
        ):
            found.append(claim_id)
            texts.append(text)
    return found


def strangers(material: Material, rng: random.Random) -> Iterator[str]:
    """Yield some claims from anywhere in the map that the article states."""
    stated = material.stated
    yield from rng.sample(stated, min(len(stated), _MOST_STRANGERS))


def are_different(material: Material, texts: Iterable[str]) -> bool:
    """Tell whether no two of the texts say nearly the same."""
    seen: list[str] = []
    for text in texts:
        if any(are_alike(material, text, other) for other in seen):
            return False
        seen.append(text)
    return True
