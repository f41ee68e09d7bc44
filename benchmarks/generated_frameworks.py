"""Generated frameworks for benchmarks: the same numbers always give the same framework.

The families are those that generators of competitions draw: random graphs after Erdős and Rényi, Barabási and Albert,
and Watts and Strogatz, graphs of many strongly connected components, and graphs with many stable extensions.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

from argmap import Framework

BOTH_WAYS = 0.3
"""How often an attack of a sparse family is answered by one the other way."""


def erdos_renyi(size: int, seed: int) -> Framework:
    """Each pair of arguments attacks with the same chance, so that an argument has about 4 attackers."""
    chance = random.Random(seed)
    pairs = ((one, other) for one in range(size) for other in range(size) if one != other)
    return _framework(size, [pair for pair in pairs if chance.random() < 4 / size])


def barabasi_albert(size: int, seed: int) -> Framework:
    """Each argument is tied to three earlier ones, sooner to those that are tied to many."""
    chance = random.Random(seed)
    ends = list(range(4))
    pairs: list[tuple[int, int]] = []
    for one in range(4, size):
        for other in sorted({chance.choice(ends) for _ in range(3)}):
            pairs.append((one, other))
            ends += (one, other)
    return _framework(size, _directed(pairs, chance))


def watts_strogatz(size: int, seed: int) -> Framework:
    """A ring in which each argument is tied to the three after it, one tie in five led elsewhere."""
    chance = random.Random(seed)
    pairs = [
        (one, chance.randrange(size) if chance.random() < 0.2 else (one + step) % size)
        for one in range(size)
        for step in (1, 2, 3)
    ]
    return _framework(size, _directed([pair for pair in pairs if pair[0] != pair[1]], chance))


def components(size: int, seed: int) -> Framework:
    """Dense groups of about 20 arguments, with few attacks from a group to later ones."""
    chance = random.Random(seed)
    group = [chance.randrange(size // 20) for _ in range(size)]
    attacks = []
    for one in range(size):
        for other in range(size):
            odds = 0.2 if group[one] == group[other] else 4 / size if group[one] < group[other] else 0
            if one != other and chance.random() < odds:
                attacks.append((one, other))
    return _framework(size, attacks)


def stable(size: int, seed: int) -> Framework:
    """Eight sets of arguments are stable extensions, and a few attacks are added that leave them so."""
    chance = random.Random(seed)
    sets = [set(chance.sample(range(size), size // 5 + chance.randrange(size // 5))) for _ in range(8)]
    attacks = set()

    def may_attack(one: int, other: int) -> bool:
        return one != other and not any(one in chosen and other in chosen for chosen in sets)

    for chosen in sets:
        for target in range(size):
            attackers = [one for one in sorted(chosen) if target not in chosen and may_attack(one, target)]
            if attackers:
                attacks.add((chance.choice(attackers), target))
    more = ((chance.randrange(size), chance.randrange(size)) for _ in range(size))
    return _framework(size, attacks | {pair for pair in more if may_attack(*pair)})


FAMILIES: tuple[Callable[[int, int], Framework], ...] = (
    erdos_renyi,
    barabasi_albert,
    watts_strogatz,
    components,
    stable,
)


def _directed(pairs: Iterable[tuple[int, int]], chance: random.Random) -> list[tuple[int, int]]:
    attacks: list[tuple[int, int]] = []
    for one, other in pairs:
        attack = (one, other) if chance.random() < 0.5 else (other, one)
        attacks.append(attack)
        if chance.random() < BOTH_WAYS:
            attacks.append(attack[::-1])
    return attacks


def _framework(size: int, attacks: Iterable[tuple[int, int]]) -> Framework:
    return Framework(tuple(str(number) for number in range(1, size + 1)), tuple(attacks))
