"""A map that a student hands in, in whatever shape it comes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from argmap.classroom.grading.responses import Refusal, describe, refuse_empty
from argmap.formats import LoadResult, Notice, read_text
from argmap.graph.links import count_links
from argmap.model import ArgumentMap, Severity

MOST_LETTERS = 1_000_000
"""The text of a map that is longer than this is refused."""

MOST_CLAIMS = 1_000
MOST_LINKS = 5_000
MOST_PAIRS = 100_000
"""Maps with more claims, links or pairs of co-premises than this are refused."""


@dataclass(frozen=True, slots=True)
class MapResponse:
    """A map that was handed in.

    Attributes:
        map: what could be read of it.
        remark: how much could not be read; "" if all could.
    """

    map: ArgumentMap
    remark: str = ""


def read_map_response(response: object) -> MapResponse:
    """Return the map in the response: a map, what reading a file gave, or argmap's own format as an object or text.

    Raises:
        Refusal: it is none of these, gives no map, an empty one, or one that is too large.
    """
    refuse_empty(response)
    match response:
        case ArgumentMap():
            found = MapResponse(response)
        case LoadResult():
            found = _readable(response)
        case _:
            found = _readable(read_text(_as_text(response), "<response>"))
    if problem := find_size_problem(found.map):
        raise Refusal(problem)
    if not found.map.claims and not found.map.inferences and not found.map.attacks:
        raise Refusal("the map is empty")
    return found


def find_size_problem(argument_map: ArgumentMap) -> str:
    """Say why a map is too large to be graded; "" if it is not."""
    links, pairs = count_links(argument_map)
    counts = (("claims", len(argument_map.claims), MOST_CLAIMS), ("links", links, MOST_LINKS))
    for what, number, most in (*counts, ("pairs of premises that work together", pairs, MOST_PAIRS)):
        if number > most:
            return f"the map has {number} {what}, expected at most {most}"
    return ""


def _as_text(response: object) -> str:
    if isinstance(response, bytes):
        response = response.decode("utf-8", errors="replace")
    if isinstance(response, dict):
        response = _dump(response)
    if not isinstance(response, str):
        raise Refusal(f"found {describe(response)}, expected a map")
    if len(response) > MOST_LETTERS:
        raise Refusal(f"the map has {len(response)} characters, expected at most {MOST_LETTERS}")
    return response


def _dump(response: dict[Any, Any]) -> str:
    try:
        return json.dumps(response)
    except (TypeError, ValueError, RecursionError):
        raise Refusal("the map holds what JSON does not have") from None


def _readable(loaded: LoadResult) -> MapResponse:
    # A map that does not say which version of the format it has is read all the same.
    errors = [f for f in loaded.findings if f.severity is Severity.ERROR and f.code != Notice.VERSION]
    if loaded.map is None:
        raise Refusal(f"the map cannot be read: {errors[0].message}" if errors else "the map cannot be read")
    parts = "1 part of the map" if len(errors) == 1 else f"{len(errors)} parts of the map"
    return MapResponse(loaded.map, f"{parts} could not be read: {errors[0].message}" if errors else "")
