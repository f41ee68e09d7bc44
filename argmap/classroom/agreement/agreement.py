"""How far two maps of one text agree, by all measures at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from argmap.classroom.agreement.cass import cass
from argmap.classroom.agreement.chance import alpha_of, both_ways, kappa_of, observed_agreement, pi_of
from argmap.classroom.agreement.overlap import Overlap, overlap
from argmap.classroom.agreement.paths import MOST_PATHS
from argmap.classroom.agreement.relations import NO_RELATION, relations
from argmap.classroom.agreement.segments import boundary_similarity
from argmap.classroom.agreement.spans import claim_ends, count_words
from argmap.classroom.agreement.structure import (
    Below,
    Nearness,
    below_overlap,
    edit_distance,
    edit_similarity,
    kirschner,
    link_overlap,
    path_overlap,
)
from argmap.classroom.denial import denial
from argmap.graph.alignment import LEAST_LIKENESS, Alignment, align
from argmap.graph.links import Linked, link_alike
from argmap.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two maps agree. Unless another range is given, numbers are from 0 (nothing) to 1 (all) and shares.

    Attributes:
        alignment: which claims say the same.
        claims: how many claims are in both maps; its `f1` is one number for it.
        links: how many links with their labels are in both maps.
        bare_links: the same without the labels.
        pairs: how many pairs of co-premises are in both maps.
        paths: how many ways from claim to claim are in both maps; None if there are too many, see `notes`.
        below: what stands below each claim that is in both maps.
        nearness: the measure of Kirschner, Eckle-Kohler and Gurevych.
        observed: the share of ordered pairs of shared claims that have the same relation: none, support, attack,
            undercut. High for all maps, as most pairs have none.
        kappa, pi, alpha: the same beyond chance: Cohen, Scott, Krippendorff (nominal); at most 1, below 0 for less than
            chance would give. 1 if fewer than two claims are shared.
        edits: how many edits make one map the other.
        edit_similarity: the same as a share.
        segments: the segmentation similarity S; 1 without a text.
        cass: kappa and S in one number, in the style of CASS.
        notes: what to know about the numbers.
    """

    alignment: Alignment
    claims: Overlap
    links: Overlap
    bare_links: Overlap
    pairs: Overlap
    paths: Overlap | None
    below: Below
    nearness: Nearness
    observed: float
    kappa: float
    pi: float
    alpha: float
    edits: int
    edit_similarity: float
    segments: float
    cass: float
    notes: tuple[str, ...] = ()


def agreement(
    one: ArgumentMap, other: ArgumentMap, *, text: str | None = None, least: float = LEAST_LIKENESS
) -> Agreement:
    """Return how far two maps of one text agree, such as those of two annotators.

    Args:
        one: a map; claims of both are matched by id and then by text.
        other: another map.
        text: the text of the article; with it CASS counts where the passages of claims end too.
        least: how alike the texts of two claims have to be that say the same, above 0 and at most 1.

    Examples:
        >>> from argmap.formats import loads
        >>> m = loads('{argmap: 1, claims: {a: A, b: B}, inferences: {i: {premises: b, conclusion: a}}}')
        >>> agreement(m, m).kappa
        1.0
    """
    alignment = align(one, other, least=least, sense=denial(one.language))
    ours, theirs = link_alike(one, other, alignment)
    shared = ours.claims & theirs.claims
    confusion = _confusion(ours, theirs, shared)
    kappa = kappa_of(confusion) if confusion else 1.0
    segments = 1.0 if text is None else _segments(one, other, text)
    paths = path_overlap(ours, theirs)
    return Agreement(
        alignment=alignment,
        claims=overlap(ours.claims, theirs.claims),
        links=link_overlap(ours, theirs),
        bare_links=link_overlap(ours, theirs, labelled=False),
        pairs=overlap(ours.pairs, theirs.pairs),
        paths=paths,
        below=below_overlap(ours, theirs, shared),
        nearness=kirschner(ours, theirs),
        observed=observed_agreement(confusion) if confusion else 1.0,
        kappa=kappa,
        pi=pi_of(confusion) if confusion else 1.0,
        alpha=alpha_of(both_ways(confusion)) if confusion else 1.0,
        edits=edit_distance(ours, theirs),
        edit_similarity=edit_similarity(ours, theirs),
        segments=segments,
        cass=cass(kappa, segments),
        notes=tuple(_notes(shared, alignment, has_paths=paths is not None, has_text=text is not None)),
    )


def _segments(one: ArgumentMap, other: ArgumentMap, text: str) -> float:
    return boundary_similarity(claim_ends(one, text), claim_ends(other, text), count_words(text))


def _confusion(one: Linked, other: Linked, claims: Collection[str]) -> Counter[tuple[str, str]]:
    """Return for each pair of relations how many ordered pairs of claims have them in the two maps."""
    ours, theirs = relations(one, claims), relations(other, claims)
    related = ours.keys() | theirs.keys()
    found = Counter((ours.get(pair, NO_RELATION), theirs.get(pair, NO_RELATION)) for pair in related)
    if unrelated := len(claims) * (len(claims) - 1) - len(related):
        found[NO_RELATION, NO_RELATION] += unrelated
    return found


def _notes(shared: Collection[str], alignment: Alignment, *, has_paths: bool, has_text: bool) -> list[str]:
    notes = []
    if len(shared) < 2:
        notes.append("fewer than two claims are in both maps, so kappa, pi and alpha say nothing")
    if not alignment.is_best:
        notes.append("so many claims are alike that a better way to match them may exist")
    if not has_paths:
        notes.append(f"one of the maps has more than {MOST_PATHS} ways from claim to claim, so they are not compared")
    if not has_text:
        notes.append("without the text of the article, CASS takes the passages of both maps to be the same")
    return notes
