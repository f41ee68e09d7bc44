"""Exceptions: misuse of the library, and input that gives no map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from argmap.model.finding import Finding


class ArgmapError(Exception):
    """The base of every exception that argmap raises on purpose; all of them can be pickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        # The arguments of __init__ are not those of Exception, which pickle would call it with.
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(kind: type[ArgmapError], arguments: tuple[Any, ...], state: dict[str, Any]) -> ArgmapError:
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(state)
    return error


class LoadError(ArgmapError, ValueError):
    """A file gives no map.

    Attributes:
        findings: everything that the reader noticed, with places.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class UnknownElementError(ArgmapError, KeyError):
    """A question names an element that the map does not have.

    Attributes:
        element_id: the id that was asked for.
        nearest: the most similar id of the map; None if none is similar.
    """

    def __init__(self, element_id: str, nearest: str | None = None) -> None:
        self.element_id = element_id
        self.nearest = nearest
        hint = f"; did you mean [{nearest}]?" if nearest else ""
        self.message = f"no element [{element_id}] in the map{hint}"
        super().__init__(self.message)

    def __str__(self) -> str:  # KeyError would show the message in quotation marks
        return self.message
