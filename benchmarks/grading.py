"""How long it takes to grade a class: 1,000 maps of 50 claims, against reading the same files.

Half of the students keep the ids of the model and half have ids of their own, so that claims are matched by text.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path

from argmap.classroom.class_grades import Entry, GradedEntry, MapTask, grade_class, grades_as_csv
from argmap.formats import dumps, read
from argmap.model import ArgumentMap, Claim, Inference

STUDENTS, CLAIMS, JOBS = 1_000, 50, 2
WALL_BOUND, RATIO_BOUND = 60.0, 2.5
WORDS = (
    "bridge", "car", "street", "shop", "bus", "traffic", "quiet", "noise", "mayor", "council", "money", "tax",
    "school", "child", "safe", "light", "tree", "river", "boat", "train", "market", "work", "day", "night", "winter",
    "summer", "price", "rent", "house", "garden", "office", "doctor", "farmer", "worker", "driver", "neighbour",
    "vote", "law",
)  # fmt: skip


def model(claims: int = CLAIMS, seed: int = 1) -> ArgumentMap:
    """Return a map in which each claim but the first speaks for an earlier one, up to three together."""
    rng = random.Random(seed)
    texts = [" ".join(rng.choices(WORDS, k=rng.randint(6, 14))).capitalize() for _ in range(claims)]
    inferences: list[Inference] = []
    number = 1
    while number < claims:
        linked = min(rng.choice((1, 1, 2, 3)), claims - number)
        premises = tuple(f"c{number + n}" for n in range(linked))
        inferences.append(Inference(id=f"i{number}", premises=premises, conclusion=f"c{rng.randrange(number)}"))
        number += linked
    return ArgumentMap(
        title="Model", claims=tuple(Claim(id=f"c{n}", text=text) for n, text in enumerate(texts)), inferences=inferences
    )


def student(reference: ArgumentMap, seed: int) -> ArgumentMap:
    """Return what a student makes of it: claims left out and reworded, steps left out and moved."""
    rng = random.Random(seed)
    names = {claim.id: claim.id if seed % 2 else f"s{rng.randrange(10**9)}" for claim in reference.claims}
    claims = tuple(
        Claim(id=names[claim.id], text=reworded(claim.text, rng)) for claim in reference.claims if rng.random() < 0.9
    )
    inferences = tuple(
        Inference(
            id=step.id,
            premises=tuple(names[premise] for premise in step.premises),
            conclusion=names[step.conclusion if rng.random() < 0.8 else rng.choice(reference.claims).id],
        )
        for step in reference.inferences
        if rng.random() < 0.9
    )
    return ArgumentMap(claims=claims, inferences=inferences)


def reworded(text: str, rng: random.Random) -> str:
    words = text.split()
    if rng.random() < 0.5:
        words[rng.randrange(len(words))] = rng.choice(WORDS)
    return " ".join(words)


def processor_seconds() -> float:
    """Return the processor time of this process and of those that it started and that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def timed(task: MapTask, entries: list[Entry], jobs: int) -> tuple[list[GradedEntry], float, float]:
    """Return the grades, and the seconds by the clock and of the processors."""
    start, spent = time.perf_counter(), processor_seconds()
    graded = list(grade_class(task, entries, jobs=jobs))
    return graded, time.perf_counter() - start, processor_seconds() - spent


def main() -> int:
    reference = model()
    task = MapTask((reference,))
    with tempfile.TemporaryDirectory() as folder:
        entries = []
        for number in range(STUDENTS):
            path = Path(folder, f"student-{number:04}.argmap.yaml")
            path.write_text(dumps(student(reference, number)))
            entries.append(Entry(path.name, path))
        start = processor_seconds()
        for entry in entries:
            read(entry.path)
        reading = processor_seconds() - start
        graded, wall, processor = timed(task, entries, JOBS)
        few = entries[:200]
        alone, _, _ = timed(task, list(reversed(few)), 1)
    same = grades_as_csv(task, alone[::-1]) == grades_as_csv(task, graded[: len(few)])
    ratio = processor / reading
    mean = sum(entry.grade.score for entry in graded) / len(graded)
    print(f"{STUDENTS} maps of {CLAIMS} claims, mean score {mean:.3f}, the same in any order: {same}")
    print(f"reading the files: {reading:.1f} s of a processor")
    print(f"grading them with {JOBS} processes: {wall:.1f} s by the clock (at most {WALL_BOUND:.0f})")
    print(f"in all {processor:.1f} s of the processors, {ratio:.2f} times the reading (at most {RATIO_BOUND})")
    return int(wall > WALL_BOUND or ratio > RATIO_BOUND or not same)


if __name__ == "__main__":
    sys.exit(main())
