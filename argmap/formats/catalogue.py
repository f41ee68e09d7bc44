"""All formats by name. A new one is a line here; its module is imported when the format is first needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import cast

from argmap.formats.spec import FormatSpec
from argmap.model import ArgmapError, find_nearest

_SPECS: Mapping[str, str] = {
    "yaml": "argmap.formats.native.spec:YAML",
    "json": "argmap.formats.native.spec:JSON",
    "argdown": "argmap.formats.argdown:SPEC",
    "aif": "argmap.formats.aif:AIF",
    "xaif": "argmap.formats.aif:XAIF",
    "ova2": "argmap.formats.aif:OVA2",
    "sadface": "argmap.formats.sadface:SPEC",
    "arguebuf": "argmap.formats.arguebuf:SPEC",
    "arggraph": "argmap.formats.arggraph:SPEC",
    "brat": "argmap.formats.brat:SPEC",
    "aml": "argmap.formats.aml:SPEC",
    "kialo": "argmap.formats.kialo:SPEC",
    "csv": "argmap.formats.edge_list:SPEC",
    "outline": "argmap.formats.outline:SPEC",
    "carneades": "argmap.formats.carneades:SPEC",
    "lkif": "argmap.formats.lkif:SPEC",
    "gsn": "argmap.formats.gsn:SPEC",
    "graphml": "argmap.formats.graphml:SPEC",
}
"""Where the specification of each format is, in the order in which users see them: module, colon, name."""

NATIVE = ("yaml", "json")
"""The two forms of argmap's own format, which hold all of a map."""


class UnknownFormatError(ArgmapError, ValueError):
    """A format is named that there is not, or that cannot do what is asked of it.

    Attributes:
        format: what was asked for.
    """

    def __init__(self, format: str, reason: str = "") -> None:  # noqa: A002
        self.format = format
        nearest = find_nearest(format, _SPECS)
        hint = f"did you mean {nearest}?" if nearest else f"expected one of {', '.join(_SPECS)}"
        super().__init__(reason or f'no format "{format}" ({hint})')


def format_names() -> tuple[str, ...]:
    """Return the names of all formats, argmap's own first."""
    return tuple(_SPECS)


@cache
def find_spec(name: str) -> FormatSpec:
    """Return what the format of a name is.

    Raises:
        UnknownFormatError: there is no such format.
    """
    if name not in _SPECS:
        raise UnknownFormatError(name)
    module, _, attribute = _SPECS[name].partition(":")
    return cast("FormatSpec", getattr(import_module(module), attribute))


def all_specs() -> tuple[FormatSpec, ...]:
    """Return what each format is; this imports the modules of all."""
    return tuple(find_spec(name) for name in _SPECS)
