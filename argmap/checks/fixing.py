"""Fixing: which of the fixes that rules propose are made, and a map with all of them made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.checks.config import Config
from argmap.checks.engine import run
from argmap.model import ArgumentMap, Edit, Finding, Fix, Path, Remove, apply_edits

MOST_ROUNDS = 100
"""After so many rounds fixing ends; each takes something out or defines an id, so that it ends long before."""


class Proposal(NamedTuple):
    """A finding, and the fix of it that is to be made."""

    finding: Finding
    fix: Fix

    @property
    def key(self) -> tuple[str, str]:
        """What tells the proposal from others, also after other fixes were made."""
        return self.finding.fingerprint, self.fix.title


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came of fixing a map.

    Attributes:
        map: the map with the fixes made.
        made: the fixes, in the order in which they were made.
    """

    map: ArgumentMap
    made: tuple[Proposal, ...]


def fix(  # noqa: PLR0913 - one argument for each setting
    argument_map: ArgumentMap,
    *,
    unsafe: bool = False,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    profile: str | None = None,
    texts: Mapping[str, str] | None = None,
    config: Config | None = None,
) -> Fixed:
    """Return the map with the fixes made that its findings propose, again and again until there is none left.

    Args:
        argument_map: the map.
        unsafe: make also the fixes that somebody should look at, such as writing the nearest id for a misspelt one.
        select: which rules to run, as for `run`.
        ignore: which rules not to run.
        profile: default, classroom or strict.
        texts: id of a source to its text.
        config: the configuration.

    Examples:
        >>> from argmap.model import ArgumentMap, Claim
        >>> m = ArgumentMap(main=("Wet",), claims=[Claim(id="wet", text="The street is wet")])
        >>> fixed = fix(m)
        >>> fixed.map.main, [str(proposal.fix.title) for proposal in fixed.made]
        (('wet',), ['write [wet] for [Wet]'])
    """
    made: list[Proposal] = []
    for _ in range(MOST_ROUNDS):
        result = run(argument_map, select=select, ignore=ignore, profile=profile, texts=texts, config=config)
        proposals = choose(result.findings, unsafe=unsafe)
        if not proposals:
            break
        argument_map = apply_edits(argument_map, edits_of(proposals))
        made += proposals
    return Fixed(argument_map, tuple(made))


def find_fix(finding: Finding, *, unsafe: bool = False) -> Fix | None:
    """Return the fix of a finding that may be made; None if there is none, or if a waiver accepts the finding."""
    if finding.waived is not None:
        return None
    return next((fix for fix in finding.fixes if fix.is_safe or unsafe), None)


def choose(
    findings: Iterable[Finding], *, unsafe: bool = False, refused: Collection[tuple[str, str]] = ()
) -> list[Proposal]:
    """Return fixes that can be made together: those of one rule, and no two of one part of the map.

    What one rule proposes can be out of date once another rule's fixes are made. Corrections come before removals: once
    an id is corrected, what seemed of no use may be in use.

    Args:
        findings: what was found.
        unsafe: choose also fixes that somebody should look at.
        refused: the keys of proposals that are not to be made.
    """
    proposals = [
        Proposal(finding, chosen) for finding in findings if (chosen := find_fix(finding, unsafe=unsafe)) is not None
    ]
    proposals = [proposal for proposal in proposals if proposal.key not in refused]
    first = min(map(_turn, proposals), default=None)
    taken: set[Path] = set()
    around: set[Path] = set()
    chosen_together: list[Proposal] = []
    for proposal in proposals:
        regions = [_region(edit) for edit in proposal.fix.edits]
        outer = {region[:length] for region in regions for length in range(len(region) + 1)}
        if _turn(proposal) == first and not (around & {*regions} or taken & outer):
            chosen_together.append(proposal)
            taken.update(regions)
            around |= outer
    return chosen_together


def edits_of(proposals: Iterable[Proposal]) -> Iterator[Edit]:
    """Yield the edits of all of the fixes."""
    for proposal in proposals:
        yield from proposal.fix.edits


def _turn(proposal: Proposal) -> tuple[bool, bool, str]:
    """Return what puts proposals in order; those for which it is the same can be made together."""
    removes = any(isinstance(edit, Remove) for edit in proposal.fix.edits)
    return removes, not proposal.fix.is_safe, proposal.finding.code


def _region(edit: Edit) -> Path:
    """Return the path of the part of the map that only one fix at a time may change: of an item its list."""
    return edit.path[:-1] if isinstance(edit, Remove) and len(edit.path) > 2 else edit.path
