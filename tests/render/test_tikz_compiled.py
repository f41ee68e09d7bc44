"""What TeX itself makes of TikZ text: it compiles, and every text of a map comes out as it was typed.

TeX is that of node-tikzjax (1.0.5), in WebAssembly, in a folder that ARGMAP_TIKZJAX names:
`npm install --ignore-scripts node-tikzjax@1.0.5`; and pdflatex and lualatex where they are installed. Without one its
tests are skipped.
"""

from __future__ import annotations

import base64
import io
import json
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from dvi import letters
from hostile_texts import HOSTILE, TEX

from argmap import diff
from argmap.model import ArgumentMap, Attack, Claim, Confidence, Finding, Inference, Party, Severity
from argmap.render import to_tikz
from argmap.render.comparison import build_comparison
from argmap.render.drawing import picture_as_tex, picture_as_tikz
from argmap.render.options import Options
from argmap.render.text import clean

pytestmark = pytest.mark.filterwarnings("ignore::argmap.render.letters.LettersWarning")

SCRIPT = Path(__file__).parent / "tikz.js"
FRACTIONS = str.maketrans("", "", "½")
"""They are in no font of the TeX in WebAssembly."""
LAYERS = ("labels", "numbers", "parties", "schemes", "load-bearing")


class WebTex:
    """TeX in WebAssembly, in a process that answers line by line."""

    def __init__(self, folder: str) -> None:
        environment = {**os.environ, "NODE_PATH": str(Path(folder) / "node_modules")}
        self._process = subprocess.Popen(
            ["node", str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
        )

    def compile(self, tikz: str) -> str:
        """Return the letters that are drawn, in ASCII."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(tikz), file=self._process.stdin, flush=True)
        answer = json.loads(self._process.stdout.readline())
        assert [line for line in answer["said"] if line.startswith("! ")] == []
        return ascii_of(letters(base64.b64decode(answer["dvi"])))

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def web_tex() -> Iterator[WebTex]:
    folder = os.environ.get("ARGMAP_TIKZJAX", "")
    if not folder or shutil.which("node") is None:
        pytest.skip("needs Node, and node-tikzjax in the folder that ARGMAP_TIKZJAX names")
    tex = WebTex(folder)
    yield tex
    tex.close()


@pytest.fixture(params=["pdflatex", "lualatex"])
def compile_document(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., str]:
    if shutil.which(request.param) is None:
        pytest.skip(f"needs {request.param}, with TikZ")

    def compile_one(document: str, **drawings: str) -> str:
        (tmp_path / "map.tex").write_text(document, encoding="utf-8")
        for name, drawing in drawings.items():
            (tmp_path / f"{name}.tikz").write_text(drawing, encoding="utf-8")
        command = [request.param, "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "map.tex"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, errors="replace", check=False)
        assert done.returncode == 0, done.stdout[-2000:]
        left = {path.name for path in tmp_path.iterdir() if path.suffix != ".tikz"}
        assert left == {"map.tex", "map.aux", "map.log", "map.pdf"}
        pages = pypdf.PdfReader(io.BytesIO((tmp_path / "map.pdf").read_bytes())).pages
        return ascii_of(" ".join(page.extract_text() for page in pages))

    return compile_one


def ascii_of(text: str) -> str:
    """Return what of the text every font has, in ASCII, without spaces, and without "_", which some fonts draw."""
    found = unicodedata.normalize("NFKD", clean(text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return "".join(sign for sign in found if sign.isascii() and not sign.isspace() and sign != "_")


def hostile_map() -> ArgumentMap:
    """Return a map with a hostile text wherever a map can have one that is drawn."""
    texts = [text.translate(FRACTIONS) for text in (*HOSTILE, *TEX)]
    claims = [Claim(id=f"h{number}", text=text) for number, text in enumerate(texts)]
    claims[0] = Claim(id="h0", text=texts[0], by="p")
    return ArgumentMap(
        title=TEX[0],
        claims=tuple(claims),
        parties=(Party(id="p", name=TEX[1][:27]),),
        inferences=(Inference(id="i", premises=("h1", "und#fined}"), conclusion="h0", scheme=TEX[3][:27]),),
        attacks=(Attack(id="x", premises=("h2",), target="i"),),
    )


def gaps(argument_map: ArgumentMap) -> list[Finding]:
    return [
        Finding("X", Severity.WARNING, Confidence.HIGH, "m", element=claim.id, gap=f"{TEX[2]} {claim.id}")
        for claim in argument_map.claims[:3]
    ]


def expected_texts(argument_map: ArgumentMap) -> list[str]:
    texts = [claim.text for claim in argument_map.claims]
    texts += [
        argument_map.title,
        TEX[1][:27],
        TEX[3][:27],
        *(f"{TEX[2]} h{number}" for number in range(3)),
        "und#fined}",
    ]
    return [ascii_of(text)[:100] for text in texts]


def test_hostile_text_is_shown_as_it_is(web_tex: WebTex) -> None:
    drawn = hostile_map()
    found = web_tex.compile(to_tikz(drawn, findings=gaps(drawn), layers=["parties", "schemes"]))
    assert [text for text in expected_texts(drawn) if text not in found] == []


def test_any_look_of_cards_and_lines_compiles(web_tex: WebTex, small_map: ArgumentMap, make_gap) -> None:
    later = small_map.model_copy(update={"claims": (*small_map.claims[1:], Claim(id="new", text="New & more"))})
    options = Options(findings=[make_gap("close", "No value given")], layers=LAYERS, orientation="columns")
    picture = build_comparison(diff(small_map, later), options)
    whole = web_tex.compile(picture_as_tikz(picture, options) + to_tikz(small_map, theme="dark", orientation="left"))
    for words in ("ADDED", "REMOVED", "?GAPNovaluegiven", "New&more", "undercuts", "seeA", "IN", "Readdowneachcolumn"):
        assert words in whole


def test_hostile_text_is_shown_as_it_is_by_installed_tex(compile_document: Callable[..., str]) -> None:
    drawn = hostile_map()
    found = compile_document(
        to_tikz(drawn, document=True, findings=gaps(drawn), layers=["parties", "schemes"], orientation="columns")
    )
    assert [text for text in expected_texts(drawn) if text not in found] == []


def test_two_maps_compile_with_installed_tex(compile_document: Callable[..., str], small_map: ArgumentMap) -> None:
    later = small_map.model_copy(update={"claims": small_map.claims[1:]})
    options = Options(layers=LAYERS)
    found = compile_document(picture_as_tex(build_comparison(diff(small_map, later), options), options))
    assert "REMOVED" in found


PAPER = r"""\documentclass[twocolumn]{article}
\usepackage{tikz}
\begin{document}
\def\wrong{\errmessage{a sign is not itself}}
\catcode`\"=13 \let"\wrong \catcode`\;=13 \let;\wrong \catcode`\:=13 \let:\wrong
\catcode`\|=13 \let|\wrong \catcode`\!=13 \let!\wrong
\begin{figure*}\resizebox{\textwidth}{!}{\input{one.tikz}}\caption{A map}\end{figure*}
\begin{figure}\centering\resizebox{\columnwidth}{!}{\sffamily\input{one.tikz}}\end{figure}
\end{document}
"""
"""As languages of babel do, it makes signs active that a drawing uses."""


def test_a_paper_holds_several_maps_in_its_own_fonts(
    compile_document: Callable[..., str], small_map: ArgumentMap
) -> None:
    drawing = to_tikz(small_map, title="Is it: wet; or dry?")
    assert compile_document(PAPER, one=drawing).count("MAINCLAIM1Thestreetiswet") == 2


def test_longer_text_in_the_place_of_a_card_s_own_makes_the_card_grow(
    compile_document: Callable[..., str], small_map: ArgumentMap
) -> None:
    document = to_tikz(small_map, document=True)
    longer = "A much longer text that somebody wrote into the file. " * 6
    assert ascii_of(longer) in compile_document(document.replace("{It has rained}", f"{{{longer}}}"))
