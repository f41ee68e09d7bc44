"""All arguments of a map written out, straight from the definition, and small maps in which much is contested."""

from __future__ import annotations

import random
from itertools import product

from argmap.graph import ArgumentGraph, supporting_claims
from argmap.model import ArgumentMap, Attack, Claim, Given, Inference, Standard
from argmap.semantics.labelling import Stance
from argmap.semantics.labels import Label

WEIGHTS = (None, None, 0.0, 0.2, 0.3, 0.5, 0.6, 0.9, 1.0)


def tangle(seed: int) -> ArgumentMap:
    """Return a map of two to six claims with circles, attacks on all kinds of elements and all standards of proof."""
    mixed = random.Random(seed)
    ids = [f"c{number}" for number in range(mixed.randint(2, 6))]
    step_ids = [f"i{number}" for number in range(mixed.randint(1, 6))]
    attack_ids = [f"a{number}" for number in range(mixed.randint(0, 5))]

    def premises() -> tuple[str, ...]:
        return tuple(mixed.sample(ids, mixed.choice((1, 1, 2))))

    return ArgumentMap(
        standard=mixed.choice([Standard.DIALECTICAL, *Standard]),
        claims=tuple(
            Claim(
                id=claim_id,
                text="t",
                given=mixed.choice((Given.NONE, Given.NONE, Given.COMMON)),
                weight=mixed.choice(WEIGHTS),
                standard=mixed.choice([None, None, None, *Standard]),
            )
            for claim_id in ids
        ),
        inferences=tuple(
            Inference(id=step_id, premises=premises(), conclusion=mixed.choice(ids), weight=mixed.choice(WEIGHTS))
            for step_id in step_ids
        ),
        attacks=tuple(
            Attack(
                id=attack_id,
                premises=premises(),
                target=mixed.choice(mixed.choice((ids, ids, step_ids, attack_ids))),
                weight=mixed.choice(WEIGHTS),
            )
            for attack_id in attack_ids
        ),
    )


Tree = tuple[str, object, tuple["Tree", ...]]
"""An argument: what it is of ("claim", "step"), the claim or the number of the step, and what it is built on."""


class Instantiated:
    """All arguments of a map that conclude no claim twice on one way down, and the attacks among them."""

    def __init__(self, drawn: ArgumentMap, stance: Stance) -> None:
        self.drawn = drawn
        self.graph = ArgumentGraph(drawn)
        self.stance = stance
        self.steps = (*drawn.inferences, *drawn.attacks)
        self.arguments: list[Tree] = [tree for claim_id in self.graph.claims for tree in self.for_claim(claim_id, ())]
        self.arguments += [tree for number in range(len(self.steps)) for tree in self.for_step(number, ())]

    def for_claim(self, claim_id: str, above: tuple[str, ...]) -> list[Tree]:
        if claim_id in above or claim_id not in self.graph.claims:
            return []
        trees: list[Tree] = []
        asserted = self.stance is Stance.ASSERTED and not self.graph.has_reason(claim_id)
        if self.graph.is_held(claim_id) or asserted:
            trees.append(("claim", claim_id, ()))
        for number, inference in enumerate(self.drawn.inferences):
            if inference.conclusion == claim_id:
                trees += [("claim", claim_id, (step,)) for step in self.for_step(number, (*above, claim_id))]
        return trees

    def for_step(self, number: int, above: tuple[str, ...]) -> list[Tree]:
        step = self.steps[number]
        needed = supporting_claims(step) if number < len(self.drawn.inferences) else dict.fromkeys(step.premises)
        choices = [self.for_claim(claim_id, above) for claim_id in needed]
        return [("step", number, parts) for parts in product(*choices)]

    def targets(self, attack: Tree) -> set[tuple[str, object]]:
        """What an argument is against: nothing but a step that is an attack is against anything."""
        kind, number, _ = attack
        if kind != "step" or number < len(self.drawn.inferences):
            return set()
        target = self.steps[number].target
        if target in self.graph.claims:
            return {("claim", target)}
        return {("step", other) for other, step in enumerate(self.steps) if step.id == target}

    def grounded(self) -> dict[Tree, Label]:
        aims = [(other, targets) for other in self.arguments if (targets := self.targets(other))]
        attackers: dict[Tree, list[Tree]] = {}
        for tree in self.arguments:
            inside = parts(tree)
            attackers[tree] = [other for other, targets in aims if targets & inside]
        found: dict[Tree, Label] = {}
        while True:
            new = {
                tree: Label.IN if all(found.get(other) is Label.OUT for other in attackers[tree]) else Label.OUT
                for tree in self.arguments
                if tree not in found
                and (
                    all(found.get(other) is Label.OUT for other in attackers[tree])
                    or any(found.get(other) is Label.IN for other in attackers[tree])
                )
            }
            if not new:
                return found
            found |= new

    def labels(self) -> dict[str, Label]:
        found = self.grounded()
        of_claims = {claim_id: ("claim", claim_id) for claim_id in self.graph.claims}
        of_steps = {step.id: step.id for step in self.steps if step.id not in of_claims}
        return {
            **{claim_id: self.best(found, {top}) for claim_id, top in of_claims.items()},
            **{
                step_id: self.best(found, {("step", n) for n, step in enumerate(self.steps) if step.id == step_id})
                for step_id in of_steps
            },
        }

    def best(self, found: dict[Tree, Label], tops: set[tuple[str, object]]) -> Label:
        given_labels = {found.get(tree, Label.UNDECIDED) for tree in self.arguments if tree[:2] in tops}
        return next((label for label in (Label.IN, Label.UNDECIDED) if label in given_labels), Label.OUT)


def parts(tree: Tree) -> set[tuple[str, object]]:
    return {tree[:2]}.union(*map(parts, tree[2]))
