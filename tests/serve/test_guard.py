"""Who may ask the preview what: other sites, other names, other methods and other paths get nothing."""

from __future__ import annotations

import asyncio
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import httpx
import pytest

from argmap.serve.app import make_app
from argmap.serve.drawing import Drawing, Problem, Shown
from argmap.serve.preview import Preview

PORT = 8642
HOST = f"127.0.0.1:{PORT}"
SECRET = "<!doctype html><title>The map</title>"
PATHS = ("/", "/map", "/events", "/nowhere")


class Client:
    """Asks an application as a browser asks a server, without a server."""

    def __init__(self, shown: Shown) -> None:
        self._transport = httpx.ASGITransport(make_app(Preview(shown), PORT))

    def request(self, method: str, path: str, headers: object = None) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=self._transport, base_url=f"http://{HOST}") as client:
                return await client.request(method, path, headers=headers)

        return asyncio.run(ask())

    def get(self, path: str, headers: object = None) -> httpx.Response:
        return self.request("GET", path, headers)


@pytest.fixture
def client() -> Client:
    return Client(Shown.first(Drawing(SECRET)))


def refused(answer: httpx.Response, status: int) -> bool:
    return answer.status_code == status and answer.text.startswith("argmap: ") and SECRET not in answer.text


@pytest.mark.parametrize("headers", [{}, {"host": f"localhost:{PORT}"}, {"sec-fetch-site": "none"}])
def test_the_page_is_given_to_the_browser_of_this_machine(client: Client, headers: dict[str, str]) -> None:
    answer = client.get("/map", headers=headers)
    assert (answer.status_code, answer.text) == (200, SECRET)
    assert client.get("/", headers=headers).status_code == 200


def test_its_own_frame_may_ask(client: Client) -> None:
    headers = {"sec-fetch-site": "same-origin", "origin": f"http://{HOST}"}
    assert client.get("/map", headers=headers).status_code == 200


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        f"evil.example:{PORT}",
        "127.0.0.1",
        "127.0.0.1:1",
        f"127.0.0.1.evil.example:{PORT}",
        f"0.0.0.0:{PORT}",
        "",
    ],
)
def test_another_name_is_refused(client: Client, path: str, host: str) -> None:
    assert refused(client.get(path, headers={"host": host}), 421)


def test_two_names_are_refused(client: Client) -> None:
    assert refused(client.get("/map", headers=[("host", HOST), ("host", "evil.example")]), 421)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "origin", ["null", "http://evil.example", f"https://{HOST}", "http://127.0.0.1:1", f"http://localhost:{PORT}"]
)
def test_another_origin_is_refused(client: Client, path: str, origin: str) -> None:
    assert refused(client.get(path, headers={"origin": origin}), 403)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("site", ["cross-site", "same-site", "odd"])
def test_another_site_is_refused(client: Client, path: str, site: str) -> None:
    assert refused(client.get(path, headers={"sec-fetch-site": site}), 403)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "ODD"])
def test_only_get_and_head_are_answered(client: Client, method: str) -> None:
    answer = client.request(method, "/map")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert SECRET not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "/../pyproject.toml",
        "/%2e%2e/pyproject.toml",
        "/map/",
        "/map/x",
        "//map",
        "/assets/frame.js",
        "/frame.js",
        "/?file=/etc/passwd",
    ],
)
def test_no_path_leads_to_a_file(client: Client, path: str, tmp_path: Path) -> None:
    answer = client.get(path)
    if answer.status_code == 200:
        assert answer.text == client.get("/").text
    else:
        assert answer.status_code in {307, 404}
        assert answer.headers.get("location", f"http://{HOST}/map") == f"http://{HOST}/map"


@pytest.mark.parametrize(("path", "headers"), [("/", {}), ("/map", {}), ("/nowhere", {}), ("/map", {"host": "evil"})])
def test_every_answer_says_that_nobody_else_may_use_or_keep_it(
    client: Client, path: str, headers: dict[str, str]
) -> None:
    said = client.get(path, headers=headers).headers
    assert said["x-content-type-options"] == "nosniff"
    assert said["referrer-policy"] == "no-referrer"
    assert said["cross-origin-resource-policy"] == "same-origin"
    assert said["cross-origin-opener-policy"] == "same-origin"
    assert said["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in said


def test_the_frame_runs_its_own_script_only_and_speaks_to_its_own_server_only(client: Client) -> None:
    answer = client.get("/")
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        (text,) = re.findall(f"<{tag}>(.*?)</{tag}>", answer.text, re.DOTALL)
        assert policy.pop(directive) == f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
    assert policy == {
        "default-src": "'none'",
        "connect-src": "'self'",
        "frame-src": "'self'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }


def test_only_the_frame_may_show_the_page_inside_another(client: Client) -> None:
    assert client.get("/map").headers["content-security-policy"] == "frame-ancestors 'self'"


def test_as_long_as_nothing_could_be_drawn_there_is_no_page() -> None:
    client = Client(Shown.first(Drawing(None, (Problem("it is broken"),))))
    assert client.get("/").status_code == 200
    assert client.get("/map").status_code == 404
