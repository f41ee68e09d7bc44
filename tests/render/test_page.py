"""The interactive page as a file: what it holds, what it must never hold, and that it is always the same."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import findings, maps

import argmap as am
from argmap.graph import ArgumentGraph
from argmap.model import (
    Anchor,
    ArgumentMap,
    Attack,
    Claim,
    Confidence,
    Draft,
    Finding,
    Inference,
    Party,
    Severity,
    Source,
)
from argmap.render import RenderError, theme, to_html, to_svg
from argmap.render.cards import Picture
from argmap.render.options import Options
from argmap.render.page.colours import SHAPES, TEXT, dark_style
from argmap.render.page.data import as_json, page_data
from argmap.render.page.lists import LABEL_WORDS, findings_list, outline_list
from argmap.render.page.page import SCRIPTS
from argmap.render.page.small_svg import picture_in_page, small_svg
from argmap.semantics.labelling import Reading
from argmap.semantics.labels import label_graph
from argmap.semantics.standards import Thresholds

EXAMPLES = Path(__file__).parents[2] / "examples"
VOID = {"meta", "link", "input", "br"}
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- <script> -->",
    "\"quoted\" 'twice' & <b>bold</b> &amp; &#0;",
    r"back\slash \u003c ${template} `tick`",
    "nul \x00 bell \x07 c1 \x85 line \u2028 separators \u2029 end",
    "\u202eright to left\u202c العربية עברית",
    "surrogate \ud800 alone",
    "javascript:alert(1)",
    "word" * 2500,
)


class Reader(HTMLParser):
    """What stands in a page: its tags, its attributes, the text of its scripts and styles, and whether tags match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.contents: dict[str, list[str]] = {"script": [], "style": []}
        self.deepest = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in self.contents:
            self.contents[tag].append("")
        if tag not in VOID:
            self.open.append(tag)
            self.deepest = max(self.deepest, len(self.open))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.contents:
            self.contents[self.open[-1]][-1] += data


def data_of(page: str) -> dict:
    return json.loads(Reader(page).contents["script"][0])


def hostile_map(text: str) -> ArgumentMap:
    """A map with the text in every field that takes any text."""

    def put(element, **fields):
        return type(element).model_construct(**(element.__dict__ | fields))

    source = put(Source(id="s"), title=text, author=text, publisher=text, url=text, medium=text, note=text)
    party = put(Party(id="p"), name=text, interests=(text,))
    anchor = put(Anchor(paragraph=1, start="x"), start=text, end=text)
    main = put(Claim(id="a", text="t", by="p", cites=("s",)), text=text, note=text, tags=(text,), at=(anchor,))
    other = put(Claim(id="b", text="t"), id=f"b{text}", text=text)
    step = put(Inference(id="i", premises=("b",), conclusion="a"), premises=(other.id,), scheme=text, note=text)
    attack = put(Attack(id="x", premises=("b",), target="i"), premises=(other.id,), note=text)
    whole = {"title": text, "language": text, "note": text, "main": ("a",), "article": "s"}
    return put(
        ArgumentMap(), **whole, sources=(source,), parties=(party,), claims=(main, other), inferences=(step,),
        attacks=(attack,),
    )  # fmt: skip


def hostile_finding(text: str) -> Finding:
    return Finding(
        text, Severity.WARNING, Confidence.HIGH, text, fix=text, element=f"b{text}", evidence=(text,), gap=text
    )


@pytest.fixture(scope="module")
def kaliningrad() -> str:
    return am.load(EXAMPLES / "kaliningrad.argmap.yaml").to_html()


def test_the_page_of_the_kaliningrad_map_is_small(kaliningrad: str) -> None:
    assert len(kaliningrad.encode()) < 300_000


