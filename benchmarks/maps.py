"""Generated maps for benchmarks: the same numbers always give the same map."""

from __future__ import annotations

import random

from argmap.model import ArgumentMap, Attack, Claim, Inference, Source


def tree(claims: int, seed: int = 1) -> ArgumentMap:
    """Return a random recursive tree of claims: 30 % of its steps linked, 10 % attacks, a third of the leaves cited."""
    rng = random.Random(seed)
    inferences: list[Inference] = []
    attacks: list[Attack] = []
    number = 1
    while number < claims:
        parent = f"c{rng.randrange(number)}"
        linked = min(2 if rng.random() < 0.3 else 1, claims - number)
        premises = tuple(f"c{number + n}" for n in range(linked))
        if rng.random() < 0.1:
            attacks.append(Attack(id=f"a{number}", premises=premises, target=parent))
        else:
            inferences.append(Inference(id=f"i{number}", premises=premises, conclusion=parent))
        number += linked
    inner = {inference.conclusion for inference in inferences}
    cited = {n for n in range(claims) if f"c{n}" not in inner and rng.random() < 1 / 3}
    return ArgumentMap(
        title="Generated",
        main=("c0",),
        sources=(Source(id="s", title="A source"),),
        claims=tuple(
            Claim(id=f"c{n}", text=f"Claim number {n} says something", cites=("s",) if n in cited else ())
            for n in range(claims)
        ),
        inferences=tuple(inferences),
        attacks=tuple(attacks),
    )


def chain(length: int) -> ArgumentMap:
    """Return a chain of inferences with nothing at its end."""
    return ArgumentMap(
        claims=tuple(Claim(id=f"c{n}", text="One after another") for n in range(length + 1)),
        inferences=tuple(Inference(id=f"i{n}", premises=(f"c{n + 1}",), conclusion=f"c{n}") for n in range(length)),
    )
