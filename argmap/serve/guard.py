"""Who may ask the preview what: this machine's browser, on its own behalf, by GET or HEAD."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)
"""What every answer says: no other page may embed, open, guess at or keep it."""


class Guard:
    """Lets through what a browser asks for its own page, and refuses the rest before it is looked at.

    A page of another web site can make a browser ask this server, and can even give it a name of its own (DNS
    rebinding). What it cannot choose are the headers Host, Origin and Sec-Fetch-Site.

    Args:
        app: what answers.
        port: the port on which the server is reached.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        names = ("127.0.0.1", "localhost")
        self._hosts = {f"{name}:{port}".encode() for name in names} | {n.encode() for n in names if port == 80}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse to."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *HEADERS]}
            await send(message)

        if scope["type"] != "http":
            return  # nothing else is spoken here, and a server that is not answered closes
        if (refusal := self._refusal(scope)) is None:
            await self._app(scope, receive, send_with_headers)
        else:
            await _refuse(*refusal, send_with_headers)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return the status and the reason for which a request is refused; None if it is not."""
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        hosts = [value for name, value in headers if name == b"host"]
        origins = [value for name, value in headers if name == b"origin"]
        sites = [value for name, value in headers if name == b"sec-fetch-site"]
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            return 421, "this server answers to 127.0.0.1 and localhost only"
        if any(origin != b"http://" + hosts[0] for origin in origins):
            return 403, "pages of other origins are not answered"
        if any(site not in {b"same-origin", b"none"} for site in sites):
            return 403, "pages of other sites are not answered"
        if scope["method"] not in {"GET", "HEAD"}:
            return 405, "only GET and HEAD are answered"
        return None


async def _refuse(status: int, reason: str, send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    if status == 405:
        headers.append((b"allow", b"GET, HEAD"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"argmap: {reason}\n".encode()})
