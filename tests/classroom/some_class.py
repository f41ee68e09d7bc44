"""A class that handed in maps and responses, drawn with a seed."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from classroom.some_exercises import BRIDGE_MAP, RIGHT, SOME_SET

from argmap.classroom.exercises import exercises_as_json
from argmap.formats import dumps
from argmap.model import ArgumentMap


def draw_map(seed: int, reference: ArgumentMap = BRIDGE_MAP) -> ArgumentMap:
    """Draw a map that has most of the reference, and some of it wrong."""
    random = Random(seed)
    inferences = tuple(
        step.model_copy(update={"conclusion": random.choice(reference.claims).id} if random.random() < 0.3 else {})
        for step in reference.inferences
    )
    attacks = tuple(step for step in reference.attacks if random.random() < 0.7)
    return reference.model_copy(update={"inferences": inferences, "attacks": attacks})


def draw_responses(seed: int) -> dict[str, object]:
    """Draw responses of which most are right."""
    random = Random(seed)
    responses: dict[str, object] = {}
    for exercise in SOME_SET:
        if random.random() < 0.6:
            responses[exercise.id] = RIGHT[exercise.id]
        elif exercise.interaction == "choice":
            responses[exercise.id] = random.choice(exercise.options).id
        elif exercise.interaction == "choices":
            responses[exercise.id] = [option.id for option in exercise.options if random.random() < 0.5]
        elif exercise.interaction == "write":
            responses[exercise.id] = "Something about a street"
    return {"argmap_responses": 1, "exercises": "", "responses": responses}


def shuffled(argument_map: ArgumentMap, seed: int) -> ArgumentMap:
    """Return the map with its claims and steps in another order."""
    update = {}
    for section in ("claims", "inferences", "attacks"):
        elements = list(getattr(argument_map, section))
        Random(seed).shuffle(elements)
        update[section] = tuple(elements)
    return argument_map.model_copy(update=update)


def hand_in(folder: Path, number: int) -> None:
    """Write a model, exercises, and what so many students hand in: maps in one folder, responses in another."""
    (folder / "model.argmap.yaml").write_text(dumps(BRIDGE_MAP))
    (folder / "exercises.json").write_text(exercises_as_json(SOME_SET))
    for name in ("maps", "responses"):
        (folder / name).mkdir()
    for seed in range(number):
        (folder / "maps" / f"student-{seed:03}.argmap.yaml").write_text(dumps(draw_map(seed)))
        (folder / "responses" / f"student-{seed:03}.json").write_text(json.dumps(draw_responses(seed)))
