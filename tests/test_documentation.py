"""Every code block of the README and the documentation runs."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from console import run_console_block
from plugin_package import PLUGIN, install_plugin
from program import run_apart, run_inside
from ruamel.yaml import YAML

from argmap.checks import Config
from argmap.formats import load, loads
from argmap.render.themes import Theme, read_theme

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLUGIN_PACKAGE = "house_style"
LETTER = "At the bridge, two cars out of three only pass through.\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_code_block_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    _write_the_files_of_the_page(text, tmp_path)
    run = run_inside
    if PLUGIN_PACKAGE in text:
        run = run_apart  # plugins are found when a process starts
        monkeypatch.setenv("PYTHONPATH", install_plugin(tmp_path / "site")["PYTHONPATH"])
        monkeypatch.syspath_prepend(tmp_path / "site")
    for language, block in BLOCK.findall(text):
        match language:
            case "python":
                exec(compile(block, str(page), "exec"), {"__name__": "__main__"})
            case "console":
                difference = run_console_block(block, tmp_path, run)
                assert not difference, difference
            case "yaml" if block.startswith("# .git"):
                _run_pipeline(block, tmp_path)
            case "yaml":
                loads(block if "argmap: 1" in block else f"argmap: 1\n{block}")
            case "toml":
                _check_toml(block)
            case "bash":
                _check_bash(block)
            case "latex":
                _check_latex(block, tmp_path)
            case "{toctree}" | "text" | "":
                pass
            case _:
                pytest.fail(f"a block in {language} that no test runs")


def test_the_plugin_of_the_documentation_is_the_one_of_the_tests() -> None:
    page = (ROOT / "docs/how-to/write-a-rule.md").read_text(encoding="utf-8")
    module = (PLUGIN / "house_style/long_claim.py").read_text(encoding="utf-8")
    assert ("python", module) in BLOCK.findall(page)


def _check_toml(block: str) -> None:
    if "[project]" in block:
        assert block in (PLUGIN / "pyproject.toml").read_text(encoding="utf-8")
    elif "[cards." in block:
        assert isinstance(read_theme(block), Theme)
    else:
        Config.model_validate(tomllib.loads(block))


def _check_latex(block: str, folder: Path) -> None:
    """Hold the block to what the commands of the page wrote, and compile it where there is a LaTeX."""
    assert [name for name in re.findall(r"\\input\{(.*?)\}", block) if not (folder / name).is_file()] == []
    preamble, figure, rest = block.partition(r"\begin{figure}")
    paper = f"\\documentclass{{article}}\n{preamble}\\begin{{document}}\n{figure}{rest}\\end{{document}}\n"
    (folder / "paper.tex").write_text(paper, encoding="utf-8")
    if shutil.which("pdflatex"):
        command = ["pdflatex", "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
        assert done.returncode == 0, done.stdout[-2000:]


def _write_the_files_of_the_page(text: str, folder: Path) -> None:
    """Write the maps that a page shows under the names that its commands use."""
    maps = [block for language, block in BLOCK.findall(text) if language == "yaml" and "argmap: 1" in block]
    if "bridge.argmap.yaml" in text and maps:
        (folder / "bridge.argmap.yaml").write_text(maps[0], encoding="utf-8")
    letter = maps[0] if "at: 1" in "".join(maps) else _LETTER_MAP
    (folder / "letter.argmap.yaml").write_text(letter, encoding="utf-8")
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")


def _run_pipeline(block: str, folder: Path) -> None:
    """Run the argmap commands of a build server's pipeline over a map in which nothing is to be mended."""
    (folder / "maps").mkdir(exist_ok=True)
    shutil.copy(folder / "examples" / "broad-street.argmap.yaml", folder / "maps")
    YAML(typ="safe", pure=True).load(block)
    commands = re.findall(r"^ *- (?:run: )?argmap ([^>\n]*)", block, re.MULTILINE)
    assert commands
    for command in commands:
        arguments = shlex.split(command.replace("*", "broad-street"))
        outcome = run_inside(*arguments, folder=folder)
        assert (outcome.code, outcome.err) == (0, ""), command


_LETTER_MAP = """\
argmap: 1
article: letter
sources: {letter: {title: A letter}}
claims: {traffic: {text: Most cars pass through, at: 1 "two cars out of three"}}
"""


def _check_bash(block: str) -> None:
    """Check that a block only installs and runs tools; the CI script runs those of the README for real."""
    words = {command.split()[0] for line in block.splitlines() for command in re.split(r"&&", line) if command.strip()}
    assert words <= {"pip", "python", ".", "argmap", "pytest", "ruff", "lint-imports", "mypy"}, words


def test_the_readme_names_both_commands_on_lines_of_their_own() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert "pip install . && argmap report examples/kaliningrad.argmap.yaml" in lines
    assert "pip install '.[test]' && pytest" in lines


def test_every_link_of_a_page_leads_to_a_file() -> None:
    missing = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert missing == []


def test_the_documentation_speaks_of_the_project_alone() -> None:
    assert not [page for page in PAGES if os.sep + "work" + os.sep in page.read_text(encoding="utf-8")]


def test_the_picture_of_the_readme_is_the_one_that_is_drawn() -> None:
    drawn = load(ROOT / "examples" / "kaliningrad.argmap.yaml").to_svg(focus="bulk-of-blame")
    assert (ROOT / "docs" / "pictures" / "blame.svg").read_text(encoding="utf-8") == drawn