def test_the_policy_allows_the_script_and_the_style_of_the_page_and_nothing_else(kaliningrad: str) -> None:
    read = Reader(kaliningrad)
    _, script = read.contents["script"]
    (style,) = read.contents["style"]
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in (script, style)]
    policies = [
        dict(attrs)["content"] for tag, attrs in read.tags if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    own = f"default-src 'none'; script-src 'sha256-{digests[0]}'; style-src 'sha256-{digests[1]}'; "
    assert policies == [own + "img-src data:; base-uri 'none'; form-action 'none'"]


def test_the_page_loads_nothing_and_its_tags_match(kaliningrad: str) -> None:
    read = Reader(kaliningrad)
    assert read.open == []
    loading = [
        value for _, attrs in read.tags for name, value in attrs.items() if name in {"src", "srcset", "data", "action"}
    ]
    assert loading == []
    assert [attrs for tag, attrs in read.tags if tag == "link"] == [{"rel": "icon", "href": "data:,"}]
    assert "@import" not in kaliningrad
    assert re.findall(r"url\((?!#argmap-tint\d)[^)]*\)", kaliningrad) == []


def test_no_attribute_is_a_style_or_a_handler(kaliningrad: str) -> None:
    names = {name for _, attrs in Reader(kaliningrad).tags for name in attrs}
    assert {name for name in names if name == "style" or name.startswith("on")} == set()


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_part_of_the_script_is_short_enough_to_be_read_at_once(name: str) -> None:
    assert len(files("argmap.render.page").joinpath(name).read_text(encoding="utf-8").splitlines()) <= 400


def test_the_script_makes_no_markup_of_text() -> None:
    script = "".join(files("argmap.render.page").joinpath(name).read_text(encoding="utf-8") for name in SCRIPTS)
    forbidden = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "fetch(",
    )
    assert [word for word in forbidden if word in script] == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(text: str) -> None:
    plain = Reader(to_html(hostile_map("x"), findings=[hostile_finding("x")], orientation="up", compact=True))
    page = to_html(hostile_map(text), findings=[hostile_finding(text)], orientation="up", compact=True)
    page.encode()
    read = Reader(page)
    drawn = {"text", "tspan"}  # longer texts have more lines
    assert [tag for tag, _ in read.tags if tag not in drawn] == [tag for tag, _ in plain.tags if tag not in drawn]
    assert len(read.contents["script"]) == 2
    assert read.contents["script"][1] == plain.contents["script"][1]
    addresses = [attrs["href"] for _, attrs in read.tags if "href" in attrs]
    assert addresses == ["data:,", "#outline"]
    assert not {"link"} & json.loads(read.contents["script"][0])["sources"]["s"].keys()


@given(st.data())
@settings(max_examples=20)
def test_what_the_page_tells_of_drawn_maps_can_stand_in_a_script_element(data: st.DataObject) -> None:
    drawn = data.draw(maps)
    found = data.draw(st.lists(findings, max_size=3))
    text = as_json(page_data(ArgumentGraph(drawn), "t"))
    assert not set(text) & set("<>&\u2028\u2029")
    told = json.loads(text)
    assert {claim["id"] for claim in told["claims"]} == {claim.id for claim in drawn.claims}
    assert {step["id"] for step in told["steps"]} == {step.id for step in (*drawn.inferences, *drawn.attacks)}
    assert Reader(outline_list(ArgumentGraph(drawn), Options(findings=found)) + findings_list(found)).open == []


def test_the_same_map_gives_the_same_bytes(small_map: ArgumentMap) -> None:
    assert to_html(small_map) == to_html(small_map)


def test_texts_of_the_picture_are_those_of_the_svg(large_map: ArgumentMap) -> None:
    svg, small = to_svg(large_map, title=""), picture_in_page(ArgumentGraph(large_map), title="")
    words = [re.findall(r"<text[^>]*>([^<]*)</text>", text) for text in (svg, small)]
    assert words[0] == words[1]
    assert len(small) < 0.5 * len(svg)


def test_a_box_is_a_rectangle_where_it_was_drawn() -> None:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g class="node argmap-card"><path fill="none" '
        'd="M90,-40C90,-40 22,-40 22,-40 16,-40 10,-34 10,-28 10,-28 10,-12 10,-12 10,-6 16,0 22,0 22,0 90,0 90,0 '
        '96,0 102,-6 102,-12 102,-12 102,-28 102,-28 102,-34 96,-40 90,-40"/></g><path d="M1,2C1,2 1,9 1,9"/></svg>'
    )
    nothing = Picture(title="", language="", cards=(), pills=(), legend=False)
    small = small_svg(drawn.encode(), nothing)
    assert '><rect fill="none" x="10" y="-40" width="92" height="40" rx="12"/></g>' in small
    assert '<path d="M1,2L1,9"/>' in small


