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


@pytest.mark.parametrize("time", ["the first time", "the second time"])
def test_a_page_finds_nothing_that_one_before_it_kept(open_html, time):
    page = open_html("<p>x</p>")
    assert page.evaluate("localStorage.length") == 0
    page.evaluate("localStorage.setItem('a', 'b')")


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
