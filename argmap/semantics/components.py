"""Strongly connected components over numbered nodes.

networkx has them too; over the dictionaries of a graph they took most of the time of labelling a large ring.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator


def find_components(nodes: Iterable[int], onward: Callable[[int], Iterable[int]]) -> Iterator[list[int]]:
    """Yield the strongly connected components, each after those that it leads to; O(n + m), without recursion.

    Args:
        nodes: where to start; what they lead to is looked at too.
        onward: gives the nodes that a node leads to.

    Source: Tarjan, Depth-First Search and Linear Graph Algorithms (SIAM Journal on Computing 1, 1972).

    Examples:
        >>> edges = {1: [2], 2: [3], 3: [2]}
        >>> [sorted(component) for component in find_components([1], lambda node: edges.get(node, ()))]
        [[2, 3], [1]]
    """
    found: dict[int, int] = {}
    lowest: dict[int, int] = {}
    path: list[int] = []
    on_path: set[int] = set()
    for start in nodes:
        if start in found:
            continue
        walk: list[tuple[int, Iterator[int]]] = [(start, iter(onward(start)))]
        found[start] = lowest[start] = len(found)
        path.append(start)
        on_path.add(start)
        while walk:
            node, rest = walk[-1]
            for other in rest:
                if other not in found:
                    found[other] = lowest[other] = len(found)
                    path.append(other)
                    on_path.add(other)
                    walk.append((other, iter(onward(other))))
                    break
                if other in on_path:
                    lowest[node] = min(lowest[node], found[other])
            else:
                walk.pop()
                if walk:
                    above = walk[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == found[node]:
                    cut = len(path) - 1
                    while path[cut] != node:
                        cut -= 1
                    component = path[cut:]
                    del path[cut:]
                    on_path.difference_update(component)
                    yield component
