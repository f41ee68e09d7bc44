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
    place = {option: number for number, option in enumerate(placed)}
    parts = []
    for option in exercise.key:
        text = options[option].text
        said = ""
        if option not in place:
            said = f'"{text}" is missing'
        elif option not in staying:
            said = _tell_move(text, [options[other].text for other in placed if _is_wrong(option, other, place, after)])
        parts.append(GradePart(text, float(option in staying), said))
    for option in placed:
        if option not in after:
            said = options[option].feedback or f'"{options[option].text}" does not belong into the order'
            parts.append(GradePart(options[option].text, 0.0, said))
    return parts


def _is_wrong(option: str, other: str, place: Mapping[str, int], after: Mapping[str, Set[str]]) -> bool:
    return other in after and other in after[option] and place[other] < place[option]


def _tell_move(text: str, later: Sequence[str]) -> str:
    if later:
        return f'"{text}" has to come before "{later[0]}"'
    return f'"{text}" stands too early'
