"""Write `exercises.json`: exercises, responses, and the scores that Python gives, for the page to be held against."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from classroom.some_exercises import CHOICE, CHOICES, MADE, MATCH, ORDER

from argmap.classroom import (
    ChoiceExercise,
    ChoicesExercise,
    Exercise,
    ExerciseType,
    MatchExercise,
    Option,
    OrderExercise,
    Prompt,
    grade,
)

PATH = Path(__file__).parent / "exercises.json"
SEED = 1958  # The Uses of Argument
DRAWN = 60
"""So many of each interaction."""

IDS = ("a", "b", "c", "d", "e", "f", "g", "h", "2018", "7", "__proto__", "constructor", "ü")
CREDITS = (0.25, 0.5, 0.75, 1.0)

Vector = dict[str, Any]


def vector(name: str, exercise: Exercise, response: object) -> Vector:
    """Return the exercise and the response as JSON has them, with the score and those of its parts."""
    found = grade(exercise, response)
    assert found.reason == "", f"{name}: {found.reason}"
    return {
        "name": name,
        "exercise": exercise.model_dump(mode="json", exclude={"provenance", "figure", "stem"}),
        "response": response,
        "score": found.score,
        "parts": [part.score for part in found.parts] if exercise.interaction == "match" else [],
    }


def _options(random: Random, least: int = 2) -> list[Option]:
    return [Option(id=option, text=option) for option in random.sample(IDS, random.randint(least, len(IDS)))]


def draw_choice(random: Random) -> tuple[Exercise, object]:
    """Draw an exercise with one right option and some that earn a part, and an answer to it."""
    options = _options(random)
    ids = [option.id for option in options]
    parts = {option: random.choice(CREDITS) for option in ids if random.random() < 0.3}
    exercise = ChoiceExercise(
        id="x",
        type=ExerciseType.BRIDGE,
        stem="?",
        options=tuple(options),
        key=random.choice(ids),
        credits=parts,
        provenance=MADE,
    )
    return exercise, random.choice(ids)


def draw_choices(random: Random) -> tuple[Exercise, object]:
    """Draw an exercise with several right options, and an answer to it, now and then with an option named twice."""
    options = _options(random)
    ids = [option.id for option in options]
    key = random.sample(ids, random.randint(1, len(ids)))
    exercise = ChoicesExercise(
        id="x", type=ExerciseType.GAP, stem="?", options=tuple(options), key=tuple(key), provenance=MADE
    )
    chosen = random.sample(ids, random.randint(1, len(ids)))
    return exercise, chosen + chosen[: random.choice((0, 0, 1))]


def draw_match(random: Random) -> tuple[Exercise, object]:
    """Draw places, some of them interchangeable, and what was put into some of them."""
    options = _options(random, 3)
    ids = [option.id for option in options]
    prompts = random.sample(IDS, random.randint(1, 8))
    shuffled = random.sample(prompts, len(prompts))
    cut = random.randint(0, len(prompts))
    groups = [group for group in (shuffled[:cut], shuffled[cut : cut + 3]) if len(group) > 1]
    parts = {
        prompt: {option: random.choice(CREDITS) for option in ids if random.random() < 0.2}
        for prompt in prompts
        if random.random() < 0.5
    }
    exercise = MatchExercise(
        id="x",
        type=ExerciseType.FILL,
        stem="?",
        prompts=tuple(Prompt(id=prompt, text=prompt) for prompt in prompts),
        options=tuple(options),
        key={prompt: random.choice(ids) for prompt in prompts},
        credits=parts,
        groups=tuple(map(tuple, groups)),
        provenance=MADE,
    )
    given = {prompt: random.choice(ids) for prompt in prompts if random.random() < 0.9}
    return exercise, given or {prompts[0]: ids[0]}


def draw_order(random: Random) -> tuple[Exercise, object]:
    """Draw a chain or a tree of what comes before what, with options that do not belong, and an order of some."""
    options = _options(random, 3)
    ids = [option.id for option in options]
    key = random.sample(ids, random.randint(2, len(ids)))
    chance = random.choice((0.1, 0.3, 0.6, 1.0))
    before = [(one, key[j]) for j in range(len(key)) for one in key[:j] if random.random() < chance]
    exercise = OrderExercise(
        id="x",
        type=ExerciseType.ORDER,
        stem="?",
        options=tuple(options),
        key=tuple(key),
        before=tuple(before),
        provenance=MADE,
    )
    return exercise, random.sample(ids, random.randint(1, len(ids)))


DRAW = {"choice": draw_choice, "choices": draw_choices, "match": draw_match, "order": draw_order}


def vectors(seed: int = SEED, drawn: int = DRAWN) -> Iterator[Vector]:
    """Yield the hand-made exercises with answers, then drawn ones."""
    yield vector("a choice that earns a part", CHOICE, "o3")
    yield vector("one right, one wrong", CHOICES, ["o1", "o2"])
    yield vector("premises in the other order", MATCH, {"s1": "o2", "s2": "o1", "s3": "o4"})
    # The published figures for P1, P2, P3 before C1, and C1, P4 before C (Poulsen et al. 2022).
    for order, score in (("P1 P2 C1 P3 P4 C", 2 / 3), ("C C1 P1 P2 P3 P4", 1 / 3), ("P1 P2 P3 C1 C", 5 / 6)):
        ids = {option.text: option.id for option in ORDER.options}
        made = vector(order, ORDER, [ids[text] for text in order.split()])
        assert abs(made["score"] - score) < 1e-9
        yield made
    random = Random(seed)
    for interaction, draw in DRAW.items():
        for number in range(drawn):
            yield vector(f"{interaction} {number} of seed {seed}", *draw(random))


def text() -> str:
    """Return the file, a vector on each line."""
    return "[\n" + ",\n".join(json.dumps(one, separators=(",", ":")) for one in vectors()) + "\n]\n"


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
