"""Files, formats and the program that draws."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pypdf
import pytest
from defusedxml import ElementTree

from argmap.model import ArgumentMap, Claim
from argmap.render import (
    PictureOptionError,
    RendererNotFoundError,
    RenderError,
    engine,
    mime_bundle,
    render,
    to_dot,
    to_graphviz,
    to_pdf,
    to_png,
    to_svg,
)

DRAW = """
from argmap.model import Claim, ArgumentMap, Inference
from argmap.render import to_svg, to_pdf, to_png, to_dot, to_tikz
import hashlib
m = ArgumentMap(
    title="Rain", claims=tuple(Claim(id=i, text=f"claim {i}") for i in "abcdefgh"),
    inferences=tuple(Inference(id="i" + x, premises=(y, z), conclusion=x) for x, y, z in ("abc", "bde", "cdf", "ghb")))
for draw in (to_svg, to_pdf, to_dot, to_tikz, to_png):
    print(hashlib.sha256(repr(draw(m)).encode()).hexdigest())
print(hashlib.sha256(to_svg(m, orientation="columns").encode()).hexdigest())
"""


def run(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ | environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def program(folder: Path, code: str) -> str:
    path = folder / "fake-dot"
    path.write_text(f"#!{sys.executable}\n{textwrap.dedent(code)}")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("m.svg", b"<svg"),
        ("m.PNG", b"\x89PNG"),
        ("m.pdf", b"%PDF"),
        ("m.html", b"<!doctype html>"),
        ("m.htm", b"<!doctype html>"),
        ("m.dot", b"digraph"),
        ("m.gv", b"digraph"),
        ("m.tex", b"\\documentclass{standalone}"),
        ("m.tikz", b"% An argument map"),
        ("m.mmd", b"---\ntitle"),
        ("m.mermaid", b"---\ntitle"),
        ("m.graphml", b"<?xml"),
        ("m.md", b"# Is"),
        ("m.txt", b"Is the"),
    ],
)
def test_the_ending_of_the_file_chooses_the_format(
    small_map: ArgumentMap, tmp_path: Path, name: str, start: bytes
) -> None:
    path = render(small_map, tmp_path / name)
    assert path == tmp_path / name
    assert path.read_bytes().startswith(start)
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["map.jpeg", "map"])
def test_other_endings_are_refused_with_the_choices(small_map: ArgumentMap, tmp_path: Path, name: str) -> None:
    with pytest.raises(PictureOptionError, match=r"expected one of \.svg, \.png, \.pdf, \.html, \.htm, \.dot, \.gv"):
        render(small_map, tmp_path / name)
    assert issubclass(PictureOptionError, ValueError)


def test_a_failure_leaves_the_old_file(small_map: ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "map.svg").write_text("old")
    monkeypatch.setenv("ARGMAP_DOT", program(tmp_path, "import sys; sys.exit(3)"))
    with pytest.raises(RenderError, match="exit code 3"):
        render(small_map, tmp_path / "map.svg")
    assert (tmp_path / "map.svg").read_text() == "old"


def test_pictures_are_drawn_without_path_and_fonts(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text("<fontconfig/>")
    bare = run(DRAW, PATH="", FONTCONFIG_FILE=str(tmp_path / "fonts.conf"), FONTCONFIG_PATH=str(tmp_path))
    assert bare == run(DRAW)


def test_the_same_map_gives_the_same_bytes_under_any_hash_seed() -> None:
    assert run(DRAW, PYTHONHASHSEED="1") == run(DRAW, PYTHONHASHSEED="2")


def test_importing_render_imports_no_heavy_library() -> None:
    loaded = run("import argmap.render, sys; print(*sys.modules)").split()
    assert not {"reportlab", "graphviz", "networkx", "numpy", "PIL"} & set(loaded)


def test_ids_of_two_pictures_on_one_page_differ(small_map: ArgumentMap, large_map: ArgumentMap) -> None:
    def ids(svg: str) -> set[str]:
        return {element.get("id") for element in ElementTree.fromstring(svg).iter() if element.get("id")}

    one, two = to_svg(small_map), to_svg(large_map)
    assert ids(one) & ids(two) == set()
    assert ids(one) & ids(to_svg(small_map, legend=False)) == set()
    assert to_svg(small_map) == one


def test_the_svg_speaks_to_screen_readers(small_map: ArgumentMap) -> None:
    root = ElementTree.fromstring(to_svg(small_map))
    names = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert root.get("role") == "group"
    assert root.get("lang") == "en"
    assert names[root.get("aria-labelledby")] == "Is the street wet?"
    assert "The street is wet — because: It has rained + Rain wets streets." in names[root.get("aria-describedby")]
    assert root.get("width").isdigit()


def test_the_pdf_is_one_page_whose_text_can_be_read(small_map: ArgumentMap) -> None:
    document = pypdf.PdfReader(io.BytesIO(to_pdf(small_map)))
    assert len(document.pages) == 1
    text = document.pages[0].extract_text()
    assert "The street is wet" in text
    assert "BECAUSE" in text
    assert document.metadata.title == "Is the street wet?"


def test_a_pdf_of_other_scripts_holds_a_picture_of_them() -> None:
    drawn = ArgumentMap(title="Карта", claims=(Claim(id="a", text="Улица мокрая"),))
    (page,) = pypdf.PdfReader(io.BytesIO(to_pdf(drawn))).pages
    assert len(page.images) == 1


def test_more_dots_per_inch_give_more_pixels_up_to_a_limit(small_map: ArgumentMap) -> None:
    def width(png: bytes) -> int:
        return int.from_bytes(png[16:20], "big")

    assert width(to_png(small_map, dpi=144)) == pytest.approx(2 * width(to_png(small_map, dpi=72)), abs=2)
    with pytest.raises(RenderError, match="million pixels"):
        to_png(small_map, dpi=2000)
    with pytest.raises(PictureOptionError, match="10 or more"):
        to_png(small_map, dpi=9)
    assert to_png(small_map, dpi=10).startswith(b"\x89PNG")


def test_without_a_program_the_error_says_how_to_get_one(
    small_map: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_embedded", lambda: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RendererNotFoundError, match="pip install graphviz-pure"):
        to_svg(small_map)
    assert set(mime_bundle(small_map)) == {"text/plain"}
    assert to_dot(small_map).startswith("digraph")


def test_a_variable_that_names_no_program_is_an_error(small_map: ArgumentMap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_DOT", "/nowhere/dot")
    with pytest.raises(RendererNotFoundError, match="ARGMAP_DOT names '/nowhere/dot'"):
        to_svg(small_map)


@pytest.mark.skipif(os.name == "nt", reason="the program is a script")
def test_a_program_that_takes_too_long_is_ended(
    small_map: ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGMAP_DOT", program(tmp_path, "import time; time.sleep(30)"))
    with pytest.raises(RenderError, match=r"more than 0\.3 s"):
        to_svg(small_map, time_limit=0.3)


@pytest.mark.skipif(os.name == "nt", reason="the program is a script")
def test_what_the_program_says_is_in_the_error(
    small_map: ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHVIZ_DOT", program(tmp_path, "import sys; sys.exit('syntax error near x')"))
    with pytest.raises(RenderError, match="syntax error near x") as caught:
        to_svg(small_map)
    assert caught.value.detail == "syntax error near x"


def test_the_program_runs_beside_the_files_of_the_user(
    small_map: ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARGMAP_DOT", program(tmp_path, "import os, sys; sys.exit(os.getcwd())"))
    with pytest.raises(RenderError) as caught:
        to_svg(small_map)
    assert caught.value.detail == os.path.realpath(tempfile.gettempdir())


def test_of_much_that_the_program_says_the_beginning_is_kept(
    small_map: ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGMAP_DOT", program(tmp_path, "import sys; sys.exit('no ' * 10_000)"))
    with pytest.raises(RenderError) as caught:
        to_svg(small_map)
    assert caught.value.detail == ("no " * 10_000)[:2000]


def test_the_program_sees_no_more_of_the_environment_than_it_needs(
    small_map: ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    monkeypatch.setenv("ARGMAP_DOT", program(tmp_path, "import os, sys; sys.exit(' '.join(os.environ))"))
    with pytest.raises(RenderError) as caught:
        to_svg(small_map)
    assert "SECRET_TOKEN" not in caught.value.detail


def test_the_graphviz_object_holds_the_dot_text(small_map: ArgumentMap) -> None:
    assert to_graphviz(small_map).source == to_dot(small_map)
