"""The claims of a map as a page tells them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.graph import ArgumentGraph
from argmap.model import Anchor, AnyClaim, Given, Proposal, Source
from argmap.model.anchor import is_web_address
from argmap.render import theme
from argmap.render.build import card_kind
from argmap.render.page.shapes import ClaimData, ElementData, PassageData, SourceData
from argmap.render.text import clean
from argmap.render.theme import CardKind, CardStyle


def claim_data(
    graph: ArgumentGraph, claim: AnyClaim, numbers: Mapping[str, str], cards: Mapping[CardKind, CardStyle]
) -> ClaimData:
    """Return what the page tells of a claim.

    Args:
        graph: the structure of the map.
        claim: the claim.
        numbers: the numbers of claims, by id.
        cards: what cards call themselves.
    """
    look = cards[card_kind(graph, claim)]
    data = ClaimData(
        id=claim.id,
        text=clean(claim.text) or theme.NO_TEXT,
        look=f"{look.icon} {look.word}",
        kind=str(claim.kind),
    )
    if number := numbers.get(claim.id):
        data["number"] = number
    if claim.implicit:
        data["implicit"] = True
    if claim.given is not Given.NONE:
        data["given"] = str(claim.given)
    if graph.is_held(claim.id):
        data["held"] = True
    if claim.cites:
        data["cites"] = list(dict.fromkeys(claim.cites))
    if claim.when is not None:
        data["when"] = str(claim.when)
    if claim.standard is not None:
        data["standard"] = str(claim.standard)
    if claim.tags:
        data["tags"] = [clean(tag) for tag in claim.tags]
    if isinstance(claim, Proposal):
        _add_proposal(data, claim)
    add_said(data, graph, claim.by, claim.at)
    add_remarks(data, claim.note, claim.weight)
    return data


def _add_proposal(data: ClaimData, proposal: Proposal) -> None:
    if proposal.agent is not None:
        data["agent"] = proposal.agent
    if proposal.action:
        data["action"] = clean(proposal.action)
    if proposal.reciprocates is not None:
        data["reciprocates"] = proposal.reciprocates


def add_said(data: ElementData, graph: ArgumentGraph, by: str | None, at: tuple[Anchor, ...]) -> None:
    """Add who says it and where."""
    if by is not None:
        data["by"] = by
    if passages := [_passage(graph, anchor) for anchor in at]:
        data["passages"] = passages


def add_remarks(data: ElementData, note: str, weight: float | None) -> None:
    """Add the remark of the map's author and the weight."""
    if note:
        data["note"] = clean(note)
    if weight is not None:
        data["weight"] = weight


def _passage(graph: ArgumentGraph, anchor: Anchor) -> PassageData:
    source_id = anchor.source or graph.map.article or ""
    source = graph.sources.get(source_id)
    parts = [f"¶ {anchor.paragraph}"] if anchor.paragraph is not None else []
    if anchor.start:
        parts.append(f"“{' … '.join(clean(words) for words in (anchor.start, anchor.end) if words)}”")
    if source_id != (graph.map.article or ""):
        parts.append(f"in {clean(source.title) if source and source.title else f'[{source_id}]'}")
    data = PassageData(words=" ".join(parts))
    if source is not None and (link := anchor.link(source.url)) is not None:
        data["opens"] = link.removeprefix(source.url)
        if source_id != graph.map.article:
            data["source"] = source_id
    return data


def source_data(source: Source, parties: Mapping[str, str]) -> SourceData:
    """Return what the page tells of a source.

    Args:
        source: the source.
        parties: names of parties, by id.
    """
    data = SourceData(title=clean(source.title) or f"[{source.id}]")
    if about := ", ".join(_about(source, parties)):
        data["about"] = about
    if is_web_address(source.url):
        data["link"] = source.url
    return data


def _about(source: Source, parties: Mapping[str, str]) -> Iterator[str]:
    yield from (clean(words) for words in (source.author, source.publisher) if words)
    if source.date is not None:
        yield str(source.date)
    if source.medium:
        yield clean(source.medium)
    if source.party is not None:
        yield f"interested party: {parties.get(source.party, f'[{source.party}]')}"