def test_numbers_are_short_and_spaces_at_the_ends_of_a_text_are_kept() -> None:
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="-0.02" y="4.96"> rebuts</text></svg>'
    nothing = Picture(title="", language="", cards=(), pills=(), legend=False)
    assert '<text x="0" y="5" xml:space="preserve"> rebuts</text>' in small_svg(drawn.encode(), nothing)


def test_a_card_that_refers_to_another_says_below_which_step_it_stands(large_map: ArgumentMap) -> None:
    tags = [attrs for tag, attrs in Reader(to_html(large_map, orientation="columns")).tags if "data-see" in attrs]
    uses = {(claim, step.id) for step in large_map.inferences for claim in step.premises}
    assert len(tags) > 0
    assert {(attrs["data-element"], attrs["data-under"]) for attrs in tags} <= uses


def test_lines_and_brackets_say_which_step_they_belong_to(small_map: ArgumentMap) -> None:
    tags = [attrs for tag, attrs in Reader(to_html(small_map)).tags if tag == "g" and "class" in attrs]
    lines = [attrs for attrs in tags if re.search(r"argmap-(line|bracket|plus)", attrs["class"])]
    steps = {step.id for step in (*small_map.inferences, *small_map.attacks)}
    assert {attrs.get("data-step") for attrs in lines} == steps


def test_a_passage_is_opened_by_the_address_of_its_source_and_a_text_fragment() -> None:
    article = Source(id="art", url="https://example.org/a")
    other = Source(id="other", title="A report", url="https://example.org/b#part")
    file = Source(id="file", title="A file", url="file:///etc/passwd")
    at = (
        Anchor(paragraph=2, start="first words", end="last-words"),
        Anchor(source="other", start="x"),
        Anchor(source="file", start="y"),
    )
    argument_map = ArgumentMap(article="art", sources=(article, other, file), claims=(Claim(id="c", text="t", at=at),))
    told = page_data(ArgumentGraph(argument_map), "t")
    passages = told["claims"][0]["passages"]
    links = [told["sources"][p.get("source", told["article"])]["link"] + p["opens"] for p in passages if "opens" in p]
    assert links == [
        "https://example.org/a#:~:text=first%20words,last%2Dwords",
        "https://example.org/b#part:~:text=x",
    ]
    assert [p["words"] for p in passages] == ["¶ 2 “first words … last-words”", "“x” in A report", "“y” in A file"]
    assert "link" not in told["sources"]["file"]


def test_a_passage_of_the_article_does_not_name_it_again() -> None:
    article = Source(id="art", url="https://example.org/a")
    claim = Claim(id="c", text="t", at=(Anchor(source="art", paragraph=1, start="x"),))
    told = page_data(ArgumentGraph(ArgumentMap(article="art", sources=(article,), claims=(claim,))), "t")
    assert told["claims"][0]["passages"] == [{"words": "¶ 1 “x”", "opens": "#:~:text=x"}]


def test_weights_are_told_as_they_are_and_sources_once() -> None:
    claim = Claim(id="c", text="t", weight=0.25, cites=("b", "a", "b"))
    told = page_data(ArgumentGraph(ArgumentMap(claims=(claim,))), "t")
    assert (told["claims"][0]["weight"], told["claims"][0]["cites"]) == (0.25, ["b", "a"])


def test_all_steps_with_one_id_are_told() -> None:
    claims = tuple(Claim(id=claim_id, text="t") for claim_id in "abc")
    twice = tuple(Inference(id="i", premises=("a",), conclusion=end) for end in "bc")
    told = page_data(ArgumentGraph(ArgumentMap(claims=claims, inferences=twice)), "t")
    assert [(step["id"], step["goal"]) for step in told["steps"]] == [("i", "b"), ("i", "c")]


def test_the_page_labels_by_the_thresholds_of_the_labels_that_it_opens_with(small_map: ArgumentMap) -> None:
    labels = label_graph(ArgumentGraph(small_map), Reading(thresholds=Thresholds(alpha=0.7, beta=0.2, gamma=0.9)))
    told = page_data(ArgumentGraph(small_map), "t", Options(labels=labels))
    assert told["reading"]["thresholds"] == {"alpha": 0.7, "beta": 0.2, "gamma": 0.9}


