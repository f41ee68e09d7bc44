"""What a picture or a page costs beside what the layout program itself takes for it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import maps

import argmap as am
from argmap.model import ArgumentMap
from argmap.render import drawing, engine, tiers

BOUND = 2.0
SIZES = (10, 50, 150, 400, 1000, 2000)
RUNS = 1
KALININGRAD = Path(__file__).parent.parent / "examples" / "kaliningrad.argmap.yaml"
KALININGRAD_BOUND = 1.0


class Program:
    """The layout program, with a record of what it was run for and how long that took."""

    def __init__(self) -> None:
        self.passes: list[str] = []
        self.seconds = 0.0

    def __call__(self, dot: str, output: str, **settings: object) -> bytes:
        start = time.perf_counter()
        done = engine.run_graphviz(dot, output, **settings)
        self.seconds += time.perf_counter() - start
        how = (
            "as placed" if settings.get("settings") else f"dot, splines={dot.split('splines=')[1].split(maxsplit=1)[0]}"
        )
        self.passes.append(f"{output} ({how})")
        return done


def cost(draw: Callable[[], object]) -> tuple[float, float, list[str]]:
    """Return the median time of drawing and of the program in it, and the passes that it made."""
    totals, owns, passes = [], [], []
    for _ in range(RUNS):
        program = Program()
        tiers.run_graphviz = drawing.run_graphviz = program
        start = time.perf_counter()
        draw()
        totals.append(time.perf_counter() - start)
        owns.append(program.seconds)
        passes = program.passes
    return median(totals), median(owns), passes


def report(name: str, argument_map: ArgumentMap, draw: Callable[..., object], **options: object) -> float:
    findings = argument_map.check(select=["SUP"])
    total, own, passes = cost(lambda: draw(argument_map, findings=findings, **options))
    print(f"{name}: {total:.2f} s, of which the program {own:.2f} s: {total / own:.2f} (at most {BOUND})")
    print(f"  passes: {', '.join(passes)}")
    return total / own


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
