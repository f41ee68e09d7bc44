"""The trivial graph format: a line for each argument, a line `#`, then a line `a b` for each attack."""

from __future__ import annotations

import io

from argmap.formats.frameworks.reading import Reading, shown
from argmap.formats.text import normalise
from argmap.model.printable import printable
from argmap.semantics import Framework, FrameworkError


def read_tgf(text: str, file: str = "<text>") -> Framework:
    r"""Return the framework in a tgf text. Labels of arguments and attacks are not read: they are problems.

    Args:
        text: the content of a file.
        file: the name of the file, as messages show it.

    Raises:
        LoadError: the text is not of the format; the error has a finding for each problem, with its place.

    Examples:
        >>> read_tgf("a\nb\n#\na b\n").grounded()
        frozenset({'a'})
    """
    reading = Reading(file)
    has_mark = False
    line = 1
    for line, content in enumerate(io.StringIO(normalise(text)), 1):
        match content.split():
            case []:
                pass
            case ["#"] if not has_mark:
                has_mark = True
            case [name] if not has_mark:
                reading.add_argument(name, line)
            case [attacker, target] if has_mark:
                reading.add_attack(attacker, target, line)
            case _:
                expected = "two names: attacker and target" if has_mark else "one name, without a label"
                reading.problem(line, 1, f"found `{shown(content.strip())}`, expected {expected}")
    if not has_mark:
        reading.stop(line, 1, "found no line `#`, expected one between the arguments and the attacks")
    return reading.framework()


def write_tgf(framework: Framework) -> str:
    """Return the framework as a tgf text.

    Raises:
        FrameworkError: a name has white space or is `#`, which the format cannot hold.
    """
    for name in framework.arguments:
        if name.split() != [name] or name == "#":
            raise FrameworkError(
                f"found the name [{printable(name)}], expected names that tgf can hold: no white space"
            )
    names = framework.arguments
    lines = [*names, "#", *(f"{names[attacker]} {names[target]}" for attacker, target in framework.attacks)]
    return "\n".join(lines) + "\n"