@pytest.mark.parametrize("control", ["\b", "\f", "\0", "\x85", "\ud800"])
def test_ids_in_the_data_are_those_in_the_picture_where_html_cannot_hold_them(control: str) -> None:
    assert json.loads(as_json({"id": f"a{control}b"})) == {"id": "a\N{REPLACEMENT CHARACTER}b"}


def test_data_hold_no_sign_that_html_or_old_scripts_read() -> None:
    text = "</script> & <!-- \N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
    written = as_json({"text": text})
    assert set(written).isdisjoint("<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}")
    assert json.loads(written) == {"text": text}


def test_the_tab_of_findings_counts_the_open_ones(small_map: ArgumentMap, make_gap) -> None:
    page = to_html(small_map, findings=[make_gap("wet", "one"), make_gap("rain", "two", waived="known")])
    assert 'Findings <span class="number">1</span></button>' in page


def test_a_critical_question_is_told_with_what_answers_it() -> None:
    loaded = am.loads(
        """
argmap: 1
claims:
  close: {text: The bridge should be closed, kind: policy}
  quiet: {text: The street should be quiet, kind: value, given: assumed}
  calmer: {text: Without cars it is quiet, kind: causal}
  can: {text: The council can close it, given: assumed}
inferences:
  because: {premises: [quiet, calmer], conclusion: close, scheme: practical-reasoning, answers: {feasible: can}}
"""
    )
    (step,) = page_data(ArgumentGraph(loaded), "t")["steps"]
    assert step["scheme"] == am.find_scheme("practical-reasoning").name
    told = {question["text"]: {k: v for k, v in question.items() if k != "text"} for question in step["questions"]}
    by_id = {question.id: told[question.text] for question in am.find_scheme("practical-reasoning").questions}
    assert by_id["feasible"] == {"answer": "can"}
    assert by_id["alternative-means"] == {}
    assert [state for state in told.values() if "premise" in state] == [{"premise": "quiet"}]


def test_load_bearing_claims_are_told_for_both_readings() -> None:
    draft = Draft()
    draft.source("s")
    main = draft.claim("m", id="m", main=True)
    draft.support(main, draft.claim("a", id="a", cites="s"), draft.claim("b", id="b"), id="i")
    assert page_data(ArgumentGraph(draft.build()), "t")["bearing"] == {"asserted": {"a": ["m"], "b": ["m"]}, "held": {}}


def test_layers_and_reading_of_the_picture_are_those_that_the_page_opens_with(small_map: ArgumentMap) -> None:
    labels = small_map.labels(stance="held", reject=["roof"], accept=["rain"], standard="scintilla")
    page = to_html(small_map, layers=["numbers", "parties"], labels=labels)
    told = data_of(page)
    assert told["layers"] == ["labels", "numbers", "parties"]
    read = {"stance": "held", "accept": ["rain"], "reject": ["roof"], "standard": "scintilla"}
    assert told["reading"] == read | {"thresholds": {"alpha": 0.5, "beta": 0.3, "gamma": 0.3}}
    assert "argmap-chip" not in re.sub(r"<(script|style).*?</\1>", "", page, flags=re.DOTALL)
    words = dict(re.findall(r'data-element="([^"]*)">(?:<span.*</span> )?<span class="label">. (\w+)<', page))
    assert words == {claim.id: str(labels[claim.id].label) for claim in small_map.claims}


def test_the_page_draws_what_it_opens_with_collapsed(small_map: ArgumentMap) -> None:
    page = to_html(small_map, collapse=["rain"])
    assert data_of(page)["collapsed"] == ["rain"]
    assert 'data-element="gauge"' in page.partition("<aside")[0]
    with pytest.raises(am.UnknownElementError):
        to_html(small_map, collapse=["nowhere"])


def test_a_page_without_roles_tells_none(small_map: ArgumentMap) -> None:
    page = to_html(small_map, roles=False)
    assert not data_of(page)["roles"]
    assert {(claim["look"], claim.get("role")) for claim in data_of(page)["claims"]} == {("● Claim", None)}
    assert set(re.findall(r'class="word">([^<]*)<', page)) == {"Claim"}
    labels = [str(attrs["aria-label"]) for _, attrs in Reader(page).tags if "argmap-card" in str(attrs.get("class"))]
    assert {label.partition(":")[0] for label in labels} == {"Claim"}


