"""What a format is: its name, how it is recognised, its reader and writer, and what it cannot hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from argmap.formats.result import LoadResult
from argmap.model import ArgumentMap

Read = Callable[[str, str], LoadResult]
"""Takes the text of a file, with LF line ends, and its name as places show it; raises nothing, whatever the text."""

Write = Callable[[ArgumentMap], str]


@dataclass(frozen=True, slots=True)
class FormatSpec:
    """A format of files with maps.

    Attributes:
        name: what users call it, lower case: aif, argdown, kialo.
        title: what it is, in a few words, with who made it.
        suffixes: how names of its files end, the usual one first; lower case, with the dot.
        recognise: tells from the text why it is of this format, in a few words ("JSON with `nodes` and `edges`"), or
            gives "" if it is not; it reads no more than it needs and raises nothing.
        read: gives the map; None if the format is only written.
        write: gives the text; None if the format is only read.
        holds: the fields of a map that a file of the format can hold, as `claims.text` or `attacks.target`; a map that
            has anything in another field loses it. Without `claims.id` the reader makes ids of its own.
        remarks: what else gets lost or changes its form, for `argmap formats` and the documentation.
        find_losses: tells what the writer would lose of a map beyond its fields, one sentence each, such as undercuts
            where only claims can be attacked.
        source: who describes the format, where.
        namespaces: the extensions that the writer writes, by their first key; left out, all of them, where `holds` has
            extensions at all.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    recognise: Callable[[str], str]
    read: Read | None
    write: Write | None
    holds: frozenset[str]
    remarks: str
    source: str
    find_losses: Callable[[ArgumentMap], tuple[str, ...]] = lambda _: ()
    namespaces: tuple[str, ...] = ()

    def has_name(self, name: str) -> bool:
        """Tell whether the name of a file ends as those of this format do."""
        return name.lower().endswith(self.suffixes)
