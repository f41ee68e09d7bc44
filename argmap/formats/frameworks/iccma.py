"""The format of the ICCMA competitions since 2023: `p af 3`, then a line `1 2` for each attack; `#` starts a comment.

The arguments are the numbers from 1 on (https://iccma2023.github.io/rules.html).
"""

from __future__ import annotations

import io
import re

from argmap.formats.frameworks.reading import MOST_ARGUMENTS, Reading, shown
from argmap.formats.text import normalise
from argmap.model.printable import printable
from argmap.semantics import Framework

_HEADER = re.compile(r"p\s+af\s+(0|[1-9][0-9]{0,8})")


def read_iccma(text: str, file: str = "<text>") -> Framework:
    r"""Return the framework in a text of the ICCMA format; its arguments are named "1", "2" and so on.

    Args:
        text: the content of a file.
        file: the name of the file, as messages show it.

    Raises:
        LoadError: the text is not of the format; the error has a finding for each problem, with its place.

    Examples:
        >>> read_iccma("p af 2\n1 2\n").grounded()
        frozenset({'1'})
    """
    reading = Reading(file)
    is_open = False
    for number, line in enumerate(io.StringIO(normalise(text)), 1):
        content = line.strip()
        if not content or content.startswith("#"):
            continue
        if not is_open:
            _open(reading, content, number)
            is_open = True
            continue
        parts = content.split()
        if len(parts) == 2:
            reading.add_attack(parts[0], parts[1], number)
        else:
            reading.problem(number, 1, f"found `{shown(content)}`, expected two numbers: attacker and target")
    if not is_open:
        reading.stop(1, 1, "found no line `p af N`, expected one before the attacks")
    return reading.framework()


def _open(reading: Reading, content: str, line: int) -> None:
    header = _HEADER.fullmatch(content)
    if header is None:
        reading.stop(line, 1, f"found `{shown(content)}`, expected `p af N` with the number of arguments")
    elif int(header[1]) > MOST_ARGUMENTS:
        reading.stop(line, 1, f"found {int(header[1]):,} arguments, expected at most {MOST_ARGUMENTS:,}")
    else:
        for number in range(1, int(header[1]) + 1):
            reading.add_argument(str(number), line)


def write_iccma(framework: Framework) -> str:
    """Return the framework in the ICCMA format; names other than the numbers from 1 on become comments."""
    lines = [f"p af {len(framework.arguments)}"]
    if any(name != str(number) for number, name in enumerate(framework.arguments, 1)):
        lines += (f"# {number} {printable(name)}" for number, name in enumerate(framework.arguments, 1))
    lines += (f"{attacker + 1} {target + 1}" for attacker, target in framework.attacks)
    return "\n".join(lines) + "\n"
