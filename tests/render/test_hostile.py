"""Texts and maps that were made to break a picture."""

from __future__ import annotations

import re

import pytest
import strategies
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Attack, Claim, Confidence, Finding, Severity
from argmap.render import mime_bundle, outline, picture, to_dot, to_pdf, to_png, to_svg

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "<script>alert(1)</script>",
    "\"quoted\" 'twice' & <b>bold</b> &amp; &#0;",
    r"\N \G \L \n \\ ends with \ ",
    "nul \x00 bell \x07 escape \x1b c1 \x85 end",
    "\u202eright to left\u202c العربية עברית",
    "中文字符没有空格" * 20,
    "emoji 👩‍👩‍👧 🇱🇹 e\u0301",
    "surrogate \ud800 alone",
    "word" * 2500,
    "many words " * 900,
    "]]> --> {rank=same} ; } digraph",
    "url(#c0) javascript:alert(1)",
)


def one_claim(text: str) -> ArgumentMap:
    claims = (Claim(id="a", text="Main"), Claim.model_construct(**(Claim(id="b", text="t").__dict__ | {"text": text})))
    return ArgumentMap.model_construct(
        **(ArgumentMap(title="t", main=("a",), claims=(claims[0],)).__dict__ | {"claims": claims, "title": text})
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(text: str) -> None:
    svg = to_svg(one_claim(text))
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()}
    assert tags <= {
        "svg",
        "g",
        "title",
        "desc",
        "text",
        "path",
        "polygon",
        "polyline",
        "defs",
        "linearGradient",
        "stop",
    }
    root = ElementTree.fromstring(svg)
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name}
    assert {element.get("style") for element in root.iter()} == {None, "max-width:100%;height:auto"}


@pytest.mark.parametrize("character", ["\ufffe", "\uffff", "\x01", "\ud800"])
@pytest.mark.parametrize("orientation", ["up", "columns"])
def test_ids_with_what_xml_cannot_hold_give_svg_that_can_be_read(character: str, orientation: str) -> None:
    main, other = (
        Claim.model_construct(**(Claim(id="a", text="t").__dict__ | {"id": f"{start}{character}", "text": text}))
        for start, text in (("a", "Main"), ("b", ""))
    )
    attack = Attack.model_construct(
        **(Attack(id="x", premises=("b",), target="a").__dict__)
        | {"id": f"x{character}", "premises": (other.id, f"undefined{character}"), "target": main.id}
    )
    drawn = ArgumentMap.model_construct(
        **(ArgumentMap(title="t").__dict__ | {"claims": (main, other), "attacks": (attack,), "main": (main.id,)})
    )
    root = ElementTree.fromstring(to_svg(drawn, orientation=orientation).encode())
    named = {element.get("data-element") for element in root.iter()} - {None}
    assert named == {"a\ufffd", "b\ufffd", "x\ufffd", "undefined\ufffd"}


def test_backslashes_are_shown_as_they_are() -> None:
    svg = to_svg(one_claim(r"from C:\New to \Graph"))
    assert r"from C:\New to \Graph" in " ".join(t.text or "" for t in ElementTree.fromstring(svg).iter(f"{SVG}text"))


def test_long_text_is_cut_on_the_card_and_whole_in_its_label() -> None:
    text = " ".join(f"word{number}" for number in range(300))
    root = ElementTree.fromstring(to_svg(one_claim(text), title=""))
    card = next(element for element in root.iter() if element.get("data-element") == "b")
    lines = [element.text or "" for element in card.iter(f"{SVG}text")]
    assert lines[-1].endswith("…")
    assert len(lines) < 12
    assert text in card.get("aria-label", "")


@pytest.mark.filterwarnings("ignore::argmap.render.letters.LettersWarning")
@pytest.mark.parametrize("text", HOSTILE[:10:3], ids=range(4))
def test_hostile_text_gives_an_image_and_a_document(text: str) -> None:
    assert to_png(one_claim(text), dpi=40).startswith(b"\x89PNG")
    assert to_pdf(one_claim(text)).startswith(b"%PDF")


def everywhere(drawn: ArgumentMap) -> list[Finding]:
    return [
        Finding("X", Severity.WARNING, Confidence.HIGH, "m", element=element.id, gap=r"gap \N <b> & ")
        for element in drawn.elements()
    ]


@settings(max_examples=25, deadline=None)
@given(strategies.maps | strategies.structures, st.sampled_from(["up", "left", "columns"]), st.booleans())
def test_any_map_can_be_drawn_with_ids_that_differ(drawn: ArgumentMap, orientation: str, compact: bool) -> None:
    svg = to_svg(drawn, orientation=orientation, compact=compact, findings=everywhere(drawn))
    root = ElementTree.fromstring(svg)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    used = set(re.findall(r"url\(#([^)]*)\)", " ".join(" ".join(e.attrib.values()) for e in root.iter())))
    assert {name for name in used if name.startswith("am")} <= set(ids)


@settings(max_examples=80, deadline=None)
@given(strategies.maps | strategies.structures)
def test_any_map_has_dot_text_and_an_outline_that_names_each_claim(drawn: ArgumentMap) -> None:
    assert to_dot(drawn, findings=everywhere(drawn)).startswith("digraph argmap {")
    lines = outline(drawn, findings=everywhere(drawn))
    assert all(f"[{claim.id}]" in lines for claim in drawn.claims)


@settings(max_examples=10, deadline=None)
@given(strategies.maps | strategies.structures)
def test_what_a_notebook_shows_never_raises(drawn: ArgumentMap) -> None:
    bundle = mime_bundle(drawn, focus="nowhere")
    assert set(bundle) == {"text/plain"}
    assert mime_bundle(drawn)["text/plain"] == outline(drawn)


def test_a_notebook_is_told_why_a_map_that_breaks_the_model_cannot_be_shown() -> None:
    broken = ArgumentMap.model_construct(title=None, claims=None)
    assert mime_bundle(broken)["text/plain"].startswith("This map cannot be shown: ")


@pytest.mark.parametrize("name", ["outline", "to_svg"])
def test_a_notebook_can_be_interrupted(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(picture, name, interrupt)
    with pytest.raises(KeyboardInterrupt):
        mime_bundle(one_claim("text"))
