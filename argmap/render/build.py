"""From a map to the picture of it: which cards, pills, brackets and gaps there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from argmap.graph import ArgumentGraph, AttackKind, Role, Side, Step, goal, supporting_claims, used_claims
from argmap.model import AnyClaim, Attack, Finding, Inference
from argmap.model.collector import collector_paused
from argmap.render import theme
from argmap.render.cards import Card, Picture, Pill
from argmap.render.levels import find_levels
from argmap.render.options import Options
from argmap.render.overlay import add_layers
from argmap.render.scope import Scope, find_scope
from argmap.render.text import clean
from argmap.render.theme import CardKind, LineKind, PillKind

_MOST_CARDS, _MOST_GAPS = 24, 6
"""Up to so many a gap has a card of its own; above, cards of gaps would swamp the argument."""

_KINDS: Mapping[Role, CardKind] = {
    Role.MAIN: CardKind.THESIS,
    Role.INTERMEDIATE: CardKind.CLAIM,
    Role.PREMISE: CardKind.REASON,
    Role.EVIDENCE: CardKind.EVIDENCE,
    Role.OBJECTION: CardKind.OBJECTION,
    Role.REPLY: CardKind.REPLY,
    Role.IMPLICIT: CardKind.UNSTATED,
    Role.ISOLATED: CardKind.CLAIM,
}

_ATTACK_LINES: Mapping[AttackKind, LineKind] = {
    AttackKind.REBUT: LineKind.REBUT,
    AttackKind.UNDERMINE: LineKind.UNDERMINE,
    AttackKind.UNDERCUT: LineKind.UNDERCUT,
}


@collector_paused()
def build_picture(graph: ArgumentGraph, options: Options) -> Picture:
    """Return the picture of the map; O(n + m).

    Raises:
        UnknownElementError: the map has no claim with the id of the focus.
    """
    scope = find_scope(graph, options.focus, options.depth, options.collapse)
    keys = {claim_id: f"c{number}" for number, claim_id in enumerate((*scope.claims, *scope.undefined))}
    pills = tuple(_with_brackets(tuple(_pills(graph, scope, keys)), keys.values()))
    steps: dict[str, str] = {}
    for pill in pills:
        steps.setdefault(pill.element_id, pill.key)
    cards = [*_cards(graph, scope, keys), *_undefined_cards(scope, keys)]
    gaps = {element: words for element, words in find_gaps(options.findings) if element in keys or element in steps}
    compact = options.compact
    if compact is None:
        compact = len(cards) > _MOST_CARDS or len(gaps) > _MOST_GAPS
    if compact:
        cards = [replace(card, gap=gaps.pop(card.element_id)) if card.element_id in gaps else card for card in cards]
    ghosts = tuple(_ghosts(gaps, keys | {element: key for element, key in steps.items() if element not in keys}))
    picture = Picture(
        title=clean(graph.map.title if options.title is None else options.title),
        language=clean(graph.map.language),
        cards=(*cards, *(card for card, _ in ghosts)),
        pills=(*pills, *(pill for _, pill in ghosts)),
        legend=options.legend,
        theme=options.shown_theme,
        mains=tuple(keys[claim_id] for claim_id in graph.main_claims if claim_id in keys),
    )
    return add_layers(picture, graph, options)


def find_gaps(findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    """Yield each element with a gap that no waiver accepts, once, and the words to show there."""
    words: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.gap and finding.waived is None and finding.element is not None:
            text = clean(finding.gap)
            if text and text not in words[finding.element]:
                words[finding.element].append(text)
    return ((element, "; ".join(texts)) for element, texts in words.items() if texts)


def card_kind(graph: ArgumentGraph, claim: AnyClaim) -> CardKind:
    """Return how the claim is drawn."""
    role = graph.role(claim.id)
    if claim.type == "proposal" and role in {Role.MAIN, Role.INTERMEDIATE, Role.PREMISE, Role.EVIDENCE, Role.ISOLATED}:
        return CardKind.PROPOSAL
    return _KINDS[role]


def pill_kind(graph: ArgumentGraph, step: Step) -> PillKind:
    """Return the word for the step: what it leads to is said first, then the word, then its premises."""
    if isinstance(step, Attack):
        sides = graph.sides.get(step.target, frozenset({Side.FOR}))
        return PillKind.BUT if Side.FOR in sides else PillKind.HOWEVER
    claims = [graph.claims.get(claim_id) for claim_id in step.premises]
    shown = all(claim is not None and card_kind(graph, claim) is CardKind.EVIDENCE for claim in claims)
    return PillKind.SHOWN_BY if shown else PillKind.BECAUSE


def line_kind(graph: ArgumentGraph, step: Step) -> LineKind:
    """Return what the line of the step is."""
    return LineKind.SUPPORT if isinstance(step, Inference) else _ATTACK_LINES[graph.attack_kind(step)]


def paragraphs(graph: ArgumentGraph, claim: AnyClaim) -> str:
    """Return where the article states the claim, for example "¶ 5, 8"; "" if no paragraph is named."""
    here = {None, graph.map.article}
    numbers = sorted({a.paragraph for a in claim.at if a.paragraph is not None and a.source in here})
    shown = [str(number) for number in numbers[:3]] + (["…"] if len(numbers) > 3 else [])
    return f"¶ {', '.join(shown)}" if shown else ""


def tail_claims(step: Step) -> tuple[str, ...]:
    """Return the ids of the claims that lines lead from to the step: premises, and the warrant; each once."""
    return supporting_claims(step) if isinstance(step, Inference) else tuple(dict.fromkeys(step.premises))


def _cards(graph: ArgumentGraph, scope: Scope, keys: Mapping[str, str]) -> Iterator[Card]:
    warrants = {step.warrant for step in scope.steps if isinstance(step, Inference)}
    for claim_id in scope.claims:
        claim = graph.claims[claim_id]
        kind = card_kind(graph, claim)
        unstated = theme.IMPLICIT if claim.implicit else ""
        yield Card(
            key=keys[claim_id],
            kind=kind,
            text=clean(claim.text),
            element_id=claim_id,
            reference=paragraphs(graph, claim) or unstated,
            more=scope.more.get(claim_id, 0),
            mark=theme.WARRANT if claim_id in warrants else "",
        )


def _undefined_cards(scope: Scope, keys: Mapping[str, str]) -> Iterator[Card]:
    for element_id in scope.undefined:
        yield Card(keys[element_id], CardKind.UNDEFINED, clean(f"[{element_id}]"), element_id)


def _pills(graph: ArgumentGraph, scope: Scope, keys: Mapping[str, str]) -> Iterator[Pill]:
    own: dict[str, str] = {}
    for number, step in enumerate(scope.steps):
        own.setdefault(step.id, f"p{number}")
    for number, step in enumerate(scope.steps):
        tails = tail_claims(step)
        target = goal(step)
        yield Pill(
            key=f"p{number}",
            kind=pill_kind(graph, step),
            line=line_kind(graph, step),
            element_id=step.id,
            head=own[target] if target in own and target not in graph.claims else keys[target],
            tails=tuple(keys[claim_id] for claim_id in tails),
            answers=tuple(keys[claim_id] for claim_id in used_claims(step)[len(tails) :]),
        )


def _with_brackets(pills: tuple[Pill, ...], card_keys: Iterable[str]) -> Iterator[Pill]:
    """Yield the pills with their brackets.

    A card can stand in one bracket only. It stands in the one right above it, seen from the longest way down to it:
    in any other the bracket would have to reach over several rows. To other pills it is joined by a line.
    """
    below: dict[str, list[str]] = defaultdict(list)
    for pill in pills:
        below[pill.head].append(pill.key)
        below[pill.key] += [*pill.tails, *pill.answers]
    levels = find_levels(below, _tops(below, card_keys))
    taken: set[str] = set()
    for pill in pills:
        free = [key for key in pill.tails if key not in taken and levels[key] == levels[pill.key] + 1]
        if len(free) > 1:
            taken.update(free)
            yield replace(pill, bracket=tuple(free))
        else:
            yield pill


def _tops(below: Mapping[str, list[str]], card_keys: Iterable[str]) -> Iterator[str]:
    """Yield what nothing leads down to, then everything, so that circles without a top are met as well."""
    lower = {key for keys in below.values() for key in keys}
    cards = tuple(card_keys)
    yield from (key for key in cards if key not in lower)
    yield from cards
    yield from below


def _ghosts(gaps: Mapping[str, str], keys: Mapping[str, str]) -> Iterator[tuple[Card, Pill]]:
    for number, (element_id, words) in enumerate(gaps.items()):
        card = Card(f"g{number}", CardKind.GAP, words, element_id)
        yield (
            card,
            Pill(f"m{number}", PillKind.MISSING, LineKind.GAP, element_id, keys[element_id], (card.key,)),
        )
