"""How loading and checking a large map compare with pydantic alone."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import maps

import argmap as am

RUNS = 5
LOAD_BOUND, FIRST_BOUND, RULES_BOUND = 2.0, 3.0, 4.0
FIRST = ("STR", "SUP001", "SUP002", "SUP004", "SUP006", "ATK001", "SRC001", "SRC004", "SRC005", "SRC006", "WAI")
"""The rules about structure, grounding, sources and anchors."""


def seconds(work: Callable[[], Any]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(name: str, argument_map: am.ArgumentMap) -> bool:
    """Print the figures for one map; return whether all ratios are within their bounds."""
    native = am.dumps(argument_map, format="json")
    # pydantic's union of claims and proposals needs the type, which a native file leaves out
    typed = argument_map.model_dump_json(exclude_defaults=True).replace('{"id":"c', '{"type":"claim","id":"c')
    assert am.ArgumentMap.model_validate_json(typed) == am.loads(native) == argument_map
    baseline = median(seconds(lambda: am.ArgumentMap.model_validate_json(typed)) for _ in range(RUNS))
    load = median(seconds(lambda: am.loads(native)) for _ in range(RUNS))
    first = median(seconds(lambda: am.check(argument_map, select=FIRST)) for _ in range(RUNS))
    rules = median(seconds(lambda: am.check(argument_map)) for _ in range(RUNS))
    print(f"{name}: {len(native) / 1e6:.1f} MB, {len(am.check(argument_map)):,} findings")
    print(f"  model_validate_json {baseline:.2f} s, load {load:.2f} s, rules {rules:.2f} s")
    print(f"  load / model_validate_json: {load / baseline:.2f} (at most {LOAD_BOUND})")
    print(f"  first rules / load: {first / load:.2f} (at most {FIRST_BOUND})")
    print(f"  all rules / load: {rules / load:.2f} (at most {RULES_BOUND})")
    return load / baseline <= LOAD_BOUND and first / load <= FIRST_BOUND and rules / load <= RULES_BOUND


def main() -> int:
    results = [measure("tree of 100,000 claims", maps.tree(100_000)), measure("chain of 100,000", maps.chain(100_000))]
    return int(not all(results))


if __name__ == "__main__":
    sys.exit(main())
