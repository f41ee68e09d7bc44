"""What a picture or a page costs beside what the layout program itself takes for it, in processor time.

In tiers the program lays out and draws. Columns need no layout of its own: there it draws only, which leaves less room.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import maps

import argmap as am
from argmap.model import ArgumentMap
from argmap.render import drawing, engine, tiers

BOUND = 2.0
SIZES = (10, 50, 150, 400, 1000, 2000)
RUNS = 11
"""Other work on a machine slows one of the two more than the other for a while, so the run in the middle counts."""
KALININGRAD = Path(__file__).parent.parent / "examples" / "kaliningrad.argmap.yaml"
KALININGRAD_BOUND = 1.0


class Program:
    """The layout program, with a record of what it was run for."""

    def __init__(self) -> None:
        self.passes: list[str] = []

    def __call__(self, dot: str, output: str, **settings: object) -> bytes:
        done = engine.run_graphviz(dot, output, **settings)
        how = (
            "as placed" if settings.get("settings") else f"dot, splines={dot.split('splines=')[1].split(maxsplit=1)[0]}"
        )
        self.passes.append(f"{output} ({how})")
        return done


def processor_time(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def cost(draw: Callable[[], object]) -> tuple[float, float, list[str]]:
    """Return the seconds of drawing, and of the program in it, of the run whose ratio is the median; and its passes."""
    runs: list[tuple[float, float, list[str]]] = []
    for _ in range(RUNS):
        program = Program()
        tiers.run_graphviz = drawing.run_graphviz = program
        before = processor_time(resource.RUSAGE_SELF), processor_time(resource.RUSAGE_CHILDREN)
        draw()
        own = processor_time(resource.RUSAGE_CHILDREN) - before[1]
        runs.append((processor_time(resource.RUSAGE_SELF) - before[0] + own, own, program.passes))
    return sorted(runs, key=lambda run: run[0] / run[1])[RUNS // 2]


def report(name: str, argument_map: ArgumentMap, draw: Callable[..., object], **options: object) -> float:
    """Print and return the ratio."""
    findings = argument_map.check(select=["SUP"])
    total, own, passes = cost(lambda: draw(argument_map, findings=findings, **options))
    ratio = total / own
    print(f"{name}: {total:.2f} s, of which the program {own:.2f} s: {ratio:.2f} (at most {BOUND})")
    print(f"  passes: {', '.join(passes)}")
    return ratio


def main() -> int:
    am.to_svg(maps.tree(5))  # what is imported once
    ratios = []
    for cards in SIZES:
        tree = maps.tree(cards)
        ratios.append(report(f"{cards} cards, picture", tree, am.to_svg))
        ratios.append(report(f"{cards} cards, page", tree, am.to_html))
    ratios.append(report("150 cards upwards", maps.tree(150), am.to_svg, orientation="up"))
    article = am.load(KALININGRAD)
    findings = article.check()
    start = time.perf_counter()
    am.to_html(article, findings=findings)
    page = time.perf_counter() - start
    print(f"the page of Kaliningrad: {page:.2f} s (at most {KALININGRAD_BOUND})")
    return int(max(ratios) > BOUND or page > KALININGRAD_BOUND)


if __name__ == "__main__":
    sys.exit(main())
