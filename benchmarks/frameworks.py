"""How long questions about frameworks take, against pygarg, which asks a solver too.

pygarg is no dependency of argmap (see README.md). Give the folder that it is installed in:
`python benchmarks/frameworks.py FOLDER [SECONDS]`.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from statistics import median
from typing import Any

from generated_frameworks import FAMILIES

from argmap import Framework

SIZES = (100, 200, 500, 1000)
TASKS = {
    "SE-PR": "preferred",
    "DS-PR": "preferred",
    "DC-CO": "complete",
    "SE-ID": "ideal",
    "SE-ST": "stable",
    "SE-SST": "semi-stable",
}
BOUND = 5.0
RUNS, ENOUGH = 5, 0.5
"""A question is asked so often, or until it took so many seconds; the median counts."""
Answer = Any
Solve = Callable[[list[str], list[list[str]], str, str], Answer]


def ours(arguments: list[str], attacks: list[list[str]], task: str, query: str) -> Answer:
    framework = Framework.from_names(arguments, [(attacker, target) for attacker, target in attacks])
    kind, semantics = task[:2], TASKS[task]
    if kind == "SE":
        extension = framework.some_extension(semantics)
        return None if extension is None else sorted(extension)
    return framework.acceptance(query, semantics, mode="credulous" if kind == "DC" else "skeptical").accepted


def theirs(arguments: list[str], attacks: list[list[str]], task: str, query: str) -> Answer:
    from pygarg.dung import solver

    kind, code = task.split("-")
    if kind == "SE":
        extension = solver.compute_some_extension(arguments, attacks, code)
        return None if extension == "NO" else sorted(extension)
    decide = solver.credulous_acceptability if kind == "DC" else solver.skeptical_acceptability
    return decide(arguments, attacks, query, code)[0]


def measure(solve: Solve, framework: Framework, task: str, query: str, limit: float) -> tuple[float, Answer] | None:
    """Return processor seconds and answer, in a process of its own; None after the limit, in seconds by the clock.

    What is measured starts with lists of names and pairs of names, as readers give them.
    """
    names = framework.arguments
    attacks = [[names[attacker], names[target]] for attacker, target in framework.attacks]
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_work, args=(sender, solve, (list(names), attacks, task, query)))
    process.start()
    sender.close()
    found = receiver.recv() if receiver.poll(limit) else None
    process.kill()
    process.join()
    return found


def _work(sender: Any, solve: Solve, question: tuple[list[str], list[list[str]], str, str]) -> None:
    solve(["1", "2"], [["1", "2"], ["2", "1"]], question[2], "1")  # so that imports are not measured
    times: list[float] = []
    while len(times) < RUNS and sum(times) < ENOUGH:
        start = time.process_time()
        answer = solve(*question)
        times.append(time.process_time() - start)
    sender.send((median(times), answer))


def agree(framework: Framework, task: str, one: Answer, other: Answer) -> bool:
    """Tell whether two answers can both be right."""
    if task[:2] != "SE" or one is None or other is None or task == "SE-ID":
        return bool(one == other)
    ranges = []
    for extension in (one, other):
        beaten = {target for member in extension for target in framework.targets(member)}
        attackers = {attacker for member in extension for attacker in framework.attackers(member)}
        if beaten & set(extension) or not attackers <= beaten:
            return False
        ranges.append(beaten | set(extension))
    if task == "SE-PR":
        return not (set(one) < set(other) or set(other) < set(one))
    if task == "SE-ST":
        return all(len(reached) == len(framework.arguments) for reached in ranges)
    return not (ranges[0] < ranges[1] or ranges[1] < ranges[0])


def main(folder: str, limit: float) -> int:
    sys.path.append(folder)
    ratios: dict[str, list[float]] = defaultdict(list)
    late: dict[str, list[int]] = {task: [0, 0] for task in TASKS}
    disagreements = 0
    for number, family in enumerate(FAMILIES):
        for size in SIZES:
            framework = family(size, number)
            print(f"{family.__name__} {framework!r}", flush=True)
            for task in TASKS:
                results = [measure(solve, framework, task, str(size // 2), limit) for solve in (ours, theirs)]
                for side, result in enumerate(results):
                    late[task][side] += result is None
                if results[0] and results[1]:
                    ratios[task].append(results[1][0] / results[0][0])
                    if not agree(framework, task, results[0][1], results[1][1]):
                        disagreements += 1
                        print(f"  {task}: the answers differ: {results}")
                shown = [f"{result[0]:.4f} s" if result else f"over {limit:g} s" for result in results]
                print(f"  {task}: argmap {shown[0]}, pygarg {shown[1]}", flush=True)
    for task in TASKS:
        found = ratios[task] or [0.0]
        print(
            f"{task}: pygarg ÷ argmap {median(found):.1f} (from {min(found):.1f} to {max(found):.1f}) "
            f"over {len(ratios[task])} solved by both; not in time: argmap {late[task][0]}, pygarg {late[task][1]}"
        )
    every = [ratio for found in ratios.values() for ratio in found]
    print(f"all: median {median(every):.1f} (at least {BOUND}) over {len(every)}, {disagreements} disagreements")
    return int(median(every) < BOUND or disagreements > 0)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python benchmarks/frameworks.py FOLDER-WITH-PYGARG [SECONDS]")
    sys.exit(main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 10.0))
