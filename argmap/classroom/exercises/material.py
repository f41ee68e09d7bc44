"""What exercises are made from: one map, sorted, with its texts and terms, and the steps of it that are in order."""

from __future__ import annotations

import hashlib
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from argmap.checks.language import find_words
from argmap.checks.wording import Wording
from argmap.classroom.exercises.exercise import ExerciseType, Provenance
from argmap.graph import ArgumentGraph, supporting_claims, used_claims
from argmap.model import SECTIONS, AnyClaim, ArgumentMap, Attack, Inference, Passages
from argmap.model.collector import collector_paused
from argmap.model.printable import one_line

MOST_LETTERS = 300
"""A claim with a longer text is in no exercise: nobody reads five of them side by side."""

MOST_PREMISES = 6
"""A step from more premises is in no exercise."""

MOST_STEPS = 50
"""Of the steps to one claim, or from one, an exercise looks at so many at most."""


class Material:
    """One map, as those who make exercises look at it.

    Elements that a broken file has twice, refers to and does not define, or gives no text are in the graph, so that
    nothing is overlooked, and in no exercise.

    Attributes:
        map: the map, its elements sorted by id, so that nothing depends on the order of the file.
        seed: what the teacher chose.
        digest: SHA-256 of the map as JSON.
        graph: its structure.
        wording: the terms of its claims.
        passages: the text of the article; None if there is none.
    """

    @collector_paused()
    def __init__(self, argument_map: ArgumentMap, seed: int = 0, text: str | None = None) -> None:
        self.map = _sorted(argument_map)
        self.seed = seed
        self.digest = hashlib.sha256(self.map.model_dump_json().encode()).hexdigest()
        self.graph = ArgumentGraph(self.map)
        self.wording = Wording(self.graph)
        self.passages = None if text is None else Passages(text)
        self._texts: dict[str, str] = {}
        self._terms: dict[str, Mapping[str, str]] = {}

    def rng(self, exercise_type: ExerciseType) -> random.Random:
        """Return the source of chance for a type: the same for the same map and seed."""
        named = f"{self.digest}{exercise_type}{self.seed}"
        return random.Random(hashlib.sha256(named.encode()).digest())  # noqa: S311 - exercises, not secrets

    def provenance(self, elements: Iterable[str]) -> Provenance:
        """Return from what an exercise about the elements is made."""
        return Provenance(map_digest=self.digest, elements=tuple(dict.fromkeys(elements)), seed=self.seed)

    # --- claims ---

    def text(self, claim_id: str) -> str:
        """Return the text of the claim on one line; "" if the map has no such claim, or one that nobody can read."""
        if claim_id not in self._texts:
            claim = self.graph.claims.get(claim_id)
            self._texts[claim_id] = _one_line(claim.text) if claim and claim_id not in self._twice else ""
        return self._texts[claim_id]

    def terms(self, claim_id: str) -> Mapping[str, str]:
        """Return the significant terms of a claim: stem to word."""
        return self.terms_of(self.text(claim_id))

    def terms_of(self, text: str) -> Mapping[str, str]:
        """Return the significant terms of a text: stem to word."""
        if text not in self._terms:
            self._terms[text] = self.wording.terms_of(find_words(text))
        return self._terms[text]

    def claim(self, claim_id: str) -> AnyClaim:
        """Return the claim with the id."""
        return self.graph.claims[claim_id]

    def is_stated(self, claim_id: str) -> bool:
        """Tell whether the article states the claim, in words that can be shown."""
        return bool(self.text(claim_id)) and not self.graph.claims[claim_id].implicit

    @cached_property
    def stated(self) -> tuple[str, ...]:
        """The ids of all claims that the article states, sorted."""
        return tuple(claim_id for claim_id in self.graph.claims if self.is_stated(claim_id))

    # --- steps ---

    @cached_property
    def inferences(self) -> tuple[Inference, ...]:
        """The inferences that are in order, sorted by id: every claim is there, and none is its own reason."""
        return tuple(step for step in self.map.inferences if self.is_whole(step))

    @cached_property
    def attacks(self) -> tuple[Attack, ...]:
        """The attacks that are in order, sorted by id."""
        return tuple(step for step in self.map.attacks if self.is_whole(step))

    def is_whole(self, step: Inference | Attack) -> bool:
        """Tell whether the step is in order, and all that it joins can be shown."""
        ends = set(supporting_claims(step)) if isinstance(step, Inference) else set(step.premises)
        if step.id in self._twice or len(ends) > MOST_PREMISES or not all(self.text(end) for end in ends):
            return False
        if isinstance(step, Inference):
            return step.conclusion not in ends and bool(self.text(step.conclusion))
        if step.target in self.graph.claims:
            return step.target not in ends and bool(self.text(step.target))
        return step.target not in self._twice and step.target != step.id and step.target in self._steps

    def step(self, step_id: str) -> Inference | Attack | None:
        """Return the step with the id, if it is in order."""
        found = self._steps.get(step_id)
        return found if found and self.is_whole(found) else None

    def reasons(self, claim_id: str) -> tuple[Inference, ...]:
        """Return the inferences to the claim that are in order; of very many only the first."""
        return tuple(self._reasons.get(claim_id, ())[:MOST_STEPS])

    def attacks_on(self, element_id: str) -> tuple[Attack, ...]:
        """Return the attacks on the claim or step that are in order; of very many only the first."""
        return tuple(self._attacks_on.get(element_id, ())[:MOST_STEPS])

    def steps_from(self, claim_id: str) -> tuple[Inference, ...]:
        """Return the inferences that stand on the claim and are in order; of very many only the first."""
        return tuple(self._steps_from.get(claim_id, ())[:MOST_STEPS])

    def onward(self, claim_id: str) -> Sequence[str]:
        """Return what the inferences conclude that use the claim, whether they are in order or not."""
        return self._onward.get(claim_id, ())

    @cached_property
    def heights(self) -> Mapping[str, int]:
        """The length of the longest chain of support below each claim; those above a circle are left out.

        A claim that supports another, in any number of steps, is lower than that; O(premises).
        """
        waiting = Counter(conclusion for conclusions in self._onward.values() for conclusion in conclusions)
        queue = [claim_id for claim_id in self._onward if claim_id not in waiting]
        heights = dict.fromkeys(queue, 0)
        for claim_id in queue:  # grows while it is read
            for conclusion in self._onward.get(claim_id, ()):
                waiting[conclusion] -= 1
                heights[conclusion] = max(heights.get(conclusion, 0), heights[claim_id] + 1)
                if waiting[conclusion] == 0:
                    queue.append(conclusion)
        return {claim_id: heights[claim_id] for claim_id in queue}

    @cached_property
    def _reasons(self) -> Mapping[str, list[Inference]]:
        return _group((step.conclusion, step) for step in self.inferences)

    @cached_property
    def _attacks_on(self) -> Mapping[str, list[Attack]]:
        return _group((step.target, step) for step in self.attacks)

    @cached_property
    def _steps_from(self) -> Mapping[str, list[Inference]]:
        return _group((claim_id, step) for step in self.inferences for claim_id in supporting_claims(step))

    @cached_property
    def _onward(self) -> Mapping[str, list[str]]:
        pairs = ((claim_id, step.conclusion) for step in self.map.inferences for claim_id in used_claims(step))
        return _group(dict.fromkeys(pairs))

    @cached_property
    def _steps(self) -> Mapping[str, Inference | Attack]:
        steps: tuple[Inference | Attack, ...] = (*self.map.inferences, *self.map.attacks)
        return {step.id: step for step in steps}

    @cached_property
    def _twice(self) -> frozenset[str]:
        return frozenset(element_id for element_id, _ in self.graph.find_duplicate_ids())


T = TypeVar("T")


def _group(pairs: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _sorted(argument_map: ArgumentMap) -> ArgumentMap:
    update: dict[str, object] = {}
    for section in SECTIONS:
        elements = getattr(argument_map, section)
        twice = len({element.id for element in elements}) < len(elements)
        update[section] = tuple(sorted(elements, key=lambda e: (e.id, e.model_dump_json()) if twice else (e.id, "")))
    update["waivers"] = tuple(sorted(argument_map.waivers, key=lambda waiver: waiver.model_dump_json()))
    return argument_map.model_copy(update=update)


def _one_line(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= MOST_LETTERS and any(character.isalnum() for character in line) else ""
