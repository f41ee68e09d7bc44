"""The commands, run as a user runs them: what they print, what they write, how they exit."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from argmap import loads

LETTER = """\
argmap: 1
article: letter
sources: {letter: {title: A letter, url: "https://example.org/letter"}}
main: close
claims:
  close: {text: The bridge should close, kind: policy, at: 2}
  traffic: {text: Cars pass through, at: '1 "two cars out of three"'}
  lost: {text: Nobody said this, given: common, at: '1 "never there"'}
inferences:
  i: {premises: [traffic, lost], conclusion: close}
"""
TEXT = "At the bridge, two cars out of three only pass through.\n\nClose it.\n"
KEYS = {
    "code", "rule", "severity", "confidence", "element", "file", "line", "column", "path", "message", "fix", "evidence",
    "gap", "waived", "waiver", "baselined", "fixable", "fingerprint",
}  # fmt: skip


@pytest.fixture
def letter(folder: Path) -> str:
    (folder / "letter.argmap.yaml").write_text(LETTER)
    (folder / "letter.txt").write_text(TEXT)
    return "letter.argmap.yaml"


def test_check_finds_the_gaps_that_a_careful_reader_finds(run: object, folder: Path) -> None:
    outcome = run("check", "kaliningrad.argmap.yaml")
    lines = (folder / "kaliningrad.argmap.yaml").read_text().splitlines()
    for claim_id in ("reciprocity", "detonator"):
        number = lines.index(f"  {claim_id}:") + 1
        assert f"kaliningrad.argmap.yaml:{number}:3: SUP001 " in outcome.out
        assert f"[{claim_id}] has no reason and no source" in outcome.out
    drawdown = lines.index("  drawdown:") + 1
    assert f"kaliningrad.argmap.yaml:{drawdown}:3: SUP002 " in outcome.out
    assert outcome.code == 1


def test_check_finds_nothing_in_a_well_supported_argument(run: object) -> None:
    outcome = run("check", "broad-street.argmap.yaml")
    assert (outcome.code, outcome.out) == (0, "broad-street.argmap.yaml: no findings\n")


def test_check_prints_json_with_every_key_and_with_waived_findings(run: object) -> None:
    findings = json.loads(run("check", "kaliningrad.argmap.yaml", "--format", "json").out)
    assert all(set(finding) == KEYS for finding in findings)
    waived = [finding for finding in findings if finding["waived"]]
    assert [(finding["code"], finding["element"]) for finding in waived] == [
        ("TXT003", "at-sea"),
        ("SUP001", "not-permanent"),
    ]
    assert waived[1]["waiver"].startswith("The article names this position")


def test_a_finding_about_the_whole_map_stands_on_line_1(run: object) -> None:
    (finding,) = json.loads(run("check", "-", "--format", "json", stdin=b"\n\nargmap: 1\n").out)
    assert (finding["code"], finding["element"]) == ("STR004", None)
    assert (finding["file"], finding["line"], finding["column"]) == ("<stdin>", 1, 1)


def test_check_exits_by_the_level_that_fail_on_names(run: object, letter: str) -> None:
    assert run("check", letter).code == 1
    assert run("check", letter, "--fail-on", "error").code == 0
    assert run("check", letter, "--fail-on", "never").code == 0
    assert run("check", letter, "--select", "STR").code == 0


def test_check_takes_several_maps(run: object) -> None:
    outcome = run("check", "broad-street.argmap.yaml", "kaliningrad.argmap.yaml", "--select", "SUP006")
    assert outcome.code == 1
    assert outcome.out.splitlines()[0] == "broad-street.argmap.yaml: no findings"


def test_check_reads_the_configuration_beside_the_map(run: object, letter: str, folder: Path) -> None:
    (folder / "argmap.toml").write_text('select = ["SUP001"]\nfail_on = "error"\n')
    assert run("check", letter).out == "letter.argmap.yaml: no findings\n"
    (folder / "argmap.toml").write_text('selct = ["SUP001"]\n')
    outcome = run("check", letter)
    assert outcome.code == 2
    assert "selct" in outcome.err
    assert "select" in outcome.err


def test_check_tells_a_broken_file_with_the_line_and_a_marker(run: object, folder: Path) -> None:
    (folder / "broken.argmap.yaml").write_text("argmap: 1\nclaims:\n  a: {text: t, kind: fcat}\n")
    outcome = run("check", "broken.argmap.yaml", "--select", "SUP004")
    assert outcome.code == 1
    assert outcome.out.splitlines()[:3] == [
        (
            'broken.argmap.yaml:3:22: FMT006 field `kind` of claim [a]: found "fcat", '
            "expected fact, causal, value, policy, prediction, definition (did you mean fact?)"
        ),
        "      a: {text: t, kind: fcat}",
        "    ~~~~~~~~~~~~~~~~~~~~~^",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "nowhere.yaml"), "argmap: nowhere.yaml: no such file or directory"),
        (("check", "."), "is a directory"),
        (("check", "broad-street.argmap.yaml", "--select", "SUP01"), "SUP01"),
        (("check", "broad-street.argmap.yaml", "--profile", "strct"), "strict"),
        (("check", "broad-street.argmap.yaml", "--text", "nowhere.txt"), "nowhere.txt: no such file"),
        (("check", "broad-street.argmap.yaml", "--config", "nowhere.toml"), "nowhere.toml"),
        (("explain", "SUP01"), "SUP001"),
        (("schemes", "expert opinon"), "argmap: no scheme 'expert opinon', did you mean expert-opinion?"),
        (("schemes", "--schemes", "nowhere.toml"), "argmap: nowhere.toml: the file cannot be read: No such file"),
        (("render", "broad-street.argmap.yaml", "-o", "x.docx"), ".svg"),
        (("render", "broad-street.argmap.yaml", "--focus", "pmup"), "did you mean [pump]?"),
        (("render", "broad-street.argmap.yaml", "-o", "no/such/folder/x.svg"), "no such file or directory"),
        (("show", "nowhere.yaml"), "nowhere.yaml"),
        (("fmt", "nowhere.yaml"), "nowhere.yaml"),
    ],
)
def test_what_cannot_run_exits_with_2_and_says_why(run: object, arguments: tuple[str, ...], message: str) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert message in " ".join(outcome.err.replace("│", " ").split())


def test_report_prints_the_findings_and_writes_picture_and_report(run: object, folder: Path) -> None:
    outcome = run("report", "kaliningrad.argmap.yaml", PATH="")
    assert outcome.code == 0
    assert "SUP001 claim [detonator]" in outcome.out
    assert outcome.out.endswith("wrote kaliningrad.svg\nwrote kaliningrad.report.html\nwrote kaliningrad.report.md\n")
    assert (folder / "kaliningrad.svg").read_text().startswith("<svg ")
    report = (folder / "kaliningrad.report.md").read_text()
    assert "![The argument as a picture](kaliningrad.svg)" in report
    assert "`[detonator]`" in report


def test_report_from_standard_input_writes_where_it_is_told(run: object, folder: Path) -> None:
    (folder / "out").mkdir()
    outcome = run("report", "-", "--to", "out", stdin=LETTER.encode())
    assert outcome.code == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["map.report.html", "map.report.md", "map.svg"]


def test_the_markdown_report_is_the_golden_one(run: object, folder: Path, letter: str, snapshot: object) -> None:
    run("report", letter, "--text", "letter.txt")
    assert (folder / "letter.report.md").read_text() == snapshot


def test_hostile_text_does_not_become_markup_in_the_report(run: object, folder: Path) -> None:
    hostile = (
        r"argmap: 1" + "\n" + r'title: "<script>x</script> [a](javascript:1) `b`"' + "\nclaims: {a: '# <b>x</b>'}\n"
    )
    (folder / "h.argmap.yaml").write_text(hostile)
    run("report", "h.argmap.yaml")
    report = (folder / "h.report.md").read_text()
    assert r"\<script\>" in report
    assert "<script" not in report.replace(r"\<script", "")
    assert r"\[a\](javascript:1)" in report


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "dot"])
def test_render_writes_the_format_of_the_suffix(run: object, folder: Path, suffix: str) -> None:
    outcome = run("render", "broad-street.argmap.yaml", "-o", f"x.{suffix}", PATH="")
    assert (outcome.code, outcome.out) == (0, f"wrote x.{suffix}\n")
    start = {"svg": b"<svg ", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph"}[suffix]
    assert (folder / f"x.{suffix}").read_bytes().startswith(start)


def test_anchors_verifies_each_and_prints_its_link(run: object, letter: str) -> None:
    outcome = run("anchors", letter, "--text", "letter.txt")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "letter.argmap.yaml:6:60: claim [close] found once  https://example.org/letter",
        (
            "letter.argmap.yaml:7:42: claim [traffic] found once  "
            "https://example.org/letter#:~:text=two%20cars%20out%20of%20three"
        ),
        "letter.argmap.yaml:8:53: claim [lost] not found  https://example.org/letter#:~:text=never%20there",
        "3 anchors: 2 found once, 1 not",
    ]


def test_anchors_prints_the_links_without_a_text(run: object, letter: str) -> None:
    outcome = run("anchors", letter)
    assert outcome.code == 0
    assert outcome.out.splitlines()[-1] == "3 anchors: 0 found once, 0 not, 3 not checked for want of a text"


def test_every_anchor_of_the_kaliningrad_map_is_found_once_in_the_article(run: object) -> None:
    article = Path(__file__).parents[3] / "shared" / "article.txt"
    if not article.exists():
        pytest.skip("the article's text is not at hand")
    outcome = run("anchors", "kaliningrad.argmap.yaml", "--text", str(article))
    assert outcome.code == 0
    assert outcome.out.splitlines()[-1] == "76 anchors: 76 found once, 0 not"


def test_the_rule_about_anchors_gets_the_text(run: object, letter: str) -> None:
    outcome = run("check", letter, "--select", "SRC004", "--text", "letter=letter.txt")
    assert outcome.code == 1
    assert "letter.argmap.yaml:8:" in outcome.out
    assert "SRC004" in outcome.out
    outcome = run("check", letter, "--select", "SRC004")
    assert outcome.code == 0
    assert "skipped SRC004" in outcome.out


def test_fmt_keeps_comments_and_is_done_after_one_run(run: object, folder: Path) -> None:
    messy = "argmap:   1\n# about rain\nclaims:\n     # first\n     wet:   {text:   The street is wet}   \n"
    (folder / "messy.yaml").write_text(messy)
    assert run("fmt", "--check", "messy.yaml").code == 1
    assert (folder / "messy.yaml").read_text() == messy
    diff = run("fmt", "--diff", "messy.yaml")
    assert diff.code == 1
    assert "+  wet: {text: The street is wet}\n" in diff.out
    assert run("fmt", "messy.yaml").out == "formatted messy.yaml\n"
    formatted = (folder / "messy.yaml").read_text()
    assert formatted == "argmap: 1\n# about rain\nclaims:\n  # first\n  wet: {text: The street is wet}\n"
    assert run("fmt", "--check", "messy.yaml").code == 0
    assert run("fmt", "-", stdin=messy.encode()).out == formatted


def test_fmt_leaves_a_broken_file_alone(run: object, folder: Path) -> None:
    (folder / "broken.yaml").write_text("argmap: 1\nclaims: {a: {txt: x}}\n")
    outcome = run("fmt", "broken.yaml")
    assert outcome.code == 2
    assert "unknown field `txt`" in outcome.err
    assert (folder / "broken.yaml").read_text() == "argmap: 1\nclaims: {a: {txt: x}}\n"


def test_schema_prints_a_schema_that_accepts_json_maps(run: object) -> None:
    schema = json.loads(run("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({"argmap": 1, "claims": {"a": "A"}}, schema)


def test_new_writes_a_starter_that_reads_and_does_not_replace_a_file(run: object, folder: Path) -> None:
    assert run("new", "mine.argmap.yaml", "--title", 'A "new" map: one').code == 0
    assert loads((folder / "mine.argmap.yaml").read_text()).title == 'A "new" map: one'
    assert run("fmt", "--check", "mine.argmap.yaml").code == 0
    outcome = run("new", "mine.argmap.yaml")
    assert outcome.code == 2
    assert "mine.argmap.yaml exists" in outcome.err
    assert run("new", "mine.argmap.yaml", "--force").code == 0
    assert run("new", "-").out.startswith("# A map of an argument")


def test_explain_prints_the_page_of_a_rule(run: object) -> None:
    outcome = run("explain", "sup001")
    assert outcome.code == 0
    assert outcome.out.startswith("# SUP001 unsupported-claim\n")
    assert run("explain", "FMT003").out.startswith("# FMT003 repeated-key\n")


def test_show_prints_the_outline(run: object, letter: str, snapshot: object) -> None:
    assert run("show", letter).out == snapshot


def test_show_prints_markdown(run: object, letter: str) -> None:
    lines = run("show", letter, "--format", "markdown").out.splitlines()
    assert lines[0].startswith("- **Main claim:** The bridge should close `[close]` (¶ 2")


@pytest.mark.parametrize(
    "command",
    [
        "check",
        "render",
        "report",
        "show",
        "gaps",
        "why",
        "eval",
        "pivots",
        "diff",
        "grade",
        "autograder",
        "explain",
        "rules",
        "schemes",
        "anchors",
        "fmt",
        "schema",
        "new",
        "af",
    ],
)
def test_help_of_each_command_has_an_example(run: object, command: str) -> None:
    outcome = run(command, "--help")
    assert outcome.code == 0
    assert f"argmap {command}" in outcome.out


def test_the_program_says_its_version(run: object) -> None:
    assert run("--version").out.startswith("argmap ")


def test_output_has_no_colour_when_it_is_not_a_terminal(run: object) -> None:
    assert "\x1b" not in run("check", "kaliningrad.argmap.yaml").out
    assert "\x1b" not in run("explain", "SUP001").out


@pytest.mark.parametrize("content", [b"", b"\x00", b"a: [", b"\xff\xfe"])
def test_a_file_that_gives_no_map_could_not_be_checked(run: object, folder: Path, content: bytes) -> None:
    (folder / "no.argmap.yaml").write_bytes(content)
    outcome = run("check", "no.argmap.yaml", "--fail-on", "never")
    assert outcome.code == 2
    assert outcome.out.startswith("no.argmap.yaml:1:")


def test_a_missing_file_does_not_keep_the_others_from_being_checked(run: object) -> None:
    outcome = run("check", "nowhere.yaml", "broad-street.argmap.yaml")
    assert (outcome.code, outcome.out) == (2, "broad-street.argmap.yaml: no findings\n")
    assert "nowhere.yaml" in outcome.err


def test_an_empty_list_of_codes_is_not_a_clean_check(run: object) -> None:
    assert run("check", "kaliningrad.argmap.yaml", "--select", ",").code == 2


def test_a_report_comes_without_a_picture_if_none_can_be_drawn(run: object, folder: Path) -> None:
    outcome = run("report", "broad-street.argmap.yaml", "--to", "new/folder", ARGMAP_DOT="/no/such/program")
    assert outcome.code == 0
    assert "no picture" in outcome.err
    assert [path.name for path in (folder / "new" / "folder").iterdir()] == ["broad-street.report.md"]
    assert "![" not in (folder / "new" / "folder" / "broad-street.report.md").read_text()


def test_text_of_any_script_is_printed_wherever_output_goes(run: object) -> None:
    text = "argmap: 1\nmain: ж\nclaims: {ж: {text: 語 🙂, given: common}}\n".encode()
    assert "語 🙂" in run("show", "-", stdin=text, PYTHONIOENCODING="cp1252").out


def test_nothing_in_a_map_commands_the_terminal(run: object) -> None:
    text = 'argmap: 1\nclaims: {a: {text: t, at: {start: "x\\nfake.yaml:1:1: SUP001 \\e[31m"}}}\n'
    text += 'waivers: [{rule: "X\\nfake\\e[2J", element: a}]\n'
    outcome = run("check", "-", "--text", "broad-street.argmap.yaml", stdin=text.encode())
    assert "\x1b" not in outcome.out
    assert not [line for line in outcome.out.splitlines() if line.startswith("fake")]


def test_new_writes_json_where_the_name_says_so(run: object, folder: Path) -> None:
    assert run("new", "mine.argmap.json").code == 0
    assert json.loads((folder / "mine.argmap.json").read_text())["argmap"] == 1
    assert run("show", "mine.argmap.json").code == 0


def test_a_missing_folder_is_named_and_no_file_that_the_user_knows_nothing_of(run: object) -> None:
    outcome = run("render", "broad-street.argmap.yaml", "-o", "no/x.svg")
    assert (outcome.code, outcome.err) == (2, "argmap: no/x.svg: no such file or directory\n")


RUMOUR = """\
id = "rumour"
name = "Argument from rumour"
about = "People say so, so there is something in it."
premises = [{name = "heard", text = "People say A."}]
conclusion = {text = "A is true."}
questions = [{id = "who-says", text = "Who says so?", shifts = true}]
"""
HEARSAY = """\
argmap: 1
claims: {a: {text: A, given: assumed}, b: {text: B, given: assumed}}
inferences: {i: {premises: a, conclusion: b, scheme: rumour}}
"""


def test_schemes_lists_one_line_for_each_scheme(run: object) -> None:
    lines = run("schemes").out.splitlines()
    assert len(lines) >= 25
    assert [line.split()[0] for line in lines] == sorted(line.split()[0] for line in lines)
    assert any(line.startswith("expert-opinion ") for line in lines)


def test_schemes_prints_one_in_full(run: object) -> None:
    outcome = run("schemes", "Argument from Expert Opinion")
    assert outcome.code == 0
    assert outcome.out.startswith("# expert-opinion\n\nArgument from expert opinion. ")
    assert "- `backup-evidence`: On what evidence does E say it? (about the step; shifts the burden)" in outcome.out


def test_schemes_prints_json(run: object) -> None:
    listed = json.loads(run("schemes", "--format", "json").out)
    scheme = json.loads(run("schemes", "ExpertOpinion", "--format", "json").out)
    assert scheme in listed
    assert (scheme["id"], scheme["aif"]) == ("expert-opinion", "ExpertOpinion")
    assert {"id", "name", "about", "premises", "conclusion", "questions", "burden", "sources"} <= set(scheme)


def test_a_file_of_schemes_is_named_on_the_command_line_or_in_the_configuration(run: object, folder: Path) -> None:
    (folder / "rumour.toml").write_text(RUMOUR)
    (folder / "hearsay.argmap.yaml").write_text(HEARSAY)
    assert 'follows the scheme "rumour", which is not known' in run("check", "hearsay.argmap.yaml").out
    found = "inference [i] leaves who-says of rumour unanswered"
    assert found in run("check", "hearsay.argmap.yaml", "--schemes", "rumour.toml").out
    assert "rumour" in run("schemes", "--schemes", "rumour.toml").out
    (folder / "maps").mkdir()
    (folder / "maps" / "hearsay.argmap.yaml").write_text(HEARSAY)
    (folder / "argmap.toml").write_text('schemes = ["rumour.toml"]\n')
    assert found in run("check", "maps/hearsay.argmap.yaml").out
    assert "rumour" in run("schemes").out


def test_a_file_of_schemes_that_clashes_or_is_broken_is_one_clear_error(run: object, folder: Path) -> None:
    (folder / "mine.toml").write_text(RUMOUR.replace('"rumour"', '"sign"'))
    outcome = run("check", "broad-street.argmap.yaml", "--schemes", "mine.toml")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "argmap: mine.toml: the name 'sign' is that of the scheme sign in argmap: sign.toml, "
        "expected a name that no other scheme has\n"
    )
    (folder / "mine.toml").write_text(RUMOUR.replace("shifts = true", "shift = true"))
    assert "unknown key questions.0.shift, did you mean shifts?" in run("schemes", "--schemes", "mine.toml").err
