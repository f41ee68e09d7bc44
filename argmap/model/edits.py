"""A map with the edits of fixes made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, assert_never

from argmap.model.argument_map import ArgumentMap
from argmap.model.errors import ArgmapError
from argmap.model.finding import Path
from argmap.model.fix import Edit, Remove, Replace


class EditError(ArgmapError, ValueError):
    """Edits cannot be made.

    Attributes:
        reason: why, as part of a sentence.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the edits cannot be made: {reason}")


def apply_edits(argument_map: ArgumentMap, edits: Iterable[Edit]) -> ArgumentMap:
    """Return the map with the edits made.

    Args:
        argument_map: the map.
        edits: the changes, in any order; all paths are those of the map as it is.

    Raises:
        EditError: a path leads nowhere, or the map could not hold what the edits leave.

    Examples:
        >>> from argmap.model import ArgumentMap, Waiver
        >>> m = ArgumentMap(main=("a", "b"), waivers=[Waiver(rule="SUP001")])
        >>> changed = apply_edits(m, [Remove(("waivers", 0)), Replace(("main", 1), "c")])
        >>> changed.main, changed.waivers
        (('a', 'c'), ())
    """
    by_field: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        if not edit.path:
            raise EditError("a path leads to the map as a whole")
        by_field[str(edit.path[0])].append(edit)
    update = {field: _edit_field(argument_map, field, edits) for field, edits in by_field.items()}
    edited: ArgumentMap = _validated(argument_map, dict(argument_map), update)
    return edited


def _edit_field(argument_map: ArgumentMap, field: str, edits: Sequence[Edit]) -> Any:
    """Return the field of the map with the edits made; elements that no edit is about stay the objects they are."""
    if field not in type(argument_map).model_fields:
        raise EditError(f"a map has no field {field}")
    values = getattr(argument_map, field)
    inside: dict[int, list[Edit]] = defaultdict(list)
    around: list[Edit] = []
    for edit in edits:
        match edit.path:
            case (_, int(index), _, *_) if isinstance(values, tuple) and 0 <= index < len(values):
                inside[index].append(edit)
            case _:
                around.append(edit)
    if inside:
        values = tuple(
            _edit_element(value, inside[index]) if index in inside else value for index, value in enumerate(values)
        )
    return _edited({field: values}, around, 0).get(field, type(argument_map).model_fields[field].get_default())


def _edit_element(element: Any, edits: Sequence[Edit]) -> Any:
    return _validated(element, _edited(element.model_dump(), edits, 2), {})


def _validated(model: Any, fields: dict[str, Any], update: Mapping[str, Any]) -> Any:
    from pydantic import ValidationError

    try:
        return type(model).model_validate({**fields, **update})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise EditError(f"{where}: {first['msg'][0].lower()}{first['msg'][1:]}") from None


def _edited(document: dict[str, Any], edits: Sequence[Edit], start: int) -> dict[str, Any]:
    """Return plain values with the edits made: the last items first, so that the places of the others stay.

    Args:
        document: mappings and sequences; it is changed.
        edits: what to change.
        start: how many parts of each path lead to the document.
    """
    for edit in sorted(edits, key=lambda edit: [_order(part) for part in edit.path], reverse=True):
        holder, key = _find(document, edit.path[start:])
        match edit:
            case Remove():
                del holder[key]
            case Replace(value=value):
                holder[key] = value
            case _:
                assert_never(edit)
    return document


def _find(document: dict[str, Any], path: Path) -> tuple[Any, Any]:
    """Return the mapping or list that holds what the path leads to, and its key or index there."""
    holder: Any = document
    for number, part in enumerate(path):
        known = range(len(holder)) if isinstance(holder, list) else holder if isinstance(holder, dict) else ()
        if part not in known:
            raise EditError(f"nothing stands at {'.'.join(map(str, path))}")
        if number == len(path) - 1:
            return holder, part
        if isinstance(holder[part], dict | list | tuple):  # a copy, as the map keeps the one that it has
            holder[part] = dict(holder[part]) if isinstance(holder[part], dict) else list(holder[part])
        holder = holder[part]
    raise EditError("a path leads to an element as a whole where a value in it was expected")


def _order(part: str | int) -> tuple[bool, int, str]:
    return (True, part, "") if isinstance(part, int) else (False, 0, part)
