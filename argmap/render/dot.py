"""The picture as DOT text, Graphviz's language; nothing here needs a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from argmap.render import theme
from argmap.render.cards import Card, Picture, Pill
from argmap.render.chip_places import chip_nodes
from argmap.render.chips import pill_size, second_word
from argmap.render.labels import card_label, label_size, pill_tooltip, quoted, title_label, tooltip
from argmap.render.options import Orientation
from argmap.render.positions import Point
from argmap.render.theme import BORDERS, Border, ChangeKind, ChipKind, LineKind
from argmap.render.themes import DEFAULT, Theme
from argmap.semantics import Label

MOST_ORTHOGONAL = 150
"""Up to so many cards lines have right angles; above, routing them that way takes Graphviz minutes."""

PAD, PAD_IN_COLUMNS = 21.6, 10.8
"""The room around what Graphviz draws, on each side, in points."""
_RANKDIR = {Orientation.UP: "BT", Orientation.DOWN: "TB", Orientation.LEFT: "RL", Orientation.RIGHT: "LR"}
_SIDEWAYS_WIDTH = 200.0
"""Text column of all cards when the argument runs sideways, so that they stand in straight columns."""


@dataclass(frozen=True)
class Plan:
    """How a picture is to be laid out.

    Attributes:
        direction: where arrows point, not auto.
        rows: keys of cards and pills that stand in one row, in order; a bracket's "+" signs are put between its cards.
            () to let Graphviz find rows and order.
        text_width: width of the text of every card, in points; 0 for what suits the text and the direction.
        places: where everything stands, if that is settled: the name of a node, a cluster, or a line as "tail>head", to
            its position as Graphviz writes it. Chips are drawn only then.
        plus: keys of cards that say "+" in their heads, where no sign can stand between cards.
        in_columns: True if the parts of the picture stand in columns, and not in tiers.
        tooltips: True to say of each card and pill what a viewer tells under the mouse. Graphviz would make links of
            them in SVG.
    """

    direction: Orientation
    rows: tuple[tuple[str, ...], ...] = ()
    plus: frozenset[str] = frozenset()
    text_width: float = 0
    places: Mapping[str, str] = field(default_factory=dict)
    in_columns: bool = False
    tooltips: bool = False

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The keys in the rows, and where each stands when the rows are read one after the other."""
        return {key: number for number, key in enumerate(chain.from_iterable(self.rows))}


def dot_text(picture: Picture, plan: Plan) -> str:
    """Return the picture as DOT text; O(n)."""
    return "\n".join(["digraph argmap {", *_statements(picture, plan), "}", ""])


def _statements(picture: Picture, plan: Plan) -> Iterator[str]:
    yield from _head(picture, plan)
    yield from _things(picture, plan)


def placed_dot(whole: Picture, parts: Sequence[tuple[Picture, Plan, str]]) -> str:
    """Return the parts of a picture, each where its plan places it, as DOT text for `-Kneato -n2`.

    Args:
        whole: gives the title and the legend.
        parts: each part with its plan and the bounding box of its panel.
    """
    lines = ["digraph argmap {", *_head(whole, Plan(Orientation.UP, in_columns=True))]
    for number, (picture, plan, box) in enumerate(parts):
        colours = f'color="{whole.theme.panel_line}" fillcolor="{whole.theme.panel}"'
        look = f'style="rounded,filled" {colours} penwidth=1 margin=8'
        lines.append(
            f'subgraph cluster_part{number} {{ graph [id="part{number}" class="argmap-part" {look} label="" bb="{box}"]'
        )
        lines += [*_things(picture, plan), "}"]
    return "\n".join([*lines, "}", ""])


def _head(picture: Picture, plan: Plan) -> Iterator[str]:
    yield _graph(picture, plan)
    yield f'node [fontname="{theme.FONT}" fontsize=12]'
    yield f'edge [fontname="{theme.FONT}" penwidth=1.8]'


def _things(picture: Picture, plan: Plan) -> Iterator[str]:
    paint = picture.theme
    for card in picture.cards:
        yield _card(card, plan, paint)
    for pill in picture.pills:
        if pill.bracket:
            yield _bracket(pill, plan, paint)
    lines = Counter(pill.head for pill in picture.pills)
    for pill in picture.pills:
        yield _pill(pill, plan, paint)
        yield from _lines(pill, plan, paint, only=lines[pill.head] == 1)
    order = {key: keys for pill in picture.pills for key, keys in _signs(pill, plan)}
    if plan.places:
        yield from chip_nodes(picture, plan.places, lambda card: card_size(card, plan), beside_pills=plan.in_columns)
        return
    for row in plan.rows:
        names = [name for key in row for name in order.get(key, (key,))]
        yield f"{{rank=same; {' -> '.join(names)} [style=invis weight=1]}}"


