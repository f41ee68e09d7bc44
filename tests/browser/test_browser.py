"""The browser that other tests use: it runs scripts, keeps the network out and sees what goes wrong."""

from __future__ import annotations

import pytest

TINY = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A tiny page</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'">
</head><body><main><h1>A tiny page</h1>{body}</main></body></html>
"""


def tiny(body: str) -> str:
    return TINY.replace("{body}", body)


def test_a_page_is_opened_as_a_file_and_its_script_runs(open_html):
    page = open_html(tiny("<p id='p'>off</p><script>document.getElementById('p').textContent = 'on, für π';</script>"))
    assert page.url.startswith("file:")
    assert page.locator("#p").inner_text() == "on, für π"


def test_an_error_on_the_console_is_trouble(open_html, trouble):
    open_html(tiny("<script>console.warn('a warning'); console.error('an error');</script>"))
    assert trouble == ["console: an error"]
    trouble.clear()


def test_an_exception_in_a_script_is_trouble(open_html, trouble):
    page = open_html(tiny("<script>setTimeout(() => { throw new Error('thrown'); });</script><p>x</p>"))
    page.wait_for_timeout(50)
    assert trouble == ["exception: thrown"]
    trouble.clear()


@pytest.mark.parametrize("body", ["<img alt='' src='https://example.org/x.png'>", "<iframe src='http://x.test/'>"])
def test_a_request_that_leaves_the_file_is_trouble(open_html, trouble, body):
    open_html(body)
    assert [line for line in trouble if line.startswith("request: ")] != []
    trouble.clear()


def test_data_in_the_page_is_no_trouble(open_html):
    open_html("<img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='>")


def test_a_dialog_is_trouble(open_html, trouble):
    open_html("<p>x</p>").evaluate("confirm('really?')")
    assert trouble == ["dialog: really?"]
    trouble.clear()


@pytest.mark.parametrize("time", ["the first time", "the second time"])
def test_a_page_finds_nothing_that_one_before_it_kept(open_html, time):
    page = open_html("<p>x</p>")
    assert page.evaluate("[localStorage.length, sessionStorage.length, window.name]") == [0, 0, ""]
    page.evaluate("""() => {
        const keep = () => { localStorage.setItem("a", "b"); sessionStorage.setItem("a", "b"); window.name = "c"; };
        keep();
        addEventListener("pagehide", keep);
    }""")


@pytest.mark.parametrize("time", ["the first time", "the second time"])
def test_a_page_is_shown_in_a_window_that_looks_new(open_html, page, time):
    assert (page.url, len(page.context.pages)) == ("about:blank", 1)
    open_html("<style>p:hover { color: red }</style><p style='margin: 0; position: fixed; top: 100px'>x</p>")
    media = ("(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)", "(forced-colors: active)", "print")
    assert page.evaluate("media => media.filter(one => matchMedia(one).matches)", media) == []
    assert page.evaluate("[innerWidth, innerHeight]") == [1280, 720]
    assert page.evaluate("getComputedStyle(document.querySelector('p')).color") == "rgb(0, 0, 0)"
    page.evaluate("addEventListener('keydown', event => { window.pressed = event.ctrlKey; })")
    page.keyboard.press("a")
    assert page.evaluate("window.pressed") is False
    page.context.new_page()
    page.set_viewport_size({"width": 500, "height": 500})
    page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce", forced_colors="active")
    page.keyboard.down("Control")
    page.mouse.move(3, 105)
    page.mouse.down()


@pytest.mark.parametrize("time", ["the first time", "the second time"])
def test_what_a_page_does_late_is_the_trouble_of_its_own_test(open_html, trouble, time):
    page = open_html("<script>setInterval(() => { console.error('late'); }, 1);</script>")
    page.wait_for_timeout(20)
    page.goto("about:blank")
    assert set(trouble) == {"console: late"}
    trouble.clear()
    page.wait_for_timeout(20)
    assert trouble == []


def test_a_tiny_page_is_accessible_though_it_allows_no_foreign_script(open_html, assert_accessible):
    assert_accessible(open_html(tiny("<p>Text that can be read</p>")))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p style='color: #ccc; background: #fff'>pale</p>", "color-contrast"),
        ("<input>", "label"),
        ("<button></button>", "button-name"),
    ],
)
def test_a_page_that_some_cannot_use_is_not_accessible(open_html, assert_accessible, body, found):
    page = open_html(f"<!doctype html><html lang='en'><title>t</title><main>{body}</main></html>")
    with pytest.raises(AssertionError, match=found):
        assert_accessible(page)
