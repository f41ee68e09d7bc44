"""Grades of options that were brought into an order."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence, Set

from argmap.classroom.exercises import OrderExercise
from argmap.classroom.grading.responses import Refusal, read_ids
from argmap.classroom.grading.result import Grade, GradePart
from argmap.graph.assignment import assign


def grade_order(exercise: OrderExercise, response: object) -> Grade:
    """Return the grade of an order: max(0, (n - edits) ÷ n) for n options of the key.

    An edit takes an option out or puts one in, and the edits are those to the nearest order that is right. Options
    may stay where no two of them stand the wrong way round.

    Raises:
        Refusal: the response is not a list of ids of options, each at most once.

    Source: Poulsen et al., Efficient Feedback and Partial Credit Grading for Proof Blocks Problems (2022).
    """
    placed = read_ids(response, exercise.options)
    if len(set(placed)) < len(placed):
        raise Refusal("an option stands twice in the order")
    key = set(exercise.key)
    known = [option for option in placed if option in key]
    after = followers(exercise)
    staying = longest_in_order(known, after)
    edits = len(placed) - len(staying) + len(key) - len(staying)
    score = max(0, len(key) - edits) / len(key)
    return Grade(score, tuple(_parts(exercise, placed, staying, after)), exercise.feedback)


def followers(exercise: OrderExercise) -> dict[str, frozenset[str]]:
    """Return for each option of the key all those that have to come after it, directly or not."""
    after: dict[str, frozenset[str]] = {}
    # The key is a right order, so from its end all that follows an option is known before the option.
    for option in reversed(exercise.key):
        direct = {later for earlier, later in exercise.before if earlier == option}
        after[option] = frozenset(direct.union(*(after[later] for later in direct)))
    return after


def longest_in_order(placed: Sequence[str], after: Mapping[str, Set[str]]) -> frozenset[str]:
    """Return a largest set of options of which no two stand the wrong way round; O(n³).

    That one option has to come after another and stands before it is a partial order: it follows from two such pairs
    for the ends of a chain. So a largest set without such a pair is a largest antichain, which a maximum matching
    gives (Dilworth 1950; König 1931), and no search is needed.

    Args:
        placed: options in the order in which they stand, each once.
        after: by option: all that have to come after it.
    """
    wrong = [
        [number for number in range(place) if placed[number] in after[option]] for place, option in enumerate(placed)
    ]
    table = [[float(number in row) for number in range(len(placed))] for row in map(set, wrong)]
    matched = dict(assign(table))
    owner = {column: row for row, column in matched.items()}
    reached = {row for row in range(len(placed)) if row not in matched}
    columns: set[int] = set()
    waiting = deque(sorted(reached))
    while waiting:
        for column in wrong[waiting.popleft()]:
            if column not in columns:
                columns.add(column)
                reached.add(owner[column])
                waiting.append(owner[column])
    return frozenset(option for place, option in enumerate(placed) if place in reached and place not in columns)


def _parts(
    exercise: OrderExercise, placed: Sequence[str], staying: Set[str], after: Mapping[str, Set[str]]
) -> list[GradePart]:
    options = {option.id: option for option in exercise.options}
    parts = []
    for option in exercise.key:
        text = options[option].text
        said = ""
        if option not in placed:
            said = f'"{text}" is missing'
        elif option not in staying:
            said = _tell_move(option, placed, after, {known.id: known.text for known in exercise.options})
        parts.append(GradePart(text, float(option in staying), said))
    for option in placed:
        if option not in after:
            said = options[option].feedback or f'"{options[option].text}" does not belong into the order'
            parts.append(GradePart(options[option].text, 0.0, said))
    return parts


def _tell_move(option: str, placed: Sequence[str], after: Mapping[str, Set[str]], texts: Mapping[str, str]) -> str:
    """Say what an option has to come before or after that stands on the wrong side of it."""
    here = placed.index(option)
    for other in placed[:here]:
        if other in after[option]:
            return f'"{texts[option]}" has to come before "{texts[other]}"'
    for other in placed[here + 1 :]:
        if option in after.get(other, ()):
            return f'"{texts[option]}" has to come after "{texts[other]}"'
    return ""
