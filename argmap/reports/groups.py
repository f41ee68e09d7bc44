"""Findings grouped by the claim that they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.model import ArgumentMap, Finding


@dataclass(frozen=True, slots=True)
class Group:
    """The findings about one claim.

    Attributes:
        element: the id of the claim; of a source, a party, or something that nothing defines, if the findings are
            about that; None for the map as a whole.
        text: the text of the claim; the title of a source, the name of a party; "" if there is none.
        findings: the findings, in their order.
    """

    element: str | None
    text: str
    findings: tuple[Finding, ...]


def group_by_claim(argument_map: ArgumentMap | None, findings: Sequence[Finding]) -> tuple[Group, ...]:
    """Return the groups in the order of their first findings.

    What is found at an inference is about its conclusion, and what is found at an attack about the claim that the
    attack is on in the end.

    Args:
        argument_map: the map; None if the file gave none, and then each finding is about what it names.
        findings: any findings of that map.
    """
    targets = _targets(argument_map)
    texts = element_texts(argument_map)
    groups: dict[str | None, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_claim(finding.element, targets), []).append(finding)
    return tuple(Group(element, texts.get(element or "", ""), tuple(group)) for element, group in groups.items())


def element_texts(argument_map: ArgumentMap | None) -> Mapping[str, str]:
    """Return what can be read of each element that says something itself: claims, sources and parties."""
    if argument_map is None:
        return {}
    parties = {party.id: party.name for party in argument_map.parties}
    sources = {source.id: source.title for source in argument_map.sources}
    return parties | sources | {claim.id: claim.text for claim in argument_map.claims}


def _targets(argument_map: ArgumentMap | None) -> Mapping[str, str]:
    """Return what each inference concludes and each attack is on."""
    if argument_map is None:
        return {}
    attacks = {attack.id: attack.target for attack in argument_map.attacks}
    return attacks | {inference.id: inference.conclusion for inference in argument_map.inferences}


def _claim(element: str | None, targets: Mapping[str, str]) -> str | None:
    seen: set[str] = set()
    # Attacks on one another may lead round in a circle.
    while element is not None and element in targets and element not in seen:
        seen.add(element)
        element = targets[element]
    return element
