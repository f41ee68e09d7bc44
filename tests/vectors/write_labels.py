"""Write `labels.json`: maps, readings, and the labels that Python gives, for other programs to be held against."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import argmap
from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Attack, Claim, Given, Inference, Standard
from argmap.render.page.data import page_data
from argmap.semantics.labelling import Stance
from argmap.semantics.labels import Labels, labels
from argmap.semantics.standards import Thresholds

PATH = Path(__file__).parent / "labels.json"
KALININGRAD = Path(__file__).parents[2] / "examples" / "kaliningrad.argmap.yaml"
SEED = 1662  # the Logic of Port-Royal
DRAWN = 300

IDS = ("a", "b", "c", "d", "e", "f", "g", "h", "2018", "7", "__proto__", "constructor", "ü")
WEIGHTS = (None, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 0.9, 1.0)

Vector = dict[str, Any]


def draw_map(random: Random, size: int = 8) -> ArgumentMap:
    """Draw a map of up to `size` claims, most of them with circles, and some with ids that stand twice or nowhere."""
    claim_ids = [*random.sample(IDS, min(len(IDS), size)), *(f"c{number}" for number in range(len(IDS), size))]
    claim_ids = claim_ids[: random.randint(1, size)]
    used = [*claim_ids, "gone"] if random.random() < 0.2 else claim_ids
    twice = ["s0", "s1", claim_ids[0]] if random.random() < 0.4 else []
    inference_ids, attack_ids = _step_ids(random, "s", size, twice), _step_ids(random, "t", size, twice)
    weights = WEIGHTS if random.random() < 0.6 else (None,)
    standards = (None, *Standard) if random.random() < 0.6 else (None,)
    given = (Given.NONE, Given.NONE, random.choice(tuple(Given)))

    def premises() -> tuple[str, ...]:
        return tuple(random.choice(used) for _ in range(random.choice((1, 1, 1, 2, 3))))

    return ArgumentMap(
        standard=random.choice(tuple(Standard)) if random.random() < 0.5 else Standard.DIALECTICAL,
        claims=tuple(
            Claim(
                id=claim_id,
                text="t",
                given=random.choice(given),
                standard=random.choice(standards),
                weight=random.choice(weights),
            )
            for claim_id in claim_ids
        ),
        inferences=tuple(
            Inference(
                id=inference_id,
                premises=premises(),
                warrant=random.choice((None, None, None, random.choice(used))),
                conclusion=random.choice(used),
                weight=random.choice(weights),
            )
            for inference_id in inference_ids
        ),
        attacks=tuple(
            Attack(
                id=attack_id,
                premises=premises(),
                target=random.choice((random.choice(used), random.choice([*inference_ids, *attack_ids]))),
                weight=random.choice(weights),
            )
            for attack_id in attack_ids
        ),
    )


def _step_ids(random: Random, letter: str, most: int, twice: list[str]) -> list[str]:
    plain = [f"{letter}{number}" for number in range(random.randint(0, most))]
    return [random.choice(twice) if twice and random.random() < 0.4 else step_id for step_id in plain]


def draw_reading(random: Random, drawn: ArgumentMap) -> dict[str, Any]:
    """Draw a reading of the map; half of them suppose nothing."""
    ids = sorted({element.id for element in (*drawn.claims, *drawn.inferences, *drawn.attacks)})
    supposed = random.sample(ids, min(len(ids), random.choice((0, 0, 0, 1, 2, 3))))
    accepted = random.randint(0, len(supposed))
    return reading(
        random.choice(tuple(Stance)),
        accept=supposed[:accepted],
        reject=supposed[accepted:],
        standard=random.choice(tuple(Standard)) if random.random() < 0.2 else None,
        thresholds=draw_thresholds(random),
    )


def reading(
    stance: Stance,
    *,
    accept: list[str] | None = None,
    reject: list[str] | None = None,
    standard: str | None = None,
    thresholds: Thresholds | None = None,
) -> dict[str, Any]:
    return {
        "stance": str(stance),
        "accept": accept or [],
        "reject": reject or [],
        "standard": standard and str(standard),
        "thresholds": asdict(thresholds or Thresholds()),
    }


def label_as_read(argument_map: ArgumentMap, how: dict[str, Any]) -> Labels:
    """Return the labels that Python gives to a map under a reading as `reading` returns one."""
    return labels(argument_map, **{**how, "thresholds": Thresholds(**how["thresholds"])})


def draw_thresholds(random: Random) -> Thresholds:
    """Draw the numbers of the standards of proof; half of them are the usual ones."""
    if random.random() < 0.5:
        return Thresholds()
    return Thresholds(*(random.choice((0.0, 0.1, 0.3, 0.5, 0.8)) for _ in range(3)))


def draw_vector(random: Random, name: str, size: int = 8) -> Vector:
    drawn = draw_map(random, size)
    return vector(name, drawn, draw_reading(random, drawn))


def vector(name: str, argument_map: ArgumentMap, how: dict[str, Any]) -> Vector:
    """Return a map as the page gets it, a reading, and the label and the reason of each element."""
    found = label_as_read(argument_map, how)
    return {
        "name": name,
        "map": map_data(argument_map),
        "reading": how,
        "labels": {element_id: [str(label.label), str(label.reason)] for element_id, label in found.items()},
    }


def map_data(argument_map: ArgumentMap) -> dict[str, Any]:
    """Return what the page has of a map and the labels depend on."""
    data = page_data(ArgumentGraph(argument_map), "")
    return {
        "standard": data["standard"],
        "claims": [_pick(claim, ("id", "held", "standard", "weight")) for claim in data["claims"]],
        "steps": [_pick(step, ("id", "type", "premises", "warrant", "goal", "weight")) for step in data["steps"]],
    }


def _pick(data: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: data[name] for name in names if name in data}


def contested(standard: Standard, count: int) -> ArgumentMap:
    """Return a map with a claim that has so many reasons and attacks, of which only the heaviest attack is in.

    Python does not write the pairs of them out if they are many.
    """
    weights = [number / 20 for number in range(1, count + 1)]
    return ArgumentMap(
        standard=standard,
        claims=tuple(Claim(id=claim_id, text="t") for claim_id in "cprs"),
        inferences=tuple(
            Inference(id=f"i{n}", premises=("p",), conclusion="c", weight=w) for n, w in enumerate(weights)
        ),
        attacks=(
            *(Attack(id=f"a{n}", premises=("s",), target="c", weight=w) for n, w in enumerate(weights)),
            Attack(id="heaviest", premises=("r",), target="c", weight=0.5),
            Attack(id="x", premises=("r",), target="s"),
        ),
    )


def bordering(standard: Standard) -> ArgumentMap:
    """Return a map with claims and attacks on them whose weights are those of the thresholds, and between them."""
    pairs = tuple(product((0.25, 0.5, 0.75, 1.0), (0.25, 0.5, 0.75)))
    return ArgumentMap(
        standard=standard,
        claims=(
            Claim(id="r", text="t"),
            *(Claim(id=f"c{n}", text="t", weight=pro) for n, (pro, _) in enumerate(pairs)),
        ),
        attacks=tuple(
            Attack(id=f"a{n}", premises=("r",), target=f"c{n}", weight=con) for n, (_, con) in enumerate(pairs)
        ),
    )


def namesakes() -> ArgumentMap:
    """Return a map whose inference has the id of a claim, and where two share one and fall in one round."""
    return ArgumentMap(
        claims=tuple(Claim(id=claim_id, text="t") for claim_id in "pcdeqr"),
        inferences=(
            Inference(id="c", premises=("p",), conclusion="d"),
            Inference(id="twice", premises=("p",), conclusion="q"),
            Inference(id="twice", premises=("e",), conclusion="q"),
        ),
        attacks=(Attack(id="x", premises=("r",), target="e"), Attack(id="y", premises=("r",), target="twice")),
    )


def weighed(own: float | None, *, is_held: bool, is_doubtful: bool) -> ArgumentMap:
    """Return a map with a claim that two attacks defeat but for its weightier reason, which comes in late.

    Args:
        own: the weight of the claim.
        is_held: whether the claim holds by itself.
        is_doubtful: whether the attacks are undecided.
    """
    against = "doubtful" if is_doubtful else "r"
    return ArgumentMap(
        standard=Standard.PREPONDERANCE,
        claims=(
            Claim(id="c", text="t", given=Given.COMMON if is_held else Given.NONE, weight=own),
            *(Claim(id=claim_id, text="t") for claim_id in (*"pqrst", "doubtful")),
        ),
        inferences=(
            Inference(id="light", premises=("p",), conclusion="c", weight=0.2),
            Inference(id="heavy", premises=("q",), conclusion="c", weight=0.9),
            Inference(id="late", premises=("s",), conclusion="q"),
            Inference(id="later", premises=("t",), conclusion="s"),
        ),
        attacks=(
            Attack(id="a", premises=(against,), target="c", weight=0.5),
            Attack(id="b", premises=(against,), target="c", weight=0.5),
            Attack(id="self", premises=("doubtful",), target="doubtful"),
        ),
    )


def vectors() -> list[Vector]:
    random = Random(SEED)
    found = [draw_vector(random, f"drawn {number}") for number in range(DRAWN)]
    found += [
        vector(f"contested {count} times, {standard}", contested(standard, count), reading(Stance.ASSERTED))
        for standard in Standard
        for count in (5, 18)
    ]
    found += [
        vector(f"weighed {number}", weighed(own, is_held=is_held, is_doubtful=is_doubtful), reading(Stance.ASSERTED))
        for number, (own, is_held, is_doubtful) in enumerate(product((None, 0.3), (False, True), (False, True)))
    ]
    found += [
        vector(f"bordering {number}, {standard}", bordering(standard), reading(Stance.ASSERTED, thresholds=thresholds))
        for number, thresholds in enumerate((Thresholds(0.5, 0.25, 0.25), Thresholds(0.25, 0.5, 0.75)))
        for standard in (Standard.PREPONDERANCE, Standard.CLEAR_AND_CONVINCING, Standard.BEYOND_REASONABLE_DOUBT)
    ]
    found.append(vector("namesakes", namesakes(), reading(Stance.ASSERTED, accept=["c"])))
    kaliningrad = argmap.load(KALININGRAD)
    main = kaliningrad.main[0]
    readings = {
        "as asserted": reading(Stance.ASSERTED),
        "as held": reading(Stance.HELD),
        "with the main claim accepted": reading(Stance.HELD, accept=[main]),
        "beyond reasonable doubt": reading(Stance.ASSERTED, standard=Standard.BEYOND_REASONABLE_DOUBT),
        "without its attacks": reading(Stance.ASSERTED, reject=sorted({attack.id for attack in kaliningrad.attacks})),
    }
    return found + [vector(f"Kaliningrad {name}", kaliningrad, how) for name, how in readings.items()]


def text() -> str:
    """Return the file, a vector on each line."""
    lines = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in vectors())
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
