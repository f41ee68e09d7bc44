"""What a format cannot hold of a map, told before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from argmap.formats.fields import IDS, find_used
from argmap.formats.notices import Notice, notice
from argmap.formats.spec import FormatSpec
from argmap.model import ArgmapError, ArgumentMap, Finding, Severity

_MOST_NAMED = 3


class LossError(ArgmapError, ValueError):
    """A map is to be written strictly, and its new format cannot hold all of it.

    Attributes:
        findings: what would be lost.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class LossWarning(UserWarning):
    """A map was written in a format that cannot hold all of it."""


def find_losses(argument_map: ArgumentMap, spec: FormatSpec) -> tuple[Finding, ...]:
    """Return what a file of the format would not hold of the map: a finding for each field, then the format's own.

    Fields that lose their values are warnings. That elements get other ids is told as an info: nothing is said less.
    O(size of the map).
    """
    holders: dict[str, list[tuple[str | None, int]]] = defaultdict(list)
    for name, element_id, number in find_used(argument_map):
        is_kept = name in spec.holds
        if is_kept and spec.namespaces and name.rpartition(".")[2] == "extensions":
            is_kept = not _namespaces(argument_map, name, number) - set(spec.namespaces)
        if not is_kept:
            holders[name].append((element_id, number))
    held_sections = {name.partition(".")[0] for name in spec.holds}
    findings: list[Finding] = []
    told: set[str] = set()
    for name, used_by in holders.items():
        section, dot, field = name.partition(".")
        if dot and section not in held_sections:
            if section not in told:
                told.add(section)
                findings.append(_loss(f"{spec.name} cannot hold {section}: {_named(used_by)}", used_by, (section,)))
        elif name not in IDS:
            owners = f" of {section} {_named(used_by)}" if dot else " of the map"
            path = (section, used_by[0][1], field) if dot else (section,)
            findings.append(_loss(f"{spec.name} cannot hold `{field or section}`{owners}", used_by, path))
    sentences = spec.find_losses(argument_map)
    findings += [notice(Notice.LOSS, sentence, severity=Severity.WARNING) for sentence in sentences]
    if any(name in holders and name.partition(".")[0] in held_sections for name in IDS):
        message = f"{spec.name} cannot hold ids: elements get new ones when the file is read"
        findings.append(notice(Notice.LOSS, message, severity=Severity.INFO))
    return tuple(findings)


def _namespaces(argument_map: ArgumentMap, field: str, number: int) -> set[str]:
    section, dot, _ = field.partition(".")
    owner = getattr(argument_map, section)[number] if dot else argument_map
    return set(owner.extensions)


def _loss(message: str, used_by: Sequence[tuple[str | None, int]], path: tuple[str | int, ...]) -> Finding:
    element = used_by[0][0] if len(used_by) == 1 else None
    return notice(Notice.LOSS, message, "", path, element, Severity.WARNING)


def _named(used_by: Sequence[tuple[str | None, int]]) -> str:
    return name_ids([element_id or "" for element_id, _ in used_by])


def name_ids(ids: Iterable[str]) -> str:
    """Return ids as sentences name them, no more than a few.

    Examples:
        >>> name_ids(["a", "b", "c", "d", "e"])
        '[a], [b], [c] and 2 more'
    """
    names = list(dict.fromkeys(f"[{element_id}]" if element_id else "the map" for element_id in ids))
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
