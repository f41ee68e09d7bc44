"""What a writer loses: the map compared with what reading its text gives back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from argmap.formats.spec import Read, Write
from argmap.model import SECTIONS, ArgumentMap
from argmap.schemes import built_in_schemes, spelling_key

_MOST_NAMED = 5
_SINGULAR = {"parties": "party"}


def find_lost(
    argument_map: ArgumentMap, write: Write, read: Read, holds: Collection[str], kept_as: Collection[str]
) -> tuple[str, ...]:
    """Return what writing the map loses in fields that the format can hold, a sentence each; it writes and reads once.

    Args:
        argument_map: the map.
        write: the writer.
        read: its reader.
        holds: the fields that the format can hold, as in `FormatSpec`.
        kept_as: the names of the extensions that the format can hold.
    """
    again = read(write(argument_map), "").map
    if again is None:
        return ("the text that is written cannot be read back",)
    return (
        *_lost_fields(argument_map, again, holds),
        *(text for section in SECTIONS for text in _lost_in(section, argument_map, again, holds)),
        *_lost_extensions(argument_map, kept_as),
    )


def is_same_scheme(one: str | None, other: str | None) -> bool:
    """Tell whether two names are those of one scheme, however they are spelt."""
    return one == other or (one is not None and other is not None and _canonical(one) == _canonical(other))


def _canonical(name: str) -> str:
    found = built_in_schemes().find(name)
    return found.id if found else spelling_key(name)


def _lost_fields(before: ArgumentMap, after: ArgumentMap, holds: Collection[str]) -> Iterator[str]:
    for name in ("title", "language", "article", "main", "standard", "note"):
        value = getattr(before, name)
        if name in holds and value and value != getattr(after, name):
            yield f"the map's `{name}` changes or is left out"


def _lost_in(section: str, before: ArgumentMap, after: ArgumentMap, holds: Collection[str]) -> Iterator[str]:
    """Yield what is lost of the elements of a section; elements of sections that the format has not are not told."""
    prefix = f"{section}."
    names = sorted(field.removeprefix(prefix) for field in holds if field.startswith(prefix))
    if not names:
        return
    found = defaultdict(list)
    for element in getattr(after, section):
        found[element.id].append(element)
    gone: list[str] = []
    changed: dict[str, list[str]] = defaultdict(list)
    for element in getattr(before, section):
        if not found[element.id]:
            gone.append(element.id)
            continue
        again = found[element.id].pop(0)
        for name in names:
            if name != "extensions" and not _is_same(name, getattr(element, name, None), getattr(again, name, None)):
                changed[name].append(element.id)
    if gone:
        yield f"{_count(section, gone)} left out or gets another id: {_named(gone)}"
    for name, element_ids in sorted(changed.items()):
        yield f"`{name}` changes or is left out in {_count(section, element_ids)}: {_named(element_ids)}"


def _is_same(name: str, before: Any, after: Any) -> bool:
    if name == "scheme":
        return is_same_scheme(before, after)
    return bool(before == after) or (name == "at" and not before)


def _lost_extensions(before: ArgumentMap, kept_as: Collection[str]) -> Iterator[str]:
    names = {name for holder in (before, *before.elements()) for name in holder.extensions}
    for name in sorted(names - set(kept_as)):
        yield f"the extensions of `{name}` are left out"


def _count(section: str, element_ids: list[str]) -> str:
    if len(element_ids) == 1:
        return f"1 {_SINGULAR.get(section, section.removesuffix('s'))}"
    return f"{len(element_ids):,} {section}"


def _named(element_ids: list[str]) -> str:
    named = ", ".join(f"[{element_id}]" for element_id in element_ids[:_MOST_NAMED])
    return f"{named} and others" if len(element_ids) > _MOST_NAMED else named
