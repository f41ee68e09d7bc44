"""`argmap convert` and `argmap formats`, and the other commands over files of other formats; run in the process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from argmap import load
from argmap.cli.app import app

KIALO = "Discussion Title: Cars\n\n1. Cars should go.\n1.1. Pro: They are loud.\n"
LINKED = "argmap: 1\nclaims: {a: A, b: B, c: C}\ninferences: {i: {premises: [a, b], conclusion: c}}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("cars.kialo.txt").write_text(KIALO, encoding="utf-8")
    Path("linked.argmap.yaml").write_text(LINKED, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(app, arguments, input=stdin, catch_exceptions=False)


def test_convert_says_the_format_that_it_found_and_why(here: Path) -> None:
    outcome = run("convert", "cars.kialo.txt", "cars.argmap.yaml")
    assert outcome.output == ("wrote cars.argmap.yaml (yaml) from cars.kialo.txt: kialo (a line `Discussion Title:`)\n")
    assert load(here / "cars.argmap.yaml").claims[1].text == "They are loud."


def test_convert_prints_one_map_in_the_format_that_is_named(here: Path) -> None:
    assert run("convert", "cars.kialo.txt", "--to", "kialo").stdout == KIALO
    assert run("convert", "-", "--to", "kialo", stdin=KIALO.encode()).stdout == KIALO


def test_convert_lists_what_is_lost_and_strictly_writes_nothing(here: Path) -> None:
    lost = "linked.argmap.yaml: FMT009 kialo cannot link premises: those of [i] each stand by themselves\n"
    outcome = run("convert", "--strict", "linked.argmap.yaml", "linked.kialo.txt")
    assert outcome.exit_code == 1
    assert lost in outcome.stderr
    assert not Path("linked.kialo.txt").exists()
    outcome = run("convert", "linked.argmap.yaml", "linked.kialo.txt")
    assert (outcome.exit_code, lost in outcome.stderr, Path("linked.kialo.txt").exists()) == (0, True, True)


def test_strictly_nothing_is_lost_where_all_is_held(here: Path) -> None:
    assert run("convert", "--strict", "linked.argmap.yaml", "linked.csv").exit_code == 0
    assert run("convert", "--strict", "cars.kialo.txt", "cars.argmap.json").exit_code == 0


def test_convert_draws_graphml_that_it_reads_again(here: Path) -> None:
    assert run("convert", "linked.argmap.yaml", "linked.graphml").exit_code == 0
    assert run("convert", "linked.graphml", "again.argmap.yaml").exit_code == 0
    again, linked = load("again.argmap.yaml"), load("linked.argmap.yaml")
    assert sorted(claim.text for claim in again.claims) == ["A", "B", "C"]
    assert again.inferences == linked.inferences


def test_a_bad_file_does_not_stop_the_rest(here: Path) -> None:
    Path("bad.json").write_text("{", encoding="utf-8")
    outcome = run("convert", "bad.json", "cars.kialo.txt", "none.csv", "linked.argmap.yaml", "-o", "out")
    assert outcome.exit_code == 2
    assert sorted(path.name for path in Path("out").iterdir()) == ["cars.argmap.yaml", "linked.argmap.yaml"]
    assert "bad.json:1:1: FMT011" in outcome.stderr or "bad.json:1:2: FMT002" in outcome.stderr
    assert "argmap: none.csv: no such file or directory" in outcome.stderr
    assert "argmap: 2 of 4 files converted, 2 with problems" in outcome.stderr


def test_a_folder_stands_for_the_files_in_it(here: Path) -> None:
    outcome = run("convert", ".", "-o", "out/", "--to", "json")
    assert outcome.exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["cars.argmap.json", "linked.argmap.json"]


def test_an_input_is_never_written_over(here: Path) -> None:
    outcome = run("convert", "linked.argmap.yaml", "linked.argmap.yaml")
    assert outcome.exit_code == 2
    assert "linked.argmap.yaml: not converted: linked.argmap.yaml is one of the inputs" in outcome.stderr
    assert Path("linked.argmap.yaml").read_text() == LINKED
    assert run("convert", "linked.argmap.yaml", "cars.kialo.txt", "-o", ".").exit_code == 2
    assert Path("linked.argmap.yaml").read_text() == LINKED


def test_two_inputs_of_one_name_do_not_overwrite_each_other(here: Path) -> None:
    Path("other").mkdir()
    Path("other/cars.kialo.txt").write_text(KIALO, encoding="utf-8")
    outcome = run("convert", "cars.kialo.txt", "other/cars.kialo.txt", "-o", "out")
    assert outcome.exit_code == 2
    assert "not converted: out/cars.argmap.yaml was made from cars.kialo.txt" in outcome.stderr


def test_a_link_in_the_folder_is_not_followed_out_of_it(here: Path) -> None:
    Path("out").mkdir()
    Path("secret").write_text("old")
    Path("out/cars.argmap.yaml").symlink_to(here / "secret")
    outcome = run("convert", "cars.kialo.txt", "-o", "out")
    assert (outcome.exit_code, Path("secret").read_text()) == (2, "old")


def test_a_file_with_problems_is_converted_only_if_that_is_asked_for(here: Path) -> None:
    Path("edges.csv").write_text("from,to,relation\na,b,supports\nc,b,maybe\n", encoding="utf-8")
    outcome = run("convert", "edges.csv", "edges.argmap.yaml")
    assert outcome.exit_code == 2
    assert "edges.csv: not converted (--partial converts what could be read)" in outcome.stderr
    assert run("convert", "--partial", "edges.csv", "edges.argmap.yaml").exit_code == 0


def test_the_format_of_the_inputs_can_be_named(here: Path) -> None:
    Path("plain.txt").write_text("Cars should go\n  They are loud\n", encoding="utf-8")
    assert run("convert", "plain.txt", "plain.csv").exit_code == 2
    assert run("convert", "--from", "outline", "plain.txt", "plain.csv").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("cars.kialo.txt",), "expected where to write"),
        (("cars.kialo.txt", "cars.xyz"), "the ending says no format"),
        (("a", "b", "c"), "expected where to write"),
    ],
)
def test_where_to_write_has_to_be_said(here: Path, arguments: tuple[str, ...], told: str) -> None:
    outcome = run("convert", *arguments)
    assert outcome.exit_code == 2
    assert told in " ".join(outcome.output.replace("│", " ").split())


def test_formats_lists_all_and_tells_of_one() -> None:
    assert "kialo" in run("formats").stdout
    page = run("formats", "kialo").stdout
    assert "cannot hold:\n  map: language" in page
    listed = json.loads(run("formats", "--format", "json").stdout)
    assert {"name", "title", "suffixes", "reads", "writes", "holds", "loses", "remarks", "source"} == set(listed[0])
    assert [one["name"] for one in listed][:2] == ["yaml", "json"]
    assert json.loads(run("formats", "csv", "--format", "json").stdout)["writes"] is True


def test_check_reports_at_the_lines_of_a_file_of_another_format(here: Path) -> None:
    outcome = run("check", "cars.kialo.txt")
    assert outcome.exit_code == 1
    assert "cars.kialo.txt:4:1: SRC001 fact [1.1] has no source and no reason" in outcome.stdout


def test_commands_that_change_files_refuse_those_of_other_formats(here: Path) -> None:
    for arguments in (("fmt", "cars.kialo.txt"), ("check", "--fix", "cars.kialo.txt")):
        outcome = run(*arguments)
        assert outcome.exit_code == 2
        assert "cars.kialo.txt: found the format kialo (a line `Discussion Title:`)" in outcome.stderr
        assert "argmap convert cars.kialo.txt NAME.argmap.yaml" in outcome.stderr
    assert Path("cars.kialo.txt").read_text() == KIALO
