"""How well repairs and cuts of tangled maps are found, and how grounding and gaps grow with a map."""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import maps

import argmap as am

TANGLED = 10_000
TIME_LIMIT = 10.0
SMALL, LARGE = 100_000, 1_000_000
RUNS = 3
BOUND = 12.0
TIME_BOUND = 1.5


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    gc.collect()
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def search(shape: str, seed: int) -> bool:
    """Print the cheapest repair and the smallest cut of one tangled map; return whether the limit was kept."""
    support = am.Support(am.ArgumentGraph(maps.tangle(TANGLED, shape, seed)))
    repairs, repair_time = timed(lambda: support.repairs("c0", 1, time_limit=TIME_LIMIT))
    charitable = support.asserting()
    robustness, cut_time = timed(lambda: charitable.robustness("c0", time_limit=TIME_LIMIT))
    cost = repairs.found[0].cost if repairs.found else 0
    print(f"{shape}, seed {seed}: {len(support.grounded):,} of {TANGLED:,} claims grounded")
    print(f"  repair: cost {cost}, bound {repairs.bound}, exact {repairs.is_exact}, {repair_time:.2f} s")
    print(f"  cut: size {robustness.size}, bound {robustness.bound}, exact {robustness.is_exact}, {cut_time:.2f} s")
    return max(repair_time, cut_time) <= TIME_BOUND * TIME_LIMIT


def growth(argument_map: am.ArgumentMap) -> tuple[float, float]:
    """Return how long the graph of a map takes, and grounding and gaps when that is there."""
    graph_times, support_times = [], []
    for _ in range(RUNS):
        graph, took = timed(lambda: am.ArgumentGraph(argument_map))
        graph_times.append(took)
        support_times.append(timed(lambda graph=graph: am.Support(graph).gaps())[1])
    return median(graph_times), median(support_times)


def grow() -> bool:
    """Print how much longer ten times as many claims take; return whether that is within the bound."""
    graph_small, support_small = growth(maps.tree(SMALL))
    graph_large, support_large = growth(maps.tree(LARGE))
    rows = {
        "graph": (graph_small, graph_large),
        "grounding and gaps": (support_small, support_large),
        "together": (graph_small + support_small, graph_large + support_large),
    }
    for name, (small, large) in rows.items():
        print(f"{name}: {small:.2f} s, {large:.2f} s for ten times the claims: {large / small:.1f} (at most {BOUND})")
    return all(large / small <= BOUND for small, large in rows.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=("search", "grow", "all"), nargs="?", default="all")
    part = parser.parse_args().part
    kept = part == "grow" or all([search(shape, 1) for shape in maps.SHAPES])  # noqa: C419 - print them all
    grows = part == "search" or grow()
    return int(not (kept and grows))


if __name__ == "__main__":
    sys.exit(main())
