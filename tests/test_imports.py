"""What importing argmap costs: nothing that is not used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import argmap

HEAVY = (
    "networkx", "ruamel", "reportlab", "graphviz", "rich", "numpy", "pysat", "typer", "pydantic", "starlette",
    "uvicorn", "watchfiles", "anywidget",
)  # fmt: skip
UNGROUNDED = '{"argmap": 1, "claims": {"a": "t", "b": "t"}, "inferences": {"i": {"premises": "b", "conclusion": "a"}}}'


def loaded_after(code: str) -> set[str]:
    report = f"{code}\nimport sys; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_argmap_imports_no_heavy_library() -> None:
    assert loaded_after("import argmap") & set(HEAVY) == set()


@pytest.mark.parametrize("name", sorted(set(argmap.__all__)))
def test_every_public_name_can_be_imported(name: str) -> None:
    assert getattr(argmap, name) is not None


@pytest.mark.parametrize(
    ("code", "needed"),
    [
        ("from argmap import ArgumentMap", {"pydantic"}),
        ("import argmap; argmap.loads('{\"argmap\": 1}')", {"pydantic"}),
        ("import argmap; argmap.loads('{\"argmap\": 1}').check()", {"pydantic", "networkx"}),
        (f"import argmap; argmap.loads({UNGROUNDED!r}).check()", {"pydantic", "networkx"}),
        ("import argmap.cli", {"typer"}),
        ("import argmap.serve", {"pydantic"}),
    ],
)
def test_what_is_used_imports_only_what_it_needs(code: str, needed: set[str]) -> None:
    assert loaded_after(code) & set(HEAVY) <= needed
