"""Two maps as one, which holds what either has, with what became of each claim and step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from argmap.graph.argument_graph import ArgumentGraph
from argmap.graph.differences import Change, Differences
from argmap.graph.matching import Pairs
from argmap.graph.steps import goal, used_claims
from argmap.model import AnyClaim, ArgumentMap, Attack, Claim, Inference, Proposal

S = TypeVar("S", Inference, Attack)


class Fate(StrEnum):
    """What became of an element between two maps."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


_LONE = frozenset({Fate.ADDED, Fate.REMOVED})
"""What became of a claim that is in one map only."""


@dataclass(frozen=True, slots=True)
class JoinedMaps:
    """Two maps as one.

    Attributes:
        map: the map after, and after its elements what only the map before has. Ids are those of the map after; a
            removed element whose id is another element there has a new one.
        claims, steps: id in that map to what became of the claim or step; nothing for what is the same.
        changes: id of a claim that is not the same to how it changed; that it was renamed does not count.
    """

    map: ArgumentMap
    claims: Mapping[str, Fate]
    steps: Mapping[str, Fate]
    changes: Mapping[str, Change]


def join_maps(differences: Differences) -> JoinedMaps:
    """Return the two maps as one; O(n + m).

    A step from other premises is two steps, one removed and one added, unless the premises that differ were themselves
    removed or added, and so tell it.
    """
    return _Joiner(differences).join()


class _Joiner:
    """Joins two maps: claims first, since what became of them tells whether steps can be drawn as one."""

    def __init__(self, differences: Differences) -> None:
        matching = differences.matching
        self.matching = matching
        self.claims: dict[str, Fate] = {}
        self.steps: dict[str, Fate] = {}
        self.changes: dict[str, Change] = {}
        self._changed_steps: set[str] = set()
        for change in differences.changed:
            if isinstance(change.after, Claim | Proposal) and any(field.field != "id" for field in change.fields):
                self.changes.setdefault(change.after.id, change)
            elif isinstance(change.after, Inference | Attack):
                self._changed_steps.add(change.after.id)
        self._taken = {element.id for element in matching.after.elements()}
        self._claim_ids = {before.id: after.id for before, after in matching.claims.both}
        steps = (*matching.inferences.both, *matching.attacks.both)
        self._step_ids = {before.id: after.id for before, after in steps}
        for claim in matching.claims.removed:
            self._claim_ids.setdefault(claim.id, self._free_id(claim.id))
        for step in (*matching.inferences.removed, *matching.attacks.removed):
            self._step_ids.setdefault(step.id, self._free_id(step.id))

    def join(self) -> JoinedMaps:
        before, after = self.matching.before, self.matching.after
        claims = tuple(self._join_claims())
        named = ArgumentGraph(after).main_claims
        joined = after.model_copy(
            update={
                "main": named or tuple(self._claim(claim_id) for claim_id in ArgumentGraph(before).main_claims),
                "sources": (*after.sources, *self.matching.sources.removed),
                "claims": claims,
                "inferences": tuple(self._join_steps(after.inferences, self.matching.inferences)),
                "attacks": tuple(self._join_steps(after.attacks, self.matching.attacks)),
            }
        )
        return JoinedMaps(joined, self.claims, self.steps, self.changes)

    def _join_claims(self) -> Iterator[AnyClaim]:
        yield from self.matching.after.claims
        for claim in self.matching.claims.added:
            self.claims.setdefault(claim.id, Fate.ADDED)
        for claim_id in self.changes:
            self.claims.setdefault(claim_id, Fate.CHANGED)
        for claim in self.matching.claims.removed:
            moved = claim.model_copy(update={"id": self._claim(claim.id)})
            # One of several with one id of which another stays: it is not drawn beside that.
            if self.claims.setdefault(moved.id, Fate.REMOVED) is Fate.REMOVED:
                yield moved

    def _join_steps(self, after: tuple[S, ...], pairs: Pairs[S]) -> Iterator[S]:
        partners: dict[int, S] = {id(new): old for old, new in pairs.both}
        removed = list(pairs.removed)
        for step in after:
            old = partners.get(id(step))
            dropped = None if old is None else self._dropped(old, step)
            if dropped is not None:
                if step.id in self._changed_steps:
                    self.steps.setdefault(step.id, Fate.CHANGED)
                yield _with_premises(step, dropped)
                continue
            self.steps.setdefault(step.id, Fate.ADDED)
            yield step
            if old is not None:
                removed.append(old)
                self._step_ids[old.id] = self._free_id(step.id)
        for gone in removed:
            moved = self._moved(gone, self._step_ids[gone.id])
            self.steps.setdefault(moved.id, Fate.REMOVED)
            yield moved

    def _dropped(self, before: S, new: S) -> tuple[str, ...] | None:
        """Return the claims that only the old step uses, if both can be drawn as one; None if they cannot."""
        old = self._moved(before, new.id)
        used_before, used_after = set(used_claims(old)), set(used_claims(new))
        other = (used_before | used_after) - (used_before & used_after)
        if goal(old) != goal(new) or any(self.claims.get(claim_id) not in _LONE for claim_id in other):
            return None
        return tuple(claim_id for claim_id in used_claims(old) if claim_id not in used_after)

    def _moved(self, step: S, step_id: str) -> S:
        """Return the step of the map before with the ids of both maps."""
        update: dict[str, Any] = {"id": step_id, "premises": tuple(self._claim(claim_id) for claim_id in step.premises)}
        if isinstance(step, Inference):
            update["conclusion"] = self._claim(step.conclusion)
            update["warrant"] = None if step.warrant is None else self._claim(step.warrant)
            update["answers"] = {question: self._claim(claim_id) for question, claim_id in step.answers.items()}
        else:
            update["target"] = self._claim_ids.get(step.target) or self._step_ids.get(step.target, step.target)
        return step.model_copy(update=update)

    def _claim(self, claim_id: str) -> str:
        return self._claim_ids.get(claim_id, claim_id)

    def _free_id(self, element_id: str) -> str:
        while element_id in self._taken:
            element_id += "~"
        self._taken.add(element_id)
        return element_id


def _with_premises(step: S, more: tuple[str, ...]) -> S:
    return step.model_copy(update={"premises": (*step.premises, *more)}) if more else step
