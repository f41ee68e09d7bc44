"""Indicators: which words of the article announce a reason, a conclusion, an objection or a reply?"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from argmap.classroom.exercises.distractors import LEAST_DISTRACTORS
from argmap.classroom.exercises.exercise import Exercise, ExerciseType, Level
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.indicator_words import IDLE, LANGUAGE, SIGNALS, Signal
from argmap.classroom.exercises.making import Question, Sketch, make_choices, name_of, number_options
from argmap.classroom.exercises.material import Material
from argmap.classroom.exercises.phrasing import quote
from argmap.classroom.exercises.sentences import MOST_ANCHORS, find_spans
from argmap.model import Claim, Proposal

_RIGHT = 3
_WRONG = 3
_GAP = re.compile(r"[\s,:]*")
_WORDS_BEFORE, _WORDS_AFTER = 7, 9
_SIDE = 120


@dataclass(frozen=True, slots=True)
class _Hit:
    """A word in its context; `claim_id` is what it announces, "" where it joins nothing."""

    start: int
    context: str
    why: str
    claim_id: str = ""


def make_indicators(material: Material, rng: random.Random) -> Iterator[Exercise | Dropped]:
    """Yield exercises that ask which words in the article join claims.

    A word counts as one that does if it stands right before the anchored passage of a claim that does what the word
    says; as one that does not if it stands in a phrase that is known for that. Whatever else is left out.
    """
    if material.passages is None:
        yield Dropped(ExerciseType.INDICATORS, (), "the text of the article is not given")
        return
    if len(material.graph.anchors) > MOST_ANCHORS:
        yield Dropped(ExerciseType.INDICATORS, (), "the map has too many anchors to find them all in the text")
        return
    if material.map.language.partition("-")[0].lower() != LANGUAGE:
        yield Dropped(ExerciseType.INDICATORS, (), "there is no list of indicator words for the language of the map")
        return
    wrong = list(_find_wrong(material.passages.text))
    idle = {hit.start for hit in wrong}
    right = [hit for hit in _find_right(material, material.passages.text) if hit.start not in idle]
    rng.shuffle(right)
    rng.shuffle(wrong)
    if not right or len(wrong) < LEAST_DISTRACTORS:
        about = tuple(dict.fromkeys(hit.claim_id for hit in right))
        yield Dropped(ExerciseType.INDICATORS, about, "too few words that clearly join claims, or clearly join none")
        return
    for turn in range(ceil(len(right) / _RIGHT)):
        chosen = right[turn * _RIGHT : (turn + 1) * _RIGHT]
        others = _in_turn(wrong, turn)
        yield _make(material, rng, chosen, others)


def _in_turn(hits: list[_Hit], turn: int) -> list[_Hit]:
    number = min(_WRONG, len(hits))
    return [hits[(turn * number + place) % len(hits)] for place in range(number)]


def _find_right(material: Material, text: str) -> Iterator[_Hit]:
    """Yield each word that stands right before a claim, or begins it, and announces what the claim is."""
    starts = _claim_starts(material)
    for signal, pattern in SIGNALS.items():
        for found in pattern.finditer(text):
            gap = _GAP.match(text, found.end())
            claim_id = starts.get(found.start()) or starts.get(gap.end() if gap else -1)
            if claim_id and _is_announced(material, signal, claim_id):
                why = f"{quote(found.group())} announces {signal}: {quote(material.text(claim_id))}."
                yield _Hit(found.start(), _context(text, found.start(), found.end()), why, claim_id)


def _claim_starts(material: Material) -> Mapping[int, str]:
    """Return where in the text the passage of a claim begins; a paragraph as a whole is no passage."""
    starts: dict[int, str] = {}
    for use in material.graph.anchors:
        if isinstance(use.element, Claim | Proposal) and use.anchor.start and material.is_stated(use.element.id):
            for start, _ in find_spans(material, use):
                starts.setdefault(start, use.element.id)
    return starts


def _is_announced(material: Material, signal: Signal, claim_id: str) -> bool:
    match signal:
        case Signal.REASON:
            return bool(material.onward(claim_id))
        case Signal.CONCLUSION:
            return bool(material.reasons(claim_id))
        case Signal.CONTRAST:
            return bool(material.graph.attacks_from(claim_id))


def _find_wrong(text: str) -> Iterator[_Hit]:
    for pattern, why in IDLE:
        for found in pattern.finditer(text):
            said = f"{quote(found.group())} joins no claims here: {why}."
            yield _Hit(found.start(), _context(text, found.start(), found.end()), said)


def _context(text: str, start: int, end: int) -> str:
    """Return the word in brackets, with some words of its paragraph before and behind it."""
    before = text[max(0, start - _SIDE) : start].rpartition("\n\n")[2]
    behind = text[end : end + _SIDE].partition("\n\n")[0]
    first = before.split(" ")[-_WORDS_BEFORE - 1 :]
    last = behind.split(" ")[: _WORDS_AFTER + 1]
    is_cut = len(last) > _WORDS_AFTER
    context = f"{' '.join(first)}[{text[start:end]}]{' '.join(last)}"
    return f"{'… ' if len(first) > _WORDS_BEFORE else ''}{' '.join(context.split())}{' …' if is_cut else ''}"


def _make(material: Material, rng: random.Random, right: list[_Hit], wrong: list[_Hit]) -> Exercise | Dropped:
    hits = {hit.context: hit for hit in (*right, *wrong)}
    about = tuple(dict.fromkeys(hit.claim_id for hit in right))
    if len(hits) < len(right) + len(wrong):
        return Dropped(ExerciseType.INDICATORS, about, "two of the passages are the same")
    sketches = [Sketch(hit.context, hit.why, credit=float(bool(hit.claim_id))) for hit in hits.values()]
    question = Question(
        ExerciseType.INDICATORS,
        about,
        "Words such as “because” and “but” often announce what comes: a reason, a conclusion, an objection or a reply. "
        "In which of these passages does the word in brackets do that?",
        Level.EASY,
        "The same word can join claims in one place and say something about time or number in another.",
        name=name_of(hits),
    )
    return make_choices(material, question, number_options(rng, sketches))
