"""Broken files of all formats: examples of each, and what is done to them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from argmap.formats import NOTICES, Notice, all_specs, dumps, find_spec, load, read_bytes, read_text

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "formats"
_NO_MAPS = {".py", ".pyc", ".ambr"}
_TOKENS = (
    b"", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r\n", b"\t", b"  ", b"[", b"]", b"{", b"}", b"(", b")", b"<", b">",
    b"</", b'"', b"'", b":", b": ", b"- ", b"+ ", b"&a ", b"*a", b"!!int ", b"<<: *a", b"<!ENTITY x 'y'>", b"&x;",
    b"<![CDATA[", b"1.1.1. Pro: ", b"-> See 1.1.", b"because ", b"undercut: ", b",", b";", b"1e999", b"-1",
    b"\xed\xa0\x80", b"\\ud800", b"\xe2\x80\xae", b"null",
)  # fmt: skip


def seeds() -> dict[str, bytes]:
    """Return a well-formed file of each format, by the name of the format: a small one, and what each writer makes."""
    files = (path for path in sorted(FIXTURES.rglob("*")) if path.is_file() and path.suffix not in _NO_MAPS)
    found = {path.name: path.read_bytes() for path in files}
    small = load(ROOT / "examples" / "broad-street.argmap.yaml")
    for spec in all_specs():
        if spec.write:
            found[f"written{spec.suffixes[0]}"] = spec.write(small).encode()
    return found


def broken(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return the content with a few things done to it."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        size = len(content)
        start = chance.randint(0, size)
        end = min(size, start + chance.choice((1, 1, 2, 8, 40, 200)))
        match chance.randrange(14):
            case 0:  # cut off
                content = content[:start]
            case 1:  # bits flipped
                flipped = bytearray(content)
                for _ in range(chance.randint(1, 8)):
                    if flipped:
                        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
                content = bytes(flipped)
            case 2:  # a piece of another file
                piece = chance.randint(0, len(other))
                content = content[:start] + other[piece : piece + 200] + content[end:]
            case 3:  # a piece said again and again
                content = content[:start] + content[start:end] * chance.randint(2, 30) + content[end:]
            case 4:  # a piece left out
                content = content[:start] + content[end:]
            case 5:  # a sign that means something
                content = content[:start] + chance.choice(_TOKENS) + content[start:]
            case 6:  # two lines in each other's place
                lines = content.split(b"\n")
                one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[one], lines[two] = lines[two], lines[one]
                content = b"\n".join(lines)
            case 7:  # another encoding
                text = content.decode("utf-8", "replace")
                content = text.encode(chance.choice(("utf-16", "cp1252", "utf-8-sig", "utf-32")), "replace")
            case _:  # one word of the file in the place of another, which mostly stays well-formed
                words = list(re.finditer(rb"[\w.+-]+", content)) or [re.match(b"", b"")]
                old, new = chance.choice(words), chance.choice(words)
                assert old is not None
                assert new is not None
                content = content[: old.start()] + new[0] + content[old.end() :]
    return content


def cases(seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield broken files without end, each with the name of a format or "" where it is to be recognised."""
    chance = random.Random(seed)
    examples = list(seeds().values())
    names = [spec.name for spec in all_specs() if spec.read]
    while True:
        content = broken(chance.choice(examples), chance.choice(examples), chance)
        yield (chance.choice(names) if chance.random() < 0.4 else ""), content


def examine(content: bytes, format_name: str) -> None:
    """Read a file and fail if that ends in anything but a map or findings, or in a map that cannot be written."""
    result = read_bytes(content, "x", format_name or None)
    assert result.map is not None or result.findings
    assert all(finding.place and str(finding).isprintable() for finding in result.findings)
    graver = (f for f in result.findings if f.severity.rank < NOTICES[Notice(f.code)].severity.rank)
    assert list(graver) == []
    if result.map is None:
        return
    assert len(result.source_map.positions.keys) >= 0
    again = read_text(dumps(result.map, format="json"), "x.json")
    assert again.map == result.map, again.findings
    writers = [spec for spec in all_specs() if spec.write and spec.name not in {"yaml", "json"}]
    spec = writers[len(content) % len(writers)] if writers else find_spec("json")
    spec.find_losses(result.map)
    assert spec.write is not None
    written = spec.write(result.map)
    assert spec.read is None or spec.read(written, "x").map is not None
