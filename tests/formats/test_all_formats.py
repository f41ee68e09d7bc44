"""What holds for every format of the catalogue: names, losses, round trips, and files that would do harm."""

from __future__ import annotations

import itertools
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest
from fuzzing import cases, examine, seeds
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps

from argmap.formats import FormatSpec, all_specs, find_spec, format_names, formats_page, read_bytes
from argmap.formats.fields import all_fields
from argmap.formats.losses import find_losses
from argmap.model import ArgumentMap, Attack, Claim, Inference, Severity

NATIVE = {"yaml", "json"}
READ = [spec for spec in all_specs() if spec.read]
WRITTEN = [spec for spec in all_specs() if spec.write]
FOREIGN = [spec for spec in WRITTEN if spec.read and spec.name not in NATIVE]


def name_of(spec: FormatSpec) -> str:
    return spec.name


def test_formats_have_the_names_that_the_catalogue_gives_them() -> None:
    assert tuple(spec.name for spec in all_specs()) == format_names()


@pytest.mark.parametrize("spec", all_specs(), ids=name_of)
def test_a_format_says_what_it_is(spec: FormatSpec) -> None:
    assert spec.holds <= set(all_fields())
    assert {"claims.text", "inferences.premises", "inferences.conclusion"} <= spec.holds
    assert spec.title
    assert spec.remarks
    assert spec.source
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in spec.suffixes)
    assert spec.read or spec.write


def test_the_page_of_the_formats_is_up_to_date() -> None:
    """Mend it with: python docs/write_formats.py"""
    page = Path(__file__).parent.parent.parent / "docs" / "reference" / "formats.md"
    assert page.read_text(encoding="utf-8") == formats_page()


@st.composite
def plain_maps(draw: st.DrawFn) -> ArgumentMap:
    """Draw a map with what nearly every format can hold: claims with texts of their own, and steps between claims."""
    claims = [Claim(id=f"c{n}", text=f"{draw(st.sampled_from(TEXTS))} {n}") for n in range(draw(st.integers(1, 8)))]
    known = st.sampled_from([claim.id for claim in claims])
    ends = draw(st.lists(st.tuples(known, known, st.booleans()), max_size=10))
    steps = [(f"s{n}", premise, end, is_attack) for n, (premise, end, is_attack) in enumerate(ends)]
    return ArgumentMap(
        title=draw(st.sampled_from(("", "Rain", "A (b) \\ [c](d)"))),
        claims=claims,
        inferences=[Inference(id=i, premises=(p,), conclusion=end) for i, p, end, attacks in steps if not attacks],
        attacks=[Attack(id=i, premises=(p,), target=end) for i, p, end, attacks in steps if attacks],
    )


TEXTS = (
    "It rains", "=1+1", "+5", "- no", "@x", "'=x", "(a) [b](c) \\(d\\)", "1.1. Pro: x", "Pro: y", "-> See 1.1.",
    "because z", "undercut: q", "[w]", "\\", "1A-a u", 'a "b", c;d', "éü", "Title: t", "* v", "2. That",
)  # fmt: skip


def said(argument_map: ArgumentMap) -> tuple[Counter[object], ...]:
    """Return what a map says without its ids: its texts, and what speaks for and against what."""
    texts = {claim.id: claim.text for claim in argument_map.claims}
    return (
        Counter(texts.values()),
        Counter((tuple(map(texts.get, step.premises)), texts[step.conclusion]) for step in argument_map.inferences),
        Counter((tuple(map(texts.get, step.premises)), texts[step.target]) for step in argument_map.attacks),
    )


@settings(max_examples=60)
@given(drawn=plain_maps())
def test_what_a_format_can_hold_is_read_as_it_was_written(drawn: ArgumentMap) -> None:
    for spec in FOREIGN:
        assert spec.write is not None
        assert spec.read is not None
        result = spec.read(spec.write(drawn), "a")
        assert [finding for finding in result.findings if finding.severity is Severity.ERROR] == [], spec.name
        assert said(result.map) == said(drawn), spec.name
        if "claims.id" in spec.holds and not spec.find_losses(drawn):
            assert {claim.id for claim in result.map.claims} == {claim.id for claim in drawn.claims}, spec.name


@settings(max_examples=40)
@given(drawn=maps)
def test_what_was_written_and_read_is_written_the_same_again(drawn: ArgumentMap) -> None:
    for spec in FOREIGN:
        assert spec.write is not None
        assert spec.read is not None
        text = spec.write(spec.read(spec.write(drawn), "a").map)
        assert spec.write(spec.read(text, "a").map) == text, spec.name


@settings(max_examples=40)
@given(drawn=maps)
def test_losses_can_be_told_of_any_map(drawn: ArgumentMap) -> None:
    for spec in WRITTEN:
        for finding in find_losses(drawn, spec):
            assert finding.code == "FMT009", spec.name
            assert str(finding).isprintable(), spec.name


DEEP = {
    "brackets": "[" * 100_000,
    "braces": '{"a":' * 100_000,
    "elements": "<a>" * 100_000,
    "nested lists": "- " * 100_000,
    "parentheses": "(" * 100_000,
    "numbers": "1." * 100_000 + " Pro: x",
    "lines": "".join(f"{' ' * n}- because a{n}\n" for n in range(600)),
    "backslashes": "\\" * 100_000,
    "quotation marks": '"' * 100_001,
    "headings": "# a\n" * 10_000,
}
BOMBS = {
    "entities": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "ha">'
    + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20))
    + "]><graphml><graph><node id='n'><data key='d'>&e19;</data></node></graph></graphml>",
    "a file from outside": '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><lkif>&e;</lkif>',
    "aliases": "statements:\n  a0: &a0 [x, x]\n"
    + "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)),
}


@pytest.mark.parametrize("spec", READ, ids=name_of)
@pytest.mark.parametrize("content", [*DEEP.values(), *BOMBS.values()], ids=[*DEEP, *BOMBS])
def test_no_reader_breaks_on_what_is_deep_or_grows(spec: FormatSpec, content: str) -> None:
    assert spec.read is not None
    result = spec.read(content, "a")
    assert result.map is not None or result.findings
    spec.recognise(content)


@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS)
def test_what_would_grow_is_refused_by_the_format_that_it_is_of(content: str) -> None:
    tracemalloc.start()
    try:
        result = read_bytes(content.encode(), "a")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert {finding.code for finding in result.findings if finding.severity is Severity.ERROR} <= {"FMT002", "FMT007"}
    assert not result.is_whole
    assert peak < 20_000_000


@pytest.mark.parametrize("name", seeds())
def test_a_file_cut_off_anywhere_gives_a_map_or_findings(name: str) -> None:
    content = seeds()[name]
    for end in range(0, len(content), max(1, len(content) // 12)):
        result = read_bytes(content[:end], "a")
        assert result.map is not None or result.findings


def test_broken_files_end_in_maps_or_findings() -> None:
    """The small part of `python benchmarks/fuzz.py`, always with the same files."""
    for format_name, content in itertools.islice(cases(seed=2026), 500):
        examine(content, format_name)


def test_a_reader_stops_at_a_million_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.formats.assembly.MOST_ELEMENTS", 1000)
    rows = "".join(f"c{n},c0,supports\n" for n in range(1, 2000))
    result = find_spec("csv").read(f"from,to,relation\n{rows}", "a.csv")
    assert result.map is None
    assert result.findings[-1].message == "the file has more than 1,000 claims and steps"
