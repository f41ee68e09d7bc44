"""How deep each card and pill stands: the longest way down to it from the top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def find_levels(below: Mapping[str, Sequence[str]], starts: Iterable[str]) -> dict[str, int]:
    """Return for each key the length of the longest path to it from a start, 0 for a start that nothing leads to.

    Lines that close a circle do not count. O(n + m), no recursion.

    Args:
        below: key to the keys directly below it.
        starts: where to begin, in order; keys that others lead to may be among them.
    """
    finished: list[str] = []
    state: dict[str, bool] = {}
    closing: set[tuple[str, str]] = set()
    for start in starts:
        if start in state:
            continue
        state[start] = False
        stack = [(start, iter(below.get(start, ())))]
        while stack:
            key, rest = stack[-1]
            for other in rest:
                if other not in state:
                    state[other] = False
                    stack.append((other, iter(below.get(other, ()))))
                    break
                if not state[other]:
                    closing.add((key, other))
            else:
                state[key] = True
                finished.append(key)
                stack.pop()
    levels = dict.fromkeys(state, 0)
    for key in reversed(finished):
        for other in below.get(key, ()):
            if (key, other) not in closing:
                levels[other] = max(levels[other], levels[key] + 1)
    return levels
