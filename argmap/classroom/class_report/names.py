"""What items and wrong answers are called on the teacher's page, in the words of the task."""

from __future__ import annotations

import json
from collections.abc import Mapping

from argmap.classroom.class_grades import ExerciseTask, Item, Task, link_of
from argmap.classroom.exercises import Exercise, WriteExercise
from argmap.graph.links import LinkLabel
from argmap.graph.lookup import by_id
from argmap.graph.steps import Step
from argmap.model import Attack

_MOST = 160
_DOES: Mapping[LinkLabel, str] = {
    LinkLabel.SUPPORT: "is a reason for",
    LinkLabel.ATTACK: "is an objection to",
}


class ItemNames:
    """Gives items their names."""

    def __init__(self, task: Task) -> None:
        self._exercises: dict[str, Exercise] = {}
        self._texts: list[dict[str, str]] = []
        self._steps: list[dict[str, Step]] = []
        if isinstance(task, ExerciseTask):
            self._exercises = {exercise.id: exercise for exercise in task.exercises}
            return
        for reference in task.references:
            self._texts.append({claim.id: claim.text for claim in reference.claims})
            self._steps.append({**by_id(reference.attacks), **by_id(reference.inferences)})

    def name(self, item: Item) -> str:
        """Return what an item is, in words."""
        if item.kind == "exercise":
            exercise = self._exercises[item.ids[0]]
            return f"{exercise.id}: {shorten(exercise.stem)}"
        if item.kind == "claim":
            return self._quote(item.reference, item.ids[0])
        link = link_of(item)
        child = self._quote(item.reference, link.child)
        if link.label is LinkLabel.UNDERCUT:
            return f"{child} is {self._against(item.reference, link.parent)}"
        return f"{child} {_DOES[link.label]} {self._quote(item.reference, link.parent)}"

    def wrong_answer(self, key: str) -> str:
        """Return a wrong answer in words: the exercise and what was answered, with the texts of the options."""
        exercise_id, _, text = key.partition(" ")
        exercise = self._exercises.get(exercise_id)
        if exercise is None or isinstance(exercise, WriteExercise):
            return shorten(key)
        texts = {option.id: option.text for option in exercise.options}
        texts |= {prompt.id: prompt.text for prompt in getattr(exercise, "prompts", ())}
        return f"{exercise_id}: {shorten(_in_words(json.loads(text), texts))}"

    def _against(self, reference: int, step_id: str) -> str:
        """Return what something is that speaks against a step."""
        step = self._steps[reference].get(step_id)
        if step is None:
            return f"an objection to [{step_id}]"
        premises = " and ".join(self._quote(reference, claim_id) for claim_id in dict.fromkeys(step.premises))
        if isinstance(step, Attack):
            return f"a reply to the objection {premises}"
        return f"an objection to the step from {premises} to {self._quote(reference, step.conclusion)}"

    def _quote(self, reference: int, claim_id: str) -> str:
        text = self._texts[reference].get(claim_id)
        return f'"{shorten(text)}"' if text else f"[{claim_id}]"


def shorten(text: str) -> str:
    """Return the beginning of a text, on one line."""
    plain = " ".join(text[: 4 * _MOST].split())
    return plain if len(plain) <= _MOST else f"{plain[: _MOST - 3].rstrip()}..."


def _in_words(answer: object, texts: Mapping[str, str]) -> str:
    match answer:
        case str():
            return texts.get(answer, answer)
        case list():
            return ", ".join(_in_words(one, texts) for one in answer[:20])
        case dict() if "claims" not in answer:
            pairs = list(answer.items())[:20]
            return "; ".join(f"{texts.get(key, key)} - {_in_words(value, texts)}" for key, value in pairs)
        case dict():
            return "a map"
    return str(answer)
