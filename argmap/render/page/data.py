"""The data that a page carries for its script."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from argmap.graph import ArgumentGraph, find_numbers
from argmap.model import AnyClaim
from argmap.render.options import Options
from argmap.render.page.claims import claim_data, source_data
from argmap.render.page.shapes import ClaimData, PageData, ReadingData
from argmap.render.page.steps import step_data
from argmap.render.text import clean, well_formed
from argmap.schemes import all_schemes
from argmap.semantics import Stance, Support
from argmap.semantics.labelling import Reading

_CONTROL = re.compile(r"\\[bfu]")
"""How JSON writes control characters that HTML cannot hold; few texts have a backslash before these letters."""


def page_data(graph: ArgumentGraph, title: str, options: Options | None = None) -> PageData:
    """Return the data of the page.

    Args:
        graph: the structure of the map.
        title: what the page calls the map.
        options: say what the page shows when it is opened: layers, labels, collapsed claims, and whether roles at all.

    Raises:
        UnknownElementError: the map has no claim with one of the ids to collapse.
    """
    options = options or Options()
    reading = Reading() if options.labels is None else options.labels.compilation.reading
    found, schemes = Support(graph), all_schemes()
    numbers = find_numbers(graph)
    parties = {party.id: clean(party.name) or f"[{party.id}]" for party in graph.parties.values()}
    return PageData(
        title=title,
        article=graph.map.article or "",
        standard=str(graph.map.standard),
        main=list(graph.main_claims),
        claims=[_claim(graph, claim, numbers, options) for claim in graph.claims.values()],
        steps=[step_data(graph, step, schemes, found.grounded) for step in graph.steps],
        sources={source.id: source_data(source, parties) for source in graph.sources.values()},
        parties=parties,
        bearing={Stance.ASSERTED: _bearing(found.asserting()), Stance.HELD: _bearing(found)},
        layers=sorted(options.shown_layers),
        roles=options.roles,
        collapsed=[graph.claim(claim_id).id for claim_id in options.collapse],
        reading=_reading(reading),
    )


def _reading(reading: Reading) -> ReadingData:
    data = ReadingData(
        stance=reading.stance,
        accept=sorted(reading.accept),
        reject=sorted(reading.reject),
        thresholds=asdict(reading.thresholds),
    )
    if reading.standard is not None:
        data["standard"] = reading.standard
    return data


def _claim(graph: ArgumentGraph, claim: AnyClaim, numbers: Mapping[str, str], options: Options) -> ClaimData:
    data = claim_data(graph, claim, numbers, options.shown_theme.cards)
    if options.roles:
        data["role"] = str(graph.role(claim.id))
    return data


def _bearing(found: Support) -> dict[str, list[str]]:
    """Return the claims without which main claims fall, each with those main claims, in the order of the map."""
    bearing: dict[str, list[str]] = defaultdict(list)
    for main in found.graph.main_claims:
        for claim in found.load_bearing(main).found:
            bearing[claim.claim_id].append(main)
    return dict(bearing)


def as_json(data: Mapping[str, Any]) -> str:
    """Return the data as JSON that can stand in a script element: no text in it can end the element or open another.

    Characters that HTML cannot hold are U+FFFD, in ids as in texts, so that ids go on matching those in the picture.
    """
    text = _dumped(data)
    if not text.isprintable() or _CONTROL.search(text):
        text = _dumped(_well_formed(data))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _dumped(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _well_formed(value: Any) -> Any:
    """Return the same value with all texts cleaned; it recurses on the depth of the data, which no map makes deeper."""
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, dict):
        return {well_formed(str(key)): _well_formed(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_well_formed(item) for item in value]
    return value
