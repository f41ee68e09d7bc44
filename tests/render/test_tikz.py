"""TikZ text: what is written, without a TeX to compile it."""

from __future__ import annotations

import json
import re

import pytest
import strategies
from hostile_texts import HOSTILE, TEX
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from argmap import diff
from argmap.graph import ArgumentGraph
from argmap.model import ArgumentMap, Claim, Confidence, Draft, Finding, Severity
from argmap.render import RenderError, load_theme, to_tikz
from argmap.render.build import build_picture
from argmap.render.comparison import build_comparison
from argmap.render.drawing import picture_as_tikz
from argmap.render.letters import LettersWarning
from argmap.render.options import Options
from argmap.render.text import clean, wrap
from argmap.render.theme import CardKind
from argmap.render.tikz.document import tikz_text
from argmap.render.tikz.escape import escape_tex, lacking_letters
from argmap.render.tikz.parts import broken_text

pytestmark = pytest.mark.filterwarnings("ignore::argmap.render.letters.LettersWarning")

TEXT = r"""(?:[^\\{}$&#^_~%<>|"`\[\]]
  | \\[{}$&#_%] | \\[-PS](?:\{\})? | \\(?:textbackslash|textasciicircum|textasciitilde|textless|textgreater|textbar)\{\}
  | \\(?:textellipsis|argmap[a-z]+|allowbreak)\{\} | \\ensuremath\{(?:\\?[A-Za-z]+|[-]|\^(?:\\circ|[123]))\}
  | \{\[\} | \{\]\} | \{\\kern0pt\})*"""
POINT = r"-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?"
PLACE = rf"\((?:{POINT}|\w+\.(?:north|south)\ -\|\ [-\d.]+,0|\w+\.(?:east|west)\ \|-\ 0,[-\d.]+)\)"
BELOW = rf"(?:\\argmap(?:was|gap|more)\{{{TEXT}\}})*"
MAP = re.compile(
    rf"""\ \ (?:
        \\(?:begin|end)\{{pgfonlayer\}}(?:\{{argmap-below\}})?
      | \\path\[[\w\ =-]+\]\ \({POINT}\)\ rectangle\ \({POINT}\);
      | \\argmap(?:card|see)\[[\w\ ,]*\]\{{\w+\}}\{{[a-z-]+\}}\{{{POINT}\}}\{{[-\d.]+\}}\{{[-\d.]+\}}
        \{{(?:\$\+\$\ )?(?:\\argmapmark\{{\w+\}})?{TEXT}\}}\{{{TEXT}\}}
      | \ \ \{{{TEXT}{BELOW}\}}
      | \\argmapword\[[\w\ ,=-]+\]\{{\w+\}}\{{{POINT}\}}\{{[\d.]+\}}
        \{{[A-Z\ ]+(?:\{{\\mdseries(?:\\color\{{argmap-word-faint\}})?\\\ {TEXT}\}})?\}}
      | \\draw\[[\w\ ,-]+\]\ {PLACE}(?:\ (?:--\ |\.\.\ controls\ \({POINT}\)\ and\ \({POINT}\)\ \.\.\ )\({POINT}\))*;
      | \\argmaphead\{{[a-z]+\}}\{{[\w\ ,-]+\}}\{{[-\d.]+\}}\{{{PLACE}\}}
      | \\node\[argmap\ plus\]\ at\ \({POINT}\)\ \{{\$\+\$\}};
      | \\argmapchip\[[\w\ -]+\]\{{{POINT}\}}\{{[\d.]+\}}\{{{TEXT}\}}
      | \\argmapkind\{{[0-9A-F]{{6}}\}}\{{[0-9A-F]{{6}}\}}\{{[\w\ ,=-]+\}}\{{\({POINT}\)\ rectangle\ \({POINT}\)\}}
      | \\argmaplegend\{{{POINT}\}}\{{base(?:\ west)?\}}\{{[\d.]+\}}\{{[0-9A-F]{{6}}\}}\{{[\\a-z\d{{}}.]+\}}
        \{{{TEXT}(?:\\enspace\ {TEXT})*\}}
    )""",
    re.VERBOSE,
)


def drawn_lines(tikz: str) -> list[str]:
    lines = tikz.split("\n")
    return lines[lines.index("  % The map.") + 1 : lines.index(r"\end{tikzpicture}\endgroup")]


def everywhere(argument_map: ArgumentMap) -> list[Finding]:
    return [
        Finding("X", Severity.WARNING, Confidence.HIGH, "m", element=element.id, gap=r"gap \N # {")
        for element in argument_map.elements()
    ]


def test_the_tikz_text_of_a_small_map_is_as_agreed(
    small_map: ArgumentMap, make_gap, snapshot: SnapshotAssertion
) -> None:
    assert to_tikz(small_map, findings=[make_gap("close", "No value given")]) == snapshot


def test_the_document_holds_the_drawing(small_map: ArgumentMap) -> None:
    document = to_tikz(small_map, document=True)
    assert document.startswith(r"\documentclass{standalone}")
    assert to_tikz(small_map) in document
    assert "\\end{tikzpicture}\\endgroup\n\\end{document}\n" in document


