"""Schemes that other packages add: a real package beside the program, and what is said about broken ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from plugin_package import install_plugin

LETTER = 'id = "letter"\nname = "l"\nabout = "A."\npremises = [{name = "p", text = "P."}]\nconclusion = {text = "C."}\n'


def argmap(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        env=os.environ | {"COLUMNS": "200"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


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
    done = argmap(environment, "schemes", "Argument from a reader's letter")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# letter-writer\n")
    assert "letter-writer" not in argmap({}, "schemes").stdout


def test_a_module_of_a_package_stands_for_the_package(tmp_path):
    plugin = write_package(tmp_path / "odd", {"letter.toml": LETTER, "rules.py": ""}, "odd_schemes.rules")
    assert argmap(install_plugin(tmp_path / "site", plugin), "schemes", "letter").stdout.startswith("# letter\n")


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
    plugin = write_package(tmp_path / "odd", files, entry_point)
    done = argmap(install_plugin(tmp_path / "site", plugin), "schemes")
    assert done.returncode == 2
    assert done.stderr.startswith("argmap: plugin odd of odd: ")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_map_without_schemes_reads_none(tmp_path):
    plugin = write_package(tmp_path / "odd", {}, "odd_schemes")
    (tmp_path / "a.argmap.yaml").write_text("argmap: 1\nmain: a\nclaims: {a: {text: A, given: common}}\n")
    done = argmap(install_plugin(tmp_path / "site", plugin), "check", str(tmp_path / "a.argmap.yaml"))
    assert (done.returncode, done.stderr) == (0, "")
