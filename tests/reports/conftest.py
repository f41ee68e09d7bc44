"""Files that the reports are made of: a plain one, and one whose texts try to break out of every format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from argmap.checks import run
from argmap.formats import read_text
from argmap.reports import CheckedFile

RULES = ("ATK001", "SRC001", "SRC004", "STR001", "SUP001", "SUP002", "WAI001")
HOSTILE = r"""
argmap: 1
title: "A [bold]hostile[/bold] map | with `marks` ]]> \n::error::x \e[31m"
main: close
article: paper
sources: {paper: {title: "a %0A,b: \t c"}}
claims:
  close: {text: "The *bridge* | should\n# [red]close[/red] <script>x</script> ]]>", kind: policy, at: '1 "[x](y) {0}"'}
  "a::b,c%|<d>&`": {text: "</failure>\n::error::no", kind: causal}
  waived: {text: "Shops need cars", kind: value, at: 1}
  odd: {text: t, kynd: "]]>"}
inferences:
  because: {premises: ["a::b,c%|<d>&`", waived, trafic], conclusion: close}
attacks:
  but: {premises: odd, target: because}
waivers:
  - {rule: SUP001, element: waived, reason: "Known | since\n::error::<b> ]]> \e[31m\x9b31m"}
  - {rule: SUP002, element: odd}
"""
PLAIN = """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: Two in three cars on the bridge only pass through
inferences:
  because: {premises: traffic, conclusion: close}
"""

Check = Callable[..., CheckedFile]


def check_text(text: str, name: str = "essay.argmap.yaml", select: Sequence[str] = RULES) -> CheckedFile:
    loaded = read_text(text, name)
    if loaded.map is None:
        return CheckedFile.of(loaded)
    article = loaded.map.article
    texts = {} if article is None else {article: "The bridge should be closed."}
    return CheckedFile.of(loaded, run(loaded.map, select=select, texts=texts))


@pytest.fixture(scope="session")
def check() -> Check:
    return check_text


@pytest.fixture(scope="session")
def hostile() -> CheckedFile:
    return check_text(HOSTILE, "a b/%,:é.argmap.yaml")


@pytest.fixture(scope="session")
def plain() -> CheckedFile:
    return check_text(PLAIN)


@pytest.fixture(scope="session")
def example() -> CheckedFile:
    """The Kaliningrad map with few rules: one that finds something, and one that lacks its text."""
    path = Path(__file__).parents[2] / "examples" / "kaliningrad.argmap.yaml"
    loaded = read_text(path.read_text(encoding="utf-8"), "examples/kaliningrad.argmap.yaml")
    assert loaded.map is not None
    return CheckedFile.of(loaded, run(loaded.map, select=["SRC004", "SUP006"]))
