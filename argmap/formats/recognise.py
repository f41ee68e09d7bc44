"""Which format a text has, and why: told by its content first, and by its file's name where that leaves it open."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.formats.catalogue import NATIVE, all_specs, find_spec, format_names
from argmap.formats.native.spec import OWN_SUFFIXES, is_own
from argmap.formats.notices import Notice, notice
from argmap.formats.spec import FormatSpec
from argmap.formats.text import is_json
from argmap.model import Finding, Place
from argmap.model.printable import printable

FIX = 'name it: format="NAME" in Python, `argmap convert --from NAME`; `argmap formats` lists them'


@dataclass(frozen=True, slots=True)
class Recognition:
    """Which format a text has.

    Attributes:
        spec: the format; None if the text is of none, or could be of several.
        why: what tells it, in a few words.
        candidates: the formats that the text could be of, each with the reason.
    """

    spec: FormatSpec | None
    why: str
    candidates: tuple[tuple[FormatSpec, str], ...] = ()

    def problem(self, file: str) -> Finding:
        """Return the finding for a text whose format cannot be told, with what was considered."""
        if self.candidates:
            found = " or ".join(f"{spec.name} ({why})" for spec, why in self.candidates)
            message = f"found what could be {found}, expected one format"
        else:
            read = ", ".join(spec.name for spec in all_specs() if spec.read)
            message = f"found the content of no format that is read: {read}"
        return notice(Notice.UNKNOWN_FORMAT, message, FIX).at(Place(file, 1, 1))


def recognise(text: str, name: str = "<text>") -> Recognition:
    r"""Return which format a text has and why.

    A name that ends in .argmap.yaml or .argmap.json decides, and so does a text that says `argmap: 1`. Else every
    format says whether the text is its own. Where several do, or none does, the name decides if it is that of one
    format only.

    Args:
        text: the content of a file, with LF line ends.
        name: the name of the file.

    Examples:
        >>> found = recognise("Discussion Title: Cars\n\n1. Cars should go.\n1.1. Pro: They are loud.\n")
        >>> found.spec.name, found.why
        ('kialo', 'a line `Discussion Title:`')
    """
    own = find_spec("json" if is_json(text, name) else "yaml")
    for suffix in OWN_SUFFIXES:
        if name.lower().endswith(suffix):
            return Recognition(own, f"the name ends in {suffix}")
    if is_own(text):
        return Recognition(own, own.recognise(text) or "`argmap` stands in its first lines")
    if not text.strip():
        return Recognition(own, "there is nothing in it")
    found = tuple((spec, why) for spec in all_specs() if spec.read and (why := spec.recognise(text)))
    if len(found) == 1:
        return Recognition(*found[0], found)
    named = _find_named([spec for spec, _ in found] or [spec for spec in all_specs() if spec.read], name)
    if named is None:
        return Recognition(None, "", found)
    ending = next(suffix for suffix in named.suffixes if name.lower().endswith(suffix))
    return Recognition(named, f"the name ends in {printable(ending)}", found)


def _find_named(specs: list[FormatSpec], name: str) -> FormatSpec | None:
    """Return the one format of those given whose suffix the name has; None if there is none, or more than one."""
    named = [spec for spec in specs if spec.has_name(name)]
    return named[0] if len(named) == 1 else None


def format_of_name(name: str) -> str | None:
    """Return the format that a file is written in by its name; None if its ending says nothing.

    Of several formats with one ending, such as .json, argmap's own is meant, else the first that can be written.
    """
    for names in (NATIVE, format_names()):
        for format_name in names:
            spec = find_spec(format_name)
            if spec.has_name(name) and spec.write:
                return format_name
    return next((spec.name for spec in all_specs() if spec.has_name(name)), None)