@pytest.mark.parametrize("text", [*HOSTILE, *TEX])
def test_escaped_text_holds_no_sign_that_means_something(text: str) -> None:
    assert re.fullmatch(TEXT, escape_tex(clean(text)), re.VERBOSE)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_any_escaped_text_holds_no_sign_that_means_something(text: str) -> None:
    assert re.fullmatch(TEXT, escape_tex(clean(text)), re.VERBOSE)


@settings(max_examples=15, deadline=None)
@given(strategies.maps | strategies.structures, st.sampled_from(["up", "left", "columns"]), st.booleans())
def test_every_line_is_one_of_few_forms(argument_map: ArgumentMap, orientation: str, compact: bool) -> None:
    layers = ["labels", "numbers", "parties", "schemes", "load-bearing"]
    tikz = to_tikz(
        argument_map, orientation=orientation, compact=compact, findings=everywhere(argument_map), layers=layers
    )
    assert [line for line in drawn_lines(tikz) if not MAP.fullmatch(line)] == []


@settings(max_examples=8, deadline=None)
@given(strategies.maps, strategies.maps)
def test_any_two_maps_are_drawn_in_lines_of_few_forms(before: ArgumentMap, after: ArgumentMap) -> None:
    options = Options(findings=everywhere(after))
    tikz = picture_as_tikz(build_comparison(diff(before, after), options), options)
    assert [line for line in drawn_lines(tikz) if not MAP.fullmatch(line)] == []


def test_every_card_and_word_is_a_node_and_lines_end_on_them(small_map: ArgumentMap) -> None:
    tikz = to_tikz(small_map, orientation="up")
    picture = build_picture(ArgumentGraph(small_map), Options())
    assert set(re.findall(r"\\argmapcard\[[^]]*\]\{(\w+)\}", tikz)) == {card.key for card in picture.cards} | {"name"}
    assert set(re.findall(r"\\argmapword\[[^]]*\]\{(\w+)\}", tikz)) == {pill.key for pill in picture.pills} | {"name"}
    heads = re.findall(r"\\argmaphead\{(\w+)\}.*\{\((\w+)\.\w+ ", tikz)
    styles = {"support": "normal", "rebut": "tee", "undermine": "teetee", "undercut": "teeodiamond"}
    assert sorted(heads) == sorted((styles[pill.line], pill.head) for pill in picture.pills)


def test_words_are_broken_only_where_the_layout_breaks_them() -> None:
    text = "short " + "long" * 40 + " end"
    lines = wrap(text, 12, 200)
    assert broken_text(text, lines).replace(r"\allowbreak{}", "") == text
    assert broken_text(text, lines).count(r"\allowbreak{}") == len(lines) - 2


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    (card,) = [line for line in drawn_lines(to_tikz(one_claim("many words " * 900))) if "many words" in line]
    assert card.endswith(r"\textellipsis{}}")
    assert len(card) < 500


def one_claim(text: str) -> ArgumentMap:
    return ArgumentMap(main=("a",), claims=(Claim(id="a", text=text),))


def test_letters_of_western_and_central_europe_and_usual_signs_are_not_lacking() -> None:
    assert lacking_letters(["Straße, naïve, Žemaitija, łódź – “q” «g» … ¶ § € ½ ± → ≤ ▲ ● ■ ▼ ♦ √ ×"]) == ""


def test_other_letters_are_named_and_have_a_box_in_pdflatex() -> None:
    with pytest.warns(LettersWarning, match=r"no font for Д а 语 🙂: pdfLaTeX draws empty boxes there") as caught:
        tikz = to_tikz(one_claim("Да, 语 🙂\N{VARIATION SELECTOR-16} e\u0301 \u202e\u200b"))
    assert caught[0].message.letters == "Да语🙂"
    assert r"\argmapletter{Д}{\argmapbox}\argmapletter{а}{\argmapbox}" in tikz
    assert "\\argmapletter{\N{VARIATION SELECTOR-16}}{}" in tikz
    assert "Да, 语 🙂\N{VARIATION SELECTOR-16} é " in tikz


def test_the_colours_are_those_of_the_theme(small_map: ArgumentMap) -> None:
    fills = [
        re.search(r"\\definecolor\{argmap-reply-tint\}\{HTML\}\{(\w+)\}", to_tikz(small_map, theme=theme))[1]
        for theme in ("default", "print")
    ]
    assert fills == ["FAEEF5", load_theme("print").cards[CardKind.REPLY].tint[1:]]


def test_what_tex_cannot_count_is_refused(small_map: ArgumentMap) -> None:
    drawn = json.dumps({"bb": "0,0,400,17000"}).encode()
    with pytest.raises(RenderError, match=r"would be 17,016 points long, expected at most 16,000 in TeX \(draw it in"):
        tikz_text(drawn, build_picture(ArgumentGraph(small_map), Options()))


def test_linked_premises_say_plus_between_cards_or_in_their_heads() -> None:
    draft = Draft()
    draft.support(draft.claim("Main", main=True), draft.claim("One"), draft.claim("Two"), draft.claim("Three"))
    built = draft.build()
    found = {way: to_tikz(built, orientation=way) for way in ("up", "left", "columns")}
    assert [text.count(r"\node[argmap plus]") for text in found.values()] == [2, 0, 0]
    assert [text.count(r"{$+$ ") for text in found.values()] == [0, 2, 2]
