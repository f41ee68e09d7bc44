"""One front door to all formats: which one a text has and why, encodings, paths and texts, and what writing loses."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap as am
from argmap.formats import FormatSpec, find_spec, format_of_name, read_any, read_bytes, recognise
from argmap.formats.files import is_document

FIXTURES = Path(__file__).parent / "bridges"
KIALO = "1. Cars should go.\n1.1. Pro: They are loud.\n"
FORMATS = {
    "bridge.kialo.txt": "kialo",
    "bridges.kialo.txt": "kialo",
    "bridge.csv": "csv",
    "bridge.tsv": "csv",
    "bridge.outline.txt": "outline",
    "bridge.carneades.yml": "carneades",
    "bridge.gsn.yaml": "gsn",
    "bridge.lkif.xml": "lkif",
    "bridge.graphml": "graphml",
}


@pytest.fixture
def rain() -> am.ArgumentMap:
    draft = am.Draft(title="Rain")
    draft.support(draft.claim("The street is wet", id="1"), draft.claim("It rains", id="1.1"), id="pro-1.1")
    return draft.build().model_copy(update={"main": ("1",)})


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_told_by_content_alone(name: str) -> None:
    found = recognise((FIXTURES / name).read_text(encoding="utf-8"), "stdin")
    assert found.spec is not None
    assert found.spec.name == FORMATS[name]
    assert found.why
    assert not found.why.startswith("the name")


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_read_says_its_format_and_why(name: str) -> None:
    result = am.read(FIXTURES / name)
    assert (result.format, bool(result.why), result.is_whole) == (FORMATS[name], True, True)


def test_the_fixtures_are_those_that_are_named() -> None:
    assert sorted(path.name for path in FIXTURES.iterdir()) == sorted(FORMATS)


def test_a_map_of_argmaps_own_needs_no_other_reader() -> None:
    assert recognise("argmap: 1\nclaims: {a: Because of that}\n").why == "YAML with `argmap`"
    assert recognise('{"argmap": 1}').spec is find_spec("json")


def test_a_name_of_argmaps_own_decides_whatever_the_content() -> None:
    found = recognise(KIALO, "letter.argmap.yaml")
    assert (found.spec, found.why) == (find_spec("yaml"), "the name ends in .argmap.yaml")


def test_a_text_of_no_format_is_a_finding_that_says_what_was_looked_for() -> None:
    (finding,) = read_any("The street is wet.\nIt rains.\n", "letter.txt").findings
    assert finding.code == "FMT011"
    assert finding.message == (
        "found the content of no format that is read: " + ", ".join(spec.name for spec in _readable())
    )
    assert str(finding).startswith("letter.txt:1:1: ")
    assert "argmap convert --from NAME" in finding.fix


AMBIGUOUS = "from,to,because\n1. Cars should go.\n1.1. Pro: They are loud.\n  because they are\n"


def test_a_text_of_two_formats_is_a_finding_that_names_both_with_the_reasons() -> None:
    (finding,) = read_any(AMBIGUOUS).findings
    assert finding.code == "FMT011"
    assert "kialo (a line `1.1. Pro:`)" in finding.message
    assert "csv (a first row with `from` and `to`)" in finding.message


def test_the_name_decides_between_the_formats_that_a_text_could_have() -> None:
    found = recognise(AMBIGUOUS, "cars.kialo.txt")
    assert (found.spec, found.why) == (find_spec("kialo"), "the name ends in .kialo.txt")


def test_the_name_decides_where_the_content_says_nothing() -> None:
    result = read_any("hello", "cars.graphml")
    assert result.format == "graphml"
    assert [finding.code for finding in result.findings] == ["FMT002"]


def test_the_content_wins_over_the_ending_of_another_format() -> None:
    assert read_any(KIALO, "cars.csv").format == "kialo"


def test_a_format_can_be_named() -> None:
    result = read_any("Cars should go\n  They are loud\n", format="outline")
    assert (result.format, result.why) == ("outline", "it was named")
    assert len(result.map.inferences) == 1


def test_a_format_that_there_is_not_gives_the_nearest_name() -> None:
    with pytest.raises(am.UnknownFormatError, match=r'no format "kiallo" \(did you mean kialo\?\)'):
        am.loads(KIALO, format="kiallo")


@pytest.mark.parametrize("text", [KIALO, "{argmap: 1}", "argmap: 1", "<lkif/>", "[Claim]: text", " \r"])
def test_a_str_that_starts_or_goes_on_as_a_document_is_a_text(text: str) -> None:
    assert is_document(text)


@pytest.mark.parametrize("text", ["map.argmap.yaml", "C:\\maps\\a.csv", "a b/c", "", "1. Cars should go."])
def test_any_other_str_is_a_path(text: str) -> None:
    assert not is_document(text)
    with pytest.raises(OSError, match=r"."):
        am.load(text)


def test_a_path_is_a_file_whatever_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("{a}.txt").write_text(KIALO, encoding="utf-8")
    assert am.load(Path("{a}.txt")).claims[0].text == "Cars should go."


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("cp1252", "found the byte 0xE9, expected UTF-8; the file was read as Windows-1252"),
        ("utf-16", "the file was read as UTF-16, as its byte order mark says, expected UTF-8"),
        ("utf-16-le", "the file was read as UTF-16, as its zero bytes say, expected UTF-8"),
        ("utf-16-be", "the file was read as UTF-16, as its zero bytes say, expected UTF-8"),
        ("utf-32", "the file was read as UTF-32, as its byte order mark says, expected UTF-8"),
    ],
)
def test_another_encoding_is_read_and_told(encoding: str, told: str) -> None:
    result = read_bytes("1. Cafés should stay.\n1.1. Pro: They are quiet.\n".encode(encoding), "cafe.txt")
    assert result.map.claims[0].text == "Cafés should stay."
    assert [(finding.code, finding.severity, finding.message) for finding in result.findings] == [
        ("FMT010", am.Severity.WARNING, told)
    ]
    assert result.is_whole


def test_the_place_of_the_first_byte_that_is_no_utf_8_is_told() -> None:
    (finding,) = read_bytes("1. Cars\n1.1. Pro: Cafés\n".encode("latin-1"), "cafe.txt").findings
    assert str(finding).startswith("cafe.txt:2:14: FMT010 ")


def test_an_encoding_that_xml_declares_is_used() -> None:
    text = (FIXTURES / "bridge.lkif.xml").read_text(encoding="utf-8").replace("UTF-8", "ISO-8859-5")
    result = read_bytes(text.replace("Most cars", "Машины").encode("iso-8859-5"), "a.xml")
    assert result.map.claims[1].text == "Машины pass through."
    assert "ISO-8859-5, as it declares" in result.findings[0].message


def test_bytes_that_are_no_text_are_refused() -> None:
    (finding,) = read_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff", "a.png").findings
    assert finding.message == "the file is not text, or in an encoding that cannot be told"


def test_half_a_character_in_a_str_is_a_finding() -> None:
    (finding,) = read_any("1. Cars\n1.1. Pro: a\ud800b\n").findings
    assert str(finding).startswith("<text>:2:12: FMT001 found half a character (U+D800)")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.yaml", "yaml"), ("a.json", "json"), ("A.CSV", "csv"), ("a.kialo.txt", "kialo"), ("a.txt", None)],
)
def test_the_name_of_a_file_says_what_to_write(name: str, expected: str | None) -> None:
    assert format_of_name(name) == expected


def test_save_writes_the_format_of_the_name(rain: am.ArgumentMap, tmp_path: Path) -> None:
    path = am.save(rain, tmp_path / "rain.kialo.txt")
    assert path.read_text() == "Discussion Title: Rain\n\n1. The street is wet\n1.1. Pro: It rains\n"
    assert am.load(path) == rain


def test_what_a_format_cannot_hold_is_listed_before_it_is_lost() -> None:
    draft = am.Draft(note="Mine")
    draft.source("report", title="A report")
    wet = draft.claim("The street is wet", cites="report", kind="causal")
    draft.support(wet, draft.claim("It rains"), draft.claim("Rain wets"), id="both")
    told = {finding.message: finding.severity for finding in am.losses(draft.build(), "kialo")}
    assert told == {
        "kialo cannot hold `note` of the map": am.Severity.WARNING,
        "kialo cannot hold sources: [report]": am.Severity.WARNING,
        "kialo cannot hold `cites` of claims [the-street-is-wet]": am.Severity.WARNING,
        "kialo cannot hold `kind` of claims [the-street-is-wet]": am.Severity.WARNING,
        "kialo cannot link premises: those of [both] each stand by themselves": am.Severity.WARNING,
        "kialo cannot hold ids: elements get new ones when the file is read": am.Severity.INFO,
    }


def test_extensions_of_other_formats_are_lost_and_its_own_are_not() -> None:
    draft = am.Draft(extensions={"kialo": {"question": "Which?"}})
    draft.claim("It rains", id="a")
    assert am.losses(draft.build(), "kialo")[0].severity is am.Severity.INFO
    draft = am.Draft(extensions={"kialo": {"question": "Which?"}, "aif": {"nodes": []}})
    assert [finding.message for finding in am.losses(draft.build(), "kialo")] == [
        "kialo cannot hold `extensions` of the map"
    ]


def test_nothing_is_lost_in_argmaps_own_format() -> None:
    kaliningrad = am.load(Path(__file__).parent.parent.parent / "examples" / "kaliningrad.argmap.yaml")
    assert (am.losses(kaliningrad, "yaml"), am.losses(kaliningrad, "json")) == ((), ())


def test_a_loss_is_a_warning_and_strictly_an_error() -> None:
    draft = am.Draft(note="Mine")
    draft.claim("It rains")
    with pytest.warns(am.LossWarning, match="kialo cannot hold `note` of the map"):
        am.dumps(draft.build(), format="kialo")
    with pytest.raises(am.LossError, match="FMT009 kialo cannot hold `note` of the map"):
        am.dumps(draft.build(), format="kialo", strict=True)


def test_what_is_lost_strictly_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    draft = am.Draft(note="Mine")
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(am.LossError):
        am.save(draft.build(), path, strict=True)
    assert path.read_text() == "old"


def test_a_format_that_is_only_read_is_not_written(rain: am.ArgumentMap, tmp_path: Path) -> None:
    with pytest.raises(am.UnknownFormatError, match='the format "lkif" is only read, not written'):
        am.save(rain, tmp_path / "rain.xml", format="lkif")


def test_checks_report_at_the_lines_of_the_file() -> None:
    result = am.read(FIXTURES / "bridge.kialo.txt")
    places = {finding.place for finding in result.source_map.locate(am.check(result.map)) if finding.place}
    found = {f"{Path(place.file).name}:{place.line}:{place.column}" for place in places}
    assert "bridge.kialo.txt:10:1" in found  # 1.2 has no reason
    assert all(place.startswith("bridge.kialo.txt:") for place in found)


def _readable() -> list[FormatSpec]:
    from argmap.formats import all_specs

    return [spec for spec in all_specs() if spec.read]
