"""Saving: maps to texts and files of any format, with what that loses."""

from __future__ import annotations

import warnings
from os import PathLike
from pathlib import Path

from argmap.formats.catalogue import UnknownFormatError, find_spec
from argmap.formats.losses import LossError, LossWarning, find_losses
from argmap.formats.recognise import format_of_name
from argmap.formats.spec import FormatSpec
from argmap.model import ArgumentMap, Finding, Severity
from argmap.model.atomic import write_atomically
from argmap.model.collector import collector_paused

_MOST_TOLD = 5


def dumps(argument_map: ArgumentMap, *, format: str = "yaml", strict: bool = False) -> str:  # noqa: A002
    """Return the map as text of a format.

    Fields that have their default are left out. The same map gives the same text. Argmap's own format holds all of a
    map: reading what it wrote gives an equal one.

    Args:
        argument_map: the map.
        format: the name of a format that can be written. YAML takes about 0.2 ms for each field.
        strict: raise an error instead of a warning if the format cannot hold all of the map.

    Raises:
        LossError: `strict`, and the format cannot hold all of the map.
        UnknownFormatError: there is no such format, or it is only read.

    Warns:
        LossWarning: the format cannot hold all of the map; `losses` gives what.
    """
    lost = [finding for finding in losses(argument_map, format) if finding.severity is not Severity.INFO]
    if lost and strict:
        raise LossError(lost)
    if lost:
        told = "; ".join(finding.message for finding in lost[:_MOST_TOLD])
        more = f"; and {len(lost) - _MOST_TOLD} more" if len(lost) > _MOST_TOLD else ""
        warnings.warn(f"{told}{more}", LossWarning, stacklevel=2)
    return write_text(argument_map, find_spec(format))


def write_text(argument_map: ArgumentMap, spec: FormatSpec) -> str:
    """Return the map as text of a format, whatever that loses.

    Raises:
        UnknownFormatError: the format is only read.
    """
    if spec.write is None:
        raise UnknownFormatError(spec.name, f'the format "{spec.name}" is only read, not written')
    with collector_paused():
        return spec.write(argument_map)


def losses(argument_map: ArgumentMap, format: str) -> tuple[Finding, ...]:  # noqa: A002
    """Return what a file of the format would not hold of the map; nothing is written.

    Warnings are losses. An info tells what changes its form, such as ids.

    Raises:
        UnknownFormatError: there is no such format, or it is only read.

    Examples:
        >>> from argmap.model import Draft
        >>> draft = Draft()
        >>> _ = draft.claim("The street is wet", note="since noon")
        >>> print(losses(draft.build(), "kialo")[0].message)
        kialo cannot hold `note` of claims [the-street-is-wet]
    """
    spec = find_spec(format)
    if spec.write is None:
        raise UnknownFormatError(format, f'the format "{format}" is only read, not written')
    return find_losses(argument_map, spec)


def save(
    argument_map: ArgumentMap,
    path: str | PathLike[str],
    format: str | None = None,  # noqa: A002
    *,
    strict: bool = False,
) -> Path:
    """Write the map to a file.

    The file is the old one or the new one, never half. Comments of an existing file are not kept.

    Args:
        argument_map: the map.
        path: the file.
        format: the name of a format; left out, the one that the name of the file ends with, else argmap's own YAML.
        strict: raise an error instead of a warning if the format cannot hold all of the map.

    Returns:
        The path.

    Raises:
        LossError: `strict`, and the format cannot hold all of the map.
        OSError: the file cannot be written.
        UnknownFormatError: there is no such format, or it is only read.

    Warns:
        LossWarning: the format cannot hold all of the map.
    """
    name = format or format_of_name(str(path)) or "yaml"
    return write_atomically(Path(path), dumps(argument_map, format=name, strict=strict).encode())