def _graph(picture: Picture, plan: Plan) -> str:
    splines = "ortho" if len(picture.cards) <= MOST_ORTHOGONAL else "spline"
    way = "columns" if plan.in_columns else plan.direction
    together = bool(plan.rows or plan.plus or plan.in_columns or plan.places)
    label = title_label(picture, way, together=together, beside=plan.in_columns)
    heading = f"label=<{label}> labelloc=t labeljust=l" if label else 'label=""'
    pad = PAD_IN_COLUMNS if plan.in_columns else PAD
    newrank = " newrank=true" if plan.rows else ""
    return (
        f"graph [rankdir={_RANKDIR[plan.direction]}{newrank} compound=true splines={splines} nodesep=0.26 ranksep=0.3 "
        f'pad={pad / 72:g} bgcolor="{picture.theme.paper}" outputorder=edgesfirst fontname="{theme.FONT}" '
        f"{heading}{_tooltip(plan, ' ')}]"
    )


def _card(card: Card, plan: Plan, paint: Theme) -> str:
    style = paint.card_style(card.kind, card.change)
    label, width, height = _measured_label(card, plan, paint)
    fill = f"{style.stripe};{theme.STRIPE / width:.4f}:{style.tint}" if style.stripe else style.tint
    border = card_border(card, paint)
    look = f"rounded,filled,{border.style}" if border.style else "rounded,filled"
    rings = f" peripheries={border.lines}" if border.lines > 1 else ""
    told = _tooltip(plan, tooltip(card, paint)) if plan.tooltips else ""
    return (
        f'{card.key} [id="{card.key}" class="argmap-card argmap-{card.kind}" shape=box style="{look}" '
        f'fillcolor="{fill}" gradientangle=0 color="{border.colour or style.border or style.accent}" '
        f"penwidth={border.width}{rings} "
        f"width={width / 72:.4f} height={height / 72:.4f} "
        f'margin="{theme.CARD_MARGIN / 72:.3f},{theme.CARD_MARGIN_ABOVE / 72:.3f}" '
        f"label=<{label}>{_at(plan, card.key)}{told}]"
    )


def _measured_label(card: Card, plan: Plan, paint: Theme) -> tuple[str, float, float]:
    return card_label(
        card, paint, least_width=_least_width(plan), plus=card.key in plan.plus, most_width=plan.text_width
    )


def card_size(card: Card, plan: Plan, *, plus: bool | None = None) -> Point:
    """Return the width and height of a card, in points.

    Args:
        card: the card.
        plan: how the picture is laid out.
        plus: whether the card says "+" in its head; None for what the plan says.
    """
    plus = card.key in plan.plus if plus is None else plus
    return label_size(card, DEFAULT, least_width=_least_width(plan), plus=plus, most_width=plan.text_width)


def _least_width(plan: Plan) -> float:
    return plan.text_width or (_SIDEWAYS_WIDTH if plan.direction.is_sideways else 0.0)


def card_border(card: Card, paint: Theme) -> Border:
    """Return the border that shows what became of the card, or its label, or else its kind."""
    if card.change is not None:
        change = paint.changes[card.change]
        return Border(change.stroke, change.pen, colour=change.colour)
    if card.label is not None:
        return BORDERS[ChipKind(card.label)]
    style = paint.cards[card.kind]
    return Border("dashed", 1.6) if style.dashed else Border("", 1.8 if style.border else 1.1)


def _pill(pill: Pill, plan: Plan, paint: Theme) -> str:
    removed = pill.change is ChangeKind.REMOVED
    colour, look = paint.changes[ChangeKind.REMOVED].colour if removed else paint.pills[pill.kind], "rounded,filled"
    fill, ink, faint = colour, paint.pill_ink, paint.pill_faint if pill.change is None else paint.pill_ink
    if pill.is_hollow:
        fill, ink, faint = paint.paper, colour, colour
        look += ",dotted" if pill.label is Label.OUT else ""
    word, second = pill.kind.upper(), second_word(pill)
    width, height = pill_size(pill)
    more = f'<FONT COLOR="{faint}"> {second}</FONT>' if second else ""
    return (
        f'{pill.key} [id="{pill.key}" class="argmap-pill argmap-{pill.line}" shape=box style="{look}" '
        f'fillcolor="{fill}" color="{colour}" fontcolor="{ink}" fontsize=9 '
        f"width={width / 72:.3f} height={height / 72:.2f} fixedsize=true "
        f"label=<<B>{word}</B>{more}>{_at(plan, pill.key)}{_tooltip(plan, pill_tooltip(pill))}]"
    )


