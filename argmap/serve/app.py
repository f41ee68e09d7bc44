"""What the preview answers: the frame, the page in it, and the news, at three fixed addresses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import cache
from string import Template
from typing import TYPE_CHECKING

from argmap.render.page.parts import content_policy, read_asset
from argmap.render.page.shell import page_head, page_style
from argmap.serve.guard import Guard

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from argmap.serve.preview import Preview

_OWN = "argmap.serve"
_FRAMED = "frame-ancestors 'self'"
"""What is added to the page's own policy, which stands in it: only the frame may show it inside another page."""


def make_app(preview: Preview, port: int) -> ASGIApp:
    """Return the application; no request names a file, and none changes anything.

    Args:
        preview: what to show.
        port: the port on which it is reached.
    """
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
    from starlette.routing import Route

    async def answer_frame(_: Request) -> Response:
        html, policy = _frame()
        return HTMLResponse(html, headers={"content-security-policy": policy})

    async def answer_map(_: Request) -> Response:
        if (page := preview.shown.page) is None:
            return PlainTextResponse("argmap: there is no picture yet\n", 404)
        return HTMLResponse(page, headers={"content-security-policy": _FRAMED})

    async def answer_events(request: Request) -> Response:
        news = () if request.method == "HEAD" else _events(preview)  # the server takes away what else is a body
        return StreamingResponse(news, media_type="text/event-stream")

    routes = [Route("/", answer_frame), Route("/map", answer_map), Route("/events", answer_events)]
    return Guard(Starlette(routes=routes), port)


async def _events(preview: Preview) -> AsyncIterator[str]:
    yield "retry: 1000\n\n"
    async for shown in preview.follow():
        yield f"data: {shown.as_event()}\n\n"


@cache
def _frame() -> tuple[str, str]:
    """Return the page around the page of the map, and its policy: its own script and style, and this server only."""
    script = read_asset(_OWN, "assets/frame.js")
    style = page_style([(_OWN, "assets/frame.css")], dark="--tint: #2a171a;")
    policy = f"{content_policy(script, style)}; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'"
    frame = Template(read_asset(_OWN, "assets/frame.html"))
    return frame.substitute(head=page_head("argmap", style), script=script), policy
