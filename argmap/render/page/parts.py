"""What pages of one file are made of: a script and a style, and a policy that allows these two and nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_DECLARATION = re.compile(r"^(-{0,2}[a-z-]+): (.*;)$", re.MULTILINE)


def read_asset(package: str, name: str) -> str:
    """Return the text of a file that lies in a package; hashes are of what a browser sees: no carriage returns."""
    return files(package).joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def join_scripts(parts: Iterable[str]) -> str:
    """Return the parts of a script as one, whose names no other script on the page sees."""
    script = "".join(_without_remarks(part, "//", "/*", "*") for part in parts)
    return f'"use strict";\n(() => {{\n{script}}})();\n'


def join_styles(parts: Iterable[str]) -> str:
    """Return the parts of a style sheet as one, each rule on a line."""
    lines = _without_remarks("".join(parts), "/*")
    short = _DECLARATION.sub(r"\1:\2", lines)
    for long, shorter in ((" {\n", "{"), (";\n", ";"), (";}", "}"), (",\n", ",")):
        short = short.replace(long, shorter)
    return short


def content_policy(script: str, style: str) -> str:
    """Return the Content-Security-Policy: this script and this style, pictures in the file, and nothing else."""
    return (
        f"default-src 'none'; script-src 'sha256-{_digest(script)}'; style-src 'sha256-{_digest(style)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def page_language(language: str) -> str:
    """Return the language as an attribute can hold it; en for what names none."""
    return language if _LANGUAGE.fullmatch(language) else "en"


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _without_remarks(text: str, *marks: str) -> str:
    """Return the lines of a script or a style sheet without indentation, and without lines that are remarks."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(marks))
