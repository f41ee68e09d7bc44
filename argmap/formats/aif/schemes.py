"""Schemes by the names that AIF has for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.schemes import built_in_schemes

DEFAULT_INFERENCE = "Default Inference"
DEFAULT_CONFLICT = "Default Conflict"

_WITHOUT_SCHEME = frozenset({"", "RA", "CA", "Default", DEFAULT_INFERENCE, DEFAULT_CONFLICT, "DefaultInference"})


def scheme_of(node: Mapping[str, Any]) -> str | None:
    """Return the scheme that an inference's node names; None if it names none.

    AIFdb has the name in `scheme`, and some writers only in `text`; the first files of OVA3 have a number in `scheme`.
    A name that the catalogue does not have is returned as it is.
    """
    for key in ("scheme", "text"):
        name = node.get(key)
        if name.__class__ is str and name not in _WITHOUT_SCHEME and not name.isdecimal() and name.strip():
            found = built_in_schemes().find(name)
            return found.id if found else name
    return None


def name_in_aif(scheme: str | None) -> str:
    """Return what AIF calls a scheme: its name there, else the name that the map has."""
    if scheme is None:
        return DEFAULT_INFERENCE
    found = built_in_schemes().find(scheme)
    if found is None:
        return scheme
    return found.aif or found.id
