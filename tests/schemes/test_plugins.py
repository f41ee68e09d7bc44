"""Schemes that other packages add: a real package beside the program, and what is said about broken ones."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from plugin_package import install_plugin, installed
from program import Outcome, run_apart, run_inside

LETTER = 'id = "letter"\nname = "l"\nabout = "A."\npremises = [{name = "p", text = "P."}]\nconclusion = {text = "C."}\n'


def argmap(folder: Path, site: Path | None, *arguments: str) -> Outcome:
    """Run the program with the plugins of a site."""
    with nullcontext() if site is None else installed(site):
        return run_inside(*arguments, folder=folder, environment={"COLUMNS": "200"})


def write_package(folder: Path, files: dict[str, str], entry_point: str) -> Path:
    package = folder / "odd_schemes"
    package.mkdir(parents=True)
    for name, text in {"__init__.py": "", **files}.items():
        (package / name).write_text(text, encoding="utf-8")
    (folder / "pyproject.toml").write_text(
        f'[project]\nname = "odd"\nversion = "1.0"\n[project.entry-points."argmap.schemes"]\nodd = "{entry_point}"\n'
    )
    return folder


def test_the_schemes_of_a_plugin_are_found_with_the_others(tmp_path):
    environment = install_plugin(tmp_path / "site")
    done = run_apart("schemes", "Argument from a reader's letter", folder=tmp_path, environment=environment)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# letter-writer\n")
    assert "letter-writer" not in argmap(tmp_path, None, "schemes").out


def test_a_module_of_a_package_stands_for_the_package(tmp_path):
    plugin = write_package(tmp_path / "odd", {"letter.toml": LETTER, "rules.py": ""}, "odd_schemes.rules")
    install_plugin(tmp_path / "site", plugin)
    assert argmap(tmp_path, tmp_path / "site", "schemes", "letter").out.startswith("# letter\n")


@pytest.mark.parametrize(
    ("files", "entry_point", "message"),
    [
        ({}, "odd_schemes", "expected a package with scheme files (.toml)"),
        ({}, "odd_schemes:__name__", "found 'odd_schemes', expected a package with scheme files (.toml)"),
        ({}, "odd_schemes.none", "odd_schemes.none cannot be imported"),
        ({"a.toml": "id = 1"}, "odd_schemes", "id is 1, expected a text"),
        (
            {"a.toml": LETTER.replace('"letter"', '"sign"')},
            "odd_schemes",
            "the name 'sign' is that of the scheme sign in argmap: sign.toml, expected a name that no other scheme has",
        ),
    ],
)
def test_a_broken_plugin_is_one_clear_error_that_names_it(tmp_path, files, entry_point, message):
    install_plugin(tmp_path / "site", write_package(tmp_path / "odd", files, entry_point))
    done = argmap(tmp_path, tmp_path / "site", "schemes")
    assert done.code == 2
    assert done.err.startswith("argmap: plugin odd of odd: ")
    assert message in done.err


def test_a_map_without_schemes_reads_none(tmp_path):
    plugin = write_package(tmp_path / "odd", {}, "odd_schemes")
    (tmp_path / "a.argmap.yaml").write_text("argmap: 1\nmain: a\nclaims: {a: {text: A, given: common}}\n")
    environment = install_plugin(tmp_path / "site", plugin)
    done = run_apart("check", "a.argmap.yaml", folder=tmp_path, environment=environment)
    assert (done.code, done.err) == (0, "")
