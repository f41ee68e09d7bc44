"""What the readers of frameworks share: arguments and attacks as they come, and what was not as expected."""

from __future__ import annotations

from argmap.formats.notices import Notice, notice
from argmap.model import Finding, LoadError, Place, find_nearest
from argmap.model.printable import printable
from argmap.semantics import Framework

MOST_ARGUMENTS = 2_000_000
"""Files with more arguments are refused."""

MOST_ATTACKS = 10_000_000
"""Files with more attacks are refused."""

_MOST_PROBLEMS = 20
"""After so many problems the rest of a file is not worth reading."""
_MOST_SHOWN = 40


class Reading:
    """A framework while it is read.

    Attributes:
        file: the name of the file, as messages show it.
        numbers: the arguments so far, each with its position.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.numbers: dict[str, int] = {}
        self._attacks: list[tuple[int, int]] = []
        self._findings: list[Finding] = []

    def add_argument(self, name: str, line: int) -> None:
        """Take an argument; to name one again changes nothing.

        Raises:
            LoadError: there are too many.
        """
        self.numbers.setdefault(name, len(self.numbers))
        if len(self.numbers) > MOST_ARGUMENTS:
            self.stop(line, 1, f"found more than {MOST_ARGUMENTS:,} arguments")

    def add_attack(self, attacker: str, target: str, line: int) -> None:
        """Take an attack between two arguments that are known.

        Raises:
            LoadError: there are too many attacks, or too many problems.
        """
        try:
            self._attacks.append((self.numbers[attacker], self.numbers[target]))
        except KeyError as error:
            name = str(error.args[0])
            nearest = find_nearest(name, self.numbers)
            hint = f"did you mean [{nearest}]?" if nearest else "define it, or delete the attack"
            self.problem(line, 1, f"found an attack with [{shown(name)}], expected an argument", hint)
        if len(self._attacks) > MOST_ATTACKS:
            self.stop(line, 1, f"found more than {MOST_ATTACKS:,} attacks")

    def problem(self, line: int, column: int, message: str, fix: str = "") -> None:
        """Note what is not as expected.

        Raises:
            LoadError: there are too many problems.
        """
        self._findings.append(notice(Notice.SYNTAX, message, fix).at(Place(self.file, line, column)))
        if len(self._findings) >= _MOST_PROBLEMS:
            raise LoadError(self._findings)

    def stop(self, line: int, column: int, message: str, fix: str = "") -> None:
        """Note what keeps the file from being read any further.

        Raises:
            LoadError: always.
        """
        self.problem(line, column, message, fix)
        raise LoadError(self._findings)

    def framework(self) -> Framework:
        """Return the framework.

        Raises:
            LoadError: there were problems.
        """
        if self._findings:
            raise LoadError(self._findings)
        return Framework(tuple(self.numbers), tuple(self._attacks))


def shown(text: str) -> str:
    """Return the start of a text from a file, fit for a message."""
    short = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
    return printable(short)