def _bracket(pill: Pill, plan: Plan, paint: Theme) -> str:
    signs = [
        f'{name} [shape=plain label=<<B>+</B>> fontsize=16 fontcolor="{paint.plus}" class="argmap-plus"'
        f"{_at(plan, name)}]"
        for name in sign_names(pill.key, pill.bracket)
        if plan.rows or name in plan.places
    ]
    return (
        f'subgraph cluster_{pill.key} {{ graph [id="b{pill.key}" class="argmap-bracket" style="rounded,filled" '
        f'color="{paint.bracket_line}" fillcolor="{paint.bracket_fill}" penwidth=1 margin=8 label=""'
        f"{_tooltip(plan, ' ')}{_at(plan, f'cluster_{pill.key}', 'bb')}] "
        f"{'; '.join((*signs, *pill.bracket))} }}"
    )


def _lines(pill: Pill, plan: Plan, paint: Theme, *, only: bool) -> Iterator[str]:
    style = paint.lines[pill.line]
    colour, stroke, pen = style.colour, style.stroke, ""
    if pill.change in {ChangeKind.ADDED, ChangeKind.REMOVED}:
        change = paint.changes[pill.change]
        pen = f" penwidth={change.pen}"
        if pill.change is ChangeKind.REMOVED:
            colour, stroke = change.colour, change.stroke
    look = f'class="argmap-line argmap-{pill.line}" color="{colour}" style={stroke}{pen}'
    weight = 1 if len(pill.tails) > 1 else 3
    yield from _bracket_line(pill, plan, look)
    together = set(pill.bracket)
    for key in pill.tails:
        if key not in together:
            yield f"{key} -> {pill.key} [{look} arrowhead=none weight={weight}{_along(plan, key, pill.key)}]"
    dotted = paint.lines[LineKind.ANSWER]
    for key in pill.answers:
        yield (
            f'{key} -> {pill.key} [class="argmap-line argmap-answer" color="{dotted.colour}" style={dotted.stroke} '
            f"arrowhead=none penwidth=1.1 weight=1{_along(plan, key, pill.key)}]"
        )
    head = f"arrowhead={style.head} arrowsize={style.head_size}"
    yield f"{pill.key} -> {pill.head} [{look} {head} weight={5 if only else 2}{_along(plan, pill.key, pill.head)}]"


def _tooltip(plan: Plan, words: str) -> str:
    return f" tooltip={quoted(words)}" if plan.tooltips else ""


def _at(plan: Plan, name: str, attribute: str = "pos") -> str:
    return f' {attribute}="{plan.places[name]}"' if name in plan.places else ""


def _along(plan: Plan, tail: str, head: str) -> str:
    return _at(plan, f"{tail}>{head}")


def _bracket_line(pill: Pill, plan: Plan, look: str) -> Iterator[str]:
    """Yield the one line that leaves the bracket, from what stands in its middle, and what keeps the rest below."""
    if not pill.bracket:
        return
    middle = middle_of_bracket(pill, plan)
    along = _along(plan, middle, pill.key)
    yield f"{middle} -> {pill.key} [{look} arrowhead=none weight=30 ltail=cluster_{pill.key}{along}]"
    for key in () if plan.places else pill.bracket:
        if key != middle:
            yield f"{key} -> {pill.key} [style=invis weight=1]"


def middle_of_bracket(pill: Pill, plan: Plan) -> str:
    """Return the name in DOT of what stands in the middle of the bracket: a card, or the "+" between two."""
    order = _bracket_order(pill, plan)
    half = len(order) // 2
    return sign_names(pill.key, pill.bracket)[half - 1] if plan.rows and len(order) % 2 == 0 else order[half]


def _signs(pill: Pill, plan: Plan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each card of the bracket with what stands in its place in a row: itself, and the "+" before it."""
    order = _bracket_order(pill, plan)
    yield from ((key, (name, key)) for key, name in zip(order[1:], sign_names(pill.key, pill.bracket), strict=False))


def _bracket_order(pill: Pill, plan: Plan) -> tuple[str, ...]:
    return tuple(sorted(pill.bracket, key=lambda key: plan.order.get(key, 0)))


def sign_names(key: str, bracket: Sequence[str]) -> tuple[str, ...]:
    """Return the names in DOT of the signs between the cards of the bracket of a pill."""
    return tuple(f"{key}_{number}" for number in range(1, len(bracket)))
