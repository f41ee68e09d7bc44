"""The example notebook runs, and its stored outputs are what it gives."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "examples" / "kaliningrad.ipynb"


def test_the_example_notebook_gives_the_outputs_that_are_stored_in_it(tmp_path: Path) -> None:
    """Mend it with: python docs/write_notebook.py"""
    written = tmp_path / "written.ipynb"
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "write_notebook.py", written],
        env=os.environ | {"IPYTHONDIR": str(tmp_path / "ipython")},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert written.read_text(encoding="utf-8") == NOTEBOOK.read_text(encoding="utf-8")


def test_the_example_notebook_is_small_and_shows_pictures_without_a_kernel() -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")
    assert len(text) < 300_000
    assert "widget-view" not in text
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert sum("image/svg+xml" in output.get("data", {}) for output in outputs) == 2
    assert not [output for output in outputs if output.output_type == "error"]
