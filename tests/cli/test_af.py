"""`argmap af`, run as the ICCMA competitions and as people run it."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner

from argmap.cli.app import app

# The example of the rules of ICCMA 2023: 1 attacks 2, 2 attacks 4, 4 and 5 attack one another, and 5 itself.
ICCMA = "p af 5\n# this is a comment\n1 2\n2 4\n4 5\n5 4\n5 5\n"
APX = "arg(a). arg(b). arg(c).\natt(a,b). att(b,a). att(b,c).\n"
TGF = "a\nb\nc\n#\na b\nb a\nb c\n"
PROBLEMS = [f"{kind}-{code}" for kind in ("DC", "DS", "SE") for code in ("CO", "GR", "PR", "ST", "SST", "STG", "ID")]


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    (folder / "example.af").write_text(ICCMA)
    (folder / "debate.apx").write_text(APX)
    (folder / "debate.tgf").write_text(TGF)
    (folder / "ring.af").write_text("p af 3\n1 2\n2 3\n3 1\n")


def test_without_arguments_it_says_name_version_and_authors(run: object) -> None:
    assert run("af").out == f"argmap {version('argmap')}\nThe argmap authors\n"


def test_it_lists_its_problems_as_the_competition_wants_them(run: object) -> None:
    assert run("af", "--problems").out == f"[{','.join(PROBLEMS)}]\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("-p", "DC-CO", "-f", "example.af", "-a", "1"), "YES\nw 1 3\n"),
        (("-p", "DC-ST", "-f", "example.af", "-a", "2"), "NO\n"),
        (("-p", "DS-PR", "-f", "example.af", "-a", "5"), "NO\nw 1 3 4\n"),
        (("-p", "DS-PR", "-f", "example.af", "-a", "4"), "YES\n"),
        (("-p", "SE-PR", "-f", "example.af"), "w 1 3 4\n"),
        (("-p", "SE-ID", "-f", "example.af"), "w 1 3 4\n"),
        (("-p", "SE-GR", "-f", "example.af"), "w 1 3\n"),
        (("-p", "SE-ST", "-f", "ring.af"), "NO\n"),
        (("-p", "SE-SST", "-f", "ring.af"), "w\n"),
        (("-p", "DS-ST", "-f", "ring.af", "-a", "1"), "YES\n"),
        (("-p", "DC-STG", "-f", "ring.af", "-a", "1"), "YES\nw 1\n"),
        (("-a", "c", "-f", "debate.apx", "-p", "DS-PR"), "NO\nw b\n"),
        (("-p", "DC-PR", "-f", "debate.tgf", "-a", "c"), "YES\nw a c\n"),
        (("-p", "SE-GR", "-f", "debate.tgf", "-fo", "tgf"), "w\n"),
        (("-p", "SE-PR", "-f", "debate.apx", "--seconds", "60"), "w b\n"),
    ],
)
def test_answers_are_printed_as_the_competition_wants_them(
    run: object, arguments: tuple[str, ...], expected: str
) -> None:
    outcome = run("af", *arguments)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == expected


@pytest.mark.parametrize("problem", PROBLEMS)
def test_every_problem_that_is_listed_is_solved(folder: Path, problem: str) -> None:
    query = () if problem.startswith("SE") else ("-a", "3")
    outcome = CliRunner().invoke(app, ["af", "-p", problem, "-f", str(folder / "example.af"), *query])
    assert outcome.exit_code == 0
    assert outcome.output.splitlines()[0] in {"YES", "w 1 3 4", "w 1 3"}


def test_names_with_white_space_can_be_told_apart(run: object) -> None:
    apx = b'arg("two words"). arg(c).'
    assert run("af", "-p", "SE-PR", "-f", "-", stdin=apx).out == 'w "two words" c\n'


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-p", "DC-XX", "-f", "example.af", "-a", "1"), "found DC-XX, expected one of DC-CO,"),
        (("-f", "example.af"), "found no task, expected one of DC-CO,"),
        (("-p", "SE-PR"), "found no file, expected one: -f FILE"),
        (("-p", "DC-CO", "-f", "example.af"), "found no argument, expected one: -a ARGUMENT"),
        (("-p", "SE-PR", "-f", "example.af", "-a", "1"), "found -a 1, expected none with SE"),
        (("-p", "DC-CO", "-f", "example.af", "-a", "9"), "argmap: no argument [9] in the framework"),
        (("-p", "SE-PR", "-f", "nowhere.af"), "argmap: nowhere.af: no such file or directory"),
        (("-p", "SE-PR", "-f", "example.af", "-fo", "xml"), "found the format xml, expected one of af, apx, tgf"),
        (("-p", "SE-PR", "-f", "debate.apx", "-fo", "tgf"), "argmap: debate.apx:1:1: FMT002 found `arg(a). arg(b)."),
        (("-p", "SE-PR", "-f", "debate.apx", "--seconds", "0"), "argmap: no answer within 0 s (allow more time;"),
    ],
)
def test_what_cannot_run_exits_with_2_and_says_why(run: object, arguments: tuple[str, ...], message: str) -> None:
    outcome = run("af", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in " ".join(outcome.err.replace("│", " ").split())
