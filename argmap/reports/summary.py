"""The summary of a report: what the argument claims, rests on and lacks, in words that need no training, as HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Finding
from argmap.model.printable import one_line, printable
from argmap.reports.rule_list import rule_entries
from argmap.reports.text import SEVERITY_WORDS
from argmap.semantics import Label, Labels, Repair, Stance, Support, TellingAttacks, telling_attacks
from argmap.semantics.labelling import Reading
from argmap.semantics.labels import label_graph

_MOST_LISTED, _MOST_CODES = 8, 5
_STANDS = {
    Label.IN: "it stands",
    Label.OUT: "it does not stand",
    Label.UNDECIDED: "it is open: objections and replies stand against each other",
}
_READINGS = {
    Stance.ASSERTED: "If all that the article says without a reason is taken as true",
    Stance.HELD: "If only what has a source, or is common ground, is taken as true",
}


def summary(argument_map: ArgumentMap, findings: Sequence[Finding], skipped: Iterable[tuple[str, str]] = ()) -> str:
    """Return the summary as HTML: headings, paragraphs and lists, in which every text of the map is escaped.

    Claims are buttons with `data-element`, the id of the claim, for a page to lead to their place.

    Args:
        argument_map: the map.
        findings: what the checks found.
        skipped: codes of rules that did not run, with the reason.
    """
    graph = ArgumentGraph(argument_map)
    support = Support(graph)
    readings = {stance: label_graph(graph, Reading(stance=stance)) for stance in Stance}
    repairs = {repair.claim_id: repair for repair in support.find_repairs(graph.main_claims, _MOST_LISTED)}
    parts = ["<h3>In short</h3>", *_in_short(graph)]
    parts.append("<h3>What it argues, and what that rests on</h3>")
    parts += [] if graph.main_claims else ["<p>The map has no main claim.</p>"]
    for claim_id in graph.main_claims:
        parts += _main_claim(graph, claim_id, repairs.get(claim_id), readings)
    parts += ["<h3>What was found</h3>", *_found(findings)]
    if reasons := [f"<li>{escape(code)}: {escape(printable(reason))}</li>" for code, reason in skipped]:
        parts += ["<h3>Not checked</h3>", _list(reasons)]
    return "\n".join(parts)


def _in_short(graph: ArgumentGraph) -> Iterator[str]:
    found = graph.map
    counts = (
        (len(graph.main_claims), "main claim", "main claims"),
        (len(graph.claims), "claim in all", "claims in all"),
        (len(found.inferences), "step from reasons to a claim", "steps from reasons to a claim"),
        (len(found.attacks), "objection or reply", "objections and replies"),
    )
    yield f"<p>{', '.join(_count(*one) for one in counts)}.</p>"
    bare = [
        claim_id for claim_id in graph.claims if not graph.has_reason(claim_id) and claim_id not in graph.main_claims
    ]
    held = sum(graph.is_held(claim_id) for claim_id in bare)
    if bare:
        begins = _count(len(bare), "claim is", "claims are")
        backed = _count(held, "has a source or is common ground", "have a source or are common ground")
        asserted = _count(len(bare) - held, "is only asserted", "are only asserted")
        begins = f"{begins} where the argument begins, with no reason given."
        yield f"<p>{begins} Of these, {backed}, and {asserted}.</p>"
    yield "<p>This summary takes no side. It says what the argument rests on, not whether it is true.</p>"


def _main_claim(
    graph: ArgumentGraph, claim_id: str, repair: Repair | None, readings: dict[Stance, Labels]
) -> Iterator[str]:
    yield f'<p class="main-claim">{_button(graph, claim_id)}</p>'
    lines = [f"{words}, {_STANDS[readings[stance][claim_id].label]}." for stance, words in _READINGS.items()]
    lines += _objection(graph, telling_attacks(readings[Stance.ASSERTED], claim_id))
    yield _list([f"<li>{line}</li>" for line in lines])
    if repair is None:
        yield "<p>Its reasons lead down to sources or to common ground.</p>"
        return
    hedge = "" if repair.is_exact else " (less may do)"
    yield f"<p>Its reasons do not lead down to sources or to common ground. They would if these were backed{hedge}:</p>"
    more = [] if repair.is_whole else ["<li>and more</li>"]
    claims = [f"<li>{_button(graph, other)}</li>" for other in repair.backing]
    yield f'<ul class="claims">{"".join([*claims, *more])}</ul>'


def _objection(graph: ArgumentGraph, telling: TellingAttacks) -> Iterator[str]:
    most = telling.most
    if most is None:
        return
    attack = next(attack for attack in graph.map.attacks if attack.id == most.attack_id)
    said = " and ".join(_button(graph, claim_id) for claim_id in dict.fromkeys(attack.premises))
    yield f"The unanswered objection that tells most against it: {said}"


def _found(findings: Sequence[Finding]) -> Iterator[str]:
    shown = [finding for finding in findings if finding.is_open]
    if not shown:
        yield "<p>Nothing was found.</p>"
        return
    severities = Counter(finding.severity for finding in shown)
    counts = ", ".join(
        _count(severities[one], word, f"{word}s") for one, word in SEVERITY_WORDS.items() if severities[one]
    )
    yield f"<p>{counts}. They are marked on the picture and listed one by one. The most frequent:</p>"
    codes = Counter(finding.code for finding in shown)
    ranked = sorted(codes, key=lambda code: (-codes[code], code))[:_MOST_CODES]
    sentences = {entry.code: entry.what for entry in rule_entries()}
    yield _list([f"<li>{codes[code]} × {escape(code)}: {escape(sentences.get(code, ''))}</li>" for code in ranked])


def _button(graph: ArgumentGraph, claim_id: str) -> str:
    claim = graph.claims.get(claim_id)
    text = one_line(claim.text) if claim is not None else ""
    shown = escape(text or f"[{printable(claim_id)}]")
    return (
        f'<button class="claim" data-element="{escape(printable(claim_id))}"><span dir="auto">{shown}</span></button>'
    )


def _list(items: Sequence[str]) -> str:
    return f"<ul>{''.join(items)}</ul>"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
