"""Generated maps for benchmarks: the same numbers always give the same map."""

from __future__ import annotations

import random

from argmap.model import ArgumentMap, Attack, Claim, Given, Inference, Source


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


SHAPES = {
    "few reasons": ((1, 3), (1, 3), 500, 0.05),
    "few reasons, many circles": ((1, 3), (1, 3), None, 0.5),
    "many reasons": ((2, 4), (2, 4), 200, 0.05),
    "many premises": ((1, 2), (2, 3), 200, 0.05),
}
"""Tangled maps: inferences to a claim, premises of each, how far on these are at most, and how many lead anywhere."""


def tangle(claims: int, shape: str, seed: int = 1) -> ArgumentMap:
    """Return a random AND/OR graph with circles: 40 % of the claims have no reason, and a fifth of those are given."""
    reasons, premises, reach, back = SHAPES[shape]
    rng = random.Random(seed)
    inferences: list[Inference] = []
    for n in range(claims):
        for _ in range(rng.randint(*reasons) if n == 0 or rng.random() < 0.6 else 0):
            last = claims if reach is None else min(claims, n + 1 + reach)
            ahead = range(min(n + 1, claims - 1), max(last, min(n + 2, claims)))
            used = {
                rng.randrange(claims) if rng.random() < back else rng.choice(ahead)
                for _ in range(rng.randint(*premises))
            }
            ids = tuple(f"c{other}" for other in sorted(used))
            inferences.append(Inference(id=f"i{len(inferences)}", premises=ids, conclusion=f"c{n}"))
    inner = {inference.conclusion for inference in inferences}
    given = {n for n in range(claims) if f"c{n}" not in inner and rng.random() < 0.2}
    return ArgumentMap(
        main=("c0",),
        claims=tuple(
            Claim(id=f"c{n}", text="t", implicit=rng.random() < 0.3, given=Given.COMMON if n in given else Given.NONE)
            for n in range(claims)
        ),
        inferences=tuple(inferences),
    )
