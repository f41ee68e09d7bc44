"""How labelling scales: with the size of a map, and with rings of attacks and circles of support."""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable
from statistics import median

import maps

from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Attack, Claim, Given, Inference
from argmap.semantics.atoms import Atoms
from argmap.semantics.labelling import Reading
from argmap.semantics.labels import label, labels

SCALE_BOUND, RING_BOUND, SMALL_BOUND = 12.0, 3.0, 0.001


def seconds(argument_map: ArgumentMap, runs: int = 3) -> float:
    """Return the median processor time from a map to its labels."""
    return _median_time(lambda: labels(argument_map), runs)


def seconds_given_graph(argument_map: ArgumentMap, runs: int = 3) -> float:
    """Return the median processor time of labelling alone, once the graph is built that all questions share."""
    graph = ArgumentGraph(argument_map)
    assert graph.held is not None
    assert graph.supporting is not None
    return _median_time(lambda: label(Atoms(graph), Reading()), runs)


def _median_time(work: Callable[[], object], runs: int) -> float:
    times: list[float] = []
    for _run in range(runs):
        gc.collect()
        gc.disable()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
        gc.enable()
    return median(times)


def supported(claims: int, seed: int = 1) -> ArgumentMap:
    """Return claims with 1.16 inferences each, from one or two earlier claims, and some attacks."""
    rng = random.Random(seed)
    inferences = [
        Inference(
            id=f"i{number}",
            premises=tuple({f"c{rng.randrange(max(1, goal))}" for _ in range(rng.choice((1, 1, 2)))}),
            conclusion=f"c{goal}",
        )
        for number, goal in enumerate(rng.randrange(1, claims) for _ in range(claims * 116 // 100))
    ]
    attacks = [
        Attack(id=f"a{n}", premises=(f"c{rng.randrange(claims)}",), target=f"c{rng.randrange(claims)}")
        for n in range(claims // 20)
    ]
    return ArgumentMap(
        claims=tuple(Claim(id=f"c{n}", text="t") for n in range(claims)),
        inferences=tuple(inferences),
        attacks=tuple(attacks),
    )


def ring(claims: int, *, closed: bool) -> ArgumentMap:
    """Return a chain of claims in which each has a second support that falls only when the one above it has fallen.

    Closed, the chain leads back to its start: each fall has to be followed by a search for a new source of all that
    leaned on what fell.
    """
    third = claims // 3
    inferences: list[Inference] = []
    attacks: list[Attack] = []
    for n in range(third):
        if closed or n:
            inferences.append(Inference(id=f"r{n}", premises=(f"a{(n - 1) % third}",), conclusion=f"a{n}"))
        inferences.append(Inference(id=f"s{n}", premises=(f"b{n}",), conclusion=f"a{n}"))
        inferences.append(Inference(id=f"t{n}", premises=(f"c{n}",), conclusion=f"b{n}"))
        if closed:
            inferences.append(Inference(id=f"u{n}", premises=(f"b{n}",), conclusion=f"c{n}"))
        if n + 1 < third:
            attacks.append(Attack(id=f"x{n}", premises=(f"c{n + 1}",), target=f"t{n}"))
    return ArgumentMap(
        claims=tuple(
            Claim(id=f"{side}{n}", text="t", given=Given.COMMON if side == "c" and n % 2 else Given.NONE)
            for n in range(third)
            for side in "abc"
        ),
        inferences=tuple(inferences),
        attacks=tuple(attacks),
    )


def main() -> int:
    fewer, more = supported(100_000), supported(1_000_000)
    small, large = seconds(fewer), seconds(more)
    print(f"1,000,000 claims {large:.2f} s, 100,000 claims {small:.2f} s: {large / small:.1f} (at most {SCALE_BOUND})")
    part, whole = seconds_given_graph(fewer), seconds_given_graph(more)
    print(f"  once the graph is built {whole:.2f} s and {part:.2f} s: {whole / part:.1f} (for information)")
    del fewer, more
    free, closed = seconds(ring(300_000, closed=False)), seconds(ring(300_000, closed=True))
    print(f"ring of 300,000 {closed:.2f} s, without a ring {free:.2f} s: {closed / free:.2f} (at most {RING_BOUND})")
    tiny = seconds(maps.tree(50), runs=51)
    print(f"50 claims {tiny * 1000:.2f} ms (at most {SMALL_BOUND * 1000:.0f})")
    return int(large / small > SCALE_BOUND or closed / free > RING_BOUND or tiny > SMALL_BOUND)


if __name__ == "__main__":
    sys.exit(main())