def test_the_dark_theme_is_that_of_the_page_and_others_stay_as_they_are_drawn(small_map: ArgumentMap) -> None:
    pages = {theme: Reader(to_html(small_map, theme=theme)).tags for theme in ("default", "dark", "print")}
    assert {theme: tags[0][1].get("data-theme") for theme, tags in pages.items()} == {
        "default": None,
        "dark": "dark",
        "print": None,
    }
    pictures = {theme: next(attrs for tag, attrs in tags if tag == "svg") for theme, tags in pages.items()}
    assert {theme: attrs.get("class") for theme, attrs in pictures.items()} == {
        "default": None,
        "dark": None,
        "print": "own",
    }


def test_a_long_chain_of_reasons_is_nested_no_deeper_than_browsers_go() -> None:
    claims = tuple(Claim(id=f"c{i}", text="t") for i in range(1200))
    chain = tuple(Inference(id=f"i{i}", premises=(f"c{i + 1}",), conclusion=f"c{i}") for i in range(1199))
    read = Reader(outline_list(ArgumentGraph(ArgumentMap(claims=claims, inferences=chain)), Options()))
    assert read.open == []
    assert read.deepest < 100
    assert sum("data-element" in attrs for _, attrs in read.tags) == 2399


def test_a_map_that_is_too_large_to_draw_is_refused_in_words() -> None:
    claims = tuple(Claim(id=f"c{i}", text="t") for i in range(2001))
    with pytest.raises(RenderError, match="found 2001 cards, expected at most 2000"):
        to_html(ArgumentMap(claims=claims))


@pytest.mark.parametrize("script", ["page/assets/state.js", "notebook/widget.js"])
def test_labels_have_the_same_words_in_every_script(script: str) -> None:
    text = files("argmap.render").joinpath(script).read_text(encoding="utf-8")
    (words,) = re.findall(r"^const WORDS = {(.*)};$", text, re.MULTILINE)
    assert dict(re.findall(r'(\w+): "([^"]*)"', words)) == LABEL_WORDS


def test_findings_stand_by_severity_and_accepted_ones_last() -> None:
    def finding(code: str, severity: Severity, waived: str | None = None) -> Finding:
        return Finding(code, severity, Confidence.HIGH, "m", waived=waived)

    shown = findings_list(
        [finding("A1", Severity.INFO), finding("A2", Severity.WARNING, "so it is"), finding("A3", Severity.ERROR)]
    )
    assert re.findall(r"<h3>(\w+) ", shown) == ["Error", "Note", "Accepted"]
    assert re.findall(r'class="code">(\w+)', shown) == ["A3", "A1", "A2"]
    assert "so it is" in shown


def test_the_language_of_the_page_is_that_of_the_map_if_it_is_one() -> None:
    pages = [to_html(ArgumentMap(language=language)) for language in ("de-CH", 'x" onload="y')]
    assert [Reader(page).tags[0] for page in pages] == [("html", {"lang": "de-CH"}), ("html", {"lang": "en"})]


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", theme.CardKind)
def test_cards_can_be_read_in_the_dark(kind: theme.CardKind) -> None:
    style = theme.CARDS[kind]
    tint = SHAPES[style.tint.lower()]
    for colour in {style.ink, style.accent, style.reference}:
        assert contrast(TEXT[colour.lower()], tint) >= 4.5, colour


@pytest.mark.parametrize("pill", theme.PillKind)
def test_pills_can_be_read_in_the_dark(pill: theme.PillKind) -> None:
    assert contrast(TEXT["#ffffff"], SHAPES[theme.PILLS[pill].lower()]) >= 4.5


def test_every_colour_of_the_theme_has_one_in_the_dark() -> None:
    shapes = {style.tint for style in theme.CARDS.values()} | {
        style.border or style.accent for style in theme.CARDS.values()
    }
    shapes |= {style.colour for style in theme.LINES.values()} | set(theme.PILLS.values())
    shapes |= {theme.PAPER, theme.PANEL, theme.PANEL_LINE, theme.BRACKET_LINE[:7]}
    assert {colour.lower() for colour in shapes} <= SHAPES.keys()
    assert "--s-0b3c6f:#cfe6f7" in dark_style("")
