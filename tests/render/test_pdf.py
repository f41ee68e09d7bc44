"""What Graphviz drew, as it comes out in a PDF file: where texts stand, and how lines are stroked."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pypdf
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from argmap.render.pdf import Drawn, new_canvas


def painted(operations: Sequence[dict[str, Any]]) -> pypdf.PageObject:
    """Return the page on which the operations are painted, without margins."""
    drawn = Drawn({"bb": "0,0,200,100", "_draw_": list(operations)}, margin=0)
    canvas, buffer = new_canvas((drawn.width, drawn.height), "A page", "en")
    drawn.paint(canvas)
    canvas.save()
    return pypdf.PdfReader(io.BytesIO(buffer.getvalue())).pages[0]


def strokes(page: pypdf.PageObject) -> list[tuple[str, ...]]:
    """Return the dash pattern in force at each line or curve that is stroked."""
    found, dash = [], ("", "")
    for line in page.get_contents().get_data().decode("latin-1").splitlines():
        pattern, _, command = line.rpartition(" ")
        if command == "d":
            dash = tuple(part.strip("[ ") for part in pattern.split("]"))
        found += [dash] if line.split()[-1:] == ["S"] else []
    return found


@pytest.mark.parametrize(("align", "share"), [("l", 0.0), ("c", 0.5), ("r", 1.0)])
@pytest.mark.parametrize(("flags", "font"), [(0, "Helvetica"), (1, "Helvetica-Bold"), (2, "Helvetica-Oblique")])
def test_a_text_begins_ends_or_has_its_middle_at_its_point(align: str, share: float, flags: int, font: str) -> None:
    starts = []
    page = painted(
        [
            {"op": "F", "size": 10},
            {"op": "c", "color": "#112233"},
            {"op": "t", "fontchar": flags},
            {"op": "T", "pt": [90, 40], "align": align, "text": "Traffic"},
        ]
    )
    page.extract_text(visitor_text=lambda text, _, matrix, *__: starts.append(matrix[4:]) if text.strip() else None)
    ((x, y),) = starts
    assert (x, y) == (pytest.approx(90 - share * stringWidth("Traffic", font, 10), abs=0.01), 40)


@pytest.mark.parametrize(("style", "dash"), [("solid", ""), ("dashed", "5 2.5"), ("dotted", "1 3")])
def test_a_line_is_stroked_as_graphviz_says(style: str, dash: str) -> None:
    line = {"op": "b", "points": [[0, 0], [10, 0], [20, 0], [30, 0]]}
    page = painted([{"op": "c", "color": "#112233"}, {"op": "S", "style": style}, line])
    assert [pattern for pattern, _ in strokes(page)] == [dash]


def test_the_stroke_of_one_thing_is_not_that_of_the_next() -> None:
    dotted = [{"op": "S", "style": "dotted"}, {"op": "L", "points": [[0, 0], [10, 0]]}]
    drawn = {"bb": "0,0,200,100", "edges": [{"_draw_": dotted}, {"_draw_": dotted[1:]}]}
    canvas, buffer = new_canvas((200, 100), "A page", "en")
    Drawn(drawn, margin=0).paint(canvas)
    canvas.save()
    page = pypdf.PdfReader(io.BytesIO(buffer.getvalue())).pages[0]
    assert [pattern for pattern, _ in strokes(page)] == ["1 3", ""]
